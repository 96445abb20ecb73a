use sea_orm::entity::prelude::*;

/// The second factor of an account: what its authenticator app counts with.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// The secret as JSON, sealed with this row as associated data.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub enrolled_at: i64,
    /// The last step whose code was taken; no earlier one is.
    pub last_step: i64,
}

impl ActiveModelBehavior for ActiveModel {}
