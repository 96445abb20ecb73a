use sea_orm::entity::prelude::*;

/// A picture in one width, as a JPEG.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "picture_copy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub picture_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub width: i32,
    pub height: i32,
    /// SHA-256 of the bytes, in hexadecimal, cut: its name in addresses.
    pub hash: String,
    pub bytes: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
