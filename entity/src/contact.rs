use sea_orm::entity::prelude::*;

/// That the team had to do with the office of an addressee.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    /// As the text of the campaign has it.
    pub addressee_key: String,
    /// `meeting`, `call`, `letter`, `email` or `other`.
    pub means: String,
    /// The day, as `2026-11-22`.
    pub day: String,
    /// With whom, and what was said.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub account_id: Option<Uuid>,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
