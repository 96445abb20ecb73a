use sea_orm::entity::prelude::*;

/// A text that was printed, frozen, and what became of the petition that it is.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "official_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub jurisdiction: String,
    /// Counts from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The text as JSON.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub digest: String,
    pub frozen_at: i64,
    /// The number under which it was certified; empty before.
    pub certificate: String,
    /// Days, as `2026-11-22`.
    pub certified_on: Option<String>,
    pub presented_on: Option<String>,
    pub answered_on: Option<String>,
    /// Rises with every change of what became of it.
    pub revision: i32,
}

impl ActiveModelBehavior for ActiveModel {}
