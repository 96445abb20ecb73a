use std::sync::Arc;

use axum::extract::State;
use axum::response::Redirect;

use crate::actions::accounts::By;
use crate::actions::accounts::set_encryption::set_encryption;
use crate::app::App;
use crate::domain::role::Act;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// Whether personal data leaves only encrypted.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Redirect, WebError> {
    present.must_here(&app, Act::ManageOrganisation).await?;
    let (must, by) = (fields.take("encrypted") == "yes", By::Account(present.member.account.id));
    set_encryption(&app.desk(), present.member.organisation.id, must, by).await?;
    Ok(Redirect::to(paths::STUDIO_ORGANISATION))
}
