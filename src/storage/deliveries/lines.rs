//! The roll of a delivery, line by line.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use data_encoding::HEXLOWER_PERMISSIVE;
use entity::delivery_line::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Statement};
use uuid::Uuid;

use super::freeze::place;
use super::{Of, wrong};
use crate::domain::delivery::roll::{Kind, Place};
use crate::domain::signature::State;
use crate::storage::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes, locks_rows};

/// Lines that follow one another.
#[derive(Default)]
pub struct Page {
    pub lines: Vec<Kept>,
    /// What those who signed online told us, one behind the other.
    sealed: Vec<u8>,
}

impl Page {
    /// What somebody told us; nothing of one who has been erased.
    pub fn sealed(&self, signed: &Signed) -> &[u8] {
        self.sealed.get(signed.sealed.clone()).unwrap_or_default()
    }
}

/// A line, with what is kept of who signed online. Nothing is known here of one who has left.
pub struct Kept {
    pub place: i64,
    pub kind: Kind,
    pub subject: Uuid,
    pub signed: Option<Signed>,
}

/// What the roll needs of a signature.
pub struct Signed {
    /// Where it lies on the page.
    sealed: Range<usize>,
    pub stands: bool,
    pub at: Arc<Place>,
    pub text_version: i32,
}

/// The lines after one place up to another as one text, each on a line of its own: a row costs more than its letters.
macro_rules! lines {
    ($all:literal, $subject:literal, $sealed:literal) => {
        concat!(
            "SELECT ",
            $all,
            " FROM (SELECT l.place, concat_ws('/', l.place, ",
            $subject,
            ", l.kind, s.state, s.country, s.region, s.riding, s.text_version, ",
            $sealed,
            ") AS line FROM delivery_line l LEFT JOIN signature s ON s.campaign_id = l.campaign_id AND s.id = l.subject_id \
            AND l.kind = 'person' WHERE l.campaign_id = $1 AND l.delivery = $2 AND l.place > $3 AND l.place <= $4 \
            ORDER BY l.place) AS lines"
        )
    };
}

const LINES: &str = lines!("group_concat(line, char(10))", "hex(l.subject_id)", "hex(s.sealed)");
const LINES_POSTGRES: &str = lines!(
    "string_agg(line, chr(10) ORDER BY place)",
    "l.subject_id",
    "COALESCE(encode(s.sealed, 'hex'), '')"
);

/// What many lines have in common.
struct Alike {
    told: String,
    kind: Kind,
    /// Nothing where no signature is known.
    signed: Option<(bool, Arc<Place>, i32)>,
}

impl Alike {
    fn read(told: &str) -> Option<Self> {
        let (kind, signed) = told.split_once('/').unwrap_or((told, ""));
        let signed = signed.split_once('/').map(|(state, rest)| {
            let (at, text_version) = place(rest.split('/'));
            (state == State::Confirmed.as_str(), Arc::new(at), text_version)
        });
        Some(Self { told: told.to_owned(), kind: Kind::parse(kind)?, signed })
    }
}

impl Page {
    /// Adds a line as it was told, and what it has in common with the one before; whether it could be read.
    fn add(&mut self, line: &str, before: &mut Option<Alike>) -> Option<()> {
        let (number, rest) = line.split_once('/')?;
        let (subject, rest) = rest.split_once('/')?;
        let (told, sealed) = rest.rsplit_once('/')?;
        let alike = match before.take().filter(|alike| alike.told == told) {
            Some(alike) => alike,
            None => Alike::read(told)?,
        };
        let alike = before.insert(alike);
        let signed = match &alike.signed {
            Some((stands, at, text_version)) => {
                let from = self.sealed.len();
                self.sealed.resize(from + HEXLOWER_PERMISSIVE.decode_len(sealed.len()).ok()?, 0);
                HEXLOWER_PERMISSIVE.decode_mut(sealed.as_bytes(), &mut self.sealed[from..]).ok()?;
                let sealed = from..self.sealed.len();
                Some(Signed { sealed, stands: *stands, at: Arc::clone(at), text_version: *text_version })
            }
            None => None,
        };
        let (place, subject) = (number.parse().ok()?, subject.parse().ok()?);
        self.lines.push(Kept { place, kind: alike.kind, subject, signed });
        Some(())
    }
}

/// The lines after one place up to another.
pub async fn list(
    db: &impl Connection,
    (campaign, delivery): Of,
    (after, until): (i64, i64),
) -> Result<Page, StorageError> {
    let sql = if locks_rows(db) { LINES_POSTGRES } else { LINES };
    let values = [campaign.into(), delivery.into(), after.into(), until.into()];
    let row =
        db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    let lines: Option<String> = row.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
    let lines = lines.unwrap_or_default();
    let room = usize::try_from(until.saturating_sub(after)).unwrap_or(0);
    let mut page = Page { lines: Vec::with_capacity(room), sealed: Vec::with_capacity(lines.len() / 2) };
    let mut alike = None;
    for line in lines.lines() {
        page.add(line, &mut alike).ok_or_else(|| wrong("an unreadable line"))?;
    }
    Ok(page)
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
