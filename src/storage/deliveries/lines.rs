//! The roll of a delivery, line by line.

use std::collections::BTreeSet;

use entity::delivery_line::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryResult, QuerySelect, Statement};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::delivery::roll::{Kind, Place};
use crate::storage::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes};

/// A line, with what is kept of who signed online. Nothing is known here of one who has left.
pub struct Kept {
    pub place: i64,
    pub kind: Kind,
    pub subject: Uuid,
    pub signed: Option<Signed>,
}

/// What the roll needs of a signature.
pub struct Signed {
    /// Empty once the person has left.
    pub sealed: Vec<u8>,
    pub stands: bool,
    pub at: Place,
    pub text_version: i32,
}

/// What is told of many alike stands in one column, so that it is read once for all of them: a column costs more than its letters.
const LINES: &str = "SELECT l.place, l.subject_id, s.sealed, \
    l.kind || '/' || COALESCE(s.state || '/' || s.country || '/' || s.region || '/' || s.riding || '/' || s.text_version, '') \
    FROM delivery_line l LEFT JOIN signature s \
    ON s.campaign_id = l.campaign_id AND s.id = l.subject_id AND l.kind = 'person' \
    WHERE l.campaign_id = $1 AND l.delivery = $2 AND l.place > $3 AND l.place <= $4 ORDER BY l.place";

/// What many lines have in common.
struct Alike {
    told: String,
    kind: Kind,
    stands: bool,
    at: Place,
    text_version: i32,
}

impl Alike {
    fn read(told: String) -> Result<Self, StorageError> {
        let mut parts = told.split('/');
        let mut next = || parts.next().unwrap_or_default();
        let kind = Kind::parse(next()).ok_or_else(|| wrong("unknown kind of a line"))?;
        let stands = next() == "confirmed";
        let at = Place { country: next().to_owned(), region: next().to_owned(), riding: next().to_owned() };
        let text_version = next().parse().unwrap_or(0);
        Ok(Self { told, kind, stands, at, text_version })
    }
}

fn kept(row: &QueryResult, before: &mut Option<Alike>) -> Result<Kept, StorageError> {
    let told: String = row.try_get_by_index(3)?;
    let alike = match before.take().filter(|alike| alike.told == told) {
        Some(alike) => alike,
        None => Alike::read(told)?,
    };
    let sealed: Option<Vec<u8>> = row.try_get_by_index(2)?;
    let signed = sealed.map(|sealed| Signed {
        sealed,
        stands: alike.stands,
        at: alike.at.clone(),
        text_version: alike.text_version,
    });
    let kind = alike.kind;
    *before = Some(alike);
    Ok(Kept { place: row.try_get_by_index(0)?, kind, subject: row.try_get_by_index(1)?, signed })
}

/// The lines after one place up to another.
pub async fn list(
    db: &impl Connection,
    (campaign, delivery): Of,
    (after, until): (i64, i64),
) -> Result<Vec<Kept>, StorageError> {
    let values = [campaign.into(), delivery.into(), after.into(), until.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), LINES, values);
    let mut alike = None;
    db.query_all_raw(statement).await?.iter().map(|row| kept(row, &mut alike)).collect()
}

/// The deliveries in which somebody stands, and in which place.
pub async fn list_of(
    db: &impl Connection,
    campaign: i32,
    subject: Uuid,
) -> Result<Vec<(i32, i64)>, StorageError> {
    let sql = "SELECT delivery, place FROM delivery_line WHERE campaign_id = $1 AND subject_id = $2 ORDER BY delivery";
    let values = [campaign.into(), subject.into()];
    let rows =
        db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

const LEFT: &str = "SELECT l.place FROM delivery_line l \
    LEFT JOIN signature s ON l.kind = 'person' AND s.campaign_id = l.campaign_id AND s.id = l.subject_id \
    LEFT JOIN sign_on o ON l.kind IN ('organisation', 'professional') AND o.campaign_id = l.campaign_id \
    AND o.id = l.subject_id \
    LEFT JOIN sheet_row r ON l.kind = 'paper' AND r.id = l.subject_id \
    WHERE l.campaign_id = $1 AND l.delivery = $2 AND (COALESCE(s.state, o.state, r.state, '') \
    NOT IN ('confirmed', 'vetted', 'stands') OR length(COALESCE(s.sealed, o.sealed, r.sealed)) = 0) ORDER BY l.place";

/// The places of those who no longer stand: they took it back, were erased, or were struck out.
pub async fn list_left(db: &impl Connection, (campaign, delivery): Of) -> Result<Vec<i64>, StorageError> {
    let values = [campaign.into(), delivery.into()];
    let rows =
        db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), LEFT, values)).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// The deliveries of a campaign in which one of these stands.
pub async fn list_with(
    db: &impl Connection,
    campaign: i32,
    subjects: Vec<Uuid>,
) -> Result<BTreeSet<i32>, StorageError> {
    let mut found = BTreeSet::new();
    for some in in_fixed_sizes(subjects, MOST_ROWS) {
        let lines = Entity::find().select_only().column(Column::Delivery).distinct();
        let lines = lines.filter(Column::CampaignId.eq(campaign)).filter(among(db, Column::SubjectId, some));
        found.extend(lines.into_tuple::<i32>().all(db).await?);
    }
    Ok(found)
}
