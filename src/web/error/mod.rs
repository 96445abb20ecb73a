mod answer;
mod causes;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub use self::answer::render;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::domain::signature::State;
use crate::guard::limits::Limited;
use crate::i18n::{self, t};
use crate::paths;

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
    /// The link of an office that leads to its delivery no more.
    HandoverOver,
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
            Self::LinkOver | Self::HandoverOver | Self::Over(..) | Self::CampaignRemoved => StatusCode::GONE,
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
            Self::HandoverOver => (t!(lang, "error-handover-over"), t!(lang, "error-handover-over-do")),
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
