use sea_orm::entity::prelude::*;

/// What a report told at one time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_issue")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub report: i32,
    /// Counts from 1 within the report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i16,
    /// The day for which it was due, as `2026-12-07`.
    pub day: String,
    /// Who signed later is in the next one.
    pub cut_off: i64,
    pub made_at: i64,
    /// Nothing was new, and nothing was sent.
    pub skipped: bool,
    /// JSON: all that is told. Of comments only whose they are, and by what their words are known again.
    #[sea_orm(column_type = "Text")]
    pub facts: String,
}

impl ActiveModelBehavior for ActiveModel {}
