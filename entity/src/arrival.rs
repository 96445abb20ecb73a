use sea_orm::entity::prelude::*;

/// How many forms were taken in within an hour, whether they were confirmed or not.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "arrival")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// `2026-11-22T10`, in UTC.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hour: String,
    pub signed: i64,
}

impl ActiveModelBehavior for ActiveModel {}
