//! The words beside the box for updates, as the program has shown them.

use entity::consent_wording::{ActiveModel, Column, Entity};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use super::db::{Connection, StorageError};
use crate::domain::consent::Wording;
use crate::domain::digest::sha256;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;

/// Writes down that these words are shown now.
pub async fn note(db: &impl Connection, lang: Lang, words: &str, now: Moment) -> Result<(), StorageError> {
    let model = ActiveModel {
        lang: Set(lang.code().to_owned()),
        digest: Set(sha256(words.as_bytes())),
        words: Set(words.to_owned()),
        first_at: Set(now.0),
        last_at: Set(now.0),
    };
    let known = OnConflict::columns([Column::Lang, Column::Digest]).update_column(Column::LastAt).to_owned();
    Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// All that were shown in a language, in the order in which they first were.
pub async fn list(db: &impl Connection, lang: Lang) -> Result<Vec<Wording>, StorageError> {
    let found = Entity::find().filter(Column::Lang.eq(lang.code())).order_by_asc(Column::FirstAt);
    let wording = |model: entity::consent_wording::Model| Wording {
        lang,
        digest: model.digest,
        words: model.words,
        first_at: Moment(model.first_at),
        last_at: Moment(model.last_at),
    };
    Ok(found.all(db).await?.into_iter().map(wording).collect())
}
