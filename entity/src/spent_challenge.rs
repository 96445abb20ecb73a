use sea_orm::entity::prelude::*;

/// A proof of work that was taken once. Kept until it would have expired anyway.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "spent_challenge")]
pub struct Model {
    /// Half of the challenge's own signature.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub mark: Vec<u8>,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
