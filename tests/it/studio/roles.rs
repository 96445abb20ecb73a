use std::fmt::Write;
use std::fs;
use std::path::Path;

use postulo::actions::accounts::By;
use postulo::actions::accounts::found::give_campaign;
use postulo::domain::role::{Act, Role};
use reqwest::Method;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::support::{Build, TestApp, on_both};

/// What a route asks for.
enum Asks {
    /// Nothing: it is for those who are not logged in as well.
    Nothing,
    /// To be logged in.
    Presence,
    /// The right to do something.
    Right(Act),
}

/// Every route of the studio, and the answer to who may.
const ROUTES: [(&str, &str, Asks, u16); 14] = [
    ("GET", "/studio", Asks::Right(Act::SeeFigures), 200),
    ("GET", "/studio/", Asks::Nothing, 308),
    ("GET", "/studio/login", Asks::Nothing, 200),
    ("POST", "/studio/login", Asks::Nothing, 422),
    // No link of ours.
    ("GET", "/studio/set-up/{id}", Asks::Nothing, 404),
    ("POST", "/studio/set-up/{id}", Asks::Nothing, 404),
    ("POST", "/studio/language", Asks::Nothing, 400),
    ("GET", "/studio/sessions", Asks::Presence, 200),
    ("POST", "/studio/sessions/others/end", Asks::Presence, 303),
    // Nobody's.
    ("POST", "/studio/sessions/{id}/end", Asks::Presence, 404),
    ("GET", "/studio/accounts", Asks::Right(Act::ManageAccounts), 200),
    ("POST", "/studio/accounts/{id}/disable", Asks::Right(Act::ManageAccounts), 404),
    ("POST", "/studio/accounts/{id}/enable", Asks::Right(Act::ManageAccounts), 404),
    // The last, for it ends the session.
    ("POST", "/studio/logout", Asks::Nothing, 303),
];

#[tokio::test]
async fn every_route_is_open_to_the_roles_of_the_table_and_to_no_other() {
    let app = TestApp::build(Build::default()).await;
    let nobody = Uuid::nil().to_string();
    for role in Role::ALL {
        let member = app.member(role).await;
        for (method, path, asks, answer) in &ROUTES {
            let path = path.replace("{id}", &nobody);
            let expected = match asks {
                Asks::Right(act) if !role.may(*act) => 403,
                _ => *answer,
            };
            let reply = member.send(Method::from_bytes(method.as_bytes()).unwrap(), &path, &[]).await;
            assert_eq!(
                reply.status.as_u16(),
                expected,
                "{method} {path} as {}: {}",
                role.as_str(),
                reply.body
            );
        }
    }
    for (method, path, asks, _) in &ROUTES {
        if matches!(asks, Asks::Nothing) {
            continue;
        }
        let path = path.replace("{id}", &nobody);
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let reply = app.visitor().send(method, &path, &[], Vec::new()).await.expect(303);
        assert_eq!(reply.header("location"), "/studio/login", "{path}");
    }
}

#[test]
fn the_table_of_routes_is_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let router = fs::read_to_string(root.join("src/web/studio/mod.rs")).unwrap();
    let handlers = ["get(", "post("].map(|verb| router.matches(verb).count()).iter().sum::<usize>();
    assert_eq!(handlers, ROUTES.len());
    let paths: std::collections::BTreeSet<_> = ROUTES.iter().map(|(_, path, ..)| path).collect();
    assert_eq!(router.matches(".route(").count(), paths.len());
}

/// The table of `docs/studio.md`.
fn table() -> String {
    let mut table = String::from("| Act |");
    for role in Role::ALL {
        write!(table, " {} |", role.as_str()).unwrap();
    }
    table.push_str("\n|---|");
    table.push_str(&"---|".repeat(Role::ALL.len()));
    for act in Act::ALL {
        write!(table, "\n| `{}` |", act.as_str()).unwrap();
        for role in Role::ALL {
            table.push_str(if role.may(act) { " yes |" } else { " no |" });
        }
    }
    table
}

#[test]
fn the_document_shows_the_table() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/studio.md")).unwrap();
    assert!(page.contains(&table()), "docs/studio.md should show:\n{}", table());
}

on_both! {
    async fn another_organisation_is_not_there(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
        let home = stranger.get("/studio").await.expect(200).body;
        assert!(home.contains("no campaign yet") && !home.contains("recognize-celil") && home.contains("Elsewhere"));
        let accounts = stranger.get("/studio/accounts").await.expect(200).body;
        assert!(accounts.contains(&stranger.email) && !accounts.contains(&owner.email));
        let id = app.account_id(&owner.email).await;
        for act in ["disable", "enable"] {
            let refused = stranger.post(&format!("/studio/accounts/{id}/{act}"), &[]).await.expect(404);
            let unknown = stranger.post(&format!("/studio/accounts/{}/{act}", Uuid::nil()), &[]).await.expect(404);
            assert_eq!(refused.body, unknown.body);
        }
        assert!(owner.is_in().await);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let by = format!("account {}", app.account_id(&stranger.email).await);
        let tried = audit.iter().filter(|entry| entry.act == "trespass" && entry.actor == by).count();
        assert_eq!(tried, 2);

        let campaign = app.app.hub.campaign("recognize-celil").unwrap();
        give_campaign(&app.app.desk(), &campaign, "elsewhere", By::Program("test")).await.unwrap();
        app.app.refresh().await.unwrap();
        assert!(stranger.get("/studio").await.expect(200).body.contains("recognize-celil"));
        assert!(!owner.get("/studio").await.expect(200).body.contains("recognize-celil"));
    }

    async fn an_owner_shuts_an_account_and_opens_it_again_but_never_their_own(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let mut staff = app.member(Role::Staff).await;
        let id = app.account_id(&staff.email).await;
        owner.post(&format!("/studio/accounts/{id}/disable"), &[]).await.expect(303);
        assert!(!staff.is_in().await);
        assert!(owner.get("/studio/accounts").await.expect(200).body.contains("Disabled since"));
        owner.post(&format!("/studio/accounts/{id}/enable"), &[]).await.expect(303);
        staff.log_in_again().await;
        let own = app.account_id(&owner.email).await;
        owner.post(&format!("/studio/accounts/{own}/disable"), &[]).await.expect(403);
        assert!(owner.is_in().await);
    }
}
