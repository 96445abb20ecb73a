use sea_orm::entity::prelude::*;

/// A key to which packages can be encrypted that somebody carries.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "carrier_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    /// The key, and what it is called.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub added_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
