//! Supporters are told of a delivery, once.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use super::act::answer;
use super::found;
use crate::actions::deliveries::hand_over::tell_supporters;
use crate::app::App;
use crate::domain::bulletin::{Piece, Wording};
use crate::domain::campaign::Campaign;
use crate::domain::delivery::Delivery;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// What an update says of a delivery, for whoever sends it to go on with.
fn piece(lang: Lang, campaign: &Campaign, one: &Delivery) -> Piece {
    let (signatures, cards) = (one.counts.online + one.counts.paper, one.counts.postcards);
    let name = i18n::isolate(&one.to.name);
    let office = one.to.office.said(lang.code(), &campaign.content.language).text;
    let count = if signatures > 0 { signatures } else { cards };
    let number = i18n::number(lang, count);
    let (titled, named) = (number.clone(), name.clone());
    let (title, body) = match (signatures, cards) {
        (0, 0) => (
            t!(lang, "tell-letter-title", name = named),
            t!(lang, "tell-letter-body", name = name, office = office),
        ),
        (0, _) => (
            t!(lang, "tell-cards-title", count = count, number = titled, name = named),
            t!(lang, "tell-cards-body", count = count, number = number, name = name, office = office),
        ),
        _ => (
            t!(lang, "tell-delivered-title", count = count, number = titled, name = named),
            t!(lang, "tell-delivered-body", count = count, number = number, name = name, office = office),
        ),
    };
    Piece { title, body }
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let words: Wording = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code().to_owned(), piece(lang, &found.campaign, &found.delivery)))
        .collect();
    let account = Some(present.member.account.id);
    let told = tell_supporters(&app.desk(), found.on(&present), &words, account).await;
    answer(&app, &present, &found, told.map(|_| ())).await
}
