//! Updates to supporters, as they are written and as they were published.

use std::collections::BTreeMap;

use entity::bulletin::{ActiveModel, Column, Entity, Model};
use entity::bulletin_version as version;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::bulletin::{Bulletin, Published, Wording};
use crate::domain::moment::Moment;

fn parse(json: &str) -> Result<Wording, StorageError> {
    Ok(serde_json::from_str(json).map_err(|error| DbErr::Json(error.to_string()))?)
}

fn json(wording: &Wording) -> String {
    serde_json::to_string(wording).expect("words are plain strings")
}

fn stored(model: &Model) -> Result<Bulletin, StorageError> {
    Ok(Bulletin {
        campaign: model.campaign_id,
        number: model.number,
        draft: parse(&model.draft)?,
        revision: model.revision,
        version: model.version,
        created_at: Moment(model.created_at),
        changed_at: Moment(model.changed_at),
        changed_by: model.changed_by,
        published_at: model.published_at.map(Moment),
    })
}

fn only(campaign: i32, number: i16) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Number.eq(number))
}

pub async fn find(
    db: &impl Connection,
    campaign: i32,
    number: i16,
) -> Result<Option<Bulletin>, StorageError> {
    Entity::find_by_id((campaign, number)).one(db).await?.as_ref().map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    number: i16,
) -> Result<Option<Bulletin>, StorageError> {
    let mut found = Entity::find_by_id((campaign, number));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.as_ref().map(stored).transpose()
}

/// The updates of a campaign before one, newest first.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    before: i16,
    most: u64,
) -> Result<Vec<Bulletin>, StorageError> {
    let found = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Number.lt(before))
        .order_by_desc(Column::Number)
        .limit(most);
    found.all(db).await?.iter().map(stored).collect()
}

/// Begins an update and returns its number: one more than the campaign's last. Two at once get in each other's way, and one
/// tries again.
pub async fn insert(
    db: &impl Connection,
    campaign: i32,
    draft: &Wording,
    by: Option<Uuid>,
    now: Moment,
) -> Result<i16, StorageError> {
    let last: Option<i16> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::CampaignId.eq(campaign))
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let number = last.unwrap_or(0) + 1;
    let model = ActiveModel {
        campaign_id: Set(campaign),
        number: Set(number),
        draft: Set(json(draft)),
        revision: Set(1),
        version: Set(0),
        created_at: Set(now.0),
        changed_at: Set(now.0),
        changed_by: Set(by),
        published_at: Set(None),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(number)
}

/// Writes the draft anew, if it is still at this revision; whether it was.
pub async fn write(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    draft: &Wording,
    revision: i32,
    (by, now): (Uuid, Moment),
) -> Result<bool, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::Draft, Expr::value(json(draft)))
        .col_expr(Column::Revision, Expr::value(revision + 1))
        .col_expr(Column::ChangedAt, Expr::value(now.0))
        .col_expr(Column::ChangedBy, Expr::value(by))
        .filter(only(campaign, number))
        .filter(Column::Revision.eq(revision))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Deletes an update that was never published; whether there was one.
pub async fn delete_draft(db: &impl Connection, campaign: i32, number: i16) -> Result<bool, StorageError> {
    let these = Entity::delete_many().filter(only(campaign, number)).filter(Column::Version.eq(0));
    Ok(these.exec(db).await?.rows_affected == 1)
}

/// Makes the draft the next version.
pub async fn publish(db: &impl Connection, bulletin: &Bulletin, now: Moment) -> Result<(), StorageError> {
    let next = bulletin.version + 1;
    let model = version::ActiveModel {
        campaign_id: Set(bulletin.campaign),
        number: Set(bulletin.number),
        version: Set(next),
        wording: Set(json(&bulletin.draft)),
        published_at: Set(now.0),
    };
    version::Entity::insert(model).exec_without_returning(db).await?;
    Entity::update_many()
        .col_expr(Column::Version, Expr::value(next))
        .col_expr(Column::PublishedAt, Expr::value(bulletin.published_at.unwrap_or(now).0))
        .filter(only(bulletin.campaign, bulletin.number))
        .exec(db)
        .await?;
    Ok(())
}

fn published((bulletin, newest): (Model, Option<version::Model>)) -> Option<Result<Published, StorageError>> {
    let newest = newest?;
    let wording = parse(&newest.wording);
    let published = wording.map(|wording| Published {
        number: bulletin.number,
        version: newest.version,
        wording,
        published_at: Moment(bulletin.published_at.unwrap_or(newest.published_at)),
        changed_at: Moment(newest.published_at),
    });
    Some(published)
}

/// Published updates with their newest version.
async fn list_newest(
    db: &impl Connection,
    campaign: i32,
    which: Condition,
    most: u64,
) -> Result<Vec<Published>, StorageError> {
    let found = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Version.gt(0))
        .filter(which)
        .order_by_desc(Column::Number)
        .limit(most)
        .all(db)
        .await?;
    let numbers: Vec<i16> = found.iter().map(|bulletin| bulletin.number).collect();
    let current = found.iter().map(|one| (one.number, one.version)).collect::<BTreeMap<_, _>>();
    let versions = version::Entity::find()
        .filter(version::Column::CampaignId.eq(campaign))
        .filter(version::Column::Number.is_in(numbers))
        .all(db)
        .await?;
    let mut newest: BTreeMap<i16, version::Model> = versions
        .into_iter()
        .filter(|one| current.get(&one.number) == Some(&one.version))
        .map(|one| (one.number, one))
        .collect();
    let pairs = found.into_iter().map(|bulletin| {
        let version = newest.remove(&bulletin.number);
        (bulletin, version)
    });
    pairs.filter_map(published).collect()
}

/// The published updates of a campaign before one, newest first.
pub async fn list_published(
    db: &impl Connection,
    campaign: i32,
    before: i16,
    most: u64,
) -> Result<Vec<Published>, StorageError> {
    list_newest(db, campaign, Condition::all().add(Column::Number.lt(before)), most).await
}

pub async fn find_published(
    db: &impl Connection,
    campaign: i32,
    number: i16,
) -> Result<Option<Published>, StorageError> {
    let one = Condition::all().add(Column::Number.eq(number));
    Ok(list_newest(db, campaign, one, 1).await?.pop())
}

/// How often each campaign has published an update or corrected one: enough to see what has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    let rows: Vec<(i32, i64)> = Entity::find()
        .select_only()
        .column(Column::CampaignId)
        .column_as(Expr::col(Column::Version).sum(), "revision")
        .filter(Column::Version.gt(0))
        .group_by(Column::CampaignId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, revision)| (id, i32::try_from(revision).unwrap_or(i32::MAX))).collect())
}
