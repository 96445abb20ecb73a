use entity::letter::{ActiveModel, Column, Entity};
use entity::{letter_text, sign_on};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::campaign::Edition;
use crate::domain::digest::sha256;
use crate::domain::letter::{Letter, Line, Sorting, Terms};
use crate::domain::moment::Moment;
use crate::domain::sign_on::{Kind, State};
use crate::domain::words::Words;

/// Keeps a campaign's letter from others until the transaction ends, so that two who sign at once are told apart. Whether
/// there is one.
pub async fn lock(db: &impl Connection, campaign: i32) -> Result<bool, StorageError> {
    let mut found = Entity::find_by_id(campaign);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.is_some())
}

/// What its page shows has changed.
pub async fn touch(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::CampaignId.eq(campaign))
        .exec(db)
        .await?;
    Ok(())
}

/// Stores what organisers set, with the version of the text that is signed from now on.
pub async fn put(
    db: &impl Connection,
    campaign: i32,
    terms: &Terms,
    version: i32,
) -> Result<(), StorageError> {
    let model = ActiveModel {
        campaign_id: Set(campaign),
        revision: Set(0),
        shown: Set(terms.shown),
        organisations: Set(terms.organisations),
        professionals: Set(terms.professionals),
        sorting: Set(terms.sorting.as_str().to_owned()),
        text_version: Set(version),
    };
    let mut known = OnConflict::column(Column::CampaignId);
    known.update_columns([
        Column::Shown,
        Column::Organisations,
        Column::Professionals,
        Column::Sorting,
        Column::TextVersion,
    ]);
    Entity::insert(model).on_conflict(known).exec_without_returning(db).await?;
    touch(db, campaign).await
}

/// A text as it is stored, and its SHA-256 in hexadecimal.
fn digest(body: &Words) -> (String, String) {
    let json = serde_json::to_string(body).expect("words are plain strings");
    let digest = sha256(json.as_bytes());
    (json, digest)
}

/// Puts a version of the text in place of the one with its number, which nobody has signed, or adds it.
pub async fn replace_text(
    db: &impl Connection,
    campaign: i32,
    version: i32,
    body: &Words,
    published_at: Moment,
) -> Result<(), StorageError> {
    let (body, digest) = digest(body);
    letter_text::Entity::delete_by_id((campaign, version)).exec(db).await?;
    let model = letter_text::ActiveModel {
        campaign_id: Set(campaign),
        version: Set(version),
        body: Set(body),
        digest: Set(digest),
        published_at: Set(published_at.0),
    };
    letter_text::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// A version of the text, and when it was published.
pub async fn find_text(
    db: &impl Connection,
    campaign: i32,
    version: i32,
) -> Result<Option<(Words, Moment)>, StorageError> {
    let found = letter_text::Entity::find_by_id((campaign, version)).one(db).await?;
    let Some(model) = found else { return Ok(None) };
    let body = serde_json::from_str(&model.body).map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(Some((body, Moment(model.published_at))))
}

/// A version of a letter's text, with the digest of its exact words.
#[derive(Clone, Debug)]
pub struct StoredLetter {
    pub version: i32,
    pub body: Words,
    /// The words as they are stored: the digest is that of their bytes.
    pub stored: String,
    pub digest: String,
    pub published_at: Moment,
}

/// All versions of its text, ascending; none where there is no letter.
pub async fn list_texts(db: &impl Connection, campaign: i32) -> Result<Vec<StoredLetter>, StorageError> {
    let found = letter_text::Entity::find().filter(letter_text::Column::CampaignId.eq(campaign));
    let found = found.order_by_asc(letter_text::Column::Version).all(db).await?;
    let stored = |model: letter_text::Model| {
        let body = serde_json::from_str(&model.body).map_err(|error| DbErr::Json(error.to_string()))?;
        let (version, published_at) = (model.version, Moment(model.published_at));
        Ok(StoredLetter { version, body, stored: model.body, digest: model.digest, published_at })
    };
    found.into_iter().map(stored).collect()
}

async fn list_editions(db: &impl Connection, campaign: i32) -> Result<Vec<Edition>, StorageError> {
    let versions = letter_text::Entity::find()
        .select_only()
        .columns([letter_text::Column::Version, letter_text::Column::Digest])
        .filter(letter_text::Column::CampaignId.eq(campaign))
        .order_by_asc(letter_text::Column::Version);
    let rows: Vec<(i32, String)> = versions.into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(version, digest)| Edition { version, digest }).collect())
}

/// The campaigns that have a letter, with its revision: enough to see what has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    let rows = Entity::find().select_only().columns([Column::CampaignId, Column::Revision]);
    Ok(rows.into_tuple().all(db).await?)
}

/// A campaign's letter with its list.
pub async fn find(db: &impl Connection, campaign: i32) -> Result<Option<Letter>, StorageError> {
    let Some(model) = Entity::find_by_id(campaign).one(db).await? else { return Ok(None) };
    let Some((body, published_at)) = find_text(db, campaign, model.text_version).await? else {
        return Ok(None);
    };
    let vetted = || {
        sign_on::Entity::find()
            .filter(sign_on::Column::CampaignId.eq(campaign))
            .filter(sign_on::Column::State.eq(State::Vetted.as_str()))
    };
    let of = |kind: Kind| sign_on::Column::Kind.eq(kind.as_str());
    let rows: Vec<(String, i32)> = vetted()
        .filter(of(Kind::Organisation))
        .select_only()
        .columns([sign_on::Column::Names, sign_on::Column::Weight])
        .into_tuple()
        .all(db)
        .await?;
    let line =
        |(names, weight): (String, i32)| Some(Line { names: serde_json::from_str(&names).ok()?, weight });
    let professionals = vetted().filter(of(Kind::Professional)).count(db).await?;
    Ok(Some(Letter {
        revision: model.revision,
        terms: Terms {
            shown: model.shown,
            body,
            organisations: model.organisations,
            professionals: model.professionals,
            sorting: Sorting::parse(&model.sorting).unwrap_or_default(),
        },
        version: model.text_version,
        published_at,
        editions: list_editions(db, campaign).await?,
        organisations: rows.into_iter().filter_map(line).collect(),
        professionals: usize::try_from(professionals).unwrap_or(usize::MAX),
    }))
}
