//! From nothing to published, and what comes after.

use std::time::Duration;

use postulo::actions::campaigns::schedule::publish_due;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;
use serde_json::json;

use super::editor::write;
use super::replies;
use crate::support::browser::{Browser, Look};
use crate::support::{Build, Member, Person, Reply, TestApp, on_both};

const SITE: &str = "/studio/campaigns/recognize-celil";

/// Posts what is done about publishing.
async fn act(member: &Member, slug: &str, part: &str, fields: &[(&str, &str)]) -> Reply {
    member.post(&format!("/studio/campaigns/{slug}/publication{part}"), fields).await
}

async fn acts(app: &TestApp) -> Vec<String> {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.into_iter().map(|entry| entry.act).collect()
}

/// Changes the demand of the demo's text.
async fn change_text(member: &Member, to: &str) {
    write(member, &format!("{SITE}/edit/text"), &[("demands.0.text.en", to), ("demands.0.text.fr", to)])
        .await
        .expect(303);
}

on_both! {
    async fn from_nothing_to_published_without_a_file(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let site = "/studio/campaigns/keep-the-library";
        organiser.post("/studio/campaigns/new", &[("title", "Keep the library"), ("language", "en")]).await.expect(303);
        let page = organiser.get(&format!("{site}/publication")).await.expect(200).body;
        assert!(page.contains("/edit/text#body.en") && !page.contains("value=\"now\" checked"));
        act(&organiser, "keep-the-library", "", &[("when", "now")]).await.expect(422);
        app.visitor().get("/en/campaigns/keep-the-library").await.expect(404);
        let basics = [("asked.en", "To the Mayor"), ("ask.en", "Keep it open."), ("summary.en", "It is to close."),
            ("organiser.en", "Friends"), ("contact", "friends@example.org")];
        write(&organiser, &format!("{site}/edit/basics"), &basics).await.expect(303);
        let text = format!("{site}/edit/text");
        write(&organiser, &text, &[("body.en", "Madam Mayor, *please*."), ("do", "add:addressees")]).await.expect(303);
        let mayor = [("addressees.0.name", "Alex Example"), ("addressees.0.office.en", "Mayor"), ("addressees.0.disclosure", "place")];
        write(&organiser, &text, &mayor).await.expect(303);
        write(&organiser, &format!("{site}/edit/story"), &[("story.en", "Once upon a time.")]).await.expect(303);
        act(&organiser, "keep-the-library", "", &[("when", "now")]).await.expect(303);
        for lang in ["en", "fr"] {
            let page = app.visitor().get(&format!("/{lang}/campaigns/keep-the-library")).await.expect(200).body;
            assert!(page.contains("Keep it open.") && page.contains("<em>please</em>") && page.contains("name=\"email\""));
        }
        let page = app.visitor().get("/fr/campaigns/keep-the-library").await.body;
        assert!(page.contains("<h1><span lang=\"en\" dir=\"ltr\">Keep it open.</span></h1>"));
        assert!(organiser.get(&format!("{site}/publication")).await.body.contains("There is nothing to publish"));
        assert!(acts(&app).await.contains(&"publish".to_owned()));
    }

    async fn a_text_that_a_reply_was_read_against_is_not_corrected_in_place(app: TestApp) {
        let (staff, organiser) = (app.member(Role::Staff).await, app.member(Role::Organiser).await);
        replies::enter(&staff, &replies::typed()).await;
        change_text(&organiser, "A demand better put").await;
        act(&organiser, "recognize-celil", "", &[("when", "now")]).await.expect(422);
        let said = [("when", "now"), ("note.en", "The first demand"), ("note.fr", "La première demande")];
        act(&organiser, "recognize-celil", "", &said).await.expect(303);
        assert_eq!(app.app.hub.campaign("recognize-celil").unwrap().text_version, 2, "nobody has signed the first");
        // Whoever has read another reply against the first looks at its stances once more, and has lost nothing.
        let replies = format!("{}/replies", replies::RECORD);
        let read = replies::typed_with(&[("source", "A speech in the House")]);
        let page = staff.post(&replies, &read).await.expect(409).body;
        assert!(page.contains("Look at the stance on each demand once more") && page.contains("A demand better put"), "{page}");
        assert!(page.contains("value=\"A speech in the House\"") && page.contains("name=\"text_version\" value=\"2\""), "{page}");
        let read = replies::typed_with(&[("source", "A speech in the House"), ("text_version", "2")]);
        replies::enter(&staff, &read).await;
    }

    async fn a_signed_text_is_followed_by_a_version_that_says_what_it_changes(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        // Not signed yet, it is corrected in place.
        change_text(&organiser, "A demand better put").await;
        act(&organiser, "recognize-celil", "", &[("when", "now")]).await.expect(303);
        assert_eq!(app.app.hub.campaign("recognize-celil").unwrap().text_version, 1);
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        change_text(&organiser, "Another demand").await;
        assert!(organiser.get(&format!("{SITE}/edit/text")).await.body.contains("becomes a new version"));
        assert!(organiser.get(&format!("{SITE}/publication")).await.body.contains("becomes version 2"));
        let refused = act(&organiser, "recognize-celil", "", &[("when", "now"), ("note.en", " ")]).await.expect(422);
        assert!(refused.body.contains("Say what the new version"));
        let told = [("when", "now"), ("note.en", "The demand is <sharper>.")];
        act(&organiser, "recognize-celil", "", &told).await.expect(303);
        let page = app.visitor().get("/en/campaigns/recognize-celil").await.body;
        assert!(page.contains("Another demand") && page.contains("The demand is &lt;sharper&gt;."));
        let earlier = app.visitor().get("/en/campaigns/recognize-celil/text/1").await.expect(200).body;
        assert!(earlier.contains("A demand better put") && earlier.contains("This is an earlier version"));
        app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        let texts = organiser.get(&format!("{SITE}/texts")).await.expect(200).body;
        assert_eq!(texts.matches("<td class=\"figure\">1</td>").count(), 2);
    }

    async fn what_is_to_be_published_at_a_time_is_published_once_by_any_node(app: TestApp) {
        // The organisation's people type the times of Toronto.
        let organiser = app.member(Role::Organiser).await;
        write(&organiser, &format!("{SITE}/edit/story"), &[("story.en", "The new story")]).await.expect(303);
        // 10:00 UTC is 05:00 in Toronto.
        for (date, time, words) in [("2026-11-22", "04:59", "That time is over"), ("2027-03-14", "02:30", "The nearest time that there is: 03:00"),
            ("2026-02-30", "10:00", "Give a date and a time"), ("", "", "Give a date and a time")] {
            let later = [("when", "later"), ("publish-date", date), ("publish-time", time)];
            let refused = act(&organiser, "recognize-celil", "", &later).await.expect(422).body;
            assert!(refused.contains(words), "{date} {time}");
        }
        let twice = [("when", "later"), ("publish-date", "2027-11-07"), ("publish-time", "01:30")];
        let asked = act(&organiser, "recognize-celil", "", &twice).await.expect(422).body;
        assert!(asked.contains("UTC-04:00") && asked.contains("UTC-05:00") && asked.contains("value=\"2027-11-07\""));
        let mut chosen = twice.to_vec();
        chosen.push(("publish-which", "again"));
        act(&organiser, "recognize-celil", "", &chosen).await.expect(303);
        let planned = app.app.hub.campaign("recognize-celil").unwrap().publish_at.unwrap();
        assert_eq!(planned.to_string(), "2027-11-07T06:30:00.000Z");
        act(&organiser, "recognize-celil", "/cancel", &[]).await.expect(303);
        let soon = [("when", "later"), ("publish-date", "2026-11-22"), ("publish-time", "05:30")];
        act(&organiser, "recognize-celil", "", &soon).await.expect(303);
        assert!(organiser.get(&format!("{SITE}/publication")).await.body.contains("Publishes itself: November 22, 2026, 05:30"));
        assert_eq!(publish_due(&app.app.desk()).await.unwrap(), 0);
        let beside = app.beside().await;
        app.advance(Duration::from_mins(30));
        let (here, there) = (app.app.desk(), beside.app.desk());
        let (one, other) = tokio::join!(publish_due(&here), publish_due(&there));
        assert_eq!(one.unwrap_or(0) + other.unwrap_or(0) + publish_due(&here).await.unwrap(), 1);
        for node in [&app, &beside] {
            node.app.refresh().await.unwrap();
            assert!(node.visitor().get("/en/campaigns/recognize-celil").await.body.contains("The new story"));
        }
        assert_eq!(acts(&app).await.iter().filter(|act| *act == "publish").count(), 1);
    }

    async fn what_is_not_whole_when_its_time_comes_is_told_and_stays(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        write(&organiser, &format!("{SITE}/edit/story"), &[("story.en", "The new story")]).await.expect(303);
        let soon = [("when", "later"), ("publish-date", "2026-11-23"), ("publish-time", "10:00")];
        act(&organiser, "recognize-celil", "", &soon).await.expect(303);
        write(&organiser, &format!("{SITE}/edit/basics"), &[("ask.en", "")]).await.expect(303);
        app.advance(Duration::from_hours(30));
        assert_eq!(publish_due(&app.app.desk()).await.unwrap(), 0);
        app.app.refresh().await.unwrap();
        let organiser = app.member(Role::Organiser).await;
        let page = organiser.get(&format!("{SITE}/publication")).await.expect(200).body;
        assert!(page.contains("It did not, because something was missing") && page.contains("/edit/basics#ask.en"));
        assert!(!app.visitor().get("/en/campaigns/recognize-celil").await.body.contains("The new story"));
        assert!(acts(&app).await.contains(&"publish_missed".to_owned()));
    }

    async fn a_campaign_is_paused_resumed_closed_extended_archived_and_copied(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let public = "/en/campaigns/recognize-celil";
        act(&organiser, "recognize-celil", "/state", &[("to", "open")]).await.expect(422);
        act(&organiser, "recognize-celil", "/state", &[("to", "paused")]).await.expect(303);
        assert!(!app.visitor().get(public).await.body.contains("name=\"email\""));
        assert!(organiser.get("/studio?state=paused").await.body.contains("recognize-celil"));
        assert!(!organiser.get("/studio?state=open").await.body.contains("recognize-celil"));
        act(&organiser, "recognize-celil", "/state", &[("to", "open")]).await.expect(303);
        act(&organiser, "recognize-celil", "/state", &[("to", "archived")]).await.expect(422);
        act(&organiser, "recognize-celil", "/closing", &[("closing", "now")]).await.expect(303);
        app.advance(Duration::from_secs(1));
        assert!(!app.visitor().get(public).await.body.contains("name=\"email\""));
        let open = [("closing", "later"), ("close-date", "2026-12-24"), ("close-time", "18:00")];
        act(&organiser, "recognize-celil", "/closing", &open).await.expect(303);
        assert!(app.visitor().get(public).await.body.contains("name=\"email\""));
        act(&organiser, "recognize-celil", "/closing", &[("closing", "now")]).await.expect(303);
        app.advance(Duration::from_secs(1));
        act(&organiser, "recognize-celil", "/state", &[("to", "archived")]).await.expect(303);
        assert!(!organiser.get("/studio").await.body.contains("recognize-celil"));
        assert!(organiser.get("/studio?state=archived").await.body.contains("recognize-celil"));
        app.visitor().get(public).await.expect(200);
        act(&organiser, "recognize-celil", "/closing", &[("closing", "never")]).await.expect(422);
        let copied = act(&organiser, "recognize-celil", "/copy", &[("slug", "again")]).await.expect(303);
        assert_eq!(copied.header("location"), "/studio/campaigns/again/edit");
        assert!(organiser.get("/studio/campaigns/again/edit").await.body.contains("Nothing keeps it from being published"));
        app.visitor().get("/en/campaigns/again").await.expect(404);
        act(&organiser, "recognize-celil", "/copy", &[("slug", "again")]).await.expect(422);
        act(&organiser, "recognize-celil", "/state", &[("to", "unarchived")]).await.expect(303);
        let done = acts(&app).await;
        for act in ["set_switch", "set_closing", "archive", "unarchive", "copy_campaign"] {
            assert!(done.iter().any(|one| one == act), "{act}");
        }
    }

    async fn what_is_taken_down_stays_down(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        act(&organiser, "recognize-celil", "/removal", &[("confirm", "yes")]).await.expect(422);
        app.visitor().get("/en/campaigns/recognize-celil").await.expect(200);
        // Whoever came in a while ago proves first who they are.
        app.advance(Duration::from_hours(2));
        act(&organiser, "recognize-celil", "/removal", &[("confirm", "recognize-celil")]).await;
        app.visitor().get("/en/campaigns/recognize-celil").await.expect(200);
        let organiser = app.member(Role::Organiser).await;
        act(&organiser, "recognize-celil", "/removal", &[("confirm", "recognize-celil")]).await.expect(303);
        app.visitor().get("/en/campaigns/recognize-celil").await.expect(410);
        assert!(!organiser.get("/studio").await.body.contains("recognize-celil"));
        assert!(organiser.get("/studio?state=removed").await.body.contains("recognize-celil"));
        act(&organiser, "recognize-celil", "/state", &[("to", "open")]).await.expect(422);
        act(&organiser, "recognize-celil", "", &[("when", "now")]).await.expect(422);
        act(&organiser, "recognize-celil", "/closing", &[("closing", "never")]).await.expect(422);
    }
}

