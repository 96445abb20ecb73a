//! What is taken from a delivery: each time it holds names, that is on record.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::found;
use super::show::refused;
use super::views::show::Fault;
use crate::actions::deliveries::{DeliveryError, Taker, begin_fetch, list_left, open_fetch};
use crate::app::App;
use crate::domain::moment::DAY;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::accounts;
use crate::storage::deliveries::{approvals, packages};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::{resumable, sheet};

/// Begins to fetch the package, and leads to it.
pub async fn begin(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let package: Uuid = fields.take("package").parse().map_err(|_| WebError::NotFound)?;
    let belongs = packages::find(app.tools.db.read(), package).await?.map(|package| package.campaign);
    present.must_belong(&app, Act::MakeDeliveries, &found.campaign, belongs).await?;
    let carriers = carriers(&app, &present, &mut fields).await?;
    let taker = Taker::Staff { account: present.member.account.id, carriers: carriers.as_deref() };
    let fault = match begin_fetch(&app.desk(), found.on(&present), package, taker).await {
        Ok(fetch) => {
            let path = paths::studio_fetch(&slug, found.delivery.number, fetch.id, fetch.keys > 0);
            return Ok(Redirect::to(&path).into_response());
        }
        Err(DeliveryError::NotApproved) => Fault::NotApproved,
        Err(DeliveryError::NoPackage) => Fault::NoPackage,
        Err(DeliveryError::MustEncrypt) => Fault::MustEncrypt,
        Err(DeliveryError::NoCarrier) => Fault::NoCarrier,
        Err(error) => return Err(error.into()),
    };
    refused(&app, &present, &found, fault).await
}

/// The accounts to whose keys it is encrypted; nothing where it is fetched as it is.
async fn carriers(app: &App, present: &Present, fields: &mut Fields) -> Result<Option<Vec<Uuid>>, WebError> {
    if fields.take("how") != "encrypted" {
        return Ok(None);
    }
    let mut carriers = Vec::new();
    for typed in fields.take_marked("for-") {
        let account: Uuid = typed.parse().map_err(|_| WebError::NotFound)?;
        let organisation = accounts::find_organisation(app.tools.db.read(), account).await?;
        present.must(app, Act::MakeDeliveries, organisation.ok_or(WebError::NotFound)?).await?;
        carriers.push(account);
    }
    Ok(Some(carriers))
}

/// The package, for a day, to whoever began to fetch it; what was cut off goes on where it was.
pub async fn package(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let fetch = approvals::find_fetch(app.tools.db.read(), id).await?;
    let belongs = fetch.map(|fetch| fetch.campaign);
    present.must_belong(&app, Act::MakeDeliveries, &found.campaign, belongs).await?;
    let account = present.member.account.id;
    let is_theirs = |fetch: &approvals::Fetch| {
        fetch.delivery == found.delivery.number
            && fetch.account == Some(account)
            && app.tools.clock.now() < fetch.at + DAY
    };
    let fetch = fetch.filter(is_theirs).ok_or(WebError::NotFound)?;
    let fetching = open_fetch(&app.desk(), &fetch, &format!("account {account}")).await?;
    let ending = if fetching.is_enclosed() { "zip.age" } else { "zip" };
    let name = format!("{slug}-delivery-{}-{}.{ending}", found.delivery.number, fetching.package.edition);
    Ok(resumable::send(&app, fetching, &headers, (&name, &id.simple().to_string())))
}

/// The numbers on the roll of those who have left since it was frozen. No name stands in it.
pub async fn supplement(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let of = (found.delivery.campaign, found.delivery.number);
    let left = list_left(&app.desk(), of).await?;
    let mut rows = vec![vec!["delivery".to_owned(), "number".to_owned()]];
    rows.extend(left.iter().map(|place| vec![number.clone(), place.to_string()]));
    Ok(sheet::file(&format!("{slug}-delivery-{number}-supplement.csv"), rows))
}
