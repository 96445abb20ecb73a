use sea_orm::entity::prelude::*;

/// An address that gets no mail, whatever the campaign. A keyed hash, so that it outlives the erasure of the person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address_block")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub email_index: Vec<u8>,
    /// `bounced` or `complained`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reason: String,
    /// The latest time.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
