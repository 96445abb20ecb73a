use sea_orm::entity::prelude::*;

/// An incident as it was known at a moment. Appended, never changed: the newest is what holds.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "incident_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub incident_id: Uuid,
    /// Counts from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub account_id: Uuid,
    /// The report as JSON, sealed.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
