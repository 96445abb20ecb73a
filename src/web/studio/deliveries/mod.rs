//! Deliveries: what is handed to whom, who approved it, and the packages.

mod act;
mod fetch;
mod hand_over;
mod index;
mod show;
mod tell;
mod views;

pub use self::views::stage_words;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::deliveries::On;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::Delivery;
use crate::domain::role::Act;
use crate::storage::deliveries;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    let part = |part: &str| format!("/studio/campaigns/{{slug}}/deliveries/{{number}}/{part}");
    // Uploads have a limit of their own.
    let uploads =
        Router::new().route(&part("steps"), post(hand_over::write)).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/studio/campaigns/{slug}/deliveries", get(index::index).post(index::create))
        .route("/studio/campaigns/{slug}/deliveries/{number}", get(show::show))
        .route(&part("papers"), post(act::papers))
        .route(&part("freeze"), post(act::freeze))
        .route(&part("approve"), post(act::approve))
        .route(&part("package"), post(act::package))
        .route(&part("stop"), post(act::stop))
        .route(&part("cancel"), post(act::cancel))
        .route(&part("fetch"), post(fetch::begin))
        .route(&part("fetches/{id}/package.zip"), get(fetch::package))
        .route(&part("fetches/{id}/package.zip.age"), get(fetch::package))
        .route(&part("supplement.csv"), get(fetch::supplement))
        .route(&part("link"), post(hand_over::link))
        .route(&part("link/revoke"), post(hand_over::revoke))
        .route(&part("steps/take-back"), post(hand_over::take_back))
        .route(&part("steps/{id}/photo"), get(hand_over::photo))
        .route(&part("tell"), post(tell::create))
        .merge(uploads)
}

/// A delivery of a campaign, to those who may do something with it.
struct Found {
    campaign: Arc<Campaign>,
    delivery: Delivery,
}

async fn found(
    app: &App,
    present: &Present,
    (slug, number): (&str, &str),
    act: Act,
) -> Result<Found, WebError> {
    let campaign = present.campaign(app, slug, act).await?;
    let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
    let delivery = deliveries::find(app.tools.db.read(), (campaign.id, number)).await?;
    Ok(Found { campaign, delivery: delivery.ok_or(WebError::NotFound)? })
}

impl Found {
    const fn on(&self, present: &Present) -> On<'static> {
        let of = (self.delivery.campaign, self.delivery.number);
        On { of, by: By::Account(present.member.account.id) }
    }
}
