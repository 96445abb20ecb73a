use sea_orm::entity::prelude::*;

/// A picture that is the front of postcards.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "card_design")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub picture_id: Uuid,
    pub campaign_id: i32,
    /// Its place among the campaign's designs.
    pub place: i32,
    /// No longer offered since.
    pub retired_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
