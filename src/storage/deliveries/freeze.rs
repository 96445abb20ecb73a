//! Who goes into a delivery: found in the order of the roll, and written down a part at a time, so that signing waits for none
//! of it.

use std::collections::HashMap;

use entity::delivery_line::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, Statement, Value};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::delivery::Delivery;
use crate::domain::delivery::order::{Queue, Spot};
use crate::domain::delivery::roll::{Kind, Place};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, Db, StorageError, locks_rows};
use crate::storage::tallies;

/// That somebody is in no other delivery to the same addressee at one of these stages. `$2` is its key and `$3` the number of this
/// one.
macro_rules! is_in_none {
    ($subject:literal, $stages:literal) => {
        concat!(
            "NOT EXISTS (SELECT 1 FROM delivery_line l JOIN delivery d ON d.campaign_id = l.campaign_id AND d.number = l.delivery \
            WHERE l.campaign_id = $1 AND l.subject_id = ",
            $subject,
            " AND d.addressee_key = $2 AND d.number <> $3 AND d.stage IN (",
            $stages,
            "))"
        )
    };
}
pub(super) use is_in_none;

/// That somebody is in no other delivery to the same addressee, be it on its way still: nobody shall be in two of what is new.
macro_rules! is_new {
    ($subject:literal) => {
        $crate::storage::deliveries::freeze::is_in_none!($subject, "'frozen', 'handed_over', 'acknowledged'")
    };
}
pub(super) use is_new;

/// That the addressee has not been handed somebody before.
macro_rules! is_unseen {
    ($subject:literal) => {
        $crate::storage::deliveries::freeze::is_in_none!($subject, "'handed_over', 'acknowledged'")
    };
}
pub(super) use is_unseen;

/// That somebody goes in: all do, or those who are new. `$4` is the scope.
macro_rules! goes_in {
    ($subject:literal) => {
        concat!(" AND ($4 = 'all' OR ", $crate::storage::deliveries::freeze::is_new!($subject), ")")
    };
}
pub(super) use goes_in;

/// So many people are read at once.
const PAGE: i64 = 5_000;

/// Those after one, in the order of their ids, as one text with a line for each: a row costs more than its letters.
macro_rules! people {
    ($all:literal, $id:literal) => {
        concat!(
            "SELECT ",
            $all,
            " FROM (SELECT concat_ws('/', ",
            $id,
            ", s.confirmed_at, s.country, s.region, s.riding, s.text_version) AS line FROM signature s \
            WHERE s.campaign_id = $1 AND s.state = 'confirmed' AND s.confirmed_at <= $5 AND s.id > $6",
            goes_in!("s.id"),
            " ORDER BY s.id LIMIT $7) AS lines"
        )
    };
}

const PEOPLE: &str = people!("group_concat(line, char(10))", "hex(s.id)");
const PEOPLE_POSTGRES: &str = people!("string_agg(line, chr(10))", "s.id");

/// The first four values of every statement here.
pub(super) fn values(one: &Delivery) -> Vec<Value> {
    vec![one.campaign.into(), one.to.key.as_str().into(), one.number.into(), one.scope.as_str().into()]
}

/// Those who signed online until the cut-off, to be put in order: databases would sort them with all that they say of each, and
/// by alphabets of their own.
pub async fn list_people(db: &Db, one: &Delivery, cut_off: Moment) -> Result<Queue, StorageError> {
    let many = tallies::find(db.read(), one.campaign).await?.online;
    let db = db.apart();
    let sql = if locks_rows(db) { PEOPLE_POSTGRES } else { PEOPLE };
    let mut queue = Queue::with_room(usize::try_from(many).unwrap_or(0));
    let mut spots: HashMap<String, Spot> = HashMap::new();
    let mut after = Uuid::nil();
    loop {
        let mut values = values(one);
        values.extend([cut_off.0.into(), after.into(), PAGE.into()]);
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        let row = db.query_one_raw(statement).await?;
        let lines: Option<String> = row.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
        let Some(lines) = lines else { return Ok(queue) };
        for line in lines.lines() {
            let (id, signed, told) = signer(line).ok_or_else(|| wrong("an unreadable signature"))?;
            let spot = if let Some(spot) = spots.get(told) {
                *spot
            } else {
                let (place, text_version) = place(told.split('/'));
                *spots.entry(told.to_owned()).or_insert(queue.spot(place, text_version))
            };
            queue.add(spot, signed, id);
            after = after.max(id);
        }
    }
}

