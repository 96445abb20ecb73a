use entity::signature::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::{CaseStatement, Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::bulk;
use super::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes, locks_rows};
use crate::domain::display::Display;
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::mark::Marks;
use crate::domain::moment::Moment;
use crate::domain::signature::{Signature, State};

/// A signature about to be stored, already sealed and indexed.
#[derive(Clone, Debug)]
pub struct Row {
    pub campaign: i32,
    pub id: Uuid,
    pub lang: Lang,
    pub text_version: i32,
    pub sealed: Vec<u8>,
    pub email_index: Index,
    pub name_index: Index,
    pub postal_index: Index,
    pub network_index: Index,
    pub marks: Marks,
    pub slot: i16,
    pub country: String,
    pub region: String,
    pub riding: String,
    pub source: String,
    pub display: Display,
    pub updates_since: Option<Moment>,
    pub hold_reason: Option<&'static str>,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub code_only: bool,
}

pub(super) fn index(bytes: Option<Vec<u8>>) -> Option<Index> {
    bytes.and_then(|bytes| bytes.try_into().ok())
}

pub(super) fn stored(model: Model) -> Signature {
    Signature {
        campaign: model.campaign_id,
        id: model.id,
        state: State::parse(&model.state).unwrap_or(State::Invalidated),
        lang: model.lang.parse().unwrap_or(Lang::En),
        text_version: model.text_version,
        sealed: model.sealed,
        email_index: index(model.email_index),
        country: model.country,
        region: model.region,
        riding: model.riding,
        source: model.source,
        display: Display::parse(&model.display).unwrap_or_default(),
        updates_since: model.updates_since.map(Moment),
        hold_reason: model.hold_reason,
        mails: model.mails,
        code_attempts: model.code_attempts,
        created_at: Moment(model.created_at),
        expires_at: Moment(model.expires_at),
        confirmed_at: model.confirmed_at.map(Moment),
        place: model.place,
        ended_at: model.ended_at.map(Moment),
        code_only: model.code_only,
    }
}

fn active(row: Row) -> ActiveModel {
    ActiveModel {
        campaign_id: Set(row.campaign),
        id: Set(row.id),
        state: Set(State::Pending.as_str().to_owned()),
        lang: Set(row.lang.code().to_owned()),
        text_version: Set(row.text_version),
        sealed: Set(row.sealed),
        email_index: Set(Some(row.email_index.to_vec())),
        name_index: Set(Some(row.name_index.to_vec())),
        postal_index: Set(Some(row.postal_index.to_vec())),
        network_index: Set(Some(row.network_index.to_vec())),
        slot: Set(Some(row.slot)),
        country: Set(row.country),
        region: Set(row.region),
        riding: Set(row.riding),
        source: Set(row.source),
        display: Set(row.display.as_str().to_owned()),
        updates_since: Set(row.updates_since.map(|at| at.0)),
        hold_reason: Set(row.hold_reason.map(str::to_owned)),
        mails: Set(1),
        code_attempts: Set(0),
        created_at: Set(row.created_at.0),
        expires_at: Set(row.expires_at.0),
        confirmed_at: Set(None),
        place: Set(None),
        ended_at: Set(None),
        code_only: Set(row.code_only),
        bounced_at: Set(None),
        domain_index: Set(Some(row.marks.domain.to_vec())),
        name_mark: Set(Some(row.marks.name)),
        place_mark: Set(Some(row.marks.place)),
    }
}

/// Inserts what the duplicate rule allows and returns how many that were: fewer than given means that another node was first.
pub async fn insert(db: &impl Connection, rows: Vec<Row>) -> Result<u64, StorageError> {
    let place_taken =
        OnConflict::columns([Column::CampaignId, Column::EmailIndex, Column::Slot]).do_nothing().to_owned();
    if locks_rows(db) && !rows.is_empty() {
        return bulk::insert_signatures(db, &rows).await;
    }
    let mut inserted = 0;
    for some in in_fixed_sizes(rows, MOST_ROWS) {
        let insert = Entity::insert_many(some.into_iter().map(active)).on_conflict(place_taken.clone());
        inserted += insert.exec_without_returning(db).await?;
    }
    Ok(inserted)
}

