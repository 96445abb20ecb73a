use sea_orm::entity::prelude::*;

/// How often what the public is told of a campaign's replies has changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "replied")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    pub revision: i32,
    /// The highest number that was given: none comes back, even where its reply was deleted.
    pub last_number: i32,
}

impl ActiveModelBehavior for ActiveModel {}
