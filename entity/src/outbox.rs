use sea_orm::entity::prelude::*;

/// A mail that is owed, written in the transaction that owes it. It names its subject; the words are made when it is sent.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `confirm`, `already_signed`, `address_taken`, `contact`, `sign_on`, `signed_on`, `sign_on_decided`, `answer`, `reminder`,
    /// `rehearsal` or `update`.
    pub kind: String,
    /// 0 for confirmations, which go before everything else; 2 for updates, which go after; else 1.
    pub lane: i16,
    /// The signature, the repeat, the sign-on or the answer it is about; of a `reminder` the account, of a `rehearsal` its row;
    /// none for `contact`.
    pub subject_id: Option<Uuid>,
    /// The how-manieth confirmation of its signature; of an `update` or a `reminder` its number in the campaign.
    pub number: i16,
    /// What the mail needs and no other row holds, as JSON, sealed.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub recipient_index: Option<Vec<u8>>,
    /// `queued`, `held`, `sent`, `failed`, `capped`, `suppressed` or `void`.
    pub state: String,
    pub attempts: i16,
    pub due_at: i64,
    /// Until when a worker holds it.
    pub leased_until: i64,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
