//! What is being written, section by section.

use entity::draft::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::campaign::Campaign;
use crate::domain::draft::{Draft, Section, Tree};
use crate::domain::moment::Moment;

/// A section as it was saved last.
#[derive(Clone, Debug)]
pub struct Saved {
    pub section: Section,
    /// Counts from 1.
    pub revision: i32,
    /// What was typed; nothing where exactly this was published.
    typed: Option<Tree>,
    pub by: Option<Uuid>,
    pub at: Moment,
}

/// A campaign as it is being written, and who wrote what when.
#[derive(Clone, Debug)]
pub struct Manuscript {
    pub draft: Draft,
    pub saved: Vec<Saved>,
}

impl Manuscript {
    /// What a form must name to be the next.
    pub fn revision(&self, section: Section) -> i32 {
        self.saved(section).map_or(0, |saved| saved.revision)
    }

    pub fn saved(&self, section: Section) -> Option<&Saved> {
        self.saved.iter().find(|saved| saved.section == section)
    }

    /// Who else has saved anything since a moment.
    pub fn others(&self, account: Uuid, since: Moment) -> Vec<Uuid> {
        let recent = self.saved.iter().filter(|saved| saved.at >= since);
        let mut others: Vec<Uuid> = recent.filter_map(|saved| saved.by).filter(|by| *by != account).collect();
        others.sort_unstable();
        others.dedup();
        others
    }
}

fn saved(model: &Model) -> Result<Saved, StorageError> {
    let damaged = || DbErr::Custom(format!("draft of campaign {}: {}", model.campaign_id, model.section));
    let section = Section::parse(&model.section).ok_or_else(damaged)?;
    let typed = serde_json::from_str(&model.content).map_err(|_| damaged())?;
    Ok(Saved {
        section,
        revision: model.revision,
        typed: (!model.is_published).then_some(typed),
        by: model.saved_by,
        at: Moment(model.saved_at),
    })
}

/// What is published of a campaign, with everything that was typed since.
pub async fn read(db: &impl Connection, campaign: &Campaign) -> Result<Manuscript, StorageError> {
    let rows = Entity::find().filter(Column::CampaignId.eq(campaign.id)).all(db).await?;
    let saved: Vec<Saved> = rows.iter().map(saved).collect::<Result<_, _>>()?;
    let mut draft = Draft::of(&campaign.content, &campaign.text);
    for one in &saved {
        if let Some(typed) = &one.typed {
            draft = draft.with(one.section, typed.clone());
        }
    }
    Ok(Manuscript { draft, saved })
}

/// Who saves what.
#[derive(Clone, Copy)]
pub struct Save<'a> {
    pub section: Section,
    /// The revision that whoever typed has seen.
    pub seen: i32,
    pub typed: &'a Tree,
    pub by: Option<Uuid>,
    pub at: Moment,
}

/// Saves a section as the next revision, unless somebody else was first.
pub async fn save(db: &impl Connection, campaign: i32, new: Save<'_>) -> Result<bool, StorageError> {
    let content = serde_json::to_string(new.typed).expect("what is typed is plain strings");
    if new.seen == 0 {
        let model = ActiveModel {
            campaign_id: Set(campaign),
            section: Set(new.section.as_str().to_owned()),
            revision: Set(1),
            content: Set(content),
            is_published: Set(false),
            saved_by: Set(new.by),
            saved_at: Set(new.at.0),
        };
        let there = OnConflict::columns([Column::CampaignId, Column::Section]).do_nothing().to_owned();
        let added = Entity::insert_many([model]).on_conflict(there).exec_without_returning(db).await?;
        return Ok(added > 0);
    }
    let done = Entity::update_many()
        .col_expr(Column::Content, Expr::value(content))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .col_expr(Column::IsPublished, Expr::value(false))
        .col_expr(Column::SavedBy, Expr::value(new.by))
        .col_expr(Column::SavedAt, Expr::value(new.at.0))
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Section.eq(new.section.as_str()))
        .filter(Column::Revision.eq(new.seen))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// What was read is published now; what was saved meanwhile is not.
pub async fn mark_published(
    db: &impl Connection,
    campaign: i32,
    saved: &[Saved],
) -> Result<(), StorageError> {
    for one in saved {
        Entity::update_many()
            .col_expr(Column::IsPublished, Expr::value(true))
            .filter(Column::CampaignId.eq(campaign))
            .filter(Column::Section.eq(one.section.as_str()))
            .filter(Column::Revision.eq(one.revision))
            .exec(db)
            .await?;
    }
    Ok(())
}
