//! What those who asked for it are told, and of what the team is reminded.

mod ending;
mod reading;
mod reminding;
mod sending;
mod writing;

use postulo::domain::role::Role;
use postulo::jobs;

use crate::support::{Mail, Member, Person, TestApp};

pub const UPDATES: &str = "/studio/campaigns/recognize-celil/updates";

/// Somebody who writes updates, of an organisation that says where it can be reached.
pub async fn writer(app: &TestApp) -> Member {
    let owner = app.member(Role::Owner).await;
    let fields = [
        ("name", "Uyghur Advocacy"),
        ("postal_address", "1 Example Street\r\nOttawa ON  K1A 0A6"),
        ("time_zone", "America/Toronto"),
    ];
    owner.post("/studio/organisation", &fields).await.expect(303);
    app.member(Role::Organiser).await
}

pub const WORDS: [(&str, &str); 4] = [
    ("title_en", "He was <seen> & heard"),
    ("body_en", "Good *news*.\n\n- one\n- two\n\nSee [the letter](https://example.org/letter)."),
    ("title_fr", "On l’a vu"),
    ("body_fr", "De *bonnes* nouvelles."),
];

/// Begins an update and writes it; returns where it is.
pub async fn write(member: &Member, words: &[(&str, &str)]) -> String {
    let path = member.post(UPDATES, &[]).await.expect(303).header("location").to_owned();
    save(member, &path, 1, words).await;
    path
}

pub async fn save(member: &Member, path: &str, revision: u32, words: &[(&str, &str)]) {
    let revision = revision.to_string();
    let fields = [words, &[("revision", &*revision)]].concat();
    member.post(path, &fields).await.expect(303);
}

pub async fn publish(member: &Member, path: &str, revision: u32) {
    let revision = revision.to_string();
    member.post(&format!("{path}/publication"), &[("revision", &revision)]).await.expect(303);
}

/// Somebody who signs, asks for updates and confirms.
pub async fn supporter(app: &TestApp, name: &str, lang: &str) -> String {
    let email = format!("{name}@example.org");
    let fields = [
        ("name", name),
        ("email", &*email),
        ("country", "CA"),
        ("postal_code", "K1A 0A6"),
        ("updates", "yes"),
    ];
    let visitor = app.visitor();
    visitor.post(&format!("/{lang}/campaigns/recognize-celil/sign"), &fields).await.expect(303);
    let mail = app.mail_to(&email).await;
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    email
}

/// Somebody who confirms and wants no updates.
pub async fn bystander(app: &TestApp, name: &str) {
    app.visitor().sign_and_confirm(app, &Person::new(name, &format!("{name}@example.org"))).await;
}

/// What the service does every second.
pub async fn step(app: &TestApp) {
    jobs::updates::step(&app.app).await.unwrap();
}

/// The mails to supporters with an update in them, in the order of whom they went to.
pub async fn updates(app: &TestApp) -> Vec<Mail> {
    let mut mails: Vec<Mail> =
        app.mails().await.into_iter().filter(|mail| mail.unsubscribe.is_some()).collect();
    mails.sort_by(|one, other| one.to.cmp(&other.to));
    mails
}

pub fn readers(mails: &[Mail]) -> Vec<&str> {
    mails.iter().map(|mail| mail.to.split('@').next().unwrap()).collect()
}
