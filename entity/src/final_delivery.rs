use sea_orm::entity::prelude::*;

/// When a campaign was handed over for the last time: from then on its signers are kept for so many days.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "final_delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    pub at: i64,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
