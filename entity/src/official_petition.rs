use sea_orm::entity::prelude::*;

/// The text of a petition to a parliament as it is being written.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "official_petition")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// The key of its file in `config/jurisdictions/`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub jurisdiction: String,
    /// The text as JSON.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Counts from 1.
    pub revision: i32,
    pub saved_by: Option<Uuid>,
    pub saved_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
