use sea_orm::entity::prelude::*;

/// A campaign and what its page says, as one checked document.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(unique)]
    pub slug: String,
    /// Rises with every change, so that a running service notices.
    pub revision: i32,
    /// `draft`, `open`, `paused` or `removed`; opening and closing times come on top.
    pub state: String,
    pub opens_at: i64,
    pub closes_at: Option<i64>,
    /// The text version that is signed now.
    pub text_version: i32,
    /// JSON of the content, all languages.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub updated_at: i64,
    /// Whose campaign it is; the first organisation's, unless it was given to another.
    pub organisation_id: i32,
    /// Since when it is out of the studio's lists.
    pub archived_at: Option<i64>,
    /// When what is written will be published by itself, by whom, and what it says of the changed text.
    pub publish_at: Option<i64>,
    pub publish_by: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub publish_note: String,
    /// When it should have been, and was not whole.
    pub publish_missed_at: Option<i64>,
    /// The picture at the head of its page.
    pub picture_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
