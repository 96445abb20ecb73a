use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::asked::{Asked, Beside};
use super::figures::Story;
use super::views::labels;
use crate::app::App;
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
    let story = Story::of(&app, campaign.id).await?;
    let name = format!("{slug}-{}.csv", if asked.of == "time" { "time" } else { "parts" });
    if asked.of == "time" {
        let beside = asked.beside(&app, &campaign);
        let other = match &beside {
            Beside::Campaign(other) => Some(Story::of(&app, other.id).await?),
            Beside::Nothing | Beside::Before => None,
        };
        let zone = present.zone();
        let now = app.tools.clock.now();
        let stretch = asked.stretch(&zone, story.first(now), now).ok_or(WebError::BadRequest)?;
        let (confirmed, signed) = (stretch.counts(&story.confirmed), stretch.counts(&story.signed));
        let beside = labels::counts_beside(&beside, &stretch, &zone, &story, other.as_ref());
        let mut rows = vec![["from", "confirmed", "signed", "compared"].map(str::to_owned)];
        for (at, start) in stretch.starts.iter().enumerate() {
            let (day, time, offset) = zone.shown(*start);
            let compared = beside.as_ref().and_then(|counts| counts.get(at)).map(ToString::to_string);
            rows.push([
                format!("{day}T{time}{offset}"),
                confirmed[at].to_string(),
                signed[at].to_string(),
                compared.unwrap_or_default(),
            ]);
        }
        return Ok(sheet::file(&name, rows));
    }
    let dimension = Dimension::ALL.into_iter().find(|dimension| dimension.as_str() == asked.of);
    let dimension = dimension.filter(|one| *one != Dimension::Hour).ok_or(WebError::NotFound)?;
    let head = [dimension.as_str(), "name", "counted"].map(str::to_owned);
    let rows = story
        .parts(dimension)
        .iter()
        .map(|(part, n)| [part.clone(), labels::part(&app, present.lang, dimension, part), n.to_string()]);
    Ok(sheet::file(&name, std::iter::once(head).chain(rows)))
}
