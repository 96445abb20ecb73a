use sea_orm::entity::prelude::*;

/// The key that manifests are signed with.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The seed of the key.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// The line of a `.pub` file.
    #[sea_orm(column_type = "Text")]
    pub public: String,
    pub fingerprint: String,
    pub created_at: i64,
    /// 1 for the key in use; none for older ones.
    pub in_use: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
