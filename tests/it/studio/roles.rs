use std::fmt::Write;
use std::fs;
use std::path::Path;

use postulo::actions::accounts::disable::{disable, enable};
use postulo::actions::accounts::found::{found, give_campaign};
use postulo::actions::accounts::{AccountError, By};
use postulo::domain::role::{Act, Role};
use reqwest::Method;
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::routes::{self, Asks, Route};
use crate::support::{Build, Member, TestApp, on_both};

fn all() -> impl Iterator<Item = &'static Route> {
    routes::ALL.iter().copied().flatten()
}

/// The path of a route, to a campaign that is there and to an id that nobody has.
fn path(route: &str) -> String {
    route
        .replace("{id}", &Uuid::nil().to_string())
        .replace("{row}", &Uuid::nil().to_string())
        .replace("{campaign}", "recognize-celil")
}

#[tokio::test]
async fn every_route_is_open_to_the_roles_of_the_table_and_to_no_other() {
    let app = TestApp::build(Build::default()).await;
    for role in Role::ALL {
        let member = app.member(role).await;
        for (method, route, asks, answer) in all() {
            let path = path(route);
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
    for (method, route, asks, _) in all() {
        if matches!(asks, Asks::Nothing) {
            continue;
        }
        let path = path(route);
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let reply = app.visitor().send(method, &path, &[], Vec::new()).await.expect(303);
        assert_eq!(reply.header("location"), "/studio/login", "{path}");
    }
}

#[tokio::test]
async fn a_campaign_of_another_organisation_is_not_there_at_any_address() {
    let app = TestApp::build(Build::default()).await;
    found(&app.app.desk(), "elsewhere", "Elsewhere", By::Program("test")).await.unwrap();
    for role in Role::ALL {
        let stranger = Member::log_in(&app, &app.account(role, "elsewhere").await).await;
        let by = format!("account {}", app.account_id(&stranger.email).await);
        let mut tries = 0;
        for (method, route, ..) in all().filter(|(_, route, ..)| route.contains("{campaign}")) {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let reply = stranger.send(method, &path(route), &[]).await;
            assert_eq!(reply.status.as_u16(), 404, "{route} as {}", role.as_str());
            tries += 1;
        }
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let tried = audit.iter().filter(|entry| entry.act == "trespass" && entry.actor == by).count();
        assert_eq!(tried, tries);
    }
}

/// What the studio's router files say.
fn routers(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            routers(&path, text);
        } else {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// What stands before the parenthesis that closes what is open already.
fn until_closed(text: &str) -> &str {
    let mut open = 1;
    let end = text.find(|c| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open == 0
    });
    &text[..end.unwrap()]
}

#[test]
fn the_table_of_routes_is_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    routers(&root.join("src/web/studio"), &mut text);
    let handlers: usize = text
        .split(".route(")
        .skip(1)
        .map(until_closed)
        .map(|route| ["get(", "post("].map(|verb| route.matches(verb).count()).iter().sum::<usize>())
        .sum();
    assert_eq!(handlers, all().count());
    let paths: std::collections::BTreeSet<_> = all().map(|(_, path, ..)| path).collect();
    assert_eq!(text.matches(".route(").count(), paths.len());
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

    async fn an_organisation_keeps_an_owner_whoever_shuts_accounts_and_when(app: TestApp) {
        let (one, two) = (app.member(Role::Owner).await, app.member(Role::Owner).await);
        // An owner of others, and one who is shut, are none of this organisation's.
        app.member_elsewhere(Role::Owner, "elsewhere").await;
        let desk = app.app.desk();
        let shut = app.account_id(&app.account(Role::Owner, "main").await).await;
        disable(&desk, shut, By::Program("test")).await.unwrap();
        let ids = [app.account_id(&one.email).await, app.account_id(&two.email).await];
        let paths = ids.map(|id| format!("/studio/accounts/{id}/disable"));
        tokio::join!(one.post(&paths[1], &[]), two.post(&paths[0], &[]));
        let is_in = [one.is_in().await, two.is_in().await];
        assert!(is_in[0] != is_in[1], "one of them stays: {is_in:?}");
        let left = if is_in[0] { ids[0] } else { ids[1] };
        let refused = disable(&desk, left, By::Program("test")).await;
        assert!(matches!(refused, Err(AccountError::LastOwner)), "{refused:?}");
        enable(&desk, shut, By::Program("test")).await.unwrap();
        disable(&desk, left, By::Program("test")).await.unwrap();
    }
}
