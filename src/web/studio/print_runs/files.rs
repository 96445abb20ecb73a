//! What is taken from a print run: each time it holds what people wrote, that is on record.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::found;
use crate::actions::print_runs::{self as runs, Exported};
use crate::app::App;
use crate::documents::postcard::Cover;
use crate::domain::role::Act;
use crate::storage::card_designs;
use crate::storage::print_runs::cards;
use crate::web::error::WebError;
use crate::web::sheet;
use crate::web::studio::member::Present;
use crate::web::studio::views::tabs;

/// A file that is kept by nobody on the way.
fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers: [(HeaderName, HeaderValue); 2] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment"))),
    ];
    (headers, bytes).into_response()
}

pub async fn cards(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let id = found.printing(&app, &present, &id).await?;
    let bytes = runs::download(&app.desk(), found.on(&present), id).await?;
    Ok(file("application/pdf", &format!("print-run-{number}.pdf"), bytes))
}

/// The sheet that lies on top, and the label of the box. It names nobody who wrote.
pub async fn cover(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let (db, run, lang) = (app.tools.db.read(), &found.run, present.lang);
    let mut designs = Vec::new();
    for (id, count) in cards::count_designs(db, run.campaign, run.number).await? {
        let shows =
            card_designs::find(db, id).await?.map(|design| design.picture.alternative.get(lang).to_owned());
        designs.push((shows.unwrap_or_default(), count));
    }
    let left_out = cards::count_left(db, run.campaign, run.number).await?;
    let campaign = tabs::name(lang, &found.campaign);
    let cover = Cover { lang, campaign, run, designs: &designs, left_out };
    let bytes = cover.pdf().map_err(|_| WebError::Internal)?;
    Ok(file("application/pdf", &format!("print-run-{number}-cover.pdf"), bytes))
}

fn row(card: &Exported) -> Vec<String> {
    let merge = &card.merge_variables;
    vec![
        merge.card.to_string(),
        card.to.name.clone(),
        card.to.address_lines.join("\n"),
        card.to.address_country.to_owned(),
        card.from.name.clone(),
        card.from.place.clone(),
        card.front.clone(),
        card.back.clone(),
        card.size.to_owned(),
        merge.lang.clone(),
        merge.no_postage.to_string(),
    ]
}

pub async fn csv(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let exported = runs::export(&app.desk(), found.on(&present)).await?;
    let head = [
        "card",
        "to_name",
        "to_address_lines",
        "to_address_country",
        "from_name",
        "from_place",
        "front",
        "back",
        "size",
        "lang",
        "no_postage",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(exported.iter().map(row));
    Ok(sheet::file(&format!("print-run-{number}.csv"), rows))
}

pub async fn json(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let exported = runs::export(&app.desk(), found.on(&present)).await?;
    let bytes = serde_json::to_vec(&exported).map_err(|_| WebError::Internal)?;
    Ok(file("application/json", &format!("print-run-{number}.json"), bytes))
}

/// The picture of a front of the run, as it is printed.
pub async fn design(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let db = app.tools.db.read();
    let belongs = card_designs::find(db, id).await?.map(|design| design.campaign);
    present.must_belong(&app, Act::PrintCards, &found.campaign, belongs).await?;
    let of_run = cards::count_designs(db, found.run.campaign, found.run.number).await?;
    if !of_run.iter().any(|(design, _)| *design == id) {
        return Err(WebError::NotFound);
    }
    let bytes = card_designs::find_print(db, id).await?.ok_or(WebError::NotFound)?;
    Ok(file("image/jpeg", &format!("design-{id}.jpg"), bytes))
}
