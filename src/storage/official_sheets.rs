//! The sheets that were printed for parliaments.

use entity::official_sheet::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes, locks_rows};
use super::official_petitions::To;
use crate::domain::date::PartialDate;
use crate::domain::jurisdiction::sheet::Order;
use crate::domain::moment::Moment;
use crate::domain::sheet_log::{Sheet, State, Sum};
use crate::domain::tag::Tag;

fn day(text: Option<String>) -> Option<PartialDate> {
    text.and_then(|text| PartialDate::parse(&text))
}

const fn order(is_first: bool) -> Order {
    if is_first { Order::First } else { Order::Later }
}

fn unsigned(n: i32) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

fn signed(n: u32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

impl From<Model> for Sheet {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            number: model.number,
            version: model.version,
            order: order(model.is_first),
            languages: model.languages.split(' ').filter_map(Tag::parse).collect(),
            lines: unsigned(model.lines),
            printed_at: Moment(model.printed_at),
            state: State {
                out: day(model.out_on),
                back: day(model.back_on),
                given: day(model.given_on),
                filled: model.filled.map(unsigned),
                doubtful: unsigned(model.doubtful),
                is_void: model.is_void,
            },
            sealed: model.sealed,
            revision: model.revision,
        }
    }
}

fn of((campaign, jurisdiction): To<'_>) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Jurisdiction.eq(jurisdiction))
}

/// The highest number that was given; 0 before the first.
pub async fn last_number(db: &impl Connection, to: To<'_>) -> Result<i32, StorageError> {
    let rows = Entity::find().select_only().column(Column::Number).filter(of(to));
    let last: Option<i32> = rows.order_by_desc(Column::Number).limit(1).into_tuple().one(db).await?;
    Ok(last.unwrap_or(0))
}

pub async fn insert(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
    new: &[Sheet],
) -> Result<(), StorageError> {
    let model = |sheet: &Sheet| ActiveModel {
        id: Set(sheet.id),
        campaign_id: Set(campaign),
        jurisdiction: Set(jurisdiction.to_owned()),
        number: Set(sheet.number),
        version: Set(sheet.version),
        is_first: Set(sheet.order == Order::First),
        languages: Set(sheet.languages.iter().map(Tag::as_str).collect::<Vec<_>>().join(" ")),
        lines: Set(signed(sheet.lines)),
        printed_at: Set(sheet.printed_at.0),
        out_on: Set(None),
        back_on: Set(None),
        given_on: Set(None),
        filled: Set(None),
        doubtful: Set(0),
        is_void: Set(false),
        sealed: Set(sheet.sealed.clone()),
        revision: Set(1),
    };
    for some in new.chunks(100) {
        Entity::insert_many(some.iter().map(model)).exec_without_returning(db).await?;
    }
    Ok(())
}

pub async fn find(db: &impl Connection, to: To<'_>, number: i32) -> Result<Option<Sheet>, StorageError> {
    let found = Entity::find().filter(of(to)).filter(Column::Number.eq(number)).one(db).await?;
    Ok(found.map(Sheet::from))
}

/// Which sheets a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whereabouts {
    #[default]
    All,
    /// Printed and still here.
    Here,
    Out,
    Back,
    Given,
    Void,
}

impl Whereabouts {
    pub const ALL: [Self; 6] = [Self::All, Self::Here, Self::Out, Self::Back, Self::Given, Self::Void];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Here => "here",
            Self::Out => "out",
            Self::Back => "back",
            Self::Given => "given",
            Self::Void => "void",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    fn condition(self) -> Condition {
        let standing = Condition::all().add(Column::IsVoid.eq(false));
        match self {
            Self::All => Condition::all(),
            Self::Here => standing
                .add(Column::OutOn.is_null())
                .add(Column::BackOn.is_null())
                .add(Column::GivenOn.is_null()),
            Self::Out => standing
                .add(Column::OutOn.is_not_null())
                .add(Column::BackOn.is_null())
                .add(Column::GivenOn.is_null()),
            Self::Back => standing.add(Column::BackOn.is_not_null()).add(Column::GivenOn.is_null()),
            Self::Given => standing.add(Column::GivenOn.is_not_null()),
            Self::Void => Condition::all().add(Column::IsVoid.eq(true)),
        }
    }
}

