use sea_orm::entity::prelude::*;

/// A draft that somebody sends to themselves to see it as a mail. Deleted with the record of the mail.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rehearsal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub number: i16,
    pub account_id: Uuid,
    pub lang: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
