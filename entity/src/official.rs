use sea_orm::entity::prelude::*;

/// A public official in the directory of an organisation. Nothing here is secret.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "official")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: i32,
    /// Rises with every change.
    pub revision: i32,
    /// JSON of all that is known; what is searched is repeated below.
    #[sea_orm(column_type = "Text")]
    pub details: String,
    /// Family name, given name and riding, folded: the order of the list. With the id it is the key of a page.
    #[sea_orm(column_type = "Text")]
    pub sorting: String,
    /// Given name and family name, folded.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub party: String,
    pub province: String,
    /// Folded, to be found by a part of it.
    pub riding: String,
    /// The last day in office, as `2026-11-22`; empty while there is none.
    pub until: String,
    /// Whom this entry was merged into.
    pub merged_into: Option<Uuid>,
    /// JSON: what takes the merging back.
    #[sea_orm(column_type = "Text", nullable)]
    pub merged_over: Option<String>,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
