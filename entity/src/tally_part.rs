use sea_orm::entity::prelude::*;

/// One part of a count. The parts of one dimension always sum to the tally.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tally_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// `hour`, `country`, `region`, `riding`, `language` or `source`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub dimension: String,
    /// `2026-11-22T10`, `CA`, `CA-ON`, `35075`, `fr` or `newsletter`; empty where it is not known.
    #[sea_orm(primary_key, auto_increment = false)]
    pub part: String,
    pub counted: i64,
}

impl ActiveModelBehavior for ActiveModel {}
