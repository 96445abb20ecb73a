use sea_orm::entity::prelude::*;

/// A scan of some of the paper in a batch, without its bytes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_scan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub batch: i32,
    /// Counts from 1 within the batch.
    pub number: i32,
    /// `pdf` or `jpg`.
    pub format: String,
    pub bytes: i64,
    pub pieces: i32,
    /// SHA-256, in hexadecimal.
    pub hash: String,
    pub added_by: Option<Uuid>,
    pub added_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
