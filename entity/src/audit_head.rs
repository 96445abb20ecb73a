use sea_orm::entity::prelude::*;

/// The end of the audit log: the one row that whoever appends to it locks.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    /// 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub number: i64,
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// HMAC-SHA-256 over the two, in hexadecimal; empty before the log had a key.
    #[sea_orm(column_type = "Text")]
    pub seal: String,
}

impl ActiveModelBehavior for ActiveModel {}
