use sea_orm::entity::prelude::*;

/// Somebody asks what is held about them, or has it corrected or erased: a case with a date by which it is answered.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inquiry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: i32,
    /// Counts from 1 within the organisation.
    pub number: i32,
    /// Who of staff opened it.
    pub account_id: Uuid,
    /// How they asked: `mail`, `form`, `post`, `phone` or `in_person`.
    pub asked: String,
    /// How it was made sure who they are: `mailbox`, `link`, `document` or `known`.
    pub checked: String,
    /// Who asks, as JSON, sealed. Empty once the case has been closed for as long as it is kept.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// Their address, found by a blind index of its own kind.
    #[sea_orm(column_type = "Blob")]
    pub email_index: Option<Vec<u8>>,
    pub opened_at: i64,
    pub due_at: i64,
    pub done_at: Option<i64>,
    /// `given`, `corrected`, `erased`, `nothing_held` or `refused`; empty while open.
    pub outcome: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
