use sea_orm::entity::prelude::*;

/// Postcards that are printed together: to one official, in one language, frozen when they were gathered.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "print_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Counts from 1 in each campaign, and names it in addresses and on boxes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub official_id: Uuid,
    pub lang: String,
    /// JSON: the lines of the address as they were when it was gathered.
    #[sea_orm(column_type = "Text")]
    pub addressee: String,
    /// Whether that is a member of the House of Commons at the House.
    pub at_the_house: bool,
    /// Whether members ran for election then: mail to them is not free.
    pub elections: bool,
    pub cards: i32,
    /// `gathered`, `printed`, `handed_over`, `mailed`, `acknowledged` or `cancelled`.
    pub stage: String,
    /// Where it went and to whom, as staff wrote it.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub gathered_at: i64,
    pub printed_at: Option<i64>,
    pub sent_at: Option<i64>,
    pub acknowledged_at: Option<i64>,
    pub cancelled_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
