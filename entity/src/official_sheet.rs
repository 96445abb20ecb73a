use sea_orm::entity::prelude::*;

/// A bare sheet for a parliament, from the printer to the member who presents it. Its number stands here and not on the sheet.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "official_sheet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub jurisdiction: String,
    /// Counts from 1 within the campaign and the parliament.
    pub number: i32,
    pub version: i32,
    /// Whether it has the full text.
    pub is_first: bool,
    /// The languages on it, such as `en` or `en fr`.
    pub languages: String,
    /// How many may sign on it.
    pub lines: i32,
    pub printed_at: i64,
    /// Days, as `2026-11-22`.
    pub out_on: Option<String>,
    pub back_on: Option<String>,
    pub given_on: Option<String>,
    /// How many rows are filled; none: not counted yet.
    pub filled: Option<i32>,
    pub doubtful: i32,
    /// Spoilt or lost: none of it counts.
    pub is_void: bool,
    /// Who collects, where the original is and which member has it, as JSON, sealed; empty: nothing is known.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    /// Rises with every change.
    pub revision: i32,
}

impl ActiveModelBehavior for ActiveModel {}
