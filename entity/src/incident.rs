use sea_orm::entity::prelude::*;

/// An incident of an organisation's register. What is known of it stands in its entries.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "incident")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: i32,
    /// Counts from 1 within the organisation.
    pub number: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
