//! The pictures and the documents of a campaign.

mod papers;
mod pictures;
pub(in crate::web::studio) mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::pictures::UploadError;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::picture::{self, Flaw};
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    // Uploads have a limit of their own.
    let uploads = Router::new()
        .route("/studio/campaigns/{slug}/pictures", get(pictures::index).post(pictures::create))
        .route("/studio/campaigns/{slug}/documents", get(papers::index).post(papers::create))
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/studio/campaigns/{slug}/pictures/{id}", post(pictures::update))
        .route("/studio/campaigns/{slug}/pictures/{id}/choose", post(pictures::choose))
        .route("/studio/campaigns/{slug}/pictures/{id}/hide", post(pictures::hide))
        .route("/studio/campaigns/{slug}/pictures/{id}/delete", post(pictures::destroy))
        .route("/studio/campaigns/{slug}/documents/{id}", post(papers::update))
        .route("/studio/campaigns/{slug}/documents/{id}/up", post(papers::move_up))
        .route("/studio/campaigns/{slug}/documents/{id}/delete", post(papers::destroy))
        .merge(uploads)
}

pub(super) use pictures::{Typed, read};

/// Why a form was refused.
pub(super) enum Trouble {
    /// What is wrong with the file.
    File(FileFlaw),
    /// What is wrong with the words in which language.
    Words(Vec<(Tag, Flaw)>),
    Credit(Flaw),
    Full,
}

#[derive(Clone, Copy)]
pub(super) enum FileFlaw {
    Missing,
    NotAPicture,
    TooManyPixels,
    TooNarrow,
    NotAPdf,
    /// Higher than wide, for the front of a postcard.
    Portrait,
    /// So many dots an inch.
    Coarse(u32),
}

/// The languages in which a campaign has words, the main one first.
pub(super) fn languages(campaign: &Campaign) -> Vec<Tag> {
    let main = &campaign.content.language;
    let others = campaign.content.title.tags().filter(|tag| *tag != main).cloned();
    std::iter::once(main.clone()).chain(others).collect()
}

/// The line that was typed in every language.
pub(super) fn typed(campaign: &Campaign, mut take: impl FnMut(&str) -> String) -> Vec<(Tag, String)> {
    let tags = languages(campaign).into_iter();
    tags.map(|tag| {
        let text = take(&format!("words-{tag}"));
        (tag, text)
    })
    .collect()
}

fn words(typed: &[(Tag, String)]) -> Result<Words, Trouble> {
    picture::lines(typed).map_err(Trouble::Words)
}

pub(super) fn by(present: &Present) -> By<'static> {
    By::Account(present.member.account.id)
}

impl From<UploadError> for WebError {
    fn from(error: UploadError) -> Self {
        match error {
            UploadError::Storage(error) => error.into(),
            UploadError::Full => Self::BadRequest,
        }
    }
}
