use sea_orm::entity::prelude::*;

/// How a campaign stood when occasions were last looked for.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_watch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    pub counted: i64,
    pub looked_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
