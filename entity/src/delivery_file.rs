use sea_orm::entity::prelude::*;

/// A file of a package; the archive is one too.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub package_id: Uuid,
    pub name: String,
    pub bytes: i64,
    /// How many; below 0 while it is being written.
    pub pieces: i32,
}

impl ActiveModelBehavior for ActiveModel {}
