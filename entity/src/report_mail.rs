use sea_orm::entity::prelude::*;

/// What became of a report's mail to one receiver.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub receiver_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub issue: i16,
    pub campaign_id: i32,
    pub report: i32,
    /// `queued`, or how it ended, as the outbox says it.
    pub state: String,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