#[tokio::test]
async fn a_draft_of_another_organisation_is_not_there() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    organiser
        .post("/studio/campaigns/new", &[("title", "Secret plan"), ("language", "en")])
        .await
        .expect(303);
    let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
    for part in ["", "/edit", "/edit/basics", "/preview/en", "/publication", "/texts"] {
        stranger.get(&format!("/studio/campaigns/secret-plan{part}")).await.expect(404);
    }
    act(&stranger, "secret-plan", "", &[("when", "now")]).await.expect(404);
    act(&stranger, "secret-plan", "/removal", &[("confirm", "secret-plan")]).await.expect(404);
    assert!(!stranger.get("/studio?state=all").await.body.contains("secret-plan"));
    // Nor can its address be taken.
    let taken = stranger
        .post("/studio/campaigns/new", &[("title", "Mine"), ("slug", "secret-plan"), ("language", "en")])
        .await;
    taken.expect(422);
    assert_eq!(acts(&app).await.iter().filter(|act| *act == "trespass").count(), 8);
}

#[tokio::test]
async fn every_state_of_publishing_is_accessible() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    organiser.post("/studio/campaigns/new", &[("title", "A draft"), ("language", "en")]).await.expect(303);
    app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
    change_text(&organiser, "Another demand").await;
    let browser = Browser::open(Look { width: 320, ..Look::default() }).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    let cookie = json!(format!("{}; path=/", organiser.cookie));
    browser.window.execute("document.cookie = arguments[0]", vec![cookie]).await.unwrap();
    for path in [
        "/studio",
        "/studio?state=closed",
        "/studio/campaigns/a-draft/edit",
        "/studio/campaigns/a-draft/publication",
    ] {
        browser.go(&format!("{}{path}", app.url)).await;
        browser.assert_accessible(path).await;
    }
    browser.go(&format!("{}{SITE}/publication", app.url)).await;
    browser.assert_accessible("a new version to publish").await;
    let choose = "document.getElementById('publish-date').value = '2027-11-07'; \
        document.getElementById('publish-time').value = '01:30'; document.getElementById('when-later').checked = true;";
    browser.window.execute(choose, Vec::new()).await.unwrap();
    browser.fill("[id='note.en']", "It is sharper").await;
    browser.press("section[aria-labelledby=publish-title] form button").await;
    browser.assert_accessible("a time that comes twice").await;
    assert!(browser.has("#publish-again").await);
    browser.click("#publish-again").await;
    browser.press("section[aria-labelledby=publish-title] form button").await;
    assert!(browser.text("div.notice").await.contains("Publishes itself: November 7, 2027, 01:30"));
    browser.assert_accessible("what publishes itself").await;
    browser.close().await;
}
