//! How long an organisation keeps what, and when its campaigns were handed over for the last time.

use std::collections::BTreeMap;

use entity::{final_delivery, retention_term};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;
use crate::domain::retention::{FinalDelivery, Own, Term};

/// The terms that an organisation has of its own.
pub async fn list_terms(
    db: &impl Connection,
    organisation: i32,
) -> Result<BTreeMap<Term, Own>, StorageError> {
    use retention_term::{Column, Entity};
    let rows = Entity::find().filter(Column::OrganisationId.eq(organisation)).all(db).await?;
    let own = |row: retention_term::Model| {
        let days = u32::try_from(row.days).ok()?;
        Some((Term::parse(&row.kind)?, Own { days, changed_at: Moment(row.changed_at) }))
    };
    Ok(rows.into_iter().filter_map(own).collect())
}

pub async fn put_term(
    db: &impl Connection,
    organisation: i32,
    term: Term,
    own: Own,
) -> Result<(), StorageError> {
    use retention_term::{ActiveModel, Column, Entity};
    let model = ActiveModel {
        organisation_id: Set(organisation),
        kind: Set(term.as_str().to_owned()),
        days: Set(i32::try_from(own.days).unwrap_or(i32::MAX)),
        changed_at: Set(own.changed_at.0),
    };
    let known = OnConflict::columns([Column::OrganisationId, Column::Kind])
        .update_columns([Column::Days, Column::ChangedAt])
        .to_owned();
    Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete_term(db: &impl Connection, organisation: i32, term: Term) -> Result<(), StorageError> {
    use retention_term::Entity;
    Entity::delete_by_id((organisation, term.as_str().to_owned())).exec(db).await?;
    Ok(())
}

/// When campaigns were handed over for the last time, where that was told.
pub async fn list_deliveries(db: &impl Connection) -> Result<BTreeMap<i32, FinalDelivery>, StorageError> {
    let rows = final_delivery::Entity::find().all(db).await?.into_iter();
    let delivery = |row: final_delivery::Model| {
        (row.campaign_id, FinalDelivery { at: Moment(row.at), told_at: Moment(row.changed_at) })
    };
    Ok(rows.map(delivery).collect())
}

pub async fn put_delivery(
    db: &impl Connection,
    campaign: i32,
    delivery: FinalDelivery,
) -> Result<(), StorageError> {
    use final_delivery::{ActiveModel, Column, Entity};
    let model = ActiveModel {
        campaign_id: Set(campaign),
        at: Set(delivery.at.0),
        changed_at: Set(delivery.told_at.0),
    };
    let known =
        OnConflict::column(Column::CampaignId).update_columns([Column::At, Column::ChangedAt]).to_owned();
    Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete_delivery(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    final_delivery::Entity::delete_by_id(campaign).exec(db).await?;
    Ok(())
}
