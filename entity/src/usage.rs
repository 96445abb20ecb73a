use sea_orm::entity::prelude::*;

/// How much of a limit all nodes together have used in a period. Gone soon after the period's end.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "usage")]
pub struct Model {
    /// What is limited, as a blind index.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub key: Vec<u8>,
    /// The end of the period, which names it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ends_at: i64,
    pub used: i64,
}

impl ActiveModelBehavior for ActiveModel {}
