use sea_orm::entity::prelude::*;

/// That the team is reminded of an addressee on a day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub addressee_key: String,
    /// The day, as `2026-11-22`.
    pub due: String,
    pub set_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
