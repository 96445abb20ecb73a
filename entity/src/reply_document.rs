use sea_orm::entity::prelude::*;

/// The document of a reply: a PDF, or a photo without what the camera wrote beside it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reply_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// `pdf` or `jpeg`.
    pub kind: String,
    /// SHA-256 of what is sealed, in hexadecimal.
    pub hash: String,
    /// How large it is, unsealed.
    pub size: i64,
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
