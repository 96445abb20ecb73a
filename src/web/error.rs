use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;
use tracing::error;

use super::studio;
use super::ui::{self, refusal_words};
use super::visitor::Reader;
use crate::actions::ActionError;
use crate::actions::accounts::AccountError;
use crate::actions::campaigns::CampaignError;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::domain::signature::State;
use crate::guard::limits::Limited;
use crate::i18n::{self, t};
use crate::intake::Shed;
use crate::paths;
use crate::storage::StorageError;

/// How long a shed request is asked to wait, in seconds.
const SHED_WAIT: u64 = 5;

/// What a person or a program is told when a request comes to nothing.
#[derive(Clone, Debug)]
pub enum WebError {
    NotFound,
    MethodNotAllowed,
    /// What no browser sends.
    BadRequest,
    TooLarge,
    /// The form came too slowly.
    TooSlow,
    /// From another site.
    CrossSite,
    /// Logged in, but not for this.
    Forbidden,
    /// Whoever is logged in proves first who they are, and then goes on to this address.
    Unproved(String),
    /// A link that we did not make, or not for this.
    UnknownLink,
    /// A link that has done its time, or whose signature is gone.
    LinkOver,
    /// A signature that counts nothing any more, and the campaign it was for.
    Over(Over, String),
    /// The campaign was taken down.
    CampaignRemoved,
    Limited(Limited),
    /// From a network that the organisation of this campaign has blocked.
    Blocked(String),
    Shed,
    /// A refused form, for a program; a person gets the form again.
    Refused(Vec<Refusal>),
    Internal,
}

/// Why a signature counts nothing any more.
#[derive(Clone, Copy, Debug)]
pub enum Over {
    /// It waited for longer than so many days.
    Expired(u32),
    /// The campaign had been closed for more than a day.
    TooLate,
    Ended(State),
}

impl Over {
    fn words(self, lang: Lang) -> (String, String) {
        match self {
            Self::Expired(days) => (t!(lang, "over-expired"), t!(lang, "over-expired-do", days = days)),
            Self::TooLate => (t!(lang, "over-too-late"), t!(lang, "over-too-late-do")),
            Self::Ended(State::Disowned) => (t!(lang, "over-disowned"), t!(lang, "over-disowned-do")),
            Self::Ended(State::Invalidated) => {
                (t!(lang, "over-invalidated"), t!(lang, "over-invalidated-do"))
            }
            Self::Ended(_) => (t!(lang, "over-withdrawn"), t!(lang, "over-withdrawn-do")),
        }
    }
}

impl WebError {
    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::UnknownLink => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::CrossSite | Self::Forbidden | Self::Blocked(_) => StatusCode::FORBIDDEN,
            Self::LinkOver | Self::Over(..) | Self::CampaignRemoved => StatusCode::GONE,
            Self::Limited(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Shed => StatusCode::SERVICE_UNAVAILABLE,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unproved(_) => StatusCode::SEE_OTHER,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What stands for an answer that came from a layer and has a status only.
    fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::FORBIDDEN => Self::CrossSite,
            StatusCode::SERVICE_UNAVAILABLE => Self::Shed,
            _ if status.is_client_error() => Self::BadRequest,
            _ => Self::Internal,
        }
    }

    /// The campaign to lead back to.
    fn campaign(&self) -> Option<&str> {
        match self {
            Self::Over(_, slug) | Self::Blocked(slug) => Some(slug),
            _ => None,
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Limited(limited) => Some(limited.wait.as_secs() + 1),
            Self::Shed => Some(SHED_WAIT),
            _ => None,
        }
    }

    /// The heading, and what to do.
    fn words(&self, lang: Lang) -> (String, String) {
        match self {
            Self::NotFound => (t!(lang, "error-not-found"), t!(lang, "error-not-found-do")),
            Self::MethodNotAllowed => (t!(lang, "error-method"), t!(lang, "error-method-do")),
            Self::BadRequest => (t!(lang, "error-bad-request"), t!(lang, "error-bad-request-do")),
            Self::TooLarge => (t!(lang, "error-too-large"), t!(lang, "error-too-large-do")),
            Self::TooSlow => (t!(lang, "error-too-slow"), t!(lang, "error-too-slow-do")),
            Self::CrossSite => (t!(lang, "error-cross-site"), t!(lang, "error-cross-site-do")),
            Self::Forbidden => (t!(lang, "error-forbidden"), t!(lang, "error-forbidden-do")),
            Self::UnknownLink => (t!(lang, "error-unknown-link"), t!(lang, "error-unknown-link-do")),
            Self::LinkOver => (t!(lang, "error-link-over"), t!(lang, "error-link-over-do")),
            Self::Over(why, _) => why.words(lang),
            Self::CampaignRemoved => (t!(lang, "error-removed"), t!(lang, "error-removed-do")),
            Self::Limited(limited) => {
                let minutes = i64::try_from(limited.wait.as_secs() / 60 + 1).unwrap_or(1);
                let shown = i18n::number(lang, minutes);
                (t!(lang, "error-limited"), t!(lang, "error-limited-do", minutes = minutes, shown = shown))
            }
            Self::Blocked(_) => (t!(lang, "error-blocked"), t!(lang, "error-blocked-do")),
            Self::Shed => (t!(lang, "error-shed"), t!(lang, "error-shed-do")),
            Self::Refused(_) => (t!(lang, "problem-summary"), t!(lang, "error-refused-do")),
            Self::Unproved(_) => (t!(lang, "proof-title"), t!(lang, "proof-about")),
            Self::Internal => (t!(lang, "error-internal"), t!(lang, "error-internal-do")),
        }
    }
}

