//! What reports told, and what became of their mails.

use entity::report_issue::{ActiveModel, Column, Entity, Model};
use entity::report_mail as mail;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::moment::Moment;
use crate::domain::report::{Issue, Receipt};
use crate::storage::db::{Connection, StorageError};
use crate::storage::outbox::End;

/// The state of a mail that has not ended.
const QUEUED: &str = "queued";

fn stored(model: Model) -> Result<Issue, StorageError> {
    Ok(Issue {
        campaign: model.campaign_id,
        report: model.report,
        number: model.number,
        day: model.day,
        cut_off: Moment(model.cut_off),
        made_at: Moment(model.made_at),
        skipped: model.skipped,
        facts: serde_json::from_str(&model.facts).map_err(|_| wrong("unreadable facts"))?,
    })
}

/// Adds an issue; `false` where there is one for the same day already.
pub async fn insert(db: &impl Connection, new: &Issue) -> Result<bool, StorageError> {
    let row = ActiveModel {
        campaign_id: Set(new.campaign),
        report: Set(new.report),
        number: Set(new.number),
        day: Set(new.day.clone()),
        cut_off: Set(new.cut_off.0),
        made_at: Set(new.made_at.0),
        skipped: Set(new.skipped),
        facts: Set(serde_json::to_string(&new.facts).map_err(|_| wrong("not written"))?),
    };
    let day = OnConflict::columns([Column::CampaignId, Column::Report, Column::Day]).do_nothing().to_owned();
    Ok(Entity::insert_many([row]).on_conflict(day).exec_without_returning(db).await? == 1)
}

fn of_report((campaign, report): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Report.eq(report))
}

pub async fn find(db: &impl Connection, of: Of, number: i16) -> Result<Option<Issue>, StorageError> {
    Entity::find_by_id((of.0, of.1, number)).one(db).await?.map(stored).transpose()
}

/// The newest of a report, newest first.
pub async fn list(db: &impl Connection, of: Of, most: u64) -> Result<Vec<Issue>, StorageError> {
    let rows = Entity::find().filter(of_report(of)).order_by_desc(Column::Number).limit(most);
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// Those that somebody got, or is about to get, newest first: what left for nobody is told in the next.
pub async fn list_told(db: &impl Connection, (campaign, report): Of) -> Result<Vec<Issue>, StorageError> {
    let told = mail::Entity::find().select_only().column(mail::Column::Issue);
    let told = told
        .filter(mail::Column::CampaignId.eq(campaign))
        .filter(mail::Column::Report.eq(report))
        .filter(mail::Column::State.is_in([QUEUED, End::Sent.as_str()]));
    let rows = Entity::find().filter(of_report((campaign, report)));
    let rows = rows.filter(Column::Number.in_subquery(told.into_query())).order_by_desc(Column::Number);
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// A mail of an issue goes to a receiver.
pub async fn owe(
    db: &impl Connection,
    issue: &Issue,
    receivers: impl Iterator<Item = Uuid>,
) -> Result<(), StorageError> {
    let rows = receivers.map(|receiver| mail::ActiveModel {
        receiver_id: Set(receiver),
        issue: Set(issue.number),
        campaign_id: Set(issue.campaign),
        report: Set(issue.report),
        state: Set(QUEUED.to_owned()),
        ended_at: Set(None),
    });
    mail::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// How the mail of an issue to a receiver ended.
pub async fn end(
    db: &impl Connection,
    (receiver, issue): (Uuid, i16),
    end: End,
    now: Moment,
) -> Result<(), StorageError> {
    mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(end.as_str()))
        .col_expr(mail::Column::EndedAt, Expr::value(now.0))
        .filter(mail::Column::ReceiverId.eq(receiver))
        .filter(mail::Column::Issue.eq(issue))
        .exec(db)
        .await?;
    Ok(())
}

/// What became of the mails of a report, from an issue on.
pub async fn list_receipts(
    db: &impl Connection,
    (campaign, report): Of,
    from: i16,
) -> Result<Vec<Receipt>, StorageError> {
    let rows = mail::Entity::find()
        .filter(mail::Column::CampaignId.eq(campaign))
        .filter(mail::Column::Report.eq(report))
        .filter(mail::Column::Issue.gte(from))
        .order_by_desc(mail::Column::Issue)
        .order_by_asc(mail::Column::ReceiverId);
    let receipt = |row: mail::Model| Receipt {
        issue: row.issue,
        receiver: row.receiver_id,
        state: row.state,
        ended_at: row.ended_at.map(Moment),
    };
    Ok(rows.all(db).await?.into_iter().map(receipt).collect())
}
