//! Consent to updates. That which stands is in the signature, with its time, so that signing costs nothing more; what was
//! given on the supporter's page, and what has ended, has a row of its own here.

use entity::consent::{ActiveModel, Column, Entity, Model};
use entity::signature;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::campaigns;
use super::db::{Connection, StorageError};
use crate::domain::consent::{Consent, Ended, Given};
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;

fn stored(model: Model) -> Consent {
    let ended_by = model.ended_by.as_deref().and_then(Ended::parse);
    Consent {
        campaign: model.campaign_id,
        signature: model.signature_id,
        given_at: Moment(model.given_at),
        given_by: Given::parse(&model.given_by),
        lang: model.lang.parse().unwrap_or(Lang::En),
        digest: model.digest,
        ended: model.ended_at.map(Moment).zip(ended_by),
    }
}

fn active(consent: &Consent) -> ActiveModel {
    ActiveModel {
        campaign_id: Set(consent.campaign),
        signature_id: Set(consent.signature),
        given_at: Set(consent.given_at.0),
        given_by: Set(consent.given_by.as_str().to_owned()),
        lang: Set(consent.lang.code().to_owned()),
        digest: Set(consent.digest.clone()),
        ended_at: Set(consent.ended.map(|(at, _)| at.0)),
        ended_by: Set(consent.ended.map(|(_, by)| by.as_str().to_owned())),
    }
}

/// Writes down a consent. Of one that stands there already only the end is taken.
pub async fn put(db: &impl Connection, consent: &Consent) -> Result<(), StorageError> {
    let known = OnConflict::columns([Column::CampaignId, Column::SignatureId, Column::GivenAt])
        .update_columns([Column::EndedAt, Column::EndedBy])
        .to_owned();
    Entity::insert_many([active(consent)]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// Id, language, and since when.
type Standing = (i32, Uuid, String, i64);

async fn list_standing(db: &impl Connection, which: Condition) -> Result<Vec<Standing>, StorageError> {
    use signature::Column;
    let found = signature::Entity::find()
        .select_only()
        .columns([Column::CampaignId, Column::Id, Column::Lang, Column::UpdatesSince])
        .filter(which)
        .filter(Column::UpdatesSince.is_not_null())
        .order_by_asc(Column::CampaignId)
        .order_by_asc(Column::Id);
    Ok(found.into_tuple().all(db).await?)
}

fn of_form((campaign, signature, lang, since): Standing) -> Consent {
    let lang = lang.parse().unwrap_or(Lang::En);
    let given_at = Moment(since);
    Consent { campaign, signature, given_at, given_by: Given::Form, lang, digest: None, ended: None }
}

async fn end(db: &impl Connection, which: Condition, by: Ended, now: Moment) -> Result<u64, StorageError> {
    let standing = list_standing(db, which.clone()).await?;
    for one in &standing {
        put(db, &Consent { ended: Some((now, by)), ..of_form(one.clone()) }).await?;
    }
    let nothing = Expr::value(sea_orm::Value::BigInt(None));
    let update = signature::Entity::update_many().col_expr(signature::Column::UpdatesSince, nothing);
    if !standing.is_empty() {
        update.filter(which).exec(db).await?;
    }
    Ok(standing.len() as u64)
}

/// Ends the consent of one signature, if it gave any.
pub async fn end_one(
    db: &impl Connection,
    (campaign, id): (i32, Uuid),
    by: Ended,
    now: Moment,
) -> Result<(), StorageError> {
    end(db, super::signatures::only(campaign, id), by, now).await.map(|_| ())
}

/// Ends the consent of all signatures at an address, in one campaign or in all; returns how many that were.
pub async fn end_at(
    db: &impl Connection,
    address: Index,
    campaign: Option<i32>,
    by: Ended,
    now: Moment,
) -> Result<u64, StorageError> {
    // The campaign comes first in the index.
    let campaigns = match campaign {
        Some(campaign) => vec![campaign],
        None => campaigns::list_revisions(db).await?.into_iter().map(|(id, _)| id).collect(),
    };
    let these = Condition::all()
        .add(signature::Column::CampaignId.is_in(campaigns))
        .add(signature::Column::EmailIndex.eq(address.to_vec()));
    end(db, these, by, now).await
}

/// Deletes what is known of the consent of a signature that is erased.
pub async fn delete_of(db: &impl Connection, campaign: i32, signature: Uuid) -> Result<(), StorageError> {
    let these = Column::CampaignId.eq(campaign).and(Column::SignatureId.eq(signature));
    Entity::delete_many().filter(these).exec(db).await?;
    Ok(())
}

/// How many have unsubscribed from a campaign's updates since a moment.
pub async fn count_unsubscribed(
    db: &impl Connection,
    campaign: i32,
    since: Moment,
) -> Result<u64, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::EndedAt.gte(since.0))
        .filter(Column::EndedBy.is_in([Ended::Unsubscribe.as_str(), Ended::Page.as_str()]));
    Ok(these.count(db).await?)
}

/// Every consent of a signature, the one that stands included, in the order in which they were given.
pub async fn list_of(
    db: &impl Connection,
    campaign: i32,
    signature: Uuid,
) -> Result<Vec<Consent>, StorageError> {
    let these = Column::CampaignId.eq(campaign).and(Column::SignatureId.eq(signature));
    let rows = Entity::find().filter(these).order_by_asc(Column::GivenAt).all(db).await?;
    let mut all: Vec<Consent> = rows.into_iter().map(stored).collect();
    let standing = list_standing(db, super::signatures::only(campaign, signature)).await?;
    all.extend(unwritten(standing, &all));
    Ok(all)
}

/// Those that stand in their signatures alone.
fn unwritten(standing: Vec<Standing>, written: &[Consent]) -> Vec<Consent> {
    let key = |consent: &Consent| (consent.signature, consent.given_at);
    let consents = standing.into_iter().map(of_form);
    consents.filter(|one| !written.iter().any(|known| key(known) == key(one))).collect()
}

/// The consents of a campaign's signatures after one, for an export: those of up to `most` signatures, and the last of these
/// signatures, with which to ask on.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    after: Uuid,
    most: u64,
) -> Result<(Vec<Consent>, Option<Uuid>), StorageError> {
    let ids: Vec<Uuid> = signature::Entity::find()
        .select_only()
        .column(signature::Column::Id)
        .filter(signature::Column::CampaignId.eq(campaign))
        .filter(signature::Column::Id.gt(after))
        .order_by_asc(signature::Column::Id)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let Some(last) = ids.last().copied() else { return Ok((Vec::new(), None)) };
    let between = Column::SignatureId.gt(after).and(Column::SignatureId.lte(last));
    let rows = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(between).all(db).await?;
    let mut all: Vec<Consent> = rows.into_iter().map(stored).collect();
    let between = Condition::all()
        .add(signature::Column::CampaignId.eq(campaign))
        .add(signature::Column::Id.gt(after))
        .add(signature::Column::Id.lte(last));
    let standing = list_standing(db, between).await?;
    all.extend(unwritten(standing, &all));
    all.sort_by_key(|one| (one.signature, one.given_at));
    Ok((all, Some(last)))
}
