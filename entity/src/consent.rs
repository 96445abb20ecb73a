use sea_orm::entity::prelude::*;

/// A consent to updates that does not stand in its signature alone: it was given on the supporter's page, or it has ended.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub signature_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub given_at: i64,
    /// `form` or `page`.
    pub given_by: String,
    /// The language of the words consented to.
    pub lang: String,
    /// Which words; empty where their time tells it.
    pub digest: Option<String>,
    pub ended_at: Option<i64>,
    /// `page`, `unsubscribe`, `complaint` or `signature`.
    pub ended_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
