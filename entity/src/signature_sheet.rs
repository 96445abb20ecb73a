use sea_orm::entity::prelude::*;

/// A sheet of signatures that is typed in. Its number is the one written on the paper.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signature_sheet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub batch: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub opened_by: Option<Uuid>,
    pub opened_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
