use entity::text_version::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::db::{Connection, StorageError};
use super::{replies, rolls};
use crate::domain::campaign::Edition;
use crate::domain::content::Text;
use crate::domain::digest::sha256;
use crate::domain::moment::Moment;
use crate::domain::words::Words;

/// A version of a campaign's text, with the digest of its exact words.
#[derive(Clone, Debug)]
pub struct StoredText {
    pub version: i32,
    pub text: Text,
    /// The text as it is stored: the digest is that of its bytes.
    pub stored: String,
    pub digest: String,
    pub published_at: Moment,
    /// What it changed of the version before.
    pub note: Words,
}

/// The text as it is stored, and its SHA-256 in hexadecimal.
pub fn digest(text: &Text) -> (String, String) {
    let json = serde_json::to_string(text).expect("a text is plain strings");
    let digest = sha256(json.as_bytes());
    (json, digest)
}

/// Whether the words of a version stay as they are: somebody has signed it, or a reply was read against its demands.
pub async fn is_fixed(db: &impl Connection, campaign: i32, version: i32) -> Result<bool, StorageError> {
    let signed = rolls::has_signed(db, campaign, version).await?;
    Ok(signed || replies::are_against(db, campaign, version).await?)
}

pub async fn find(
    db: &impl Connection,
    campaign: i32,
    version: i32,
) -> Result<Option<StoredText>, StorageError> {
    let Some(model) = Entity::find_by_id((campaign, version)).one(db).await? else { return Ok(None) };
    let text = serde_json::from_str(&model.content).map_err(|error| DbErr::Json(error.to_string()))?;
    let note = serde_json::from_str(&model.note).unwrap_or_default();
    let published_at = Moment(model.published_at);
    Ok(Some(StoredText { version, text, stored: model.content, digest: model.digest, published_at, note }))
}

/// All versions, ascending.
pub async fn list_editions(db: &impl Connection, campaign: i32) -> Result<Vec<Edition>, StorageError> {
    let versions = Entity::find()
        .select_only()
        .columns([Column::Version, Column::Digest])
        .filter(Column::CampaignId.eq(campaign))
        .order_by_asc(Column::Version);
    let rows: Vec<(i32, String)> = versions.into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(version, digest)| Edition { version, digest }).collect())
}

/// Puts a version in place of the one with its number, which nobody has signed, or adds it.
pub async fn replace(
    db: &impl Connection,
    campaign: i32,
    version: i32,
    text: &Text,
    published_at: Moment,
    note: &Words,
) -> Result<(), StorageError> {
    let (content, digest) = digest(text);
    Entity::delete_by_id((campaign, version)).exec(db).await?;
    let model = ActiveModel {
        campaign_id: Set(campaign),
        version: Set(version),
        content: Set(content),
        digest: Set(digest),
        published_at: Set(published_at.0),
        note: Set(serde_json::to_string(note).expect("words are plain strings")),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}
