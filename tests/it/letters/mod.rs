//! Open letters: organisations and professionals sign, are held until staff have vetted them, and are shown.

mod lasting;
mod refusals;
mod signing;

use postulo::actions::accounts::By;
use postulo::actions::sign_on::{Decided, Decision, decide};
use postulo::domain::sign_on::{SignOn, State};
use postulo::storage::sign_ons;
use uuid::Uuid;

use crate::support::{Mail, TestApp, Visitor};

pub const LETTER: &str = "/en/campaigns/recognize-celil/letter";

pub type Form = Vec<(&'static str, String)>;

pub fn organisation(name: &str, email: &str) -> Form {
    let fields = [
        ("kind", "organisation"),
        ("organisation", name),
        ("role", "Secretary"),
        ("website", "https://www.society.example/about"),
        ("name", "Rebiya Unmistakable"),
        ("email", email),
        ("country", "CA"),
        ("postal_code", "K1A 0A6"),
    ];
    fields.map(|(field, value)| (field, value.to_owned())).into()
}

pub fn professional(name: &str, email: &str) -> Form {
    let fields = [
        ("kind", "professional"),
        ("name", name),
        ("profession", "Lawyer"),
        ("affiliation", "University of Ottawa"),
        ("email", email),
        ("country", "CA"),
        ("postal_code", "K1A 0A6"),
    ];
    fields.map(|(field, value)| (field, value.to_owned())).into()
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
pub async fn sign(visitor: &Visitor, form: &Form) -> String {
    visitor.post(LETTER, &fields(form)).await.expect(303).header("location").to_owned()
}

/// Signs and presses the button of the mail, which is returned.
pub async fn sign_and_confirm(app: &TestApp, form: &Form) -> Mail {
    let visitor = app.visitor();
    sign(&visitor, form).await;
    let email = form.iter().find(|(field, _)| *field == "email").unwrap().1.clone();
    let mail = app.mail_to(&email).await;
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    // Ids of one moment stand in no order.
    app.advance(std::time::Duration::from_millis(1));
    mail
}

/// Those in a state, in the order in which they came.
pub async fn all(app: &TestApp, state: State) -> Vec<SignOn> {
    sign_ons::list_in(app.app.tools.db.read(), app.campaign_id(), state, Uuid::nil(), 100).await.unwrap()
}

/// Decides about all that wait.
pub async fn decide_all(app: &TestApp, decision: Decision) -> Decided {
    let ids = all(app, State::Held).await.into_iter().map(|one| one.id).collect();
    let decided =
        decide(&app.app.desk(), app.campaign_id(), ids, decision, By::Program("test")).await.unwrap();
    app.app.refresh().await.unwrap();
    decided
}
