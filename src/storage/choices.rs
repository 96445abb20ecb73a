//! What signatories choose: how their name shows, and whether they get updates.

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::signatures::{find_to_change, only};
use crate::domain::display::Display;
use crate::domain::moment::Moment;
use crate::domain::signature::State;

/// What a form that came again chose.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    pub display: Display,
    pub updates: bool,
    pub text_version: i32,
    /// Whether it brought a proof of work: then the signature no longer needs its code.
    pub proved: bool,
}

/// Of two forms for one pending signature the more private choice holds, whoever sent which: nobody is shown, and nobody
/// gets updates, who did not choose so each time. The text is the one that was signed last.
pub async fn soften(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    newest: &Choices,
) -> Result<(), StorageError> {
    let Some(signature) = find_to_change(db, campaign, id).await? else { return Ok(()) };
    let display = signature.display.min(newest.display);
    let updates = signature.updates_since.filter(|_| newest.updates).map(|at| at.0);
    Entity::update_many()
        .col_expr(Column::Display, Expr::value(display.as_str()))
        .col_expr(Column::UpdatesSince, Expr::value(updates))
        .col_expr(Column::TextVersion, Expr::value(newest.text_version))
        .col_expr(Column::CodeOnly, Expr::value(signature.code_only && !newest.proved))
        .filter(only(campaign, id))
        .filter(Column::State.eq(State::Pending.as_str()))
        .exec(db)
        .await?;
    Ok(())
}

pub async fn set_display(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    display: Display,
) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::Display, Expr::value(display.as_str()));
    update.filter(only(campaign, id)).exec(db).await?;
    Ok(())
}

pub async fn set_updates(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    since: Option<Moment>,
) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::UpdatesSince, Expr::value(since.map(|at| at.0)));
    update.filter(only(campaign, id)).exec(db).await?;
    Ok(())
}
