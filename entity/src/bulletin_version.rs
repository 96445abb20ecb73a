use sea_orm::entity::prelude::*;

/// The words of an update as they were published. Never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bulletin_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i16,
    /// 1, and one more with every correction.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// JSON of title and body in every language.
    #[sea_orm(column_type = "Text")]
    pub wording: String,
    pub published_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
