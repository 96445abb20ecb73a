use sea_orm::entity::prelude::*;

/// A report on its way to one of the team, who tries it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_try")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub report: i32,
    pub account_id: Uuid,
    /// JSON: all that is told, as in `report_issue`.
    #[sea_orm(column_type = "Text")]
    pub facts: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
