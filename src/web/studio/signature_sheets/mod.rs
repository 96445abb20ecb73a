//! The sheets of signatures that are typed in, and the rows of them that somebody has to look at.

mod held;
mod import;
mod index;
mod row;
mod sheet;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::ledger::Keeper;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::ledger::row::Typed;
use crate::domain::ledger::{Batch, Kind};
use crate::domain::role::Act;
use crate::storage::ledger;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    let row =
        |part: &str| format!("/studio/campaigns/{{slug}}/sheets/{{batch}}/{{sheet}}/rows/{{place}}{part}");
    Router::new()
        .route("/studio/campaigns/{slug}/sheets", get(index::index).post(index::open))
        .route("/studio/campaigns/{slug}/sheets/held", get(held::index))
        .route("/studio/campaigns/{slug}/sheets/check", post(held::check))
        .route("/studio/campaigns/{slug}/sheets/import", post(import::create))
        .route("/studio/campaigns/{slug}/sheets/{batch}/{sheet}", get(sheet::show).post(sheet::write))
        .route(&row(""), get(row::show).post(row::mend))
        .route(&row("/judge"), post(row::judge))
        .route(&row("/remove"), post(row::remove))
}

/// Who stands before the sheets of which campaign.
struct Here<'a> {
    app: &'a App,
    present: &'a Present,
    campaign: Arc<Campaign>,
}

impl<'a> Here<'a> {
    async fn find(app: &'a App, present: &'a Present, slug: &str) -> Result<Self, WebError> {
        let campaign = present.campaign(app, slug, Act::TypeSheets).await?;
        Ok(Self { app, present, campaign })
    }

    fn keeper(&self) -> Keeper<'static> {
        Keeper { campaign: self.campaign.id, by: By::Account(self.present.member.account.id) }
    }

    /// A batch of signatures.
    async fn batch(&self, number: &str) -> Result<Batch, WebError> {
        let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
        let found = ledger::find(self.app.tools.db.read(), (self.campaign.id, number)).await?;
        found.filter(|batch| batch.kind == Kind::Signatures).ok_or(WebError::NotFound)
    }

    /// Where people live who do not say.
    fn country(&self) -> &str {
        self.campaign.content.country.as_deref().unwrap_or("CA")
    }
}

/// What somebody typed of a row.
fn typed(mut take: impl FnMut(&str) -> String) -> Typed {
    Typed {
        name: take("name"),
        postal_code: take("postal_code"),
        city: take("city"),
        country: take("country"),
        is_doubted: take("doubtful") == "yes",
    }
}
