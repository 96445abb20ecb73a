use sea_orm::entity::prelude::*;

/// The archive of a delivery, being made or there.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_package")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub delivery: i32,
    /// Counts from 1: made again since somebody left, it is another.
    pub edition: i32,
    /// `making`, `ready`, `failed`, `cancelled` or `discarded`.
    pub state: String,
    /// How much of it is made, and of how much; in lines.
    pub done: i64,
    pub whole: i64,
    /// Of the archive, once it is there.
    pub bytes: i64,
    /// How many on its roll had left when it was made.
    pub gone: i64,
    /// The SHA-256 of its manifest; empty until it is there.
    pub manifest: String,
    /// Whether somebody on its roll has left since it was begun.
    pub stale: bool,
    /// How often it was begun.
    pub attempts: i32,
    /// Who makes it, and until when nobody else may.
    pub claim: Option<Uuid>,
    pub leased_until: i64,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
