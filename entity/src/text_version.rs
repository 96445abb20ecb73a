use sea_orm::entity::prelude::*;

/// The exact words that are signed, with what each addressee would be handed. Never changed once inserted and signed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// JSON of the text: body, demands and addressees in every language.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// SHA-256 of `content`, in hexadecimal.
    pub digest: String,
    pub published_at: i64,
    /// What it changed of the version before, as JSON in every language; empty where there is none.
    #[sea_orm(column_type = "Text")]
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}
