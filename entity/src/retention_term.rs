use sea_orm::entity::prelude::*;

/// How long an organisation keeps one kind of data, where that is shorter than the operator's settings.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retention_term")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: i32,
    /// `signers` or `consents`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    pub days: i32,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
