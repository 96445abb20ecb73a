use sea_orm::entity::prelude::*;

/// A document of a campaign, as it was uploaded.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "paper")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub created_at: i64,
    /// Where it stands among the documents of the campaign; the lowest comes first.
    pub place: i32,
    /// JSON: what it is called, in every language.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// SHA-256 of the bytes, in hexadecimal, cut: its name in addresses.
    pub hash: String,
    pub size: i64,
    pub bytes: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
