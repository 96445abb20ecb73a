//! Recurring reports: how they are set up, who gets them, and what they told.

pub mod figures;
pub mod issues;
pub mod receivers;
pub mod tries;

use entity::report::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;
use crate::domain::report::{Because, Report, Rhythm, Schedule, State, Terms, To};

/// A report by its campaign and its number.
pub type Of = (i32, i32);

fn wrong(what: &str) -> StorageError {
    DbErr::Custom(format!("a report: {what}")).into()
}

fn stored(model: Model) -> Result<Report, StorageError> {
    let to = if model.partner.is_empty() {
        To::Addressee(model.addressee_key)
    } else {
        let level = Disclosure::parse(&model.disclosure).ok_or_else(|| wrong("unknown disclosure"))?;
        To::Partner { name: model.partner, level }
    };
    let (day, hour) = (u8::try_from(model.day).ok(), u8::try_from(model.hour).ok());
    let rhythm = day.and_then(|day| Rhythm::of(&model.rhythm, day)).ok_or_else(|| wrong("unknown rhythm"))?;
    let terms = Terms {
        to,
        lang: model.lang.parse().map_err(|()| wrong("unknown language"))?,
        schedule: Schedule { rhythm, hour: hour.ok_or_else(|| wrong("unknown hour"))? },
        intro: model.intro,
        skips: model.skips,
    };
    Ok(Report {
        campaign: model.campaign_id,
        number: model.number,
        revision: model.revision,
        terms,
        state: State::parse(&model.state).ok_or_else(|| wrong("unknown state"))?,
        because: Because::parse(&model.because),
        owed_after: Moment(model.owed_after),
        set_by: model.set_by,
        approved_by: model.approved_by,
        created_at: Moment(model.created_at),
        changed_at: Moment(model.changed_at),
    })
}

/// A report as it is stored.
fn active(one: &Report) -> ActiveModel {
    let terms = &one.terms;
    let (key, partner, level) = match &terms.to {
        To::Addressee(key) => (key.clone(), String::new(), ""),
        To::Partner { name, level } => (String::new(), name.clone(), level.as_str()),
    };
    let (rhythm, day) = terms.schedule.rhythm.parts();
    ActiveModel {
        campaign_id: Set(one.campaign),
        number: Set(one.number),
        revision: Set(one.revision),
        addressee_key: Set(key),
        partner: Set(partner),
        disclosure: Set(level.to_owned()),
        lang: Set(terms.lang.code().to_owned()),
        rhythm: Set(rhythm.to_owned()),
        day: Set(day.into()),
        hour: Set(terms.schedule.hour.into()),
        intro: Set(terms.intro.clone()),
        skips: Set(terms.skips),
        state: Set(one.state.as_str().to_owned()),
        because: Set(one.because.map_or("", Because::as_str).to_owned()),
        owed_after: Set(one.owed_after.0),
        set_by: Set(one.set_by),
        approved_by: Set(one.approved_by),
        created_at: Set(one.created_at.0),
        changed_at: Set(one.changed_at.0),
    }
}

pub async fn insert(db: &impl Connection, new: &Report) -> Result<(), StorageError> {
    Entity::insert(active(new)).exec_without_returning(db).await?;
    Ok(())
}

fn this((campaign, number): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Number.eq(number))
}

/// Puts a report in the place of what it was; the caller holds it.
pub async fn save(db: &impl Connection, one: &Report) -> Result<(), StorageError> {
    let of = this((one.campaign, one.number));
    Entity::update_many().set(active(one)).filter(of).exec(db).await?;
    Ok(())
}

/// What was due until a moment is settled.
pub async fn settle(db: &impl Connection, of: Of, until: Moment) -> Result<(), StorageError> {
    let settled = Entity::update_many().col_expr(Column::OwedAfter, Expr::value(until.0));
    settled.filter(this(of)).exec(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, of: Of) -> Result<Option<Report>, StorageError> {
    Entity::find_by_id(of).one(db).await?.map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, of: Of) -> Result<Option<Report>, StorageError> {
    let mut found = Entity::find_by_id(of);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

/// Those of a campaign, newest first.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Report>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).order_by_desc(Column::Number);
    found.all(db).await?.into_iter().map(stored).collect()
}

/// Those that are on, of all campaigns.
pub async fn list_on(db: &impl Connection) -> Result<Vec<Report>, StorageError> {
    // Word for word the condition of the index `report_on`, so that it serves.
    let found = Entity::find().filter(Expr::cust("state = 'on'"));
    let found = found.order_by_asc(Column::CampaignId).order_by_asc(Column::Number);
    found.all(db).await?.into_iter().map(stored).collect()
}
