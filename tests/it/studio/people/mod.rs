//! What is owed to the people whose data are held.

mod consenting;
mod erasing;
mod finding;
mod linking;
mod readdressing;
mod sealed;

use postulo::actions::accounts::By;
use postulo::actions::accounts::found::give_campaign;
use postulo::actions::load_campaign::load_campaign;
use postulo::cli::DEMO_CONTENT;
use postulo::domain::content::CampaignFile;
use sea_orm::EntityTrait;

use crate::support::{Mail, Member, Person, TestApp};

/// Another campaign with the same content, of this organisation.
pub async fn campaign(app: &TestApp, slug: &str, organisation: &str) {
    let mut file = CampaignFile::parse(DEMO_CONTENT).unwrap();
    file.slug = slug.to_owned();
    load_campaign(&app.app.desk(), &file, "test").await.unwrap();
    app.app.refresh().await.unwrap();
    let campaign = app.app.hub.campaign(slug).unwrap();
    give_campaign(&app.app.desk(), &campaign, organisation, By::Program("test")).await.unwrap();
    app.app.refresh().await.unwrap();
}

/// Signs a campaign and confirms; returns the mail.
pub async fn sign(app: &TestApp, slug: &str, person: &Person) -> Mail {
    let visitor = app.visitor();
    let fields = [
        ("name", &*person.name),
        ("email", &person.email),
        ("country", &person.country),
        ("postal_code", &person.postal_code),
        ("updates", "yes"),
        ("comment", "For my cousin"),
    ];
    visitor.post(&format!("/en/campaigns/{slug}/sign"), &fields).await.expect(303);
    let mail = app.mail_to(&person.email).await;
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    mail
}

/// Opens a case about an address; returns its path.
pub async fn open(member: &Member, email: &str, name: &str) -> String {
    let fields = [("email", email), ("name", name), ("asked", "mail"), ("checked", "mailbox")];
    member.post("/studio/people", &fields).await.expect(303).header("location").to_owned()
}

/// The names of the boxes of a page, with whether each is ticked.
pub fn boxes(page: &str) -> Vec<(String, bool)> {
    let inputs = page.split("<input ").skip(1).map(|rest| rest.split('>').next().unwrap());
    inputs
        .filter(|input| input.contains("type=\"checkbox\""))
        .map(|input| {
            let name = input.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
            (name.to_owned(), input.contains("checked"))
        })
        .collect()
}

/// The acts on record, each with what it says besides.
pub async fn acts(app: &TestApp) -> Vec<(String, String)> {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.into_iter().map(|entry| (entry.act, format!("{} {}", entry.subject, entry.detail))).collect()
}
