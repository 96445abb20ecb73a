use entity::campaign::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::db::{Connection, StorageError};
use super::texts;
use crate::domain::campaign::{Campaign, Switch};
use crate::domain::content::Content;
use crate::domain::moment::Moment;

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
    Ok(Campaign {
        id: model.id,
        organisation: model.organisation_id,
        slug: model.slug.clone(),
        revision: model.revision,
        switch: Switch::parse(&model.state).ok_or_else(|| damaged("unknown state"))?,
        opens_at: Moment(model.opens_at),
        closes_at: model.closes_at.map(Moment),
        text_version: model.text_version,
        text_published_at: text.published_at,
        text_digest: text.digest,
        text: text.text,
        content,
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

/// The ids with their revisions: enough to see what has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    let rows = Entity::find().select_only().columns([Column::Id, Column::Revision]).order_by_asc(Column::Id);
    Ok(rows.into_tuple().all(db).await?)
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
