use sea_orm::entity::prelude::*;

/// Which reminders somebody chose to get, in which language. Without a row their role decides.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    pub milestones: bool,
    pub dates: bool,
    pub follow_ups: bool,
    pub lang: String,
}

impl ActiveModelBehavior for ActiveModel {}