/// Inserts those at whose address nobody has signed, each with its confirmation mail, by one statement, and returns their
/// ids. Only PostgreSQL can.
pub async fn insert_new(db: &impl Connection, rows: &[Row]) -> Result<Vec<Uuid>, StorageError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    bulk::insert_new(db, rows).await
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Signature>, StorageError> {
    Ok(Entity::find_by_id((campaign, id)).one(db).await?.map(stored))
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
) -> Result<Option<Signature>, StorageError> {
    let mut found = Entity::find_by_id((campaign, id));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(stored))
}

/// Several of one campaign, in no order; unknown ones are left out.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
) -> Result<Vec<Signature>, StorageError> {
    let mut found = Vec::with_capacity(ids.len());
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let these = Column::CampaignId.eq(campaign).and(among(db, Column::Id, some));
        found.extend(Entity::find().filter(these).all(db).await?.into_iter().map(stored));
    }
    Ok(found)
}

/// The same, kept from others until the transaction ends, and locked in the order of their ids, so that two nodes never
/// wait for each other.
pub async fn list_to_change(
    db: &impl Connection,
    campaign: i32,
    mut ids: Vec<Uuid>,
) -> Result<Vec<Signature>, StorageError> {
    ids.sort_unstable();
    let mut found = Vec::with_capacity(ids.len());
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let these = Column::CampaignId.eq(campaign).and(among(db, Column::Id, some));
        let mut rows = Entity::find().filter(these).order_by_asc(Column::Id);
        if locks_rows(db) {
            rows = rows.lock_exclusive();
        }
        found.extend(rows.all(db).await?.into_iter().map(stored));
    }
    Ok(found)
}

pub(super) fn only(campaign: i32, id: Uuid) -> sea_orm::Condition {
    sea_orm::Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Id.eq(id))
}

/// The places in the count that signatures get by one confirming.
pub type Places = Vec<(Uuid, i64)>;

/// How many places one statement gives out: each row is compared with every one of them.
const MOST_PLACES: usize = 64;

/// Pending becomes confirmed or held, and held becomes confirmed, each with its place. Returns how many did: those that
/// were no longer `from` did not.
pub async fn confirm(
    db: &impl Connection,
    campaign: i32,
    places: Places,
    (from, to): (State, State),
    now: Moment,
) -> Result<u64, StorageError> {
    if locks_rows(db) && !places.is_empty() {
        return bulk::confirm(db, campaign, &places, (from, to), now).await;
    }
    let mut confirmed = 0;
    for some in in_fixed_sizes(places, MOST_PLACES) {
        let place = some.iter().fold(CaseStatement::new(), |case, (id, place)| {
            case.case(Column::Id.eq(*id), Expr::value(*place))
        });
        let ids = some.iter().map(|(id, _)| *id);
        let done = Entity::update_many()
            .col_expr(Column::State, Expr::value(to.as_str()))
            .col_expr(Column::ConfirmedAt, Expr::value(now.0))
            .col_expr(Column::Place, place.into())
            .filter(Column::CampaignId.eq(campaign).and(Column::Id.is_in(ids)))
            .filter(Column::State.eq(from.as_str()))
            .exec(db)
            .await?;
        confirmed += done.rows_affected;
    }
    Ok(confirmed)
}

pub async fn delete(db: &impl Connection, campaign: i32, id: Uuid) -> Result<(), StorageError> {
    Entity::delete_many().filter(only(campaign, id)).exec(db).await?;
    Ok(())
}

/// One more confirmation mail: its code has all its attempts again, and the signature all its days.
pub async fn count_mail(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    expires_at: Moment,
) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Mails, Expr::col(Column::Mails).add(1))
        .col_expr(Column::CodeAttempts, Expr::value(0))
        .col_expr(Column::ExpiresAt, Expr::value(expires_at.0))
        .filter(only(campaign, id))
        .exec(db)
        .await?;
    Ok(())
}

pub async fn count_wrong_code(db: &impl Connection, campaign: i32, id: Uuid) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::CodeAttempts, Expr::col(Column::CodeAttempts).add(1));
    update.filter(only(campaign, id)).exec(db).await?;
    Ok(())
}
