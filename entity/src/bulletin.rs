use sea_orm::entity::prelude::*;

/// An update to supporters: what is being written of it, and how far it has been published. Its versions are beside it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bulletin")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Counts from 1 in each campaign, and names it in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i16,
    /// JSON of title and body in every language, as they are being written.
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    /// Rises with every change of the draft, so that of two who change it at once one is told.
    pub revision: i32,
    /// The newest published version; 0: none yet.
    pub version: i32,
    pub created_at: i64,
    pub changed_at: i64,
    /// The account that changed the draft last; empty: the program.
    pub changed_by: Option<Uuid>,
    /// When the first version was published.
    pub published_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
