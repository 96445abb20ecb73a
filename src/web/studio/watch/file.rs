use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::asked::Asked;
use super::figures::{Age, Figures};
use super::views::labels;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Act;
use crate::domain::tally::Dimension;
use crate::web::error::WebError;
use crate::web::sheet;
use crate::web::studio::member::Present;

/// A table behind a chart, whole: `of=time` for the period that is looked at, else `of=country` and the like.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SeeFigures).await?;
    present.must_own_slug(&app, Act::SeeFigures, &asked.with).await?;
    let dimension = Dimension::ALL.into_iter().find(|one| one.as_str() == asked.of);
    let dimension = dimension.filter(|one| *one != Dimension::Hour);
    if asked.of != "time" && dimension.is_none() {
        return Err(WebError::NotFound);
    }
    let figures = Figures::of(&app, &present, &campaign, &asked, Age::Now).await?;
    if figures.refused.is_some() {
        return Err(WebError::BadRequest);
    }
    let rows = match dimension {
        Some(dimension) => parts(&app, present.lang, &figures, dimension),
        None => time(&figures),
    };
    Ok(sheet::file(&format!("{slug}-{}.csv", asked.of), rows))
}

/// What was confirmed and sent in each part of the time, and what stands beside it.
fn time(figures: &Figures) -> Vec<Vec<String>> {
    let at = |moment: Moment| {
        let (day, time, offset) = figures.zone.shown(moment);
        format!("{day}T{time}{offset}")
    };
    let stretch = &figures.stretch;
    let (confirmed, signed) =
        (stretch.counts(&figures.story.confirmed), stretch.counts(&figures.story.signed));
    let mut head = vec!["from", "confirmed", "signed"];
    if figures.compared.is_some() {
        head.extend(["compared_from", "compared_confirmed", "compared_signed"]);
    }
    let mut rows = vec![head.into_iter().map(str::to_owned).collect::<Vec<_>>()];
    for (part, start) in stretch.starts.iter().enumerate() {
        let mut row = vec![at(*start), confirmed[part].to_string(), signed[part].to_string()];
        if let Some(compared) = &figures.compared {
            row.push(at(compared.stretch.starts[part]));
            row.push(compared.confirmed[part].to_string());
            row.push(compared.signed[part].to_string());
        }
        rows.push(row);
    }
    rows
}

/// What the count is made of; beside it the same of the other campaign, also what only that one has.
fn parts(app: &App, lang: Lang, figures: &Figures, dimension: Dimension) -> Vec<Vec<String>> {
    let mut head = vec![dimension.as_str(), "name", "counted"];
    if figures.other.is_some() {
        head.push("compared");
    }
    let mut rows = vec![head.into_iter().map(str::to_owned).collect::<Vec<_>>()];
    for (part, counted, compared) in labels::rows(figures, dimension) {
        let name = labels::part(app, lang, dimension, part);
        let mut row = vec![part.to_owned(), name, counted.to_string()];
        row.extend(compared.map(|n| n.to_string()));
        rows.push(row);
    }
    rows
}
