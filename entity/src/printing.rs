use sea_orm::entity::prelude::*;

/// A file made of a print run or of a part of it, on one paper. Its bytes are in its parts.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "printing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub run: i32,
    /// `shop`, `letter_4`, `a4` or `letter_2`.
    pub stock: String,
    /// The first and the last card that is in it, counted from 1.
    pub first: i32,
    pub last: i32,
    /// `making`, `ready`, `failed`, `cancelled` or `discarded`.
    pub state: String,
    /// How many cards have been laid out.
    pub done: i32,
    /// Cards whose writers had left: they are not in it.
    pub left_out: i32,
    /// How often it was begun.
    pub attempts: i32,
    /// Who makes it, and until when nobody else may.
    pub claim: Option<Uuid>,
    pub leased_until: i64,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
