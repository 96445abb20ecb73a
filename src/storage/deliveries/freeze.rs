//! Who goes into a delivery: found in the order of the roll, and written down a part at a time, so that signing waits for none
//! of it.

use entity::delivery_line::{ActiveModel, Column, Entity};
use futures_util::TryStreamExt;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, Statement, StreamTrait, Value};
use uuid::Uuid;

use super::Of;
use crate::domain::delivery::Delivery;
use crate::domain::delivery::order::Queue;
use crate::domain::delivery::roll::{Kind, Place};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, Db, StorageError};
use crate::storage::tallies;

/// That somebody goes in: all do, or they were in no earlier delivery to the same addressee. `$2` is its key, `$3` the number
/// of this one and `$4` its scope.
macro_rules! goes_in {
    ($subject:literal) => {
        concat!(
            " AND ($4 = 'all' OR NOT EXISTS (SELECT 1 FROM delivery_line l JOIN delivery d \
            ON d.campaign_id = l.campaign_id AND d.number = l.delivery \
            WHERE l.campaign_id = $1 AND l.subject_id = ",
            $subject,
            " AND d.addressee_key = $2 AND d.number <> $3 AND d.stage IN ('frozen', 'handed_over', 'acknowledged')))"
        )
    };
}
pub(super) use goes_in;

const PEOPLE: &str = concat!(
    "SELECT s.id, s.country, s.region, s.riding, s.confirmed_at FROM signature s \
    WHERE s.campaign_id = $1 AND s.state = 'confirmed' AND s.confirmed_at <= $5",
    goes_in!("s.id")
);

/// The first four values of every statement here.
pub(super) fn values(one: &Delivery) -> Vec<Value> {
    vec![one.campaign.into(), one.to.key.as_str().into(), one.number.into(), one.scope.as_str().into()]
}

/// Those who signed online until the cut-off, to be put in order: databases would sort them with all that they say of each, and
/// by alphabets of their own.
pub async fn list_people(db: &Db, one: &Delivery, cut_off: Moment) -> Result<Queue, StorageError> {
    let mut values = values(one);
    values.push(cut_off.0.into());
    let db = db.read();
    let many = tallies::find(db, one.campaign).await?.online;
    let statement = Statement::from_sql_and_values(Connection::get_database_backend(db), PEOPLE, values);
    // A million rows as the database hands them over would take a hundred times the room of their ids.
    let mut rows = db.stream_raw(statement).await?;
    let mut queue = Queue::with_room(usize::try_from(many).unwrap_or(0));
    while let Some(row) = rows.try_next().await? {
        let place = Place {
            country: row.try_get_by_index(1)?,
            region: row.try_get_by_index(2)?,
            riding: row.try_get_by_index(3)?,
        };
        queue.add(place, Moment(row.try_get_by_index(4)?), row.try_get_by_index(0)?);
    }
    Ok(queue)
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
