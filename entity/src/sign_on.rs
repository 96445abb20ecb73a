use sea_orm::entity::prelude::*;

/// An organisation or a professional under an open letter, from the form to the end. Who they are is ciphertext; what the
/// public list calls an organisation is not.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_on")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `organisation` or `professional`.
    pub kind: String,
    /// `pending`, `repeat`, `held`, `vetted`, `declined`, `withdrawn` or `disowned`.
    pub state: String,
    pub lang: String,
    pub text_version: i32,
    /// The signatory as JSON, sealed with this row as associated data. Empty once they have left.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub email_index: Option<Vec<u8>>,
    /// The organisation, or the professional's address.
    #[sea_orm(column_type = "Blob")]
    pub mark_index: Option<Vec<u8>>,
    /// The name alone: of the organisation, or of the professional.
    #[sea_orm(column_type = "Blob")]
    pub name_index: Option<Vec<u8>>,
    /// The host of the website.
    #[sea_orm(column_type = "Blob")]
    pub host_index: Option<Vec<u8>>,
    /// The mark, where this row alone may stand for it.
    #[sea_orm(column_type = "Blob")]
    pub claim_index: Option<Vec<u8>>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// How the person's name shows: `hidden`, `initials`, `first_name` or `full`.
    pub display: String,
    pub updates_since: Option<i64>,
    /// What made the form suspicious; empty for nearly all.
    pub hold_reason: Option<String>,
    pub mails: i16,
    pub code_attempts: i16,
    pub code_only: bool,
    /// Of a form that was sent again: the row that stands.
    pub repeat_of: Option<Uuid>,
    /// Whether that row has the same address, so that its code counts here too.
    pub own: bool,
    pub created_at: i64,
    /// When one that is not confirmed lapses.
    pub expires_at: i64,
    pub confirmed_at: Option<i64>,
    /// When staff vetted or declined it.
    pub decided_at: Option<i64>,
    pub decline_reason: Option<String>,
    /// The decision that its mail told last: `vetted` or `declined`.
    pub told: Option<String>,
    pub ended_at: Option<i64>,
    /// The names of an organisation as the list has them, as JSON; public once vetted.
    #[sea_orm(column_type = "Text")]
    pub names: String,
    /// Heavier stands first, where the list is ordered by weight.
    pub weight: i32,
}

impl ActiveModelBehavior for ActiveModel {}
