use sea_orm::entity::prelude::*;

/// A network or a mail domain that an organisation has blocked or allowed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "listing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `blocked_network`, `allowed_network`, `blocked_domain` or `allowed_domain`.
    pub kind: String,
    /// Tells what is listed from everything else, without saying what it is.
    #[sea_orm(column_type = "Blob")]
    pub mark: Vec<u8>,
    /// The network or domain and the note as JSON, sealed: a network may be somebody's.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub added_by: String,
    pub added_at: i64,
    /// Empty: until it is removed.
    pub expires_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
