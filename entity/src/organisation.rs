use sea_orm::entity::prelude::*;

/// Who campaigns here. What belongs to one is nothing to another.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(unique)]
    pub slug: String,
    /// Empty: the operator's name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub created_at: i64,
    /// As it stands on an envelope, line by line; empty: not told yet.
    #[sea_orm(column_type = "Text")]
    pub postal_address: String,
    /// IANA name.
    pub time_zone: String,
    /// Where replies to its mail go; empty: nowhere else than to whom it is from.
    pub reply_address: String,
    /// BCP 47 with commas between, the main one first; empty: whichever whoever begins a campaign reads.
    pub languages: String,
    /// How many people approve before personal data leaves.
    pub approvals: i16,
    /// Whether packages that tell of single persons are fetched only encrypted.
    pub encrypted: bool,
}

impl ActiveModelBehavior for ActiveModel {}
