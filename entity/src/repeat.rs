use sea_orm::entity::prelude::*;

/// A form sent again for an address that already has its signatures: kept for a week, so that the waiting page works alike for all.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "repeat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The signature that the mail spoke of: the person's own, or the one that holds the address.
    pub signature_id: Uuid,
    /// Whether that signature is the same person's, so that its code counts here too.
    pub own: bool,
    /// What was typed, as JSON, sealed.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    pub created_at: i64,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
