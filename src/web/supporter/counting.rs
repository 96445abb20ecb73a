use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::views::counting::{Figure, Page};
use super::{known, lang};
use crate::app::App;
use crate::storage::rulings;
use crate::web::error::WebError;
use crate::web::pages::Rendered;

/// What moderators decided about the signatures of a campaign: how many, why and in which month, and nobody's name.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let campaign = known(&app, &slug)?;
    let mut sums: BTreeMap<_, i64> = BTreeMap::new();
    for (judgement, ground, at, many) in rulings::list_figures(app.tools.db.read(), campaign.id).await? {
        let (year, month, _) = at.ymd();
        *sums.entry((year, month, judgement, ground)).or_default() += many;
    }
    let figures: Vec<Figure> = sums
        .into_iter()
        .rev()
        .filter(|(_, many)| *many > 0)
        .map(|((year, month, judgement, ground), many)| Figure { year, month, judgement, ground, many })
        .collect();
    let page = Page { app: &app, lang, campaign: &campaign, figures: &figures };
    Ok(Rendered::new(page.markup()).respond(&headers))
}
