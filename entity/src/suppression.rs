use sea_orm::entity::prelude::*;

/// An address that gets no more mail about a campaign. A keyed hash, so that it outlives the erasure of the person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suppression")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub email_index: Vec<u8>,
    /// `disowned`.
    pub reason: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