/// Who signed and when, and what they have in common with many.
fn signer(line: &str) -> Option<(Uuid, Moment, &str)> {
    let (id, rest) = line.split_once('/')?;
    let (signed, told) = rest.split_once('/')?;
    Some((id.parse().ok()?, Moment(signed.parse().ok()?), told))
}

/// Where somebody lives and which version they signed, in the order in which these statements tell it.
pub(super) fn place<'a>(mut parts: impl Iterator<Item = &'a str>) -> (Place, i32) {
    let mut next = || parts.next().unwrap_or_default();
    let place = Place { country: next().to_owned(), region: next().to_owned(), riding: next().to_owned() };
    (place, next().parse().unwrap_or(0))
}

const SIGN_ONS: &str = concat!(
    "SELECT s.id FROM sign_on s WHERE s.campaign_id = $1 AND s.state = 'vetted' AND s.kind = $5 AND s.confirmed_at <= $6",
    goes_in!("s.id"),
    " ORDER BY s.weight DESC, s.id"
);

/// The organisations or professionals that stand on the list of the open letter.
pub async fn list_sign_ons(
    db: &impl Connection,
    one: &Delivery,
    (kind, cut_off): (Kind, Moment),
) -> Result<Vec<Uuid>, StorageError> {
    let mut values = values(one);
    values.extend([kind.as_str().into(), cut_off.0.into()]);
    list_ids(db, SIGN_ONS, values).await
}

const ROWS: &str = "SELECT r.id FROM sheet_row r JOIN delivery_paper p ON p.campaign_id = r.campaign_id \
    AND p.delivery = $2 AND p.kind = 'batch' AND p.number = r.batch \
    WHERE r.campaign_id = $1 AND r.state = 'stands' ORDER BY r.batch, r.sheet, r.place";

/// The rows that were typed of the sheets that go along.
pub async fn list_rows(db: &impl Connection, (campaign, number): Of) -> Result<Vec<Uuid>, StorageError> {
    list_ids(db, ROWS, vec![campaign.into(), number.into()]).await
}

async fn list_ids(db: &impl Connection, sql: &str, values: Vec<Value>) -> Result<Vec<Uuid>, StorageError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

/// Writes lines down, from a place on.
pub async fn insert(
    db: &impl Connection,
    (campaign, delivery): Of,
    from: i64,
    lines: &[(Kind, Uuid)],
) -> Result<(), StorageError> {
    let line = |(place, (kind, subject)): (i64, &(Kind, Uuid))| ActiveModel {
        campaign_id: Set(campaign),
        delivery: Set(delivery),
        place: Set(place),
        kind: Set(kind.as_str().to_owned()),
        subject_id: Set(*subject),
    };
    let models: Vec<_> = (from..).zip(lines).map(line).collect();
    if !models.is_empty() {
        Entity::insert_many(models).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Takes up to so many lines of a delivery away, from its end; how many these were.
pub async fn clear(db: &impl Connection, (campaign, delivery): Of, above: i64) -> Result<u64, StorageError> {
    let of = Entity::delete_many().filter(Column::CampaignId.eq(campaign));
    let done = of.filter(Column::Delivery.eq(delivery)).filter(Column::Place.gt(above)).exec(db).await?;
    Ok(done.rows_affected)
}

/// The last place that is written down.
pub async fn last(db: &impl Connection, (campaign, delivery): Of) -> Result<i64, StorageError> {
    let sql = "SELECT COALESCE(MAX(place), 0) FROM delivery_line WHERE campaign_id = $1 AND delivery = $2";
    let values = [campaign.into(), delivery.into()];
    let row =
        db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
}
