//! What is being written, section by section.

use entity::draft::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::campaign::Campaign;
use crate::domain::draft::{Draft, Languages, Section, Tree};
use crate::domain::moment::Moment;

/// A section as it was saved last.
#[derive(Clone, Debug)]
pub struct Saved {
    pub section: Section,
    /// Counts from 1.
    pub revision: i32,
    /// What was typed; nothing where exactly this was published.
    typed: Option<Tree>,
    /// What was typed in any case.
    listed: Tree,
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

    /// Who else saved a section last, if that was since a moment.
    pub fn other(&self, section: Section, account: Uuid, since: Moment) -> Option<Uuid> {
        let recent = self.saved(section).filter(|saved| saved.at >= since);
        recent.and_then(|saved| saved.by).filter(|by| *by != account)
    }
}

fn saved(model: &Model) -> Result<Saved, StorageError> {
    let damaged = || DbErr::Custom(format!("draft of campaign {}: {}", model.campaign_id, model.section));
    let section = Section::parse(&model.section).ok_or_else(damaged)?;
    let listed: Tree = serde_json::from_str(&model.content).map_err(|_| damaged())?;
    Ok(Saved {
        section,
        revision: model.revision,
        typed: (!model.is_published).then(|| listed.clone()),
        listed,
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
        if one.section == Section::Languages && one.typed.is_none() && one.listed.contains_key("all") {
            // A language in which nothing was written when it was published is one of them all the same.
            draft.languages = draft.languages.joined(&Languages::read(&one.listed));
        }
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

/// The first that is saved of a section; whether it was.
async fn insert(
    db: &impl Connection,
    campaign: i32,
    new: Save<'_>,
    is_published: bool,
) -> Result<bool, StorageError> {
    let model = ActiveModel {
        campaign_id: Set(campaign),
        section: Set(new.section.as_str().to_owned()),
        revision: Set(1),
        content: Set(written(new.typed)),
        is_published: Set(is_published),
        saved_by: Set(new.by),
        saved_at: Set(new.at.0),
    };
    let there = OnConflict::columns([Column::CampaignId, Column::Section]).do_nothing().to_owned();
    let added = Entity::insert_many([model]).on_conflict(there).exec_without_returning(db).await?;
    Ok(added > 0)
}

fn written(typed: &Tree) -> String {
    serde_json::to_string(typed).expect("what is typed is plain strings")
}

/// Saves a section as the next revision, unless somebody else was first.
pub async fn save(db: &impl Connection, campaign: i32, new: Save<'_>) -> Result<bool, StorageError> {
    if new.seen == 0 {
        return insert(db, campaign, new, false).await;
    }
    let done = Entity::update_many()
        .col_expr(Column::Content, Expr::value(written(new.typed)))
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

/// What is published was changed by other hands than the editor's: whoever has a form open has not seen it. What was typed
/// and not published stays as it is.
pub async fn overtake(db: &impl Connection, campaign: i32, at: Moment) -> Result<(), StorageError> {
    for section in Section::ALL {
        let new = Save { section, seen: 0, typed: &Tree::new(), by: None, at };
        if insert(db, campaign, new, true).await? {
            continue;
        }
        Entity::update_many()
            .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
            .filter(Column::CampaignId.eq(campaign))
            .filter(Column::Section.eq(section.as_str()))
            .filter(Column::IsPublished.eq(true))
            .exec(db)
            .await?;
    }
    Ok(())
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
