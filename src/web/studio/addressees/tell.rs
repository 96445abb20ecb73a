//! Supporters are told of a reply, once.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use super::Found;
use crate::actions::replies::{ReplyError, tell_supporters};
use crate::app::App;
use crate::domain::bulletin::{Piece, Wording};
use crate::domain::lang::Lang;
use crate::domain::reply::quoted;
use crate::i18n::{self, t};
use crate::web::error::WebError;
use crate::web::studio::member::Present;
use crate::web::ui::{Voice, stance_words};

/// How much of a reply an update quotes; the whole of it is on its page.
const MOST_QUOTED: usize = 2_000;

/// What an update says of a reply, for whoever sends it to go on with.
fn piece(lang: Lang, found: &Found) -> Result<Piece, WebError> {
    let (campaign, reply) = (&found.here.campaign, &found.reply);
    let addressee = found.here.addressee(&reply.key)?;
    let voice = Voice::new(lang, &campaign.content.language);
    let name = i18n::isolate(&addressee.name);
    let day = i18n::date(lang, &reply.written.day);
    let title = t!(lang, "tell-reply-title", name = name.clone());
    let opening = t!(lang, "tell-reply-body", name = name, office = voice.text(&addressee.office), day = day);
    let mut parts = vec![opening, quoted(voice.text(&reply.written.words), MOST_QUOTED)];
    parts.extend((1..).zip(&found.text.demands).map(|(number, demand)| {
        let stance = stance_words(lang, reply.stance(number));
        format!("{number}\\. {} **{stance}**", voice.text(&demand.text))
    }));
    let body = parts.join("\n\n");
    Ok(Piece { title, body })
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    let pieces: Result<Vec<_>, WebError> =
        Lang::ALL.into_iter().map(|lang| Ok((lang.code().to_owned(), piece(lang, &found)?))).collect();
    let words: Wording = pieces?.into_iter().collect();
    let account = Some(present.member.account.id);
    match tell_supporters(&app.desk(), found.on(&present), &words, account).await {
        // Taken off the page meanwhile: the page says so.
        Ok(_) | Err(ReplyError::NotShown) => Ok(found.back()),
        Err(error) => Err(error.into()),
    }
}
