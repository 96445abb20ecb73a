use sea_orm::entity::prelude::*;

/// Words to which people consented, and from when until when the program has shown them.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent_wording")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lang: String,
    /// SHA-256 of the words, in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub first_at: i64,
    pub last_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
