use sea_orm::entity::prelude::*;

/// What one person wrote to one official, from the form to the end. Who wrote what is ciphertext.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "postcard")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// To whom, in the directory of the campaign's organisation.
    pub official_id: Uuid,
    /// The picture of its front.
    pub design_id: Uuid,
    /// `pending`, `repeat`, `verified`, `approved`, `rejected`, `change_asked`, `batched`, `printed`, `handed_over`, `mailed`,
    /// `acknowledged`, `withdrawn` or `disowned`.
    pub state: String,
    pub lang: String,
    /// How its sender stands on it: `full`, `first_name` or `initials`.
    pub sender: String,
    /// The message and the person as JSON, sealed with this row as associated data. Empty once they have left.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub email_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub name_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub postal_index: Option<Vec<u8>>,
    /// Which of the two places at its address it takes for this official, 0 or 1.
    pub slot: Option<i16>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// What rules found in its message: `link`, `phone` … with spaces between them.
    pub doubts: String,
    pub updates_since: Option<i64>,
    /// What made the form suspicious; empty for nearly all.
    pub hold_reason: Option<String>,
    pub mails: i16,
    pub code_attempts: i16,
    pub code_only: bool,
    /// Of a form that was sent again: the row that stands.
    pub repeat_of: Option<Uuid>,
    /// Whether that row is the same person's, so that its code counts here too.
    pub own: bool,
    pub created_at: i64,
    /// When one that is not confirmed lapses.
    pub expires_at: i64,
    pub confirmed_at: Option<i64>,
    /// When moderators decided last.
    pub decided_at: Option<i64>,
    /// Why it was rejected, or is to be changed.
    pub because: Option<String>,
    /// The decision that its mail told last.
    pub told: Option<String>,
    pub batched_at: Option<i64>,
    pub printed_at: Option<i64>,
    /// When it was handed over or mailed.
    pub sent_at: Option<i64>,
    pub acknowledged_at: Option<i64>,
    pub ended_at: Option<i64>,
    /// The print run it is in, and its place there, counted from 1.
    pub run: Option<i32>,
    pub place: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
