//! Signatures as a moderator looks through them: by condition, page by page, without anything personal.

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition as All, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::signatures::{index, stored};
use crate::domain::condition::Condition;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::signature::{Signature, State};

/// How many signatures one page looks through at the most, where no index leads to those that meet the condition.
pub const LOOKED_THROUGH: u64 = 20_000;

/// A condition as the database can ask it.
#[derive(Clone, Debug, Default)]
pub struct Sieve {
    pub condition: Condition,
    /// The blind index of its domain.
    pub domain: Option<Index>,
    /// Only those of these states; of any, where none is named.
    pub states: Vec<State>,
    /// Only who had signed and confirmed by then.
    pub frozen_at: Option<Moment>,
}

impl Sieve {
    fn all(&self) -> All {
        let asked = &self.condition;
        let mut all = All::all()
            .add_option(asked.reason.as_ref().map(|reason| Column::HoldReason.eq(reason)))
            .add_option(asked.country.as_ref().map(|country| Column::Country.eq(country)))
            .add_option(asked.region.as_ref().map(|region| Column::Region.eq(region)))
            .add_option(self.domain.map(|domain| Column::DomainIndex.eq(domain.to_vec())))
            .add_option(asked.network.map(|network| Column::NetworkIndex.eq(network.to_vec())))
            .add_option(asked.name.map(|name| Column::NameMark.eq(name)))
            .add_option(asked.lang.map(|lang| Column::Lang.eq(lang.code())))
            .add_option(asked.from.map(|from| Column::CreatedAt.gte(from.0)))
            .add_option(asked.until.map(|until| Column::CreatedAt.lt(until.0)))
            // Written out rather than bound: only then does the planner know that the index of the held serves.
            .add_option(asked.state.map(|state| Expr::cust(format!("state = '{}'", state.as_str()))));
        if let Some((from, until)) = asked.delay {
            let delay = || Expr::col(Column::ConfirmedAt).sub(Expr::col(Column::CreatedAt));
            all = all.add(delay().gte(from * 1000)).add(delay().lt(until * 1000));
        }
        if !self.states.is_empty() {
            all = all.add(Column::State.is_in(self.states.iter().map(|state| state.as_str())));
        }
        if let Some(frozen) = self.frozen_at {
            let confirmed = Column::ConfirmedAt.is_null().or(Column::ConfirmedAt.lte(frozen.0));
            all = all.add(Column::CreatedAt.lte(frozen.0)).add(confirmed);
        }
        all
    }

    /// Whether those that meet it are found by an index of their own.
    fn is_narrow(&self) -> bool {
        self.condition.state == Some(State::Held)
    }
}

/// A signature in a list.
#[derive(Clone, Debug)]
pub struct Seen {
    pub id: Uuid,
    pub state: State,
    pub reason: Option<String>,
    pub country: String,
    pub region: String,
    pub lang: String,
    pub network: Option<Index>,
    pub created_at: Moment,
    pub confirmed_at: Option<Moment>,
}

/// Id, state, reason, country, region, language, network, signed and confirmed.
type Columns = (Uuid, String, Option<String>, String, String, String, Option<Vec<u8>>, i64, Option<i64>);

fn columns(select: Select<Entity>) -> Select<Entity> {
    select.select_only().columns([
        Column::Id,
        Column::State,
        Column::HoldReason,
        Column::Country,
        Column::Region,
        Column::Lang,
        Column::NetworkIndex,
        Column::CreatedAt,
        Column::ConfirmedAt,
    ])
}

fn seen(row: Columns) -> Seen {
    let (id, state, reason, country, region, lang, network, created_at, confirmed_at) = row;
    Seen {
        id,
        state: State::parse(&state).unwrap_or(State::Invalidated),
        reason,
        country,
        region,
        lang,
        network: index(network),
        created_at: Moment(created_at),
        confirmed_at: confirmed_at.map(Moment),
    }
}

/// Some of a list, and where it goes on; nowhere at its end.
#[derive(Debug)]
pub struct Page {
    pub rows: Vec<Seen>,
    pub next: Option<Uuid>,
}

