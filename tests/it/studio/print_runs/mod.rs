//! Print runs: gathered, made into files, followed, given back.

mod files;
mod stages;

use std::time::Duration;

use postulo::actions::accounts::By;
use postulo::actions::postcards::{Decision, confirm, decide, write};
use postulo::domain::defence::Shown;
use postulo::domain::form::SignatureForm;
use postulo::domain::lang::Lang;
use postulo::domain::postcard::{Addressed, Postcard, PostcardForm};
use postulo::domain::role::Role;
use postulo::jobs::printing;
use postulo::storage::postcards;
use uuid::Uuid;

use super::postcards::offer;
use crate::support::{Member, TestApp};

pub const RUNS: &str = "/studio/campaigns/recognize-celil/print-runs";

/// Whoever prints, and to whom and on which picture is written.
pub struct Desk {
    pub staff: Member,
    pub official: Uuid,
    pub design: Uuid,
}

pub async fn desk(app: &TestApp) -> Desk {
    let organiser = app.member(Role::Organiser).await;
    let (official, design) = offer(app, &organiser, &[]).await;
    Desk { staff: app.member(Role::Staff).await, official, design }
}

/// Cards that were written, confirmed and approved.
pub async fn approved(app: &TestApp, desk: &Desk, cards: usize) -> Vec<Uuid> {
    let campaign = app.app.hub.campaign("recognize-celil").unwrap();
    let mut ids = Vec::new();
    for number in 1..=cards {
        let person = SignatureForm {
            name: format!("Writer Number{number}"),
            email: format!("writer{number}@example.net"),
            country: "CA".into(),
            postal_code: "K1A 0A9".into(),
            city: "Ottawa".into(),
            ..SignatureForm::default()
        };
        let form = PostcardForm {
            official: desk.official.to_string(),
            design: desk.design.to_string(),
            message: format!("Please bring him home. This is card {number}."),
            sender: "full".into(),
            person,
        };
        let new = form.parse(Lang::En, &app.app.tools.rules).unwrap();
        let Addressed::Official(official) = new.to else { panic!("the Prime Minister") };
        let id = write(&app.app.desk(), campaign.id, official, &new, Shown::Calm).await.unwrap();
        confirm(&app.app.desk(), &campaign, id, None).await.unwrap();
        ids.push(id);
        app.advance(Duration::from_secs(1));
    }
    let by = By::Program("test");
    let decided = decide(&app.app.desk(), campaign.id, ids.clone(), Decision::Approve, by).await.unwrap();
    assert_eq!(decided.done, cards);
    ids
}

/// Gathers what waits; returns where the run is.
pub async fn gather(desk: &Desk) -> String {
    let official = desk.official.to_string();
    let reply = desk.staff.post(RUNS, &[("official", &official), ("lang", "en")]).await.expect(303);
    reply.header("location").to_owned()
}

pub async fn make_files(app: &TestApp) {
    printing::step(&app.app).await.unwrap();
}

pub async fn card(app: &TestApp, id: Uuid) -> Postcard {
    postcards::find(app.app.tools.db.read(), app.campaign_id(), id).await.unwrap().unwrap()
}

/// The addresses in a page that end so.
pub fn links(page: &str, ending: &str) -> Vec<String> {
    let all = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|link| link.ends_with(ending)).map(str::to_owned).collect()
}
