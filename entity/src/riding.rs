use sea_orm::entity::prelude::*;

/// A riding of the table that is loaded.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "riding")]
pub struct Model {
    /// Where it stands in the table; what `riding_area` refers to.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i32,
    pub code: String,
    pub name_en: String,
    pub name_fr: String,
}

impl ActiveModelBehavior for ActiveModel {}
