//! What an organisation sets for its forms: limits, and networks and mail domains that it blocks or allows.

use std::time::Duration;

use postulo::actions::listings::open_listings;
use postulo::actions::rotate_key::reseal_all;
use postulo::actions::set_limits::add_listings;
use postulo::domain::listing::Kind;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, sealed};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, CAMPAIGN, Member, Person, Reply, TestApp, on_both};

const LIMITS: &str = "/studio/limits";

async fn list(member: &Member, kind: &str, entries: &str, days: &str) -> Reply {
    let fields = [("kind", kind), ("entries", entries), ("days", days), ("note", "a list of ours")];
    member.post("/studio/limits/lists", &fields).await
}

async fn listed(app: &TestApp) -> Vec<entity::listing::Model> {
    entity::listing::Entity::find().all(app.app.tools.db.read()).await.unwrap()
}

fn person(n: usize) -> Person {
    Person::new("Anna Roy", &format!("anna{n}@example.org"))
}

/// What signing from a network is answered with.
async fn sign(app: &TestApp, network: &str, n: usize) -> u16 {
    app.visitor().on_network(network).sign(&person(n)).await.status.as_u16()
}

on_both! {
    async fn a_blocked_network_is_refused_on_every_node_until_it_is_removed_or_expires(app: TestApp) {
        let member = app.member(Role::Moderator).await;
        list(&member, "blocked_network", "198.51.100.0/24 # robots\n\n2001:db8:7::/48", "1").await.expect(303);
        let refused = app.visitor().on_network("198.51.100.9").sign(&person(1)).await.expect(403).body;
        assert!(refused.contains("not taken from your network"));
        // Whoever is shut out is told how to write to us, and can.
        let contact = format!("{CAMPAIGN}/contact");
        assert!(refused.contains(&contact));
        let shut_out = app.visitor().on_network("198.51.100.9");
        let message = [("name", "Anna Roy"), ("email", "anna@example.org"), ("message", "I am a person.")];
        shut_out.post(&contact, &message).await.expect(303);
        let form = "/fr/campaigns/recognize-celil/sign";
        let fields = [("name", "Anna Roy"), ("email", "anna@example.org"), ("country", "CA"), ("postal_code", "K1A 0A6")];
        assert!(shut_out.post(form, &fields).await.expect(403).body.contains("écrivez aux organisateurs"));
        assert_eq!(sign(&app, "2001:db8:7:1::5", 2).await, 403);
        assert_eq!(sign(&app, "198.51.101.9", 3).await, 303);
        if !app.app.tools.db.is_one_process() {
            let other = app.beside().await;
            assert_eq!(sign(&other, "198.51.100.9", 4).await, 403);
            list(&member, "allowed_network", "198.51.100.9", "0").await.expect(303);
            other.app.refresh().await.unwrap();
            assert_eq!(sign(&other, "198.51.100.9", 4).await, 303);
        }
        let page = member.get(LIMITS).await.expect(200).body;
        assert!(page.contains("198.51.100.0/24") && page.contains(&member.email) && page.contains("a list of ours"));
        let page = member.get(LIMITS).await.expect(200).body;
        let ours = page.split("2001:db8:7::/48").nth(1).unwrap().split("action=\"").nth(1).unwrap();
        member.post(ours.split('"').next().unwrap(), &[]).await.expect(303);
        assert_eq!(sign(&app, "2001:db8:7:1::5", 5).await, 303);
        app.advance(Duration::from_hours(25));
        assert_eq!(sign(&app, "198.51.100.77", 6).await, 303);
        let purged = postulo::actions::purge::purge(&app.app.desk(), &app.app.tools.settings.retention).await;
        purged.unwrap();
        assert!(listed(&app).await.iter().all(|row| row.kind != "blocked_network"));
    }

    async fn what_is_listed_is_sealed_found_again_and_follows_a_change_of_keys(app: TestApp) {
        let member = app.member(Role::Moderator).await;
        list(&member, "blocked_network", "198.51.100.9", "7").await.expect(303);
        let before = listed(&app).await.remove(0);
        let says = |bytes: &[u8], what: &str| String::from_utf8_lossy(bytes).contains(what);
        assert!(!says(&before.sealed, "198.51") && !says(&before.sealed, "ours") && !says(&before.mark, "198.51"));
        // Listed once more, it is listed once, until another day.
        list(&member, "blocked_network", "198.51.100.9", "30").await.expect(303);
        let again = listed(&app).await;
        assert_eq!((again.len(), &again[0].mark), (1, &before.mark));
        assert!(again[0].expires_at > before.expires_at);
        assert!(member.get(LIMITS).await.expect(200).body.contains("198.51.100.9"));

        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(app.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        let anew = listed(&app).await.remove(0);
        assert_ne!((&anew.mark, &anew.sealed), (&again[0].mark, &again[0].sealed));
        let here = anew.organisation_id;
        let (opened, closed) = open_listings(tools.db.read(), &vault, here).await.unwrap();
        assert_eq!((&*opened[0].value, &*opened[0].note, closed.len()), ("198.51.100.9/32", "a list of ours", 0));
        let known = (Kind::BlockedNetwork, vec!["198.51.100.9/32".to_owned()]);
        assert!(add_listings(&desk, here, known, ("", None), "test").await.unwrap());
        assert_eq!(listed(&app).await.len(), 1);
    }

    async fn what_does_not_open_holds_for_nobody_and_stops_nothing_else(app: TestApp) {
        let member = app.member(Role::Moderator).await;
        list(&member, "blocked_network", "198.51.100.9", "7").await.expect(303);
        assert_eq!(sign(&app, "198.51.100.9", 1).await, 403);
        let tx = app.app.tools.db.write().await.unwrap();
        let under_another = Expr::value([&[9_u8][..], &listed(&app).await[0].sealed[1..]].concat());
        let rows = entity::listing::Entity::update_many().col_expr(entity::listing::Column::Sealed, under_another);
        rows.exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        list(&member, "blocked_network", "198.51.100.10", "7").await.expect(303);
        assert_eq!([sign(&app, "198.51.100.9", 1).await, sign(&app, "198.51.100.10", 2).await], [303, 403]);
        let page = member.get(LIMITS).await.expect(200).body;
        assert!(page.contains("do not open") && page.contains("198.51.100.10") && !page.contains("198.51.100.9"));
        let closed = listed(&app).await.into_iter().find(|row| row.sealed[0] == 9).unwrap().id;
        member.post(&format!("{LIMITS}/lists/{closed}/remove"), &[]).await.expect(303);
        assert!(!member.get(LIMITS).await.expect(200).body.contains("do not open"));
        assert_eq!(listed(&app).await.len(), 1);
    }

    async fn a_listed_domain_decides_whether_a_signature_waits(app: TestApp) {
        let member = app.member(Role::Owner).await;
        list(&member, "blocked_domain", "example.net", "0").await.expect(303);
        list(&member, "allowed_domain", "mailinator.com", "0").await.expect(303);
        for (email, counted) in [("a@mail.example.net", 0), ("b@mailinator.com", 1), ("c@example.org", 2)] {
            app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", email)).await;
            assert_eq!(app.counted().await, counted, "{email}");
        }
        let rows = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(rows.iter().filter(|row| row.hold_reason.as_deref() == Some("blocked_domain")).count(), 1);
        app.assert_no_drift().await;
    }

    async fn what_is_wrong_is_told_by_its_line_and_nothing_of_it_is_listed(app: TestApp) {
        let member = app.member(Role::Moderator).await;
        let typed = "198.51.100.0/24\nsomewhere\n0.0.0.0/0\n10.0.0.0/8\n::/0\n127.0.0.1";
        let page = list(&member, "blocked_network", typed, "7").await.expect(422).body;
        for told in ["Line 2: this is no network", "Line 3: this network is too wide", "Line 4: you, this server",
            "Line 5: this network is too wide", "Line 6: you, this server"] {
            assert!(page.contains(told), "{told}");
        }
        assert!(!page.contains("Line 1:") && page.contains("somewhere\n"));
        let page = list(&member, "blocked_domain", "example.org\nno domain", "7").await.expect(422).body;
        assert!(page.contains("Line 2: this is no mail domain"));
        for (kind, entries, days) in [("", "example.org", "7"), ("blocked_domain", " # nothing", "7"), ("blocked_domain", "example.org", "8")] {
            list(&member, kind, entries, days).await.expect(422);
        }
        let many = (0..1001).map(|n| format!("d{n}.example.org")).collect::<Vec<_>>().join("\n");
        list(&member, "blocked_domain", &many, "7").await.expect(422);
        assert!(listed(&app).await.is_empty());
    }

    async fn who_would_shut_out_many_is_asked_once_more(app: TestApp) {
        let member = app.member(Role::Moderator).await;
        let own = member.email.rsplit_once('@').unwrap().1.to_owned();
        for (kind, entries) in [
            ("blocked_domain", "robots.example\ngmail.com"),
            ("blocked_domain", own.as_str()),
            ("blocked_network", "198.0.0.0/8"),
        ] {
            let page = list(&member, kind, entries, "7").await.expect(422).body;
            assert!(page.contains("id=\"sure\"") && page.contains("shut out people"), "{entries}");
            assert!(listed(&app).await.is_empty(), "{entries}");
        }
        // A yes holds for what was asked, and for nothing else.
        let send = async |entries: &str, sure: &str| {
            let fields = [("kind", "blocked_domain"), ("entries", entries), ("days", "7"), ("note", ""), ("sure", sure)];
            member.post("/studio/limits/lists", &fields).await.status.as_u16()
        };
        assert_eq!(send("gmail.com\nyahoo.ca", "gmail.com").await, 422);
        assert_eq!(send("gmail.com", "yes").await, 422);
        assert_eq!(send("robots.example\ngmail.com", "gmail.com").await, 303);
        assert_eq!(listed(&app).await.len(), 2);
        // What lets people in shuts out nobody.
        list(&member, "allowed_domain", "gmail.com", "7").await.expect(303);
        list(&member, "allowed_network", "198.0.0.0/8", "7").await.expect(303);
    }

    async fn an_organisation_sets_its_own_limits_and_no_other_is_held_to_them(app: TestApp) {
        let member = app.member(Role::Owner).await;
        let set = [("network_burst", "2"), ("network_sustained", ""), ("campaign_burst", ""), ("campaign_sustained", "")];
        member.post(LIMITS, &set).await.expect(303);
        let page = member.get(LIMITS).await.expect(200).body;
        assert!(page.contains("name=\"network_burst\"") && page.contains("value=\"2\"") && page.contains("Last set by"));
        assert_eq!([sign(&app, "198.51.100.1", 1).await, sign(&app, "198.51.100.1", 2).await], [303, 303]);
        assert_eq!(sign(&app, "198.51.100.1", 3).await, 429);
        assert_eq!(sign(&app, "198.51.100.2", 4).await, 303);
        app.advance(Duration::from_secs(61));
        assert_eq!(sign(&app, "198.51.100.1", 5).await, 303);
        for bad in ["0", "-4", "a few", "1000001"] {
            let fields = [("network_burst", "5"), ("campaign_burst", bad)];
            let page = member.post(LIMITS, &fields).await.expect(422).body;
            assert!(page.contains("whole number") && page.contains(bad));
        }
        let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
        assert!(!stranger.get(LIMITS).await.expect(200).body.contains("value=\"2\""));
    }

    async fn what_another_organisation_lists_is_not_there_and_holds_for_nobody_else(app: TestApp) {
        let member = app.member(Role::Moderator).await;
        let stranger = app.member_elsewhere(Role::Moderator, "elsewhere").await;
        list(&stranger, "blocked_network", "198.51.100.0/24", "0").await.expect(303);
        assert_eq!(sign(&app, "198.51.100.9", 1).await, 303);
        let theirs = listed(&app).await[0].id;
        member.post(&format!("{LIMITS}/lists/{theirs}/remove"), &[]).await.expect(404);
        assert_eq!(listed(&app).await.len(), 1);
        assert!(!member.get(LIMITS).await.expect(200).body.contains("198.51.100"));
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(audit.iter().any(|entry| entry.act == "trespass" && entry.detail == "set_limits"));
        assert!(audit.iter().any(|entry| entry.act == "add_listings" && entry.detail == "1 blocked_network"));
        assert!(!audit.iter().any(|entry| entry.detail.contains("198.51.100")));
    }
}

#[tokio::test]
async fn an_allowed_network_is_not_limited_by_its_number() {
    let few = |settings: &mut postulo::settings::Settings| settings.limits.network_burst = 1;
    let app = TestApp::build(Build { settings: few, ..Build::default() }).await;
    let member = app.member(Role::Moderator).await;
    assert_eq!([sign(&app, "198.51.100.1", 1).await, sign(&app, "198.51.100.1", 2).await], [303, 429]);
    list(&member, "allowed_network", "198.51.100.0/24", "1").await.expect(303);
    for n in 2..6 {
        assert_eq!(sign(&app, "198.51.100.1", n).await, 303);
    }
    app.advance(Duration::from_hours(25));
    assert_eq!([sign(&app, "198.51.100.1", 7).await, sign(&app, "198.51.100.1", 8).await], [303, 429]);
}

#[tokio::test]
async fn what_is_listed_refused_and_asked_once_more_is_accessible() {
    let app = TestApp::build(Build::default()).await;
    let member = app.member(Role::Moderator).await;
    list(&member, "blocked_network", "198.51.100.0/24", "1").await.expect(303);
    list(&member, "allowed_domain", "example.net", "0").await.expect(303);
    let browser = Browser::open(Look { width: 320, ..Look::default() }).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    let cookie = json!(format!("{}; path=/", member.cookie));
    browser.window.execute("document.cookie = arguments[0]", vec![cookie]).await.unwrap();
    browser.go(&format!("{}{LIMITS}", app.url)).await;
    browser.assert_accessible("what is listed").await;
    browser
        .window
        .execute("document.getElementById('kind').value = 'blocked_domain'", Vec::new())
        .await
        .unwrap();
    browser.fill("#entries", "nowhere").await;
    browser.press("form[action$=lists] button[type=submit]").await;
    browser.text(".summary").await;
    browser.assert_accessible("a line that is wrong").await;
    browser.fill("#entries", "gmail.com").await;
    browser.press("form[action$=lists] button[type=submit]").await;
    assert!(browser.text(".summary").await.contains("gmail.com"));
    browser.assert_accessible("a question").await;
    browser.click("#sure").await;
    browser.press("form[action$=lists] button[type=submit]").await;
    browser.until("document.querySelectorAll('.listings li').length == 3").await;
    browser.close().await;
}
