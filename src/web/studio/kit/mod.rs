//! The kit for a table at an event: papers made of what the campaign says.

mod view;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::Markup;
use serde::Deserialize;

use self::view::Page;
use super::member::Present;
use crate::app::App;
use crate::documents::kit::{Kit, Laid, Misfit, Piece};
use crate::domain::campaign::{Campaign, Status};
use crate::domain::jurisdiction::Paper;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Act;
use crate::domain::source::Source;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/studio/campaigns/{slug}/kit", get(show))
        .route("/studio/campaigns/{slug}/kit/{file}", get(file))
}

/// What was chosen, as it stands in the address.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    paper: String,
    r#in: String,
    source: String,
}

/// Both languages, as an address names them.
const BOTH: &str = "both";

/// What the papers are made for.
struct Choice {
    paper: Paper,
    langs: Vec<Lang>,
    source: Source,
    /// What was typed in place of a code that counts, and is none.
    refused: Option<String>,
}

impl Choice {
    fn of(asked: Asked, campaign: &Campaign, lang: Lang) -> Self {
        let usual = || Paper::usual(campaign.content.country.as_deref().unwrap_or("CA"));
        let paper = Paper::parse(&asked.paper).unwrap_or_else(usual);
        let langs = match &*asked.r#in {
            BOTH => Lang::ALL.to_vec(),
            one => vec![one.parse().unwrap_or(lang)],
        };
        let source = Source::parse(&asked.source);
        let is_refused = source.is_unknown() && !asked.source.trim().is_empty();
        Self { paper, langs, source, refused: is_refused.then_some(asked.source) }
    }

    /// The languages, as the address names them.
    fn languages(&self) -> &'static str {
        match self.langs[..] {
            [one] => one.code(),
            _ => BOTH,
        }
    }
}

/// Where a code on paper leads today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Open,
    /// There will be something to sign, from then on.
    Opens(Moment),
    Paused,
    Draft,
    Closed,
    Removed,
}

impl Way {
    fn of(campaign: &Campaign, now: Moment) -> Self {
        match campaign.status(now) {
            Status::Open => Self::Open,
            Status::Upcoming => Self::Opens(campaign.opens_at),
            Status::Draft => campaign.publish_at.map_or(Self::Draft, Self::Opens),
            Status::Paused => Self::Paused,
            Status::Closed => Self::Closed,
            Status::Removed => Self::Removed,
        }
    }

    /// Whether papers that lead there are printed.
    const fn is_printed(self) -> bool {
        matches!(self, Self::Open | Self::Opens(_) | Self::Paused)
    }
}

/// A paper, or why it is not printed; none where what it leads to is the reason.
struct Paged {
    piece: Piece,
    laid: Option<Result<Laid, Misfit>>,
}

/// Who stands before the kit of which campaign.
struct Here<'a> {
    app: &'a App,
    present: &'a Present,
    campaign: Arc<Campaign>,
    choice: Choice,
    way: Way,
}

impl<'a> Here<'a> {
    async fn find(app: &'a App, present: &'a Present, slug: &str, asked: Asked) -> Result<Self, WebError> {
        let campaign = present.campaign(app, slug, Act::KeepOfficialSheets).await?;
        let choice = Choice::of(asked, &campaign, present.lang);
        let way = Way::of(&campaign, app.tools.clock.now());
        Ok(Self { app, present, campaign, choice, way })
    }

    fn kit(&self) -> Kit<'_> {
        Kit {
            campaign: &self.campaign,
            paper: self.choice.paper,
            langs: &self.choice.langs,
            public_url: &self.app.tools.settings.http.public_url,
            source: &self.choice.source,
        }
    }

    fn lay_out(&self, piece: Piece) -> Option<Result<Laid, Misfit>> {
        let is_printed = !piece.leads() || self.way.is_printed();
        is_printed.then(|| self.kit().lay_out(piece))
    }

    fn page(&self) -> Markup {
        let paged = |piece| Paged { piece, laid: self.lay_out(piece) };
        Page { here: self, papers: &Piece::ALL.map(paged) }.markup()
    }
}

async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, asked).await?;
    let status =
        if here.choice.refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, here.page()).into_response())
}

/// A paper as PDF; the page that says why, where it is not printed.
async fn file(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, file)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, asked).await?;
    let piece = file.strip_suffix(".pdf").and_then(Piece::parse).ok_or(WebError::NotFound)?;
    let laid = here.lay_out(piece).filter(|_| here.choice.refused.is_none());
    let Some(Ok(laid)) = laid else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, here.page()).into_response());
    };
    let bytes = here.kit().pdf(piece, &laid).map_err(|_| WebError::Internal)?;
    let (paper, languages) = (here.choice.paper.as_str(), here.choice.languages());
    let name = format!("attachment; filename=\"{slug}-{}-{languages}-{paper}.pdf\"", piece.as_str());
    let disposition = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}
