//! The table of postal codes and ridings, and the placing of those who have signed.

use entity::{riding, riding_area, riding_table, signature};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    Set,
};
use uuid::Uuid;

use super::db::{Connection, Db, MOST_ROWS, StorageError, among, in_fixed_sizes, locks_rows};
use super::signatures::stored;
use crate::domain::moment::Moment;
use crate::domain::riding::{Place, Riding, Ridings};
use crate::domain::signature::Signature;

/// The one that there is.
const ONLY: i32 = 1;

/// What is known of the table without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    pub revision: i32,
    pub name: String,
    pub codes: i32,
    /// Postal codes that were left out, since they lie in several ridings.
    pub shared: i32,
    pub loaded_at: Moment,
    /// Whether the table before had the same name.
    pub keeps: bool,
    /// The last signature that was placed by it.
    pub cursor: (i32, Uuid),
    /// Since when all that were signed before are placed.
    pub placed_at: Option<Moment>,
}

impl From<riding_table::Model> for Loaded {
    fn from(model: riding_table::Model) -> Self {
        Self {
            revision: model.revision,
            name: model.name,
            codes: model.codes,
            shared: model.shared,
            loaded_at: Moment(model.loaded_at),
            keeps: model.keeps,
            cursor: (model.cursor_campaign, model.cursor_id),
            placed_at: model.placed_at.map(Moment),
        }
    }
}

pub async fn find(db: &impl Connection) -> Result<Option<Loaded>, StorageError> {
    Ok(riding_table::Entity::find_by_id(ONLY).one(db).await?.map(Loaded::from))
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection) -> Result<Option<Loaded>, StorageError> {
    let mut found = riding_table::Entity::find_by_id(ONLY);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(Loaded::from))
}

/// Which reading of a table is loaded; 0 where none is.
pub async fn revision(db: &impl Connection) -> Result<i32, StorageError> {
    let row = riding_table::Entity::find_by_id(ONLY).select_only().column(riding_table::Column::Revision);
    Ok(row.into_tuple().one(db).await?.unwrap_or_default())
}

/// Reads the whole table, as it is at one moment.
pub async fn read(db: &Db) -> Result<Ridings, StorageError> {
    let tx = db.snapshot().await?;
    let Some(loaded) = find(&*tx).await? else { return Ok(Ridings::default()) };
    let rows = riding::Entity::find().order_by_asc(riding::Column::Place).all(&*tx).await?;
    let ridings =
        rows.into_iter().map(|row| Riding { code: row.code, en: row.name_en, fr: row.name_fr }).collect();
    let areas = riding_area::Entity::find().order_by_asc(riding_area::Column::Area).all(&*tx).await?;
    let mut codes = Vec::with_capacity(usize::try_from(loaded.codes).unwrap_or_default());
    for area in areas {
        let (entries, _) = area.codes.as_chunks::<4>();
        codes.extend(entries.iter().map(|[a, b, c, d]| {
            (Place::join(area.area, u16::from_be_bytes([*a, *b])), u16::from_be_bytes([*c, *d]))
        }));
    }
    Ok(Ridings::new(loaded.revision, loaded.name, ridings, &codes))
}

/// Puts a table in the place of the one before.
pub async fn replace(
    db: &impl Connection,
    ridings: &Ridings,
    shared: usize,
    keeps: bool,
    now: Moment,
) -> Result<(), StorageError> {
    riding_area::Entity::delete_many().exec(db).await?;
    riding::Entity::delete_many().exec(db).await?;
    riding_table::Entity::delete_many().exec(db).await?;
    let figure = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let table = riding_table::ActiveModel {
        id: Set(ONLY),
        revision: Set(ridings.revision),
        name: Set(ridings.name.clone()),
        codes: Set(figure(ridings.len())),
        shared: Set(figure(shared)),
        loaded_at: Set(now.0),
        keeps: Set(keeps),
        cursor_campaign: Set(0),
        cursor_id: Set(Uuid::nil()),
        placed_at: Set(None),
    };
    riding_table::Entity::insert(table).exec_without_returning(db).await?;
    let rows = ridings.all().iter().enumerate().map(|(at, one)| riding::ActiveModel {
        place: Set(figure(at)),
        code: Set(one.code.clone()),
        name_en: Set(one.en.clone()),
        name_fr: Set(one.fr.clone()),
    });
    for some in in_fixed_sizes(rows.collect(), MOST_ROWS) {
        riding::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    for some in in_fixed_sizes(areas(ridings), MOST_ROWS) {
        riding_area::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}

fn areas(ridings: &Ridings) -> Vec<riding_area::ActiveModel> {
    let mut areas: Vec<(i32, Vec<u8>)> = Vec::new();
    for (place, riding) in ridings.codes() {
        let (area, code) = place.split();
        if areas.last().is_none_or(|(last, _)| *last != area) {
            areas.push((area, Vec::new()));
        }
        if let Some((_, codes)) = areas.last_mut() {
            codes.extend(code.to_be_bytes());
            codes.extend(riding.to_be_bytes());
        }
    }
    let row = |(area, codes)| riding_area::ActiveModel { area: Set(area), codes: Set(codes) };
    areas.into_iter().map(row).collect()
}

/// Notes how far those who have signed are placed, and when all are.
pub async fn note(
    db: &impl Connection,
    cursor: (i32, Uuid),
    placed_at: Option<Moment>,
) -> Result<(), StorageError> {
    let model = riding_table::ActiveModel {
        id: Set(ONLY),
        cursor_campaign: Set(cursor.0),
        cursor_id: Set(cursor.1),
        placed_at: Set(placed_at.map(|at| at.0)),
        ..Default::default()
    };
    model.update(db).await?;
    Ok(())
}

/// Signatures after one, in the order of their keys, whether their people have left or not.
pub async fn list_signatures(
    db: &impl Connection,
    (campaign, id): (i32, Uuid),
    most: u64,
) -> Result<Vec<Signature>, StorageError> {
    use signature::{Column, Entity};
    let later = Condition::any()
        .add(Column::CampaignId.gt(campaign))
        .add(Column::CampaignId.eq(campaign).and(Column::Id.gt(id)));
    let rows =
        Entity::find().filter(later).order_by_asc(Column::CampaignId).order_by_asc(Column::Id).limit(most);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// Places signatures of a campaign in a riding, or in none.
pub async fn place(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
    riding: &str,
) -> Result<(), StorageError> {
    use signature::{Column, Entity};
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        Entity::update_many()
            .col_expr(Column::Riding, Expr::value(riding))
            .filter(Column::CampaignId.eq(campaign).and(among(db, Column::Id, some)))
            .exec(db)
            .await?;
    }
    Ok(())
}
