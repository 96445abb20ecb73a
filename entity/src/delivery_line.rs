use sea_orm::entity::prelude::*;

/// A line of the roll of a delivery: who stands in which place.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery: i32,
    /// Counts from 1; it never changes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i64,
    /// `organisation`, `professional`, `person` or `paper`.
    pub kind: String,
    /// The signature, the sign-on or the row of a sheet; it may be gone.
    pub subject_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
