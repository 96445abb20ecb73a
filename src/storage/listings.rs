//! What organisations set for their forms: limits of their own, and networks and mail domains.

use entity::{listing, own_limit};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::household::Index;
use crate::domain::listing::Kind;
use crate::domain::moment::Moment;
use crate::domain::own_limits::OwnLimits;

/// What an organisation has set, who changed it last, and when.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub organisation: i32,
    pub limits: OwnLimits,
    pub revision: i32,
    pub changed_by: String,
    pub changed_at: Moment,
}

/// A network or a domain as it is stored, with its note sealed.
#[derive(Clone, Debug)]
pub struct Listed {
    pub organisation: i32,
    pub id: Uuid,
    pub kind: Kind,
    pub sealed: Vec<u8>,
    pub added_by: String,
    pub added_at: Moment,
    pub expires_at: Option<Moment>,
}

fn count(stored: Option<i32>) -> Option<u32> {
    stored.and_then(|n| u32::try_from(n).ok())
}

fn stored(model: own_limit::Model) -> Settings {
    Settings {
        organisation: model.organisation_id,
        limits: OwnLimits {
            network_burst: count(model.network_burst),
            network_sustained: count(model.network_sustained),
            campaign_burst: count(model.campaign_burst),
            campaign_sustained: count(model.campaign_sustained),
        },
        revision: model.revision,
        changed_by: model.changed_by,
        changed_at: Moment(model.changed_at),
    }
}

/// What the organisations have set that have set anything.
pub async fn list_set(db: &impl Connection) -> Result<Vec<Settings>, StorageError> {
    Ok(own_limit::Entity::find().all(db).await?.into_iter().map(stored).collect())
}

pub async fn find_set(db: &impl Connection, organisation: i32) -> Result<Option<Settings>, StorageError> {
    Ok(own_limit::Entity::find_by_id(organisation).one(db).await?.map(stored))
}

/// Sets the limits of an organisation; none are given where only what it lists has changed. All nodes read it anew.
pub async fn change(
    db: &impl Connection,
    organisation: i32,
    limits: Option<OwnLimits>,
    (by, now): (&str, Moment),
) -> Result<(), StorageError> {
    use own_limit::{ActiveModel, Column, Entity};
    let number = |n: Option<u32>| Set(n.and_then(|n| i32::try_from(n).ok()));
    let new = limits.unwrap_or_default();
    let model = ActiveModel {
        organisation_id: Set(organisation),
        network_burst: number(new.network_burst),
        network_sustained: number(new.network_sustained),
        campaign_burst: number(new.campaign_burst),
        campaign_sustained: number(new.campaign_sustained),
        revision: Set(1),
        changed_by: Set(by.to_owned()),
        changed_at: Set(now.0),
    };
    let next = Expr::col((Entity, Column::Revision)).add(1);
    let mut known = OnConflict::column(Column::OrganisationId);
    known.value(Column::Revision, next);
    if limits.is_some() {
        known.update_columns([
            Column::NetworkBurst,
            Column::NetworkSustained,
            Column::CampaignBurst,
            Column::CampaignSustained,
            Column::ChangedBy,
            Column::ChangedAt,
        ]);
    }
    Entity::insert(model).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

fn listed(row: listing::Model) -> Option<Listed> {
    Some(Listed {
        organisation: row.organisation_id,
        id: row.id,
        kind: Kind::parse(&row.kind)?,
        sealed: row.sealed,
        added_by: row.added_by,
        added_at: Moment(row.added_at),
        expires_at: row.expires_at.map(Moment),
    })
}

/// All that an organisation lists, newest first.
pub async fn list(db: &impl Connection, organisation: i32) -> Result<Vec<Listed>, StorageError> {
    let rows = listing::Entity::find()
        .filter(listing::Column::OrganisationId.eq(organisation))
        .order_by_desc(listing::Column::Id);
    Ok(rows.all(db).await?.into_iter().filter_map(listed).collect())
}

/// All that is listed by anybody, to be sealed anew.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Listed>, StorageError> {
    let mut rows = listing::Entity::find();
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    Ok(rows.all(db).await?.into_iter().filter_map(listed).collect())
}

/// Lists something; what the organisation has listed under the same mark makes way for it.
pub async fn put(db: &impl Connection, new: Listed, mark: Index) -> Result<(), StorageError> {
    use listing::{ActiveModel, Column, Entity};
    let model = ActiveModel {
        organisation_id: Set(new.organisation),
        id: Set(new.id),
        kind: Set(new.kind.as_str().to_owned()),
        mark: Set(mark.to_vec()),
        sealed: Set(new.sealed),
        added_by: Set(new.added_by),
        added_at: Set(new.added_at.0),
        expires_at: Set(new.expires_at.map(|at| at.0)),
    };
    // With its id, to which what is sealed belongs.
    let again = OnConflict::columns([Column::OrganisationId, Column::Kind, Column::Mark])
        .update_columns([Column::Id, Column::Sealed, Column::AddedBy, Column::AddedAt, Column::ExpiresAt])
        .to_owned();
    Entity::insert(model).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

pub async fn reseal(
    db: &impl Connection,
    (organisation, id): (i32, Uuid),
    sealed: Vec<u8>,
    mark: Index,
) -> Result<(), StorageError> {
    listing::Entity::update_many()
        .col_expr(listing::Column::Sealed, Expr::value(sealed))
        .col_expr(listing::Column::Mark, Expr::value(mark.to_vec()))
        .filter(listing::Column::OrganisationId.eq(organisation))
        .filter(listing::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes something off the list; whether it was on it.
pub async fn delete(db: &impl Connection, organisation: i32, id: Uuid) -> Result<bool, StorageError> {
    let done = listing::Entity::delete_by_id((organisation, id)).exec(db).await?;
    Ok(done.rows_affected == 1)
}

/// Whose listing it is, if there is one of this id.
pub async fn organisation_of(db: &impl Connection, id: Uuid) -> Result<Option<i32>, StorageError> {
    let found = listing::Entity::find().filter(listing::Column::Id.eq(id)).one(db).await?;
    Ok(found.map(|row| row.organisation_id))
}

/// Forgets what has expired; returns how many.
pub async fn purge_expired(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    let expired = listing::Column::ExpiresAt.lte(now.0);
    Ok(listing::Entity::delete_many().filter(expired).exec(db).await?.rows_affected)
}
