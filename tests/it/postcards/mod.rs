//! Postcards: written, seen, confirmed, looked at by moderators, and taken back.

mod browser;
mod fitting;
mod hostile;
mod lasting;
mod members;
mod mine;
mod writing;

use postulo::actions::accounts::By;
use postulo::actions::postcards::{Decided, Decision, decide};
use postulo::domain::postcard::{Postcard, State};
use postulo::domain::role::Role;
use postulo::storage::postcards;
use uuid::Uuid;

use crate::studio::postcards::offer;
use crate::support::{Mail, TestApp, Visitor};

pub const POSTCARD: &str = "/en/campaigns/recognize-celil/postcard";

pub type Form = Vec<(&'static str, String)>;

/// What is offered: to whom, and on which picture.
#[derive(Clone, Copy)]
pub struct Offered {
    pub official: Uuid,
    pub design: Uuid,
}

/// Has organisers offer cards to the Prime Minister.
pub async fn offered(app: &TestApp, more: &[(&str, &str)]) -> Offered {
    let organiser = app.member(Role::Organiser).await;
    let (official, design) = offer(app, &organiser, more).await;
    Offered { official, design }
}

pub fn card(to: Offered, name: &str, email: &str) -> Form {
    let fields = [
        ("official", to.official.to_string()),
        ("design", to.design.to_string()),
        ("message", "Dear Prime Minister,\nplease bring Hüseyin Celil home.".to_owned()),
        ("name", name.to_owned()),
        ("email", email.to_owned()),
        ("country", "CA".to_owned()),
        ("postal_code", "K1A 0B1".to_owned()),
        ("city", "Ottawa".to_owned()),
    ];
    fields.into()
}

/// The form with another value in one field.
pub fn with(mut form: Form, field: &'static str, value: &str) -> Form {
    form.retain(|(name, _)| *name != field);
    form.push((field, value.to_owned()));
    form
}

pub fn fields(form: &Form) -> Vec<(&str, &str)> {
    form.iter().map(|(field, value)| (*field, &**value)).collect()
}

/// Sends the form; where the waiting page is.
pub async fn write(visitor: &Visitor, form: &Form) -> String {
    visitor.post(POSTCARD, &fields(form)).await.expect(303).header("location").to_owned()
}

/// Writes and presses the button of the mail, which is returned.
pub async fn write_and_confirm(app: &TestApp, form: &Form) -> Mail {
    let visitor = app.visitor();
    write(&visitor, form).await;
    let email = form.iter().find(|(field, _)| *field == "email").unwrap().1.clone();
    let mail = app.mail_to(&email).await;
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    // Ids of one moment stand in no order.
    app.advance(std::time::Duration::from_millis(1));
    mail
}

/// Those in a state, in the order in which they came.
pub async fn all(app: &TestApp, state: State) -> Vec<Postcard> {
    let db = app.app.tools.db.read();
    postcards::list_in(db, app.campaign_id(), (state, false), Uuid::nil(), 100).await.unwrap()
}

/// Decides about all in a state.
pub async fn decide_all(app: &TestApp, state: State, decision: Decision) -> Decided {
    let ids = all(app, state).await.into_iter().map(|one| one.id).collect();
    decide(&app.app.desk(), app.campaign_id(), ids, decision, By::Program("test")).await.unwrap()
}

/// What the public count says of postcards written here.
pub async fn counted(app: &TestApp) -> i64 {
    app.app.refresh().await.unwrap();
    app.visitor().tally().await["postcards"]["online"].as_i64().unwrap()
}

/// Puts a card where a print run would.
pub async fn put(app: &TestApp, state: State) {
    let db = &app.app.tools.db;
    let mut one = all(app, State::Approved).await.remove(0);
    let tx = db.write().await.unwrap();
    one.state = state;
    one.batched_at = Some(app.app.desk().now);
    postcards::save(&*tx, &one).await.unwrap();
    tx.commit().await.unwrap();
}

/// Takes no signatures and no cards for now.
pub async fn pause(app: &TestApp) {
    let campaign = app.app.hub.campaign("recognize-celil").unwrap();
    let paused = postulo::domain::campaign::Switch::Paused;
    postulo::actions::pause::set_switch(&app.app.desk(), &campaign, paused, "test").await.unwrap();
    app.app.refresh().await.unwrap();
}
