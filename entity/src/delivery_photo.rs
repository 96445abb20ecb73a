use sea_orm::entity::prelude::*;

/// The photo of a stamped copy, beside the step that it belongs to.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_photo")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub step_id: Uuid,
    /// A JPEG, sealed.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
