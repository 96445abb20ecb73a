use sea_orm::entity::prelude::*;

/// How a campaign is defended when very many sign at once. A campaign without a row is calm.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "defence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// `auto`, `always` or `never`.
    pub mode: String,
    /// Until when the form asks for a proof of work; moved on by every node under pressure.
    pub asking_until: i64,
    /// `rate` or `network`; empty where it has never been asked for.
    pub reason: String,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