/// Those that meet the condition, newest first, before `before`. A page may be empty and go on all the same, where it has
/// looked through as many as it may.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    sieve: &Sieve,
    before: Option<Uuid>,
    most: u64,
) -> Result<Page, StorageError> {
    let here = || {
        let before = before.map(|before| Column::Id.lt(before));
        All::all().add(Column::CampaignId.eq(campaign)).add_option(before)
    };
    let end: Option<Uuid> = if sieve.is_narrow() {
        None
    } else {
        let ids = Entity::find().select_only().column(Column::Id).filter(here());
        ids.order_by_desc(Column::Id).offset(LOOKED_THROUGH).limit(1).into_tuple().one(db).await?
    };
    let found = columns(Entity::find())
        .filter(here())
        .filter(sieve.all())
        .filter(All::all().add_option(end.map(|end| Column::Id.gt(end))))
        .order_by_desc(Column::Id)
        .limit(most + 1);
    let rows: Vec<Columns> = found.into_tuple().all(db).await?;
    let mut rows: Vec<Seen> = rows.into_iter().map(seen).collect();
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if rows.len() > most {
        rows.truncate(most);
        let next = rows.last().map(|row| row.id);
        return Ok(Page { rows, next });
    }
    // What ends the part that was looked through was not looked at itself.
    let next = end.map(|end| Uuid::from_u128(end.as_u128() + 1));
    Ok(Page { rows, next })
}

/// How many meet the condition, by state.
pub async fn count(
    db: &impl Connection,
    campaign: i32,
    sieve: &Sieve,
) -> Result<Vec<(State, i64)>, StorageError> {
    let rows: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "signatures")
        .filter(Column::CampaignId.eq(campaign))
        .filter(sieve.all())
        .group_by(Column::State)
        .order_by_asc(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(state, n)| Some((State::parse(&state)?, n))).collect())
}

/// The next that meet the condition in the order of their ids, after `after`, and how far was looked.
pub async fn walk(
    db: &impl Connection,
    campaign: i32,
    sieve: &Sieve,
    after: Uuid,
    most: u64,
) -> Result<(Vec<Uuid>, Option<Uuid>), StorageError> {
    let here = || Column::CampaignId.eq(campaign).and(Column::Id.gt(after));
    let ids = || Entity::find().select_only().column(Column::Id).order_by_asc(Column::Id);
    let end: Option<Uuid> =
        ids().filter(here()).offset(LOOKED_THROUGH - 1).limit(1).into_tuple().one(db).await?;
    let found: Vec<Uuid> = ids()
        .filter(here())
        .filter(sieve.all())
        .filter(All::all().add_option(end.map(|end| Column::Id.lte(end))))
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let far = if found.len() as u64 == most { found.last().copied() } else { end };
    Ok((found, far))
}

/// The signatures at an address.
pub async fn list_at(
    db: &impl Connection,
    campaign: i32,
    email: Index,
) -> Result<Vec<Signature>, StorageError> {
    let rows =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::EmailIndex.eq(email.to_vec()));
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// Those whose name, or place, has this mark: more than are looked for, since many share one.
pub async fn list_marked(
    db: &impl Connection,
    campaign: i32,
    (name, place): (Option<i16>, Option<i16>),
    most: u64,
) -> Result<Vec<Signature>, StorageError> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(All::all().add_option(name.map(|name| Column::NameMark.eq(name))))
        .filter(All::all().add_option(place.map(|place| Column::PlaceMark.eq(place))))
        .order_by_desc(Column::Id)
        .limit(most);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// One of them as a list has it.
pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Seen>, StorageError> {
    let row = columns(Entity::find_by_id((campaign, id)));
    Ok(row.into_tuple().one(db).await?.map(seen))
}

/// The newest before `before` whose person is there, each with its network: a sample to look for patterns in.
pub async fn sample(
    db: &impl Connection,
    campaign: i32,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<(Signature, Option<Index>)>, StorageError> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(All::all().add_option(before.map(|before| Column::Id.lt(before))))
        .filter(Column::EmailIndex.is_not_null())
        .order_by_desc(Column::Id)
        .limit(most);
    let rows = rows.all(db).await?.into_iter().map(|row| {
        let network = index(row.network_index.clone());
        (stored(row), network)
    });
    Ok(rows.collect())
}
