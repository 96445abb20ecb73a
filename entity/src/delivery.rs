use sea_orm::entity::prelude::*;

/// What is handed to one addressee.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Counts from 1 within the campaign.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// As the text of the campaign has it.
    pub addressee_key: String,
    /// JSON: who it is, as they were when it was planned, and from the freeze on as they were then.
    #[sea_orm(column_type = "Text")]
    pub addressee: String,
    /// `numbers`, `place`, `name_place` or `full`.
    pub disclosure: String,
    /// `all` or `new`.
    pub scope: String,
    /// The day, as `2026-11-22`.
    pub planned_on: String,
    /// `planned`, `freezing`, `frozen`, `handed_over`, `acknowledged` or `cancelled`.
    pub stage: String,
    /// Who signed later is not in it.
    pub cut_off: Option<i64>,
    /// How many stand on its roll.
    pub lines: i64,
    /// JSON of the counts; empty until it is frozen.
    #[sea_orm(column_type = "Text")]
    pub counts: String,
    pub made_by: Option<Uuid>,
    pub created_at: i64,
    pub changed_at: i64,
    /// The number of the update by which supporters are told of it.
    pub told: Option<i16>,
}

impl ActiveModelBehavior for ActiveModel {}
