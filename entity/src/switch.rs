use sea_orm::entity::prelude::*;

/// What staff have switched on or off for all nodes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "switch")]
pub struct Model {
    /// `mail`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub is_on: bool,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
