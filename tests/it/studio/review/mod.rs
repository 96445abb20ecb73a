//! The review desk: what is found, who is seen, what is decided, and that it can be taken back.

mod finding;
mod judging;
mod many;
mod patterns;
mod telling;

use std::time::Duration;

use postulo::domain::role::Role;
use postulo::jobs;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::support::{Member, Person, TestApp};

const DESK: &str = "/studio/campaigns/recognize-celil/review";

/// The ids of all signatures, oldest first.
async fn ids(app: &TestApp) -> Vec<Uuid> {
    let rows = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    let mut ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    ids
}

async fn state(app: &TestApp, id: Uuid) -> String {
    let key = (app.campaign_id(), id);
    entity::signature::Entity::find_by_id(key).one(app.app.tools.db.read()).await.unwrap().unwrap().state
}

async fn acts(app: &TestApp) -> Vec<(String, String, String)> {
    let rows = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    rows.into_iter().map(|row| (row.act, row.subject, row.detail)).collect()
}

/// So many confirmed signatures, each a second after the other.
async fn sign(app: &TestApp, name: &str, count: usize) {
    for n in 0..count {
        app.advance(Duration::from_secs(1));
        let person = Person::new("Anna Roy", &format!("{name}{n}@example.org"));
        app.visitor().sign_and_confirm(app, &person).await;
    }
}

/// Carries out all that is under way, as the service does by itself.
async fn run(app: &TestApp) {
    while jobs::review::go_on(&app.app).await.unwrap() {}
}

async fn moderator(app: &TestApp) -> Member {
    app.member(Role::Moderator).await
}

/// What a hidden field of a page holds.
fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1).expect(name);
    field.split('"').next().unwrap().replace("&amp;", "&")
}

/// Begins a ruling as the preview of a condition offers it; gives the address of the ruling.
pub async fn begin(member: &Member, condition: &str, judgement: &str, ground: &str) -> String {
    let page = member.get(&format!("{DESK}/rulings/new?{condition}")).await.expect(200).body;
    let reply = post_preview(member, &page, judgement, ground).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.body);
    reply.header("location").to_owned()
}

/// Posts the form of a preview.
async fn post_preview(member: &Member, page: &str, judgement: &str, ground: &str) -> crate::support::Reply {
    let expected = format!("expected_{judgement}");
    let fields = [
        ("condition", hidden(page, "condition")),
        ("frozen_at", hidden(page, "frozen_at")),
        (&*expected, hidden(page, &expected)),
        ("judgement", judgement.to_owned()),
        ("ground", ground.to_owned()),
        ("note", "of one list".to_owned()),
    ];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    member.post(&format!("{DESK}/rulings/new"), &fields).await
}
