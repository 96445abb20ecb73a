use sea_orm::entity::prelude::*;

/// A picture of a campaign; what is seen of it is in its copies.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "picture")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub created_at: i64,
    /// JSON: what it shows, in every language.
    #[sea_orm(column_type = "Text")]
    pub alternative: String,
    #[sea_orm(column_type = "Text")]
    pub credit: String,
}

impl ActiveModelBehavior for ActiveModel {}
