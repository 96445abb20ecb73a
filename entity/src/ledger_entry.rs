use sea_orm::entity::prelude::*;

/// So many of a batch were printed, distributed, collected or delivered. Written once and never changed; another entry corrects it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub batch: i32,
    /// Counts from 1 within the batch.
    pub number: i32,
    /// `printed`, `distributed`, `collected` or `delivered`.
    pub step: String,
    /// Above zero; of a correction the difference, with its sign.
    pub many: i64,
    /// The number of the entry that this corrects.
    pub corrects: Option<i32>,
    /// The day, as `2026-11-22`.
    pub happened_on: String,
    /// Where it was, who counted, and a note, as JSON, sealed; empty once that is no longer kept.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub has_photo: bool,
    pub written_by: Option<Uuid>,
    pub written_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
