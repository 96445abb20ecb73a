use sea_orm::entity::prelude::*;

/// What a package is enclosed in while somebody fetches it: gone once that is over.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fetch_envelope")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub fetch_id: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
