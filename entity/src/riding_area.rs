use sea_orm::entity::prelude::*;

/// The postal codes of one forward sortation area, each with its riding.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "riding_area")]
pub struct Model {
    /// The first three characters of its codes, as a number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub area: i32,
    /// Four bytes for each code, in their order: its last three characters and the place of its riding, as numbers of 16
    /// bits, the high byte first.
    #[sea_orm(column_type = "Blob")]
    pub codes: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
