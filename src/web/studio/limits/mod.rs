//! Limits of an organisation's own, and the networks and mail domains that it blocks or allows.

mod adding;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use uuid::Uuid;

use self::adding::Typed;
use self::views::{Fault, Numbers, Page};
use super::member::Present;
use crate::actions::ActionError;
use crate::actions::accounts::{By, open_profile};
use crate::actions::listings::open_listings;
use crate::actions::set_limits;
use crate::app::App;
use crate::domain::caution::{Caution, cautions};
use crate::domain::email::parse_domain;
use crate::domain::judgement::parse_note;
use crate::domain::listing::{Kind, Own, parse_lines};
use crate::domain::moment::DAY;
use crate::domain::own_limits::OwnLimits;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{accounts, listings};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

/// For how many days something may be listed; 0: until it is removed.
const DAYS: [u32; 5] = [1, 7, 30, 90, 0];

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/studio/limits", get(show).post(set))
        .route("/studio/limits/lists", post(add))
        .route("/studio/limits/lists/{id}/remove", post(remove))
}

fn actor(present: &Present) -> String {
    By::Account(present.member.account.id).name()
}

/// The people of an organisation, as the records name them and as others do.
async fn people(app: &App, organisation: i32) -> Result<Vec<(String, String)>, WebError> {
    let mut people = Vec::new();
    for stored in accounts::list(app.tools.db.read(), Some(organisation)).await? {
        let profile = open_profile(&app.tools.vault, &stored).map_err(|_| WebError::Internal)?;
        people.push((By::Account(stored.account.id).name(), profile.email));
    }
    Ok(people)
}

/// The mail domains of an organisation's people, and the one that this service sends from.
async fn own_domains(app: &App, organisation: i32) -> Result<Vec<String>, WebError> {
    let people = people(app, organisation).await?;
    let emails =
        people.iter().map(|(_, email)| email.as_str()).chain([app.tools.settings.mail.from.as_str()]);
    let domain = |email: &str| parse_domain(email.rsplit_once('@')?.1.trim_end_matches('>'));
    Ok(emails.filter_map(domain).collect())
}

async fn page(
    app: &App,
    present: &Present,
    (numbers, typed): (Option<Numbers>, Typed),
    (faults, cautions): (&[Fault], &[(String, Caution)]),
) -> Result<Response, WebError> {
    let (db, here) = (app.tools.db.read(), present.member.organisation.id);
    let set = listings::find_set(db, here).await?.unwrap_or_default();
    let (listed, closed) = open_listings(db, &app.tools.vault, here).await?;
    let people = people(app, here).await?;
    let numbers = numbers.unwrap_or_else(|| Numbers::of(&set.limits));
    let page = Page {
        app,
        present,
        set: &set,
        listed: &listed,
        closed: &closed,
        people: &people,
        numbers: &numbers,
        typed: &typed,
        faults,
        cautions,
    };
    let status = if faults.is_empty() && cautions.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, page.markup()).into_response())
}

pub async fn show(State(app): State<Arc<App>>, present: Present) -> Result<Response, WebError> {
    present.must_here(&app, Act::SetLimits).await?;
    page(&app, &present, (None, Typed::default()), (&[], &[])).await
}

/// All of them, or which were not taken.
fn parse(numbers: &Numbers) -> Result<OwnLimits, Vec<Fault>> {
    let parsed = numbers.0.each_ref().map(|typed| OwnLimits::parse(typed));
    let faults: Vec<Fault> = parsed
        .iter()
        .enumerate()
        .filter(|(_, parsed)| parsed.is_err())
        .map(|(at, _)| Fault::Number(at))
        .collect();
    let [Ok(network_burst), Ok(network_sustained), Ok(campaign_burst), Ok(campaign_sustained)] = parsed
    else {
        return Err(faults);
    };
    Ok(OwnLimits { network_burst, network_sustained, campaign_burst, campaign_sustained })
}

pub async fn set(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::SetLimits).await?;
    let numbers = Numbers(views::NUMBERS.map(|name| fields.take(name).trim().to_owned()));
    let limits = match parse(&numbers) {
        Ok(limits) => limits,
        Err(faults) => return page(&app, &present, (Some(numbers), Typed::default()), (&faults, &[])).await,
    };
    set_limits::set_limits(&app.desk(), present.member.organisation.id, limits, &actor(&present)).await?;
    app.refresh().await?;
    Ok(Redirect::to(paths::STUDIO_LIMITS).into_response())
}

pub async fn add(
    State(app): State<Arc<App>>,
    present: Present,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::SetLimits).await?;
    let typed = Typed {
        kind: fields.take("kind"),
        entries: fields.take("entries"),
        days: fields.take("days"),
        note: fields.take("note"),
        sure: fields.take("sure"),
    };
    let kind = Kind::parse(&typed.kind);
    let days: Option<u32> = typed.days.parse().ok().filter(|days| DAYS.contains(days));
    let note = parse_note(&typed.note);
    let own = Own { address: visitor.network.address(), proxies: &app.tools.settings.http.trusted_proxies };
    let values = kind.map_or(Ok(Vec::new()), |kind| parse_lines(kind, &typed.entries, &own));
    let mut faults = Vec::new();
    faults.extend(kind.is_none().then_some(Fault::Kind));
    faults.extend(days.is_none().then_some(Fault::Days));
    faults.extend(note.is_none().then_some(Fault::Note));
    let values = values.unwrap_or_else(|lines| {
        faults.extend(lines.into_iter().map(|(line, fault)| Fault::Line(line, fault)));
        Vec::new()
    });
    if faults.is_empty() && values.is_empty() {
        faults.push(Fault::Nothing);
    }
    if let (Some(kind), Some(days), Some(note), []) = (kind, days, note, &faults[..]) {
        let desk = app.desk();
        let until = (days > 0).then(|| desk.now + DAY * days);
        let (here, actor) = (present.member.organisation.id, actor(&present));
        let asked = cautions(kind, &values, &own_domains(&app, here).await?, &app.tools.rules.email);
        if adding::answer(&asked) != typed.sure {
            return page(&app, &present, (None, typed), (&[], &asked)).await;
        }
        if set_limits::add_listings(&desk, here, (kind, values), (&note, until), &actor).await? {
            app.refresh().await?;
            return Ok(Redirect::to(paths::STUDIO_LIMITS).into_response());
        }
        faults.push(Fault::TooMany);
    }
    page(&app, &present, (None, typed), (&faults, &[])).await
}

pub async fn remove(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    present.must_here(&app, Act::SetLimits).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let of = listings::organisation_of(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(&app, Act::SetLimits, of).await?;
    match set_limits::remove_listing(&app.desk(), of, id, &actor(&present)).await {
        Ok(()) | Err(ActionError::Gone) => {}
        Err(error) => return Err(error.into()),
    }
    app.refresh().await?;
    Ok(Redirect::to(paths::STUDIO_LIMITS))
}
