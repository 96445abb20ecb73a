//! The texts of petitions to parliaments: as they are written, and frozen.

use entity::official_petition::{ActiveModel, Column, Entity, Model};
use entity::official_version;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set, TryInsertResult,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::jurisdiction::text::PetitionText;
use crate::domain::moment::Moment;
use crate::domain::sheet_log::{Course, Frozen};

/// Of which campaign to which parliament.
pub type To<'a> = (i32, &'a str);

/// A text as it was saved last.
#[derive(Clone, Debug)]
pub struct Saved {
    pub text: PetitionText,
    /// Counts from 1.
    pub revision: i32,
    pub by: Option<Uuid>,
    pub at: Moment,
}

fn damaged(what: &str) -> StorageError {
    DbErr::Custom(format!("{what} is damaged")).into()
}

fn saved(model: &Model) -> Result<Saved, StorageError> {
    Ok(Saved {
        text: serde_json::from_str(&model.text).map_err(|_| damaged("the text of an official petition"))?,
        revision: model.revision,
        by: model.saved_by,
        at: Moment(model.saved_at),
    })
}

pub async fn find(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
) -> Result<Option<Saved>, StorageError> {
    let found = Entity::find_by_id((campaign, jurisdiction.to_owned())).one(db).await?;
    found.as_ref().map(saved).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
) -> Result<Option<Saved>, StorageError> {
    let mut found = Entity::find_by_id((campaign, jurisdiction.to_owned()));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.as_ref().map(saved).transpose()
}

/// Saves a text over the one that was seen; whether nobody had saved another since.
pub async fn save(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
    (seen, text): (i32, &PetitionText),
    by: Option<Uuid>,
    at: Moment,
) -> Result<bool, StorageError> {
    let (text, _) = text.written();
    if seen == 0 {
        let model = ActiveModel {
            campaign_id: Set(campaign),
            jurisdiction: Set(jurisdiction.to_owned()),
            text: Set(text),
            revision: Set(1),
            saved_by: Set(by),
            saved_at: Set(at.0),
        };
        let inserted = Entity::insert(model)
            .on_conflict_do_nothing_on([Column::CampaignId, Column::Jurisdiction])
            .exec_without_returning(db)
            .await?;
        return Ok(matches!(inserted, TryInsertResult::Inserted(1)));
    }
    let done = Entity::update_many()
        .col_expr(Column::Text, Expr::value(text))
        .col_expr(Column::Revision, Expr::value(seen + 1))
        .col_expr(Column::SavedBy, Expr::value(by))
        .col_expr(Column::SavedAt, Expr::value(at.0))
        .filter(Column::CampaignId.eq(campaign).and(Column::Jurisdiction.eq(jurisdiction)))
        .filter(Column::Revision.eq(seen))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn frozen(model: official_version::Model) -> Result<Frozen, StorageError> {
    let day = |text: Option<String>| text.and_then(|text| crate::domain::date::PartialDate::parse(&text));
    Ok(Frozen {
        version: model.version,
        text: serde_json::from_str(&model.text).map_err(|_| damaged("a version of an official petition"))?,
        digest: model.digest,
        at: Moment(model.frozen_at),
        course: Course {
            certificate: model.certificate,
            certified: day(model.certified_on),
            presented: day(model.presented_on),
            answered: day(model.answered_on),
        },
        revision: model.revision,
    })
}

/// The versions that were frozen, newest first.
pub async fn list_versions(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
) -> Result<Vec<Frozen>, StorageError> {
    use official_version::{Column, Entity};
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign).and(Column::Jurisdiction.eq(jurisdiction)))
        .order_by_desc(Column::Version);
    rows.all(db).await?.into_iter().map(frozen).collect()
}

/// Freezes a text under the next number.
pub async fn freeze(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
    (version, text): (i32, &PetitionText),
    at: Moment,
) -> Result<(), StorageError> {
    let (text, digest) = text.written();
    let model = official_version::ActiveModel {
        campaign_id: Set(campaign),
        jurisdiction: Set(jurisdiction.to_owned()),
        version: Set(version),
        text: Set(text),
        digest: Set(digest),
        frozen_at: Set(at.0),
        certificate: Set(String::new()),
        certified_on: Set(None),
        presented_on: Set(None),
        answered_on: Set(None),
        revision: Set(1),
    };
    official_version::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// Says what became of a version that was seen at this revision; whether nobody had said something else since.
pub async fn follow(
    db: &impl Connection,
    (campaign, jurisdiction): To<'_>,
    (version, seen): (i32, i32),
    course: &Course,
) -> Result<bool, StorageError> {
    use official_version::{Column, Entity};
    let day = |date: Option<crate::domain::date::PartialDate>| Expr::value(date.map(|date| date.to_string()));
    let done = Entity::update_many()
        .col_expr(Column::Certificate, Expr::value(course.certificate.clone()))
        .col_expr(Column::CertifiedOn, day(course.certified))
        .col_expr(Column::PresentedOn, day(course.presented))
        .col_expr(Column::AnsweredOn, day(course.answered))
        .col_expr(Column::Revision, Expr::value(seen + 1))
        .filter(Column::CampaignId.eq(campaign).and(Column::Jurisdiction.eq(jurisdiction)))
        .filter(Column::Version.eq(version).and(Column::Revision.eq(seen)))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}
