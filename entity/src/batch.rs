use sea_orm::entity::prelude::*;

/// A box or a pile of paper that is counted as one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "batch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Counts from 1 within the campaign.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// `postcards` or `signatures`.
    pub kind: String,
    /// What is written on it.
    pub label: String,
    pub opened_by: Option<Uuid>,
    pub opened_at: i64,
    /// How many scans were ever added to it.
    pub scans: i32,
}

impl ActiveModelBehavior for ActiveModel {}
