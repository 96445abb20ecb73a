use sea_orm::entity::prelude::*;

/// A message to the organisers of a campaign. Writer and words are ciphertext.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    /// `open`, `answered`, `done` or `spam`.
    pub state: String,
    pub lang: String,
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// The address of its writer, so that what one person wrote is found.
    #[sea_orm(column_type = "Blob")]
    pub email_index: Vec<u8>,
    /// What staff noted about it, sealed; empty where they noted nothing.
    #[sea_orm(column_type = "Blob")]
    pub note: Vec<u8>,
    /// Rises with every change.
    pub revision: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
