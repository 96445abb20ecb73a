//! Recurring reports: set up, sent on their day, once each, without a name in them; and ended by who gets them.

mod ending;
mod sending;
mod setting_up;
mod telling;

use std::path::Path;

use postulo::actions::load_campaign::load_campaign;
use postulo::cli::DEMO_CONTENT;
use postulo::domain::content::CampaignFile;
use postulo::domain::disclosure::Disclosure;
use postulo::domain::moment::Moment;
use postulo::domain::role::Role;
use postulo::domain::zone::{Meant, Zone};
use postulo::jobs;

use crate::documents;
use crate::support::{Mail, Member, Person, TestApp};

pub const REPORTS: &str = "/studio/campaigns/recognize-celil/reports";
pub const OFFICE: &str = "office@parliament.example";

/// An organisation in Toronto that says where it is, and somebody of its staff. It is Sunday, five in the morning.
pub async fn staff(app: &TestApp) -> Member {
    let owner = app.member(Role::Owner).await;
    let fields = [
        ("name", "Uyghur Advocacy"),
        ("postal_address", "1 Example Street\r\nOttawa ON  K1A 0A6"),
        ("time_zone", "America/Toronto"),
    ];
    owner.post("/studio/organisation", &fields).await.expect(303);
    app.member(Role::Staff).await
}

/// A report every Monday at eight, to an addressee who is told numbers by place.
pub fn weekly<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("after", "0"),
        ("to", "addressee-otoole"),
        ("emails", OFFICE),
        ("lang", "en"),
        ("rhythm", "weekly"),
        ("weekday", "1"),
        ("day", "1"),
        ("hour", "8"),
        ("level", "numbers"),
        ("skips", "yes"),
    ];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| name != other));
    fields.extend(more);
    fields
}

/// Sets one up; returns where it is.
pub async fn set_up(staff: &Member, more: &[(&str, &str)]) -> String {
    staff.post(REPORTS, &weekly(more)).await.expect(303).header("location").to_owned()
}

/// Sets one up and switches it on.
pub async fn on(staff: &Member, more: &[(&str, &str)]) -> String {
    let path = set_up(staff, more).await;
    staff.post(&format!("{path}/on"), &[]).await.expect(303);
    path
}

/// Somebody else approves that a report tells what people wrote.
pub async fn approve(app: &TestApp, path: &str) -> Member {
    let other = app.member(Role::Owner).await;
    other.post(&format!("{path}/approve"), &[("revision", &*revision(&other, path).await)]).await.expect(303);
    other
}

/// The version of a report that somebody looks at, to be approved.
pub async fn revision(member: &Member, path: &str) -> String {
    let page = member.get(path).await.expect(200).body;
    let from = page.split("name=\"revision\" value=\"").nth(1).unwrap_or_default();
    from.split('"').next().unwrap_or_default().to_owned()
}

/// Sets up a report that tells what people wrote, has it approved by somebody else, and switches it on.
pub async fn on_and_approved(app: &TestApp, staff: &Member, more: &[(&str, &str)]) -> String {
    let path = on(staff, &[&[("to", "addressee-trudeau")], more].concat()).await;
    approve(app, &path).await;
    path
}

/// What the service does every minute.
pub async fn step(app: &TestApp) -> usize {
    jobs::reports::step(&app.app).await.unwrap()
}

/// Sets the clock to a time in Toronto.
pub fn at(app: &TestApp, day: &str, time: &str) {
    let Meant::At(moment) = Zone::named("America/Toronto").meant(day, time) else { panic!("{day} {time}") };
    app.clock.set(moment);
}

/// It is that time in Toronto, and the service looks what is due; returns the mails that came of it, by their addresses.
pub async fn reports_at(app: &TestApp, day: &str, time: &str) -> Vec<Mail> {
    let before = reports(app).await.len();
    at(app, day, time);
    step(app).await;
    let mut mails = reports(app).await.split_off(before);
    mails.sort_by(|one, other| one.to.cmp(&other.to));
    mails
}

/// The reports that were mailed so far, oldest first.
pub async fn reports(app: &TestApp) -> Vec<Mail> {
    app.mails().await.into_iter().filter(|mail| !mail.attachments.is_empty()).collect()
}

/// The text of the file that came with a mail.
pub fn file(app: &TestApp, mail: &Mail) -> String {
    let path = app.folder.path().join("report.pdf");
    std::fs::write(&path, &mail.attachments[0].1).unwrap();
    flat(&documents::text(&path))
}

pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn is_sound(app: &TestApp, mail: &Mail, title: &str) {
    let path = app.folder.path().join("report.pdf");
    std::fs::write(&path, &mail.attachments[0].1).unwrap();
    documents::is_sound(Path::new(&path), title);
}

/// So many who have signed and confirmed, from a postal code.
pub async fn signers(app: &TestApp, many: std::ops::RangeInclusive<usize>, code: &str) {
    for number in many {
        let person = Person::new(&format!("Signer {number:02}"), &format!("signer{number}@example.org"));
        app.visitor().sign_and_confirm(app, &person.at("CA", code)).await;
    }
}

/// Somebody who has signed and confirmed, with a comment; returns the mail that they got.
pub async fn writes(app: &TestApp, name: &str, comment: &str) -> Mail {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    app.visitor().sign_and_confirm(app, &Person::new(name, &email).with("comment", comment)).await
}

/// Another version of the text, which says what the addressees are told.
pub async fn promise(app: &TestApp, version: i32, change: impl FnOnce(&mut CampaignFile)) {
    let mut file = CampaignFile::parse(DEMO_CONTENT).unwrap();
    file.text.version = version;
    change(&mut file);
    load_campaign(&app.app.desk(), &file, "test").await.unwrap();
    app.app.refresh().await.unwrap();
}

/// The first addressee is told everything.
pub fn everything(file: &mut CampaignFile) {
    file.text.text.addressees[0].disclosure = Disclosure::Full;
}

pub fn moment(text: &str) -> Moment {
    let Meant::At(moment) = Zone::named("UTC").meant(&text[..10], &text[11..16]) else { panic!("{text}") };
    moment
}

/// The acts of reports on record, in their order.
pub async fn recorded(app: &TestApp) -> Vec<String> {
    let acts = super::people::acts(app).await;
    acts.into_iter().filter(|(act, _)| act.ends_with("_report")).map(|(act, _)| act).collect()
}
