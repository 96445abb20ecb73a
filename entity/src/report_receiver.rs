use sea_orm::entity::prelude::*;

/// Who gets a report.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_receiver")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub report: i32,
    /// The address, as JSON, sealed; empty once it is forgotten of somebody who wants no more.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// The address, found by a blind index of its own kind.
    #[sea_orm(column_type = "Blob")]
    pub email_index: Vec<u8>,
    pub created_at: i64,
    /// Since when they want no more. The row stays, so that nobody adds them again.
    pub left_at: Option<i64>,
    /// Since when the team has taken them out. The row stays, so that the links in what they got still work.
    pub removed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