/// The sheets of a list by their numbers, after one.
pub async fn list(
    db: &impl Connection,
    to: To<'_>,
    (sought, after): (Whereabouts, i32),
    most: u64,
) -> Result<Vec<Sheet>, StorageError> {
    let rows = Entity::find().filter(of(to)).filter(sought.condition()).filter(Column::Number.gt(after));
    let rows = rows.order_by_asc(Column::Number).limit(most).all(db).await?;
    Ok(rows.into_iter().map(Sheet::from).collect())
}

/// The sheets from one number to another.
pub async fn list_between(
    db: &impl Connection,
    to: To<'_>,
    (from, until): (i32, i32),
) -> Result<Vec<Sheet>, StorageError> {
    let rows = Entity::find().filter(of(to)).filter(Column::Number.between(from, until));
    Ok(rows.order_by_asc(Column::Number).all(db).await?.into_iter().map(Sheet::from).collect())
}

/// Those with these numbers, kept from others until the transaction ends.
pub async fn list_to_change(
    db: &impl Connection,
    to: To<'_>,
    numbers: &[i32],
) -> Result<Vec<Sheet>, StorageError> {
    let mut found = Vec::new();
    for some in in_fixed_sizes(numbers.to_vec(), MOST_ROWS) {
        let mut rows = Entity::find().filter(of(to)).filter(Column::Number.is_in(some));
        rows = rows.order_by_asc(Column::Number);
        if locks_rows(db) {
            rows = rows.lock_exclusive();
        }
        found.extend(rows.all(db).await?.into_iter().map(Sheet::from));
    }
    Ok(found)
}

pub async fn count(db: &impl Connection, to: To<'_>, sought: Whereabouts) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(of(to)).filter(sought.condition()).count(db).await?)
}

/// What the sheets of a version come to.
pub async fn sum(db: &impl Connection, to: To<'_>, version: i32) -> Result<Sum, StorageError> {
    let rows = Entity::find().filter(of(to)).filter(Column::Version.eq(version)).all(db).await?;
    let sheets: Vec<Sheet> = rows.into_iter().map(Sheet::from).collect();
    Ok(Sum::of(sheets.iter().map(|sheet| (sheet.order, &sheet.state))))
}

/// Writes what is known of a sheet that was seen at this revision; whether nobody had written something else since.
pub async fn note(
    db: &impl Connection,
    (id, seen): (Uuid, i32),
    state: &State,
    sealed: Vec<u8>,
) -> Result<bool, StorageError> {
    let day = |date: Option<PartialDate>| Expr::value(date.map(|date| date.to_string()));
    let done = Entity::update_many()
        .col_expr(Column::OutOn, day(state.out))
        .col_expr(Column::BackOn, day(state.back))
        .col_expr(Column::GivenOn, day(state.given))
        .col_expr(Column::Filled, Expr::value(state.filled.map(signed)))
        .col_expr(Column::Doubtful, Expr::value(signed(state.doubtful)))
        .col_expr(Column::IsVoid, Expr::value(state.is_void))
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::Revision, Expr::value(seen + 1))
        .filter(Column::Id.eq(id).and(Column::Revision.eq(seen)))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Every sheet of which somebody is named, with its campaign: for sealing anew under another key.
pub async fn list_sealed(db: &impl Connection) -> Result<Vec<(i32, Sheet)>, StorageError> {
    let mut rows = Entity::find().order_by_asc(Column::Id);
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    let rows = rows.all(db).await?.into_iter().filter(|model| !model.sealed.is_empty());
    Ok(rows.map(|model| (model.campaign_id, model.into())).collect())
}

/// The same words under another key.
pub async fn reseal(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let sheet = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    sheet.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Who had the sheets of a campaign is forgotten; what is on them stays. Returns of how many.
pub async fn forget(db: &impl Connection, campaign: i32) -> Result<u64, StorageError> {
    let named = Condition::all().add(Column::CampaignId.eq(campaign)).add(Expr::cust("length(sealed) > 0"));
    let done = Entity::update_many().col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()));
    Ok(done.filter(named).exec(db).await?.rows_affected)
}
