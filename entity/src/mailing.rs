use sea_orm::entity::prelude::*;

/// The sending of an update by mail, once for each address. There is one for an update, for ever.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mailing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i16,
    /// `running`, `paused`, `cancelled` or `done`.
    pub state: String,
    /// The blind index of the last address that was looked at: they are taken in that order, so none is taken twice.
    #[sea_orm(column_type = "Blob")]
    pub reached: Vec<u8>,
    /// Whether all addresses have been looked at.
    pub is_listed: bool,
    /// How many recipients there were when it was begun.
    pub expected: i64,
    /// Mails made so far, and what became of them.
    pub queued: i64,
    pub sent: i64,
    pub failed: i64,
    /// Not sent, since the person had unsubscribed meanwhile or the address takes no mail.
    pub skipped: i64,
    pub started_at: i64,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
