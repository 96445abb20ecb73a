use sea_orm::entity::prelude::*;

/// A link by which an office comes to its delivery.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handover")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub delivery: i32,
    /// An Argon2id hash in PHC form.
    #[sea_orm(column_type = "Text")]
    pub passphrase: String,
    pub wrong: i32,
    pub locked_until: i64,
    pub expires_at: i64,
    pub made_by: Option<Uuid>,
    pub created_at: i64,
    pub opened_at: Option<i64>,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
