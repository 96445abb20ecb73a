use sea_orm::entity::prelude::*;

/// What an addressee has answered.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reply")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Counts from 1 within the campaign.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// As the text of the campaign has it.
    pub addressee_key: String,
    /// The version of the text whose demands it is read against.
    pub text_version: i32,
    /// The day, as `2026-11-22`.
    pub day: String,
    /// The tag of the language it came in.
    pub original: String,
    /// JSON: what it says, by language, in Markdown.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// Where it is from.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// Where it can be read; empty where it cannot.
    #[sea_orm(column_type = "Text")]
    pub link: String,
    /// JSON: the stance to each demand, by its number.
    #[sea_orm(column_type = "Text")]
    pub stances: String,
    /// Since when everybody can read it.
    pub shown_at: Option<i64>,
    /// Since when it was shown for the first time, hidden since or not.
    pub first_shown_at: Option<i64>,
    pub corrected_at: Option<i64>,
    /// The number of the update by which supporters are told of it.
    pub told: Option<i16>,
    /// Rises with every change.
    pub revision: i32,
    pub entered_by: Option<Uuid>,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
