use sea_orm::entity::prelude::*;

/// A version of the text of an open letter. Once somebody has signed it, it never changes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter_text")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// Markdown in its languages, as JSON.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// SHA-256 of the body, in hexadecimal.
    pub digest: String,
    pub published_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
