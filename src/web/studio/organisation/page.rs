use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::view::Page;
use crate::actions::accounts::By;
use crate::actions::accounts::describe_organisation::{Fault, Typed, describe_organisation};
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::storage::organisations;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::Faults;

/// What is known of it, as its form would send it.
pub(super) fn stored(present: &Present) -> Typed {
    let own = &present.member.organisation;
    Typed {
        name: own.name.clone(),
        postal_address: own.postal_address.clone(),
        time_zone: own.time_zone.clone(),
        reply_address: own.reply_address.clone(),
        languages: own.languages.iter().map(ToString::to_string).collect(),
    }
}

pub(super) async fn page(
    app: &App,
    present: &Present,
    typed: &Typed,
    faults: &Faults,
) -> Result<Markup, WebError> {
    let (db, own) = (app.tools.db.read(), present.member.organisation.id);
    let approvals = organisations::approvals(db, own).await?;
    let must_encrypt = organisations::must_encrypt(db, own).await?;
    Ok(Page { app, present, typed, approvals, must_encrypt, faults }.markup())
}

pub async fn edit(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ManageOrganisation).await?;
    page(&app, &present, &stored(&present), &Faults::new()).await
}

fn words(lang: Lang, fault: Fault) -> (&'static str, String) {
    match fault {
        Fault::Name => ("name", t!(lang, "set-up-organisation-refused")),
        Fault::PostalAddress => ("postal_address", t!(lang, "organisation-address-refused")),
        Fault::TimeZone => ("time_zone", t!(lang, "organisation-zone-refused")),
        Fault::ReplyAddress => ("reply_address", t!(lang, "organisation-reply-refused")),
        Fault::Languages => ("language", t!(lang, "make-language-wrong")),
    }
}

/// The main language and those besides, as they were chosen.
fn languages(fields: &mut Fields) -> Vec<String> {
    let main = fields.take("language");
    if main.is_empty() {
        return Vec::new();
    }
    let also = Lang::ALL.into_iter().filter(|lang| fields.get(&format!("also-{lang}")).is_some());
    std::iter::once(main).chain(also.map(|lang| lang.code().to_owned())).collect()
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::ManageOrganisation).await?;
    let typed = Typed {
        name: fields.take("name"),
        postal_address: fields.take("postal_address"),
        time_zone: fields.take("time_zone"),
        reply_address: fields.take("reply_address"),
        languages: languages(&mut fields),
    };
    match typed.parse() {
        Ok(described) => {
            let by = By::Account(present.member.account.id);
            describe_organisation(&app.desk(), present.member.organisation.id, &described, by).await?;
            app.refresh().await?;
            Ok(Redirect::to(paths::STUDIO_ORGANISATION).into_response())
        }
        Err(faults) => {
            let faults: Faults = faults.into_iter().map(|fault| words(present.lang, fault)).collect();
            let page = page(&app, &present, &typed, &faults).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
