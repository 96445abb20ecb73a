use sea_orm::entity::prelude::*;

/// What is told to an addressee or a partner of a campaign, again and again.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Counts from 1 within the campaign.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Counts its versions, so that nobody overwrites what they have not seen.
    pub revision: i32,
    /// As the text of the campaign has it; empty where it goes to a partner.
    #[sea_orm(column_type = "Text")]
    pub addressee_key: String,
    /// The name of the organisation; empty where it goes to an addressee.
    #[sea_orm(column_type = "Text")]
    pub partner: String,
    /// What a partner is told: `numbers` or `place`; empty where it goes to an addressee, for whom the text says it.
    pub disclosure: String,
    pub lang: String,
    /// `weekly` or `monthly`.
    pub rhythm: String,
    /// Of the week, Monday being 1, or of the month.
    pub day: i16,
    /// By the clocks of the organisation.
    pub hour: i16,
    #[sea_orm(column_type = "Text")]
    pub intro: String,
    /// Whether nothing is sent where nothing is new.
    pub skips: bool,
    /// `new`, `on`, `paused` or `ended`.
    pub state: String,
    /// Why it paused by itself; empty where somebody paused it.
    pub because: String,
    /// What was due until then is settled.
    pub owed_after: i64,
    /// Who set it up, or changed it last.
    pub set_by: Option<Uuid>,
    /// Who, other than that, approved that it tells what people wrote.
    pub approved_by: Option<Uuid>,
    pub created_at: i64,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
