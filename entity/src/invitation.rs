use sea_orm::entity::prelude::*;

/// An address that is invited to work for an organisation. Deleted when it is accepted or withdrawn.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: i32,
    /// The address as JSON, sealed with this row as associated data.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub email_index: Vec<u8>,
    pub role: String,
    pub lang: String,
    pub invited_at: i64,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
