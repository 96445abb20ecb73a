use sea_orm::entity::prelude::*;

/// One act of signing, from the form to its end. The person is ciphertext; what is left in the clear is what is counted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signature")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `pending`, `confirmed`, `held`, `withdrawn`, `disowned` or `invalidated`.
    pub state: String,
    pub lang: String,
    pub text_version: i32,
    /// The person as JSON, sealed with this row as associated data. Empty once the person has left.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub email_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub name_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub postal_index: Option<Vec<u8>>,
    /// The network that signed, as a blind index; cleared after 30 days.
    #[sea_orm(column_type = "Blob")]
    pub network_index: Option<Vec<u8>>,
    /// 0 for the first person at an address, 1 for the second of a household; empty once the place is free again.
    pub slot: Option<i16>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2 where the postal code tells it, else the country.
    pub region: String,
    /// The code of the riding in which the postal code lies, where a table tells it; else empty.
    pub riding: String,
    /// The code of the link that led here, or the host of the site; empty where nothing told.
    pub source: String,
    /// `hidden`, `initials`, `first_name` or `full`.
    pub display: String,
    /// When the signatory asked for updates; empty without consent.
    pub updates_since: Option<i64>,
    /// Why this waits for review once confirmed; empty for nearly all.
    pub hold_reason: Option<String>,
    /// Confirmation mails asked for; numbers the code in each.
    pub mails: i16,
    /// Wrong codes typed since the last mail.
    pub code_attempts: i16,
    pub created_at: i64,
    /// When an unconfirmed signature lapses.
    pub expires_at: i64,
    pub confirmed_at: Option<i64>,
    /// The place in the count when it was confirmed.
    pub place: Option<i64>,
    pub ended_at: Option<i64>,
    /// Whether the link of the mail is not enough: signed without the proof of work that was asked for.
    pub code_only: bool,
    /// When its mail came back: one that is pending is no longer expected.
    pub bounced_at: Option<i64>,
    /// The domain of the address, as a blind index.
    #[sea_orm(column_type = "Blob")]
    pub domain_index: Option<Vec<u8>>,
    /// 16 bits of a keyed hash of the name: many names share one, so that equal ones do not show.
    pub name_mark: Option<i16>,
    /// The same of the country and the postal code.
    pub place_mark: Option<i16>,
}

impl ActiveModelBehavior for ActiveModel {}
