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
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

fn of_report((campaign, report): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Report.eq(report))
}

/// Those of a report, in the order in which they came; those who want no more among them.
pub async fn list(db: &impl Connection, of: Of) -> Result<Vec<Receiver>, StorageError> {
    let rows = Entity::find().filter(of_report(of)).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// How many still get it.
pub async fn count_active(db: &impl Connection, of: Of) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(of_report(of)).filter(Column::LeftAt.is_null()).count(db).await?)
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

/// An address gets no more reports of a campaign; of which ones it got some until now.
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

/// They are no longer told of anywhere.
pub async fn delete(db: &impl Connection, ids: Vec<Uuid>) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::Id.is_in(ids)).exec(db).await?.rows_affected)
}

/// The receivers of reports that ended before a moment.
fn over(before: Moment) -> Expr {
    Expr::cust(format!(
        "EXISTS (SELECT 1 FROM report r WHERE r.campaign_id = report_receiver.campaign_id \
        AND r.number = report_receiver.report AND r.state = 'ended' AND r.changed_at < {})",
        before.0
    ))
}

/// Forgets who got reports that ended before `before`; returns how many.
pub async fn forget(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(over(before)).exec(db).await?.rows_affected)
}

/// How many that would forget.
pub async fn count_to_forget(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(over(before)).count(db).await?)
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
