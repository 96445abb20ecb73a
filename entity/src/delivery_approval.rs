use sea_orm::entity::prelude::*;

/// Somebody approves that a delivery leaves the house.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_approval")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
