use sea_orm::entity::prelude::*;

/// A list of officials that was uploaded: kept for an hour to be looked at, longer once it was imported.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "official_import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: i32,
    pub account_id: Uuid,
    /// `uploaded`, `applied` or `undone`.
    pub state: String,
    /// JSON: the list as it was read, until it is imported; then what is needed to undo that.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub added: i32,
    pub changed: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
