use sea_orm::entity::prelude::*;

/// A campaign's open letter: what organisers set about it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Rises with every change of what its page shows, so that a running service notices.
    pub revision: i32,
    pub shown: bool,
    /// Who may sign it.
    pub organisations: bool,
    pub professionals: bool,
    /// `weight` or `alphabet`.
    pub sorting: String,
    /// The version of its text that is signed now.
    pub text_version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
