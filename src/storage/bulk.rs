//! Many rows at once on PostgreSQL: one array a column, so that one small statement serves every number of rows. A list of
//! values would be planned anew with thousands of parameters.

use sea_orm::{DbBackend, Statement, Value};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::outbox::{Kind, Owed};
use super::signatures::{Places, Row};
use crate::domain::moment::Moment;
use crate::domain::signature::State;

macro_rules! columns {
    () => {
        "campaign_id, id, state, lang, text_version, sealed, email_index, name_index, postal_index, network_index, slot, \
        country, region, display, updates_since, hold_reason, mails, code_attempts, created_at, expires_at, code_only, \
        domain_index, name_mark, place_mark, riding, source"
    };
}

macro_rules! values {
    () => {
        "campaign, id, 'pending', lang, version, sealed, email, name, postal, network, slot, country, region, display, \
        NULLIF(updates, -1), NULLIF(hold, ''), 1, 0, created, expires, code, \
        domain, name_mark, place_mark, riding, source"
    };
}

macro_rules! given {
    () => {
        "unnest($1::int4[], $2::uuid[], $3::text[], $4::int4[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[], \
        $9::bytea[], $10::int2[], $11::text[], $12::text[], $13::text[], $14::int8[], $15::text[], $16::int8[], \
        $17::int8[], $18::bool[], $19::bytea[], $20::int2[], $21::int2[], $22::text[], $23::text[]"
    };
}

macro_rules! names {
    () => {
        "campaign, id, lang, version, sealed, email, name, postal, network, slot, country, region, display, updates, \
        hold, created, expires, code, domain, name_mark, place_mark, riding, source"
    };
}

const SIGNATURES: &str = concat!(
    "INSERT INTO signature (",
    columns!(),
    ") SELECT ",
    values!(),
    " FROM ",
    given!(),
    ") AS new (",
    names!(),
    ") ON CONFLICT (campaign_id, email_index, slot) DO NOTHING"
);

/// Who is new at an address, and their mails, in one journey: the statement is a transaction by itself. An address is
/// looked up for each row by itself, since whole tables must not be read for it. A first mail has its signature's id.
const NEW: &str = concat!(
    "WITH signed AS (INSERT INTO signature (",
    columns!(),
    ") SELECT ",
    values!(),
    " FROM ",
    given!(),
    ") AS new (",
    names!(),
    ") WHERE (SELECT held.id FROM signature held WHERE held.campaign_id = campaign AND held.email_index = email LIMIT 1) \
    IS NULL ON CONFLICT (campaign_id, email_index, slot) DO NOTHING \
    RETURNING campaign_id, id, email_index, created_at), \
    mailed AS (INSERT INTO outbox (campaign_id, id, kind, lane, subject_id, number, recipient_index, state, attempts, \
    due_at, leased_until, created_at) SELECT campaign_id, id, $24, $25, id, 1, email_index, 'queued', 0, created_at, 0, \
    created_at FROM signed) SELECT id FROM signed"
);

const MAILS: &str = "INSERT INTO outbox (campaign_id, id, kind, lane, subject_id, number, recipient_index, state, attempts, \
    due_at, leased_until, created_at) \
    SELECT campaign, id, kind, lane, subject, number, recipient, 'queued', 0, created, 0, created \
    FROM unnest($1::int4[], $2::uuid[], $3::text[], $4::int2[], $5::uuid[], $6::int2[], $7::bytea[], $8::int8[]) \
    AS new (campaign, id, kind, lane, subject, number, recipient, created)";

/// The state is asked for in brackets, which hides it from the planner: else it would go through all that are pending, of
/// which its statistics know none on the morning of a signing day.
const PLACES: &str = "UPDATE signature SET state = $1, confirmed_at = $2, place = new.place \
    FROM unnest($3::uuid[], $4::int8[]) AS new (id, place) \
    WHERE signature.campaign_id = $5 AND signature.id = new.id AND signature.state = (SELECT $6)";

