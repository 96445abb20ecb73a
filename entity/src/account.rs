use sea_orm::entity::prelude::*;

/// Somebody who works for an organisation. Their address is ciphertext, and found by its blind index.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: i32,
    /// Their data as JSON, sealed with this row as associated data.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    #[sea_orm(unique, column_type = "Blob")]
    pub email_index: Vec<u8>,
    /// `owner`, `organiser`, `moderator`, `staff` or `viewer`.
    pub role: String,
    /// In PHC form, with its cost.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    pub created_at: i64,
    pub disabled_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
