use sea_orm::entity::prelude::*;

/// Who campaigns here. What belongs to one is nothing to another.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(unique)]
    pub slug: String,
    /// Empty: the operator's name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
