use sea_orm::entity::prelude::*;

/// The count of one campaign, moved in the transaction that confirms or withdraws.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tally")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Signatures confirmed online and standing.
    pub online: i64,
    /// Rises with every change of the count or of the names shown.
    pub revision: i64,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
