use sea_orm::entity::prelude::*;

/// A browser in which somebody is logged in. Whoever reads this table can log in nowhere: the token is not in it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// SHA-256 of the token, which is 256 bits of chance.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub hash: Vec<u8>,
    /// What it is called by in forms.
    pub id: Uuid,
    pub account_id: Uuid,
    /// The browser and the system that it said it is, in a word or two.
    pub device: String,
    pub created_at: i64,
    pub seen_at: i64,
    /// When it ends, unless it is used before.
    pub expires_at: i64,
    /// When whoever is logged in last proved who they are.
    pub proved_at: i64,
    /// No session yet: the password was right, and the second step is still to come.
    pub awaits_code: bool,
    /// How many wrong codes the second step has had.
    pub tries: i16,
}

impl ActiveModelBehavior for ActiveModel {}
