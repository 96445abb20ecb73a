use sea_orm::entity::prelude::*;

/// The limits that an organisation has set for the forms of its campaigns. What is empty is as the installation has it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "own_limit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: i32,
    pub network_burst: Option<i32>,
    pub network_sustained: Option<i32>,
    pub campaign_burst: Option<i32>,
    pub campaign_sustained: Option<i32>,
    /// Rises with every change of the limits and of what is listed.
    pub revision: i32,
    pub changed_by: String,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
