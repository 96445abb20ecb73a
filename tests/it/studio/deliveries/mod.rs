//! Deliveries: planned, frozen, approved, packed, fetched; and what becomes of those who leave.

mod bad;
mod checking;
mod corrected;
mod course;
pub mod encrypting;
mod fetching;
mod forgotten;
mod handing_over;
mod leaving;
mod letter;
mod looking;
mod offices;
mod papers;

use postulo::domain::delivery::{Delivery, PackageState};
use postulo::domain::role::Role;
use postulo::jobs::deliveries as job;
use postulo::storage::deliveries::{self, packages};
use uuid::Uuid;

use super::people::sign;
use crate::support::{Member, Person, TestApp};

pub const DELIVERIES: &str = "/studio/campaigns/recognize-celil/deliveries";

/// Those who deliver and approve.
pub struct Team {
    pub staff: Member,
    pub owner: Member,
}

pub async fn team(app: &TestApp) -> Team {
    Team { staff: app.member(Role::Staff).await, owner: app.member(Role::Owner).await }
}

/// So many who have signed and confirmed, from two provinces; their names are `Signer 01` and so on.
pub async fn signers(app: &TestApp, many: std::ops::RangeInclusive<usize>) {
    for number in many {
        let code = if number % 2 == 0 { "K1A 0A6" } else { "H2Y 1C6" };
        let person = Person::new(&format!("Signer {number:02}"), &format!("signer{number}@example.org"));
        sign(app, "recognize-celil", &person.at("CA", code)).await;
    }
}

pub fn planned<'a>(to: &'a str, scope: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![(to, "yes"), ("scope", scope), ("day", "2026-12-01"), ("lang", "en")]
}

/// Plans a delivery to whom names and places may be told; returns its address.
pub async fn plan(staff: &Member, scope: &str) -> String {
    let reply = staff.post(DELIVERIES, &planned("to-trudeau", scope)).await.expect(303);
    reply.header("location").to_owned()
}

/// Plans one, freezes it and makes its package.
pub async fn frozen(app: &TestApp, staff: &Member, scope: &str) -> String {
    let path = plan(staff, scope).await;
    staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
    make(app).await;
    path
}

pub async fn make(app: &TestApp) {
    job::step(&app.app).await.unwrap();
}

pub fn number(path: &str) -> i32 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

pub async fn delivery(app: &TestApp, path: &str) -> Delivery {
    let of = (app.campaign_id(), number(path));
    deliveries::find(app.app.tools.db.read(), of).await.unwrap().unwrap()
}

/// The package of a delivery that is there.
pub async fn ready(app: &TestApp, path: &str) -> Option<Uuid> {
    let of = (app.campaign_id(), number(path));
    let all = packages::list(app.app.tools.db.read(), of).await.unwrap();
    all.iter().find(|one| one.state == PackageState::Ready).map(|one| one.id)
}

pub async fn approve_both(staff: &Member, owner: &Member, path: &str) {
    staff.post(&format!("{path}/approve"), &[]).await.expect(303);
    owner.post(&format!("{path}/approve"), &[]).await.expect(303);
}

pub async fn approve(team: &Team, path: &str) {
    approve_both(&team.staff, &team.owner, path).await;
}

/// Begins to fetch what is there; returns where the file is.
pub async fn begin_fetch(app: &TestApp, staff: &Member, path: &str) -> String {
    let package = ready(app, path).await.expect("a package").to_string();
    let reply = staff.post(&format!("{path}/fetch"), &[("package", &package)]).await.expect(303);
    reply.header("location").to_owned()
}

/// The roll of a package, row by row.
pub fn roll(zip: &[u8]) -> Vec<Vec<String>> {
    let text = entry(zip, "roll.csv");
    let text = text.strip_prefix("\u{feff}").expect("a byte order mark");
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    rows.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A text of a package.
pub fn entry(zip: &[u8], name: &str) -> String {
    String::from_utf8(file(zip, name)).unwrap()
}

/// A file of a package.
pub fn file(zip: &[u8], name: &str) -> Vec<u8> {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}
