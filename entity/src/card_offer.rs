use sea_orm::entity::prelude::*;

/// Whether and to whom the supporters of a campaign may write cards.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "card_offer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Rises with every change.
    pub revision: i32,
    pub offered: bool,
    /// The officials by their ids, as JSON, in their order.
    #[sea_orm(column_type = "Text")]
    pub officials: String,
    /// Whether the member for the writer's postal code is offered too.
    pub by_riding: bool,
    /// While members run for election.
    pub elections: bool,
    /// What the message begins with, as JSON, by language.
    #[sea_orm(column_type = "Text")]
    pub suggestion: String,
}

impl ActiveModelBehavior for ActiveModel {}
