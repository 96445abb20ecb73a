use sea_orm::entity::prelude::*;

/// What a moderator ruled about one signature, or about all that met a condition.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ruling")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `hold`, `release` or `invalidate`.
    pub judgement: String,
    /// Why, as the public is told.
    pub ground: String,
    /// Why, among moderators; names nobody.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// The condition as an address has it; empty where it was about one signature, or about all.
    #[sea_orm(column_type = "Text")]
    pub condition: String,
    /// Who ruled.
    pub actor: String,
    pub at: i64,
    /// Signatures of later than this are not meant.
    pub frozen_at: i64,
    /// `running`, `done`, `cancelled`, `undoing` or `undone`.
    pub phase: String,
    /// How far it has come: the last signature that was looked at.
    pub cursor: Uuid,
    /// How many it was about when it began.
    pub expected: i64,
    pub done: i64,
    /// How many were not as expected when their turn came, so that nothing was done to them.
    pub passed_over: i64,
    pub undone: i64,
}

impl ActiveModelBehavior for ActiveModel {}
