use entity::campaign::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    UpdateMany,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use super::{officials, organisations, papers, pictures, texts};
use crate::domain::campaign::{Campaign, Switch};
use crate::domain::content::Content;
use crate::domain::moment::Moment;
use crate::domain::words::Words;

/// What is stored of a campaign besides its text.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub slug: &'a str,
    pub switch: Switch,
    pub opens_at: Moment,
    pub closes_at: Option<Moment>,
    pub text_version: i32,
    pub content: &'a Content,
    pub updated_at: Moment,
}

async fn with_text(db: &impl Connection, model: Model) -> Result<Campaign, StorageError> {
    let damaged = |what: &str| DbErr::Custom(format!("campaign {}: {what}", model.id));
    let text =
        texts::find(db, model.id, model.text_version).await?.ok_or_else(|| damaged("its text is missing"))?;
    let content = serde_json::from_str(&model.content).map_err(|error| damaged(&error.to_string()))?;
    let picture = match model.picture_id {
        Some(id) => pictures::find(db, id).await?,
        None => None,
    };
    let officials = officials::list_asked(db, model.organisation_id, &text.text).await?;
    let (reply_address, time_zone) = organisations::mail_and_clocks(db, model.organisation_id).await?;
    Ok(Campaign {
        id: model.id,
        organisation: model.organisation_id,
        reply_address,
        time_zone,
        slug: model.slug.clone(),
        revision: model.revision,
        switch: Switch::parse(&model.state).ok_or_else(|| damaged("unknown state"))?,
        opens_at: Moment(model.opens_at),
        closes_at: model.closes_at.map(Moment),
        text_version: model.text_version,
        text_published_at: text.published_at,
        text_digest: text.digest,
        text: text.text,
        text_note: text.note,
        content,
        archived_at: model.archived_at.map(Moment),
        publish_at: model.publish_at.map(Moment),
        publish_missed_at: model.publish_missed_at.map(Moment),
        picture,
        officials,
        papers: papers::list(db, model.id).await?,
    })
}

pub async fn find_by_slug(db: &impl Connection, slug: &str) -> Result<Option<Campaign>, StorageError> {
    match Entity::find().filter(Column::Slug.eq(slug)).one(db).await? {
        Some(model) => Ok(Some(with_text(db, model).await?)),
        None => Ok(None),
    }
}

pub async fn find(db: &impl Connection, id: i32) -> Result<Option<Campaign>, StorageError> {
    match Entity::find_by_id(id).one(db).await? {
        Some(model) => Ok(Some(with_text(db, model).await?)),
        None => Ok(None),
    }
}

/// Keeps a campaign from others who change it until the transaction ends; who signs is not kept waiting.
pub async fn lock(db: &impl Connection, id: i32) -> Result<(), StorageError> {
    let mut found = Entity::find_by_id(id).select_only().column(Column::Id);
    if locks_rows(db) {
        found = found.lock(LockType::NoKeyUpdate);
    }
    found.into_tuple::<i32>().one(db).await?;
    Ok(())
}

/// As it stands, kept from others who change it until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: i32) -> Result<Option<Campaign>, StorageError> {
    lock(db, id).await?;
    find(db, id).await
}

/// Whose a campaign is.
pub async fn find_organisation(db: &impl Connection, id: i32) -> Result<Option<i32>, StorageError> {
    let row = Entity::find_by_id(id).select_only().column(Column::OrganisationId);
    Ok(row.into_tuple().one(db).await?)
}

/// The ids with their revisions: enough to see what has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    let rows = Entity::find().select_only().columns([Column::Id, Column::Revision]).order_by_asc(Column::Id);
    Ok(rows.into_tuple().all(db).await?)
}

/// The ids of an organisation's campaigns.
pub async fn list_of(db: &impl Connection, organisation: i32) -> Result<Vec<i32>, StorageError> {
    let rows =
        Entity::find().select_only().column(Column::Id).filter(Column::OrganisationId.eq(organisation));
    Ok(rows.order_by_asc(Column::Id).into_tuple().all(db).await?)
}

/// Adds a campaign and returns its id.
pub async fn insert(db: &impl Connection, row: Row<'_>) -> Result<i32, StorageError> {
    let model = ActiveModel { slug: Set(row.slug.to_owned()), revision: Set(1), ..columns(row) };
    Ok(Entity::insert(model).exec(db).await?.last_insert_id)
}

pub async fn update(db: &impl Connection, id: i32, revision: i32, row: Row<'_>) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), revision: Set(revision + 1), ..columns(row) };
    model.update(db).await?;
    Ok(())
}

fn columns(row: Row<'_>) -> ActiveModel {
    ActiveModel {
        state: Set(row.switch.as_str().to_owned()),
        opens_at: Set(row.opens_at.0),
        closes_at: Set(row.closes_at.map(|at| at.0)),
        text_version: Set(row.text_version),
        content: Set(serde_json::to_string(row.content).expect("content is plain strings")),
        updated_at: Set(row.updated_at.0),
        ..Default::default()
    }
}

