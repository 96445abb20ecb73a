use sea_orm::entity::prelude::*;

/// An occasion of a campaign of which the team has been told.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i16,
    /// `milestone 250`, `date 2026-12-10`, `date 2026-12-10 in 7`, `closing 2026-12-31`.
    pub occasion: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