impl IntoResponse for WebError {
    /// Leaves the words to `render`, which knows the reader.
    fn into_response(self) -> Response {
        if let Self::Unproved(then) = self {
            return Redirect::to(&paths::studio_proof(&then)).into_response();
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Shed> for WebError {
    fn from(_: Shed) -> Self {
        Self::Shed
    }
}

impl From<Limited> for WebError {
    fn from(limited: Limited) -> Self {
        Self::Limited(limited)
    }
}

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        error!(%error, "the database did not answer a request");
        Self::Shed
    }
}

impl From<ActionError> for WebError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Storage(error) => error.into(),
            ActionError::Gone => Self::LinkOver,
            ActionError::Vault(error) => {
                error!(%error, "sealed data did not open");
                Self::Internal
            }
        }
    }
}

impl From<CampaignError> for WebError {
    fn from(error: CampaignError) -> Self {
        match error {
            CampaignError::Storage(error) => error.into(),
            // What the page does not offer, or offered a moment ago.
            CampaignError::Taken
            | CampaignError::Untold
            | CampaignError::Changed
            | CampaignError::Incomplete
            | CampaignError::Unfit => Self::BadRequest,
        }
    }
}

impl From<AccountError> for WebError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Storage(error) => error.into(),
            AccountError::Vault(error) => {
                error!(%error, "an account did not open");
                Self::Internal
            }
            AccountError::Busy => Self::Shed,
            AccountError::Unknown | AccountError::NoOrganisation => Self::NotFound,
            AccountError::Oneself | AccountError::LastOwner => Self::Forbidden,
            AccountError::SetUp => Self::UnknownLink,
            AccountError::Taken | AccountError::Founded | AccountError::Invited => Self::BadRequest,
        }
    }
}

/// RFC 9457.
#[derive(Serialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: &'static str,
    status: u16,
    title: String,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

#[derive(Serialize)]
struct FieldProblem {
    field: &'static str,
    detail: String,
}

/// Gives every error its words: a page for a person, `application/problem+json` for a program.
pub fn render(app: &App, reader: Reader, mut response: Response) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let known = response.extensions_mut().remove::<WebError>();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if known.is_none() && is_page {
        return response;
    }
    let error = known.unwrap_or_else(|| WebError::from_status(status));
    told(app, reader, &error, response)
}

fn told(app: &App, reader: Reader, error: &WebError, response: Response) -> Response {
    let lang = reader.lang;
    let (title, detail) = error.words(lang);
    let reference = matches!(error, WebError::Internal).then(|| {
        let reference = u32::from_be_bytes(app.tools.entropy.bytes());
        format!("{reference:08x}")
    });
    if let WebError::Limited(limited) = error {
        app.metrics.limited(limited.limit);
    }
    if let Some(reference) = &reference {
        error!(reference, "a request failed");
    }
    let (kind, body) = if reader.wants_json {
        let errors = match error {
            WebError::Refused(refusals) => {
                refusals.iter().map(|refusal| field_problem(lang, refusal)).collect()
            }
            _ => Vec::new(),
        };
        let status = error.status().as_u16();
        let problem = Problem { kind: "about:blank", status, title, detail, reference, errors };
        ("application/problem+json", serde_json::to_string(&problem).unwrap_or_default())
    } else {
        let page = if reader.is_in_studio {
            studio::error_page(app, lang, (&title, &detail), reference.as_deref())
        } else {
            ui::error_page(app, lang, &title, &detail, reference.as_deref(), error.campaign())
        };
        ("text/html; charset=utf-8", page.into_string())
    };
    let (mut parts, _) = response.into_parts();
    parts.status = error.status();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = error.retry_after() {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Response::from_parts(parts, Body::from(body))
}

fn field_problem(lang: Lang, refusal: &Refusal) -> FieldProblem {
    FieldProblem { field: refusal.field.name(), detail: refusal_words(lang, refusal) }
}