/// One column of all rows.
fn column<R, T>(rows: &[R], of: impl Fn(&R) -> T) -> Value
where
    Vec<T>: Into<Value>,
{
    rows.iter().map(of).collect::<Vec<T>>().into()
}

async fn execute(db: &impl Connection, sql: &str, values: Vec<Value>) -> Result<u64, StorageError> {
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
    Ok(db.execute_raw(statement).await?.rows_affected())
}

fn signatures(rows: &[Row]) -> Vec<Value> {
    vec![
        column(rows, |row| row.campaign),
        column(rows, |row| row.id),
        column(rows, |row| row.lang.code().to_owned()),
        column(rows, |row| row.text_version),
        column(rows, |row| row.sealed.clone()),
        column(rows, |row| row.email_index.to_vec()),
        column(rows, |row| row.name_index.to_vec()),
        column(rows, |row| row.postal_index.to_vec()),
        column(rows, |row| row.network_index.to_vec()),
        column(rows, |row| row.slot),
        column(rows, |row| row.country.clone()),
        column(rows, |row| row.region.clone()),
        column(rows, |row| row.display.as_str().to_owned()),
        column(rows, |row| row.updates_since.map_or(-1, |at| at.0)),
        column(rows, |row| row.hold_reason.unwrap_or_default().to_owned()),
        column(rows, |row| row.created_at.0),
        column(rows, |row| row.expires_at.0),
        column(rows, |row| row.code_only),
        column(rows, |row| row.marks.domain.to_vec()),
        column(rows, |row| row.marks.name),
        column(rows, |row| row.marks.place),
        column(rows, |row| row.riding.clone()),
        column(rows, |row| row.source.clone()),
    ]
}

/// As [`super::signatures::insert`].
pub(super) async fn insert_signatures(db: &impl Connection, rows: &[Row]) -> Result<u64, StorageError> {
    execute(db, SIGNATURES, signatures(rows)).await
}

/// As [`super::signatures::insert_new`].
pub(super) async fn insert_new(db: &impl Connection, rows: &[Row]) -> Result<Vec<Uuid>, StorageError> {
    let mut values = signatures(rows);
    values.push(Kind::Confirm.as_str().into());
    values.push(Kind::Confirm.lane().number().into());
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, NEW, values);
    let stored = db.query_all_raw(statement).await?;
    Ok(stored.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

/// As [`super::outbox::insert`], for mails about a subject to a known recipient that carry nothing sealed. Others are given
/// back.
pub(super) async fn insert_mails(db: &impl Connection, mails: Vec<Owed>) -> Result<Vec<Owed>, StorageError> {
    let (plain, others): (Vec<Owed>, Vec<Owed>) = mails
        .into_iter()
        .partition(|mail| mail.subject.is_some() && mail.recipient.is_some() && mail.sealed.is_none());
    if plain.is_empty() {
        return Ok(others);
    }
    let values = vec![
        column(&plain, |mail| mail.campaign),
        column(&plain, |mail| mail.id),
        column(&plain, |mail| mail.kind.as_str().to_owned()),
        column(&plain, |mail| mail.kind.lane().number()),
        column(&plain, |mail| mail.subject.unwrap_or_default()),
        column(&plain, |mail| mail.number),
        column(&plain, |mail| mail.recipient.unwrap_or_default().to_vec()),
        column(&plain, |mail| mail.created_at.0),
    ];
    execute(db, MAILS, values).await?;
    Ok(others)
}

/// As [`super::signatures::confirm`].
pub(super) async fn confirm(
    db: &impl Connection,
    campaign: i32,
    places: &Places,
    (from, to): (State, State),
    now: Moment,
) -> Result<u64, StorageError> {
    let values = vec![
        to.as_str().into(),
        now.0.into(),
        column(places, |(id, _): &(Uuid, i64)| *id),
        column(places, |(_, place)| *place),
        campaign.into(),
        from.as_str().into(),
    ];
    execute(db, PLACES, values).await
}
