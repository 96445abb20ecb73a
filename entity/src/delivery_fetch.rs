use sea_orm::entity::prelude::*;

/// Somebody fetched a package.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_fetch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub delivery: i32,
    pub package_id: Uuid,
    pub account_id: Option<Uuid>,
    pub at: i64,
    /// To how many keys it is encrypted; 0: as it is.
    pub keys: i16,
}

impl ActiveModelBehavior for ActiveModel {}
