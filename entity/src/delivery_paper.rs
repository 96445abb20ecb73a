use sea_orm::entity::prelude::*;

/// Paper that goes along with a delivery.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_paper")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery: i32,
    /// `run` or `batch`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    /// Of the print run or the batch.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// How many cards or signatures it had when the delivery was frozen.
    pub many: i64,
}

impl ActiveModelBehavior for ActiveModel {}
