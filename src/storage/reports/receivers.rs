//! Who gets a report.

use entity::report_receiver::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use uuid::Uuid;

use super::Of;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::report::Receiver;
use crate::storage::db::{Connection, StorageError, locks_rows};

fn stored(model: Model) -> Receiver {
    Receiver {
        id: model.id,
        campaign: model.campaign_id,
        report: model.report,
        sealed: model.sealed,
        created_at: Moment(model.created_at),
        left_at: model.left_at.map(Moment),
        removed_at: model.removed_at.map(Moment),
    }
}

pub async fn insert(db: &impl Connection, new: Receiver, email: Index) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        report: Set(new.report),
        sealed: Set(new.sealed),
        email_index: Set(email.to_vec()),
        created_at: Set(new.created_at.0),
        left_at: Set(None),
        removed_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

fn of_report((campaign, report): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Report.eq(report))
}

/// Those of a report, in the order in which they came; those who want no more or were taken out among them.
pub async fn list(db: &impl Connection, of: Of) -> Result<Vec<Receiver>, StorageError> {
    let rows = Entity::find().filter(of_report(of)).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// How many still get it.
pub async fn count_active(db: &impl Connection, of: Of) -> Result<u64, StorageError> {
    let active = of_report(of).add(Column::LeftAt.is_null()).add(Column::RemovedAt.is_null());
    Ok(Entity::find().filter(active).count(db).await?)
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Receiver>, StorageError> {
    let found = Entity::find_by_id(id).filter(Column::CampaignId.eq(campaign)).one(db).await?;
    Ok(found.map(stored))
}

fn at(campaigns: &[i32], emails: &[Index]) -> Condition {
    Condition::all()
        .add(Column::CampaignId.is_in(campaigns.iter().copied()))
        .add(Column::EmailIndex.is_in(emails.iter().map(|index| index.to_vec())))
}

/// Those with an address, of any report of these campaigns.
pub async fn list_at(
    db: &impl Connection,
    campaigns: &[i32],
    emails: &[Index],
) -> Result<Vec<Receiver>, StorageError> {
    let rows = Entity::find().filter(at(campaigns, emails)).order_by_asc(Column::Id);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// An address gets no more reports of a campaign; of which ones it could have had more until now.
pub async fn leave(
    db: &impl Connection,
    campaign: i32,
    emails: &[Index],
    now: Moment,
) -> Result<Vec<i32>, StorageError> {
    let those = at(&[campaign], emails).add(Column::LeftAt.is_null());
    let reports = Entity::find().select_only().column(Column::Report).filter(those.clone());
    let reports: Vec<i32> = reports.order_by_asc(Column::Report).into_tuple().all(db).await?;
    let left = Entity::update_many().col_expr(Column::LeftAt, Expr::value(now.0));
    left.filter(those).exec(db).await?;
    Ok(reports)
}

/// A receiver gets the report, from now on or on, at an address that is the same one, however it is spelled.
pub async fn revive(
    db: &impl Connection,
    id: Uuid,
    sealed: Vec<u8>,
    email: Index,
) -> Result<(), StorageError> {
    let (email_index, removed_at) = (Set(email.to_vec()), Set(None));
    let model =
        ActiveModel { id: Set(id), sealed: Set(sealed), email_index, removed_at, ..Default::default() };
    model.update(db).await?;
    Ok(())
}

/// They get no more, since the team has taken them out.
pub async fn remove(db: &impl Connection, ids: Vec<Uuid>, now: Moment) -> Result<(), StorageError> {
    let removed = Entity::update_many().col_expr(Column::RemovedAt, Expr::value(now.0));
    removed.filter(Column::Id.is_in(ids)).exec(db).await?;
    Ok(())
}

/// Forgets the address of somebody who wants no more; that, and the hash by which it is found, stays.
pub async fn blank(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    blank_all(db, Condition::all().add(Column::Id.eq(id))).await?;
    Ok(())
}

async fn blank_all(db: &impl Connection, which: Condition) -> Result<u64, StorageError> {
    let blanked = Entity::update_many().col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()));
    Ok(blanked.filter(which).exec(db).await?.rows_affected)
}

/// They are no longer told of anywhere.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// The receivers of reports that ended before a moment.
fn over(before: Moment) -> Expr {
    Expr::cust(format!(
        "EXISTS (SELECT 1 FROM report r WHERE r.campaign_id = report_receiver.campaign_id \
        AND r.number = report_receiver.report AND r.state = 'ended' AND r.changed_at < {})",
        before.0
    ))
}

/// Of those, whose addresses are still known and who want no more.
fn over_and_left(before: Moment) -> Condition {
    let known = Expr::cust("length(sealed) > 0");
    Condition::all().add(over(before)).add(Column::LeftAt.is_not_null()).add(known)
}

fn over_and_silent(before: Moment) -> Condition {
    Condition::all().add(over(before)).add(Column::LeftAt.is_null())
}

/// Forgets who got reports that ended before `before`; returns how many. Who wanted no more stays known by a keyed hash, for
/// good, so that nobody adds them again.
pub async fn forget(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    let blanked = blank_all(db, over_and_left(before)).await?;
    let gone = Entity::delete_many().filter(over_and_silent(before)).exec(db).await?;
    Ok(blanked + gone.rows_affected)
}

/// How many that would forget.
pub async fn count_to_forget(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    let which = Condition::any().add(over_and_left(before)).add(over_and_silent(before));
    Ok(Entity::find().filter(which).count(db).await?)
}

/// All, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Receiver>, StorageError> {
    let mut all = Entity::find().order_by_asc(Column::Id);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    Ok(all.all(db).await?.into_iter().map(stored).collect())
}

pub async fn reseal(
    db: &impl Connection,
    id: Uuid,
    sealed: Vec<u8>,
    email: Index,
) -> Result<(), StorageError> {
    let email_index = Set(email.to_vec());
    let model = ActiveModel { id: Set(id), sealed: Set(sealed), email_index, ..Default::default() };
    model.update(db).await?;
    Ok(())
}
