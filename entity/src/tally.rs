use sea_orm::entity::prelude::*;

/// The count of one campaign, moved in the transaction that confirms or withdraws.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tally")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    /// Signatures confirmed online and standing.
    pub online: i64,
    /// Signatures counted on paper.
    pub paper: i64,
    /// Postcards written here, confirmed and standing; counted on paper; and of those written here how many were sent.
    pub cards_online: i64,
    pub cards_paper: i64,
    pub cards_sent: i64,
    /// Rises with every change of the count or of the names shown.
    pub revision: i64,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
