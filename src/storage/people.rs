//! Everything that is held about whoever has an address, within the campaigns of one organisation.

use entity::{outbox, repeat, signature, suppression};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::outbox::{Owed, owed};
use super::repeats::Repeat;
use super::signatures::{only, stored};
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::signature::Signature;

fn bytes(indexes: &[Index]) -> Vec<Vec<u8>> {
    indexes.iter().map(|index| index.to_vec()).collect()
}

/// The signatures that stand at an address, whoever signed there, oldest first.
pub async fn list_signatures(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
) -> Result<Vec<Signature>, StorageError> {
    use signature::{Column, Entity};
    let rows = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::EmailIndex.is_in(bytes(addresses)))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// The forms that were sent again for a signature, oldest first.
pub async fn list_repeats(
    db: &impl Connection,
    campaign: i32,
    signature: Uuid,
) -> Result<Vec<Repeat>, StorageError> {
    use repeat::{Column, Entity};
    let of = Column::CampaignId.eq(campaign).and(Column::SignatureId.eq(signature));
    let rows = Entity::find().filter(of).order_by_asc(Column::CreatedAt);
    Ok(rows.all(db).await?.into_iter().map(Repeat::from).collect())
}

/// The record of a mail to somebody.
pub struct Record {
    pub mail: Owed,
    /// `queued`, or how it ended.
    pub state: String,
    pub ended_at: Option<Moment>,
}

/// The records of mails to an address, oldest first. They name no address, and are kept for some days. A mail that was not
/// sent and is not about one of `signatures` is not found: no index leads to it.
pub async fn list_mails(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
    signatures: &[Uuid],
) -> Result<Vec<Record>, StorageError> {
    use outbox::{Column, Entity};
    let to_it = Column::RecipientIndex.is_in(bytes(addresses));
    // Written out rather than bound: only then do the partial indexes serve.
    let by_address = to_it
        .clone()
        .and(Expr::cust("state = 'sent'"))
        .or(to_it.and(Expr::cust("state = 'queued' AND number <> 1")));
    let mine = Column::CampaignId.is_in(campaigns.iter().copied());
    let mut rows = Entity::find().filter(mine.clone()).filter(by_address).all(db).await?;
    // A first mail has its signature's id.
    let first = Entity::find().filter(mine).filter(Column::Id.is_in(signatures.iter().copied()));
    rows.extend(first.all(db).await?);
    rows.sort_by_key(|row| (row.created_at, row.id));
    rows.dedup_by_key(|row| row.id);
    let record = |row: outbox::Model| {
        let (state, ended_at) = (row.state.clone(), row.ended_at.map(Moment));
        Some(Record { mail: owed(row)?, state, ended_at })
    };
    Ok(rows.into_iter().filter_map(record).collect())
}

/// Campaigns about which an address gets no more mail: campaign, why, since when.
pub async fn list_suppressions(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
) -> Result<Vec<(i32, String, Moment)>, StorageError> {
    use suppression::{Column, Entity};
    let rows = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::EmailIndex.is_in(bytes(addresses)))
        .order_by_asc(Column::CampaignId);
    let rows = rows.all(db).await?.into_iter();
    Ok(rows.map(|row| (row.campaign_id, row.reason, Moment(row.created_at))).collect())
}

/// Where somebody lives, as it is counted.
pub struct Place {
    pub country: String,
    pub region: String,
    pub riding: String,
}

/// Puts a corrected person in the place of the one that was sealed, with the indexes of name and postal code.
pub async fn correct(
    db: &impl Connection,
    (campaign, id): (i32, Uuid),
    sealed: Vec<u8>,
    [name, postal]: [Index; 2],
    place: &Place,
) -> Result<(), StorageError> {
    use signature::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::NameIndex, Expr::value(name.to_vec()))
        .col_expr(Column::PostalIndex, Expr::value(postal.to_vec()))
        .col_expr(Column::Country, Expr::value(place.country.as_str()))
        .col_expr(Column::Region, Expr::value(place.region.as_str()))
        .col_expr(Column::Riding, Expr::value(place.riding.as_str()))
        .filter(only(campaign, id))
        .exec(db)
        .await?;
    Ok(())
}

/// Puts a signature under another address, in one of its places.
pub async fn readdress(
    db: &impl Connection,
    (campaign, id): (i32, Uuid),
    sealed: Vec<u8>,
    [email, name, postal]: [Index; 3],
    slot: i16,
) -> Result<(), StorageError> {
    use signature::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::EmailIndex, Expr::value(email.to_vec()))
        .col_expr(Column::NameIndex, Expr::value(name.to_vec()))
        .col_expr(Column::PostalIndex, Expr::value(postal.to_vec()))
        .col_expr(Column::Slot, Expr::value(slot))
        .filter(only(campaign, id))
        .exec(db)
        .await?;
    Ok(())
}
