use sea_orm::entity::prelude::*;

/// That a delivery was handed over, or acknowledged.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub delivery: i32,
    /// `handed_over` or `acknowledged`.
    pub stage: String,
    /// `link`, `paper`, `stick` or `mail`.
    pub way: String,
    pub at: i64,
    /// Who has acknowledged it, and a note.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// None: the office itself.
    pub account_id: Option<Uuid>,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
