use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::page::{page, stored};
use crate::actions::accounts::By;
use crate::actions::accounts::set_approvals::{APPROVALS, set_approvals};
use crate::app::App;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::Faults;

/// How many approve before personal data leaves.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::ManageOrganisation).await?;
    let many = fields.take("approvals").trim().parse().ok().filter(|many| APPROVALS.contains(many));
    if let Some(many) = many {
        let by = By::Account(present.member.account.id);
        set_approvals(&app.desk(), present.member.organisation.id, many, by).await?;
        return Ok(Redirect::to(paths::STUDIO_ORGANISATION).into_response());
    }
    let faults: Faults = vec![("approvals", t!(present.lang, "organisation-approvals-refused"))];
    let page = page(&app, &present, &stored(&present), &faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
