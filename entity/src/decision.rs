use sea_orm::entity::prelude::*;

/// What a ruling changed of one signature: what it was before, so that it can be undone.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub ruling_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub signature_id: Uuid,
    /// The how-manieth decision about its signature.
    pub number: i32,
    pub at: i64,
    pub undone_at: Option<i64>,
    /// What the signature was before; so are all that follow.
    pub state: String,
    pub hold_reason: Option<String>,
    pub confirmed_at: Option<i64>,
    pub place: Option<i64>,
    /// Until when the person of a struck-out signature is kept, so that it can be undone; empty where none is.
    pub kept_until: Option<i64>,
    /// The person, sealed to the row of the signature.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub email_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub name_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub postal_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub network_index: Option<Vec<u8>>,
    #[sea_orm(column_type = "Blob")]
    pub domain_index: Option<Vec<u8>>,
    pub name_mark: Option<i16>,
    pub place_mark: Option<i16>,
    pub display: Option<String>,
    pub updates_since: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
