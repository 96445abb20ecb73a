use sea_orm::entity::prelude::*;

/// An act of staff. Appended, never changed, which the database refuses; names no supporter.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: i64,
    /// Who acted: `command line`, or `account` and its id.
    pub actor: String,
    /// The verb: `load_campaign`, `release`, `invalidate`, `rotate_key`.
    pub act: String,
    pub campaign_id: Option<i32>,
    /// The row acted on.
    pub subject: String,
    #[sea_orm(column_type = "Text")]
    pub detail: String,
    /// Its place in the chain: 1 for the first of all.
    #[sea_orm(unique)]
    pub number: i64,
    /// HMAC-SHA-256 over the hash before and this entry, in hexadecimal; SHA-256 before the log had a key.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// Who may read it; none for what concerns the installation as a whole.
    pub organisation_id: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
