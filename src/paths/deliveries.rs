//! The addresses of deliveries.

use uuid::Uuid;

pub fn studio_deliveries(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/deliveries")
}

/// The deliveries below a number.
pub fn studio_deliveries_before(slug: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/deliveries?before={number}")
}

pub fn studio_delivery(slug: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/deliveries/{number}")
}

/// What is done with a delivery or taken from it: `papers`, `freeze`, `approve`, `package`, `stop`, `cancel`, `fetch`,
/// `supplement.csv`, `link`, `link/revoke`, `steps` or `steps/take-back`.
pub fn studio_delivery_part(slug: &str, number: i32, part: &str) -> String {
    format!("/studio/campaigns/{slug}/deliveries/{number}/{part}")
}

/// The photo of a stamped copy.
pub fn studio_delivery_photo(slug: &str, number: i32, step: Uuid) -> String {
    format!("/studio/campaigns/{slug}/deliveries/{number}/steps/{step}/photo")
}

/// The package, as somebody has begun to fetch it: as it is, or encrypted.
pub fn studio_fetch(slug: &str, number: i32, fetch: Uuid, is_encrypted: bool) -> String {
    let ending = if is_encrypted { "zip.age" } else { "zip" };
    format!("/studio/campaigns/{slug}/deliveries/{number}/fetches/{fetch}/package.{ending}")
}
