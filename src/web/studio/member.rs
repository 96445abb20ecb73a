use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use crate::actions::accounts::attend::{Member, attend};
use crate::actions::accounts::trespass::record_trespass;
use crate::app::App;
use crate::domain::account::{Verdict, may};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::domain::zone::Zone;
use crate::paths;
use crate::storage::{belongings, campaigns};
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::visitor::Reader;

/// Somebody who is logged in; who is not is led to the login.
pub struct Present {
    pub member: Member,
    pub lang: Lang,
}

impl FromRequestParts<Arc<App>> for Present {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        // No browser writes NUL into an address, and PostgreSQL takes none in a text.
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(WebError::BadRequest.into_response());
        }
        let lang = Reader::of(parts).lang;
        let member = match cookies::session(&parts.headers, app) {
            Some(token) => attend(&app.desk(), &token).await,
            None => Ok(None),
        };
        match member {
            // The one place where this is enforced: nothing else of the studio is reached past it.
            Ok(Some(member)) if member.must_enrol && !is_on_the_way(parts.uri.path()) => {
                Err(Redirect::to(paths::STUDIO_FACTOR).into_response())
            }
            Ok(Some(member)) => Ok(Self { member, lang }),
            Ok(None) => Err(Redirect::to(paths::STUDIO_LOGIN).into_response()),
            Err(error) => Err(WebError::from(error).into_response()),
        }
    }
}

/// The pages on which somebody who needs a second factor gets one.
fn is_on_the_way(path: &str) -> bool {
    [paths::STUDIO_FACTOR, paths::STUDIO_PROOF].contains(&path)
}

impl Present {
    /// The clocks of the organisation.
    pub fn zone(&self) -> Zone {
        Zone::named(&self.member.organisation.time_zone)
    }

    /// Asks the one rule. What is another organisation's is not there, and that it was asked for is put on record.
    pub async fn must(&self, app: &App, act: Act, organisation: i32) -> Result<(), WebError> {
        match may(&self.member.account, act, organisation) {
            Verdict::Yes => Ok(()),
            Verdict::No => Err(WebError::Forbidden),
            Verdict::Elsewhere => {
                record_trespass(&app.desk(), &self.member.account, act).await?;
                Err(WebError::NotFound)
            }
        }
    }

    /// For ids that are not where they were looked for: those of a campaign of another organisation are not there, and that they
    /// were named is put on record.
    pub async fn must_own(&self, app: &App, act: Act, ids: &[Uuid]) -> Result<(), WebError> {
        let all = app.hub.campaigns_and_drafts();
        let others = all.iter().filter(|campaign| campaign.organisation != self.member.organisation.id);
        let others: Vec<i32> = others.map(|campaign| campaign.id).collect();
        let Some(owner) = belongings::find_owner(app.tools.db.read(), &others, ids).await? else {
            return Ok(());
        };
        let owner = all.iter().find(|campaign| campaign.id == owner).ok_or(WebError::NotFound)?;
        self.must(app, act, owner.organisation).await
    }

    /// Refuses what belongs to another campaign, or to none; that of another organisation is put on record.
    pub async fn must_belong(
        &self,
        app: &App,
        act: Act,
        campaign: &Campaign,
        belongs: Option<i32>,
    ) -> Result<(), WebError> {
        let belongs = belongs.ok_or(WebError::NotFound)?;
        if belongs == campaign.id {
            return Ok(());
        }
        if let Some(other) = campaigns::find(app.tools.db.read(), belongs).await? {
            self.must(app, act, other.organisation).await?;
        }
        Err(WebError::NotFound)
    }

    /// The same for the campaign that an address names beside its own, to filter by it or to compare with it.
    pub async fn must_own_slug(&self, app: &App, act: Act, slug: &str) -> Result<(), WebError> {
        match app.hub.campaign_or_draft(slug) {
            Some(campaign) => self.must(app, act, campaign.organisation).await,
            None => Ok(()),
        }
    }

    /// Lets pass who proved a short time ago who they are; others prove it first, and come back to `then`, which is a page.
    /// For what cannot be undone: its page asks this, and what the page posts to asks it again.
    pub fn recently(&self, app: &App, then: &str) -> Result<(), WebError> {
        if self.member.session.is_proved(app.tools.clock.now()) {
            return Ok(());
        }
        Err(WebError::Unproved(then.to_owned()))
    }

    /// The campaign of an address, published or being made, to those who may do this with it.
    pub async fn campaign(&self, app: &App, slug: &str, act: Act) -> Result<Arc<Campaign>, WebError> {
        let campaign = app.hub.campaign_or_draft(slug).ok_or(WebError::NotFound)?;
        self.must(app, act, campaign.organisation).await?;
        Ok(campaign)
    }

    /// Whether they may do this with a campaign: what a page offers and what it does not.
    pub fn may_on(&self, campaign: &Campaign, act: Act) -> bool {
        may(&self.member.account, act, campaign.organisation) == Verdict::Yes
    }

    /// Asks the one rule about what belongs to their own organisation.
    pub async fn must_here(&self, app: &App, act: Act) -> Result<(), WebError> {
        self.must(app, act, self.member.organisation.id).await
    }
}
