use sea_orm::entity::prelude::*;

/// When a periodic job is due again, whichever node takes it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "turn")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub job: String,
    pub next_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