/// Gives a campaign to an organisation.
pub async fn give(db: &impl Connection, id: i32, organisation: i32) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::OrganisationId, Expr::value(organisation))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Sets what organisers set by hand.
pub async fn set_switch(db: &impl Connection, id: i32, switch: Switch) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(switch.as_str()))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// A change of some columns, which every node notices.
fn change(id: i32) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Id.eq(id))
}

/// What is published in place of what was.
pub struct Publication<'a> {
    pub content: &'a Content,
    pub text_version: i32,
    pub switch: Switch,
    pub opens_at: Moment,
    pub updated_at: Moment,
}

/// Publishes, unless the campaign has changed since `revision`; nothing waits to be published any more.
pub async fn publish(
    db: &impl Connection,
    id: i32,
    revision: i32,
    new: &Publication<'_>,
) -> Result<bool, StorageError> {
    let content = serde_json::to_string(new.content).expect("content is plain strings");
    let done = unscheduled(change(id))
        .col_expr(Column::Content, Expr::value(content))
        .col_expr(Column::TextVersion, Expr::value(new.text_version))
        .col_expr(Column::State, Expr::value(new.switch.as_str()))
        .col_expr(Column::OpensAt, Expr::value(new.opens_at.0))
        .col_expr(Column::UpdatedAt, Expr::value(new.updated_at.0))
        .col_expr(Column::PublishMissedAt, Expr::value(None::<i64>))
        .filter(Column::Revision.eq(revision))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

fn unscheduled(change: UpdateMany<Entity>) -> UpdateMany<Entity> {
    change
        .col_expr(Column::PublishAt, Expr::value(None::<i64>))
        .col_expr(Column::PublishBy, Expr::value(None::<Uuid>))
        .col_expr(Column::PublishNote, Expr::value(""))
}

/// Brings up to date what a campaign that was never published is called.
pub async fn set_content(db: &impl Connection, id: i32, content: &Content) -> Result<(), StorageError> {
    let content = serde_json::to_string(content).expect("content is plain strings");
    change(id).col_expr(Column::Content, Expr::value(content)).exec(db).await?;
    Ok(())
}

/// Has what is written published at a time.
pub async fn schedule(
    db: &impl Connection,
    id: i32,
    at: Moment,
    by: Option<Uuid>,
    note: &Words,
) -> Result<(), StorageError> {
    let note = serde_json::to_string(note).expect("words are plain strings");
    change(id)
        .col_expr(Column::PublishAt, Expr::value(at.0))
        .col_expr(Column::PublishBy, Expr::value(by))
        .col_expr(Column::PublishNote, Expr::value(note))
        .col_expr(Column::PublishMissedAt, Expr::value(None::<i64>))
        .exec(db)
        .await?;
    Ok(())
}

/// Has nothing published by itself any more; `missed` is when it should have been.
pub async fn unschedule(db: &impl Connection, id: i32, missed: Option<Moment>) -> Result<(), StorageError> {
    let missed = missed.map(|at| at.0);
    unscheduled(change(id)).col_expr(Column::PublishMissedAt, Expr::value(missed)).exec(db).await?;
    Ok(())
}

/// What is to be published by itself.
pub struct Due {
    pub campaign: i32,
    pub at: Moment,
    pub by: Option<Uuid>,
    pub note: Words,
}

/// Whose time has come.
pub async fn list_due(db: &impl Connection, now: Moment) -> Result<Vec<Due>, StorageError> {
    let columns = [Column::Id, Column::PublishAt, Column::PublishBy];
    let due = Entity::find().select_only().columns(columns).column(Column::PublishNote);
    let rows: Vec<(i32, i64, Option<Uuid>, String)> =
        due.filter(Column::PublishAt.lte(now.0)).order_by_asc(Column::PublishAt).into_tuple().all(db).await?;
    let due = |(campaign, at, by, note): (i32, i64, Option<Uuid>, String)| Due {
        campaign,
        at: Moment(at),
        by,
        note: serde_json::from_str(&note).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(due).collect())
}

/// Has every node read the campaigns of an organisation anew.
pub async fn touch_of(db: &impl Connection, organisation: i32) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::OrganisationId.eq(organisation))
        .exec(db)
        .await?;
    Ok(())
}

/// Sets until when people sign.
pub async fn set_closing(db: &impl Connection, id: i32, at: Option<Moment>) -> Result<(), StorageError> {
    change(id).col_expr(Column::ClosesAt, Expr::value(at.map(|at| at.0))).exec(db).await?;
    Ok(())
}

/// Puts a campaign away, or takes it out again.
pub async fn set_archived(db: &impl Connection, id: i32, since: Option<Moment>) -> Result<(), StorageError> {
    change(id).col_expr(Column::ArchivedAt, Expr::value(since.map(|at| at.0))).exec(db).await?;
    Ok(())
}
