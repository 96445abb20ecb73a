use sea_orm::entity::prelude::*;

/// An answer to a message, as it was sent.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub message_id: Uuid,
    /// Subject and words as JSON, sealed.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// The account that answered.
    pub account_id: Uuid,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
