//! The paper that goes along with a delivery.

use entity::delivery_paper::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::Of;
use crate::domain::delivery::Paper;
use crate::storage::db::{Connection, StorageError};

/// Puts these in place of what went along, each with how many cards or signatures it has.
pub async fn replace(
    db: &impl Connection,
    (campaign, delivery): Of,
    papers: &[(Paper, i64)],
) -> Result<(), StorageError> {
    let of = Entity::delete_many().filter(Column::CampaignId.eq(campaign));
    of.filter(Column::Delivery.eq(delivery)).exec(db).await?;
    for (paper, many) in papers {
        let (kind, number) = paper.parts();
        let row = ActiveModel {
            campaign_id: Set(campaign),
            delivery: Set(delivery),
            kind: Set(kind.to_owned()),
            number: Set(number),
            many: Set(*many),
        };
        Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Every paper of a campaign that goes along with one of its deliveries: the delivery, the paper, how many.
pub async fn list_all(db: &impl Connection, campaign: i32) -> Result<Vec<(i32, Paper, i64)>, StorageError> {
    let rows: Vec<(i32, String, i32, i64)> = Entity::find()
        .select_only()
        .columns([Column::Delivery, Column::Kind, Column::Number, Column::Many])
        .filter(Column::CampaignId.eq(campaign))
        .order_by_asc(Column::Delivery)
        .order_by_asc(Column::Kind)
        .order_by_asc(Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    let paper = |(delivery, kind, number, many): (i32, String, i32, i64)| {
        Some((delivery, Paper::of(&kind, number)?, many))
    };
    Ok(rows.into_iter().filter_map(paper).collect())
}

/// What goes along with one.
pub async fn list(db: &impl Connection, (campaign, delivery): Of) -> Result<Vec<(Paper, i64)>, StorageError> {
    let all = list_all(db, campaign).await?.into_iter();
    Ok(all.filter(|(of, ..)| *of == delivery).map(|(_, paper, many)| (paper, many)).collect())
}
