use sea_orm::entity::prelude::*;

/// A piece of the file of a printing, sealed: it holds names and messages.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "printing_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub printing_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
