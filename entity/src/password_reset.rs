use sea_orm::entity::prelude::*;

/// A link that lets somebody choose another password, once.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "password_reset")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// None where the address has no account: the same is written then, so that nobody can tell by the time it takes.
    pub account_id: Option<Uuid>,
    /// In which language it was asked for.
    pub lang: String,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
