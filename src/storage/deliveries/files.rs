//! The files of packages, sealed piece by piece.

use entity::{delivery_file, delivery_package, delivery_piece};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

use crate::domain::delivery::PackageState as State;
use crate::storage::db::{Connection, StorageError};

/// A file that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: Uuid,
    pub package: Uuid,
    pub name: String,
    pub bytes: i64,
    pub pieces: i32,
}

/// What the number of pieces is while a file is being written.
const UNFINISHED: i32 = -1;

/// Begins a file.
pub async fn begin(db: &impl Connection, id: Uuid, package: Uuid, name: &str) -> Result<(), StorageError> {
    let row = delivery_file::ActiveModel {
        id: Set(id),
        package_id: Set(package),
        name: Set(name.to_owned()),
        bytes: Set(0),
        pieces: Set(UNFINISHED),
    };
    delivery_file::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Says that a file is whole: all its pieces are there.
pub async fn finish(db: &impl Connection, id: Uuid, bytes: i64, pieces: i32) -> Result<(), StorageError> {
    use delivery_file::{Column, Entity};
    let whole = Entity::update_many()
        .col_expr(Column::Bytes, Expr::value(bytes))
        .col_expr(Column::Pieces, Expr::value(pieces));
    whole.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Those of a package that somebody was cut off from writing.
pub async fn list_unfinished(db: &impl Connection, package: Uuid) -> Result<Vec<Uuid>, StorageError> {
    use delivery_file::{Column, Entity};
    let found = Entity::find().select_only().column(Column::Id).filter(Column::PackageId.eq(package));
    Ok(found.filter(Column::Pieces.lt(0)).into_tuple().all(db).await?)
}

/// The files of a package that are whole.
pub async fn list(db: &impl Connection, package: Uuid) -> Result<Vec<File>, StorageError> {
    use delivery_file::{Column, Entity};
    let found = Entity::find().filter(Column::PackageId.eq(package)).filter(Column::Pieces.gte(0));
    let found = found.order_by_asc(Column::Name);
    let file = |row: delivery_file::Model| File {
        id: row.id,
        package: row.package_id,
        name: row.name,
        bytes: row.bytes,
        pieces: row.pieces,
    };
    Ok(found.all(db).await?.into_iter().map(file).collect())
}

pub async fn insert_piece(
    db: &impl Connection,
    (file, number): (Uuid, i32),
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    let row = delivery_piece::ActiveModel { file_id: Set(file), number: Set(number), sealed: Set(sealed) };
    delivery_piece::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// A piece of a file, counted from 0; none behind the last.
pub async fn find_piece(
    db: &impl Connection,
    (file, number): (Uuid, i32),
) -> Result<Option<Vec<u8>>, StorageError> {
    let found = delivery_piece::Entity::find_by_id((file, number)).one(db).await?;
    Ok(found.map(|row| row.sealed))
}

/// Deletes up to so many pieces of a file, from its end, and the file with the last; whether it is gone.
pub async fn delete(db: &impl Connection, file: Uuid, most: i32) -> Result<bool, StorageError> {
    use delivery_piece::{Column, Entity};
    let last = Entity::find().select_only().column(Column::Number).filter(Column::FileId.eq(file));
    let last: Option<i32> = last.order_by_desc(Column::Number).limit(1).into_tuple().one(db).await?;
    let from = last.map_or(0, |last| last.saturating_sub(most.saturating_sub(1)).max(0));
    Entity::delete_many().filter(Column::FileId.eq(file)).filter(Column::Number.gte(from)).exec(db).await?;
    if from > 0 {
        return Ok(false);
    }
    delivery_file::Entity::delete_by_id(file).exec(db).await?;
    Ok(true)
}

/// Files that nobody needs any more: those of packages that have ended and are not ready, and of ready ones all but `archive`.
pub async fn list_lost(db: &impl Connection, archive: &str, most: u64) -> Result<Vec<Uuid>, StorageError> {
    use delivery_file::{Column, Entity};
    let of = |states: Vec<&str>| {
        delivery_package::Entity::find()
            .select_only()
            .column(delivery_package::Column::Id)
            .filter(delivery_package::Column::State.is_in(states))
            .into_query()
    };
    let is_live = |state: &State| matches!(state, State::Making | State::Ready);
    let ended = State::ALL.into_iter().filter(|state| !is_live(state)).map(State::as_str).collect();
    let parts = Condition::all()
        .add(Column::Name.ne(archive))
        .add(Column::PackageId.in_subquery(of(vec![State::Ready.as_str()])));
    let lost = Condition::any().add(Column::PackageId.in_subquery(of(ended))).add(parts);
    let found = Entity::find().select_only().column(Column::Id).filter(lost).limit(most);
    Ok(found.into_tuple().all(db).await?)
}

/// The piece after one, by file and number.
pub async fn find_piece_after(
    db: &impl Connection,
    (file, number): (Uuid, i32),
) -> Result<Option<((Uuid, i32), Vec<u8>)>, StorageError> {
    use delivery_piece::{Column, Entity};
    let next = Condition::all().add(Column::FileId.eq(file)).add(Column::Number.gt(number));
    let next = Condition::any().add(next).add(Column::FileId.gt(file));
    let found = Entity::find().filter(next).order_by_asc(Column::FileId).order_by_asc(Column::Number);
    let found = found.limit(1).one(db).await?;
    Ok(found.map(|row| ((row.file_id, row.number), row.sealed)))
}

/// Puts the same piece under another key in place.
pub async fn reseal_piece(
    db: &impl Connection,
    (file, number): (Uuid, i32),
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    use delivery_piece::{Column, Entity};
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::FileId.eq(file)).filter(Column::Number.eq(number)).exec(db).await?;
    Ok(())
}
