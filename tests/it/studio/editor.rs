//! Campaigns as they are written.

use std::collections::BTreeMap;

use postulo::actions::load_campaign::load_campaign;
use postulo::cli::DEMO_CONTENT;
use postulo::domain::content::CampaignFile;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, Member, PASSWORD, Reply, TestApp, on_both};

const NEW: &str = "/studio/campaigns/new";

/// The fields of the editor's form as a browser would send them.
fn fields(page: &str) -> BTreeMap<String, String> {
    let form = page.split("<form class=\"editor\"").nth(1).unwrap().split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(plain(rest.split('"').next().unwrap()))
    };
    let mut fields = BTreeMap::new();
    for tag in form.split('<').skip(1) {
        let Some(name) = attribute(tag, "name").filter(|_| !tag.starts_with("button")) else { continue };
        if tag.starts_with("textarea") {
            let text = tag.split_once('>').unwrap().1;
            fields.insert(name, plain(text.strip_prefix('\n').unwrap_or(text)));
        } else if tag.starts_with("input") {
            fields.insert(name, attribute(tag, "value").unwrap_or_default());
        }
    }
    fields
}

fn plain(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Opens a part of the editor and sends it back with some fields changed; the answer.
pub async fn write(member: &Member, path: &str, changes: &[(&str, &str)]) -> Reply {
    let mut typed = fields(&member.get(path).await.expect(200).body);
    for (name, text) in changes {
        typed.insert((*name).to_owned(), (*text).to_owned());
    }
    send(member, path, &typed).await
}

async fn send(member: &Member, path: &str, typed: &BTreeMap<String, String>) -> Reply {
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    member.post(path.split('?').next().unwrap(), &typed).await
}

on_both! {
    async fn a_campaign_begins_with_a_title_and_nobody_else_sees_it(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let title = "Gardons la bibliothèque ouverte";
        let begun = organiser.post(NEW, &[("title", title), ("language", "fr"), ("also-en", "yes")]).await.expect(303);
        let edit = "/studio/campaigns/gardons-la-bibliotheque-ouverte/edit";
        assert_eq!(begun.header("location"), edit);
        let page = organiser.get(edit).await.expect(200).body;
        assert!(page.contains(title) && page.contains("Français") && page.contains("English"));
        assert!(page.contains("Nothing is written yet."));
        for path in ["/en/campaigns/gardons-la-bibliotheque-ouverte", "/campaigns/gardons-la-bibliotheque-ouverte/tally.json",
            "/fr/campaigns/gardons-la-bibliotheque-ouverte/sign", "/fr/campaigns/gardons-la-bibliotheque-ouverte/text/1"] {
            app.visitor().get(path).await.expect(404);
        }
        assert!(!app.visitor().get("/fr/").await.expect(200).body.contains(title));
        // The next of the same title is not in its way.
        let again = organiser.post(NEW, &[("title", title), ("language", "fr")]).await.expect(303);
        assert_eq!(again.header("location"), "/studio/campaigns/gardons-la-bibliotheque-ouverte-2/edit");
        let taken = organiser.post(NEW, &[("title", title), ("language", "fr"), ("slug", "recognize-celil")]).await;
        assert!(taken.expect(422).body.contains("Another campaign has this address"));
        for odd in ["new", "Émile", "a b", "../x"] {
            organiser.post(NEW, &[("title", title), ("language", "fr"), ("slug", odd)]).await.expect(422);
        }
        organiser.post(NEW, &[("title", " "), ("language", "fr")]).await.expect(422);
        organiser.post(NEW, &[("title", title), ("language", "klingon")]).await.expect(422);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(audit.iter().filter(|entry| entry.act == "make_campaign").count(), 2);
    }

    async fn what_is_typed_is_kept_wrong_or_not_and_stays_out_of_sight(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let basics = "/studio/campaigns/recognize-celil/edit/basics";
        let before = app.visitor().get("/en/campaigns/recognize-celil").await.body;
        let long = "é".repeat(81);
        let saved = write(&organiser, basics, &[("title.en", &long), ("contact", "nobody"), ("country", "Canada")]).await;
        assert_eq!(saved.expect(303).header("location"), format!("{basics}?beside=fr"));
        let page = organiser.get(basics).await.expect(200).body;
        for words in [&*long, "nobody", "at most 80 characters", "Not an email address", "Not a country", "aria-invalid=\"true\""] {
            assert!(page.contains(words), "{words}");
        }
        app.app.refresh().await.unwrap();
        assert_eq!(app.visitor().get("/en/campaigns/recognize-celil").await.body, before);
        let overview = organiser.get("/studio/campaigns/recognize-celil/edit").await.expect(200).body;
        assert!(overview.contains("/edit/basics#title.en"), "{overview}");
        // More than anybody writes.
        let huge = "x".repeat(5_000_000);
        organiser.post(basics, &[("revision", "1"), ("title.en", &huge)]).await.expect(413);
        organiser.get("/studio/campaigns/recognize-celil/edit/nothing").await.expect(404);
    }

    async fn rows_are_added_moved_and_removed_with_all_that_is_in_them(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let text = "/studio/campaigns/recognize-celil/edit/text";
        let count = fields(&organiser.get(text).await.body)["demands.rows"].parse::<usize>().unwrap();
        let added = write(&organiser, text, &[("do", "add:demands")]).await.expect(303);
        assert!(added.header("location").ends_with(&format!("#demands.{count}")));
        let last = format!("demands.{count}.text");
        write(&organiser, text, &[(&format!("{last}.en"), "One more"), (&format!("{last}.fr"), "Encore une")]).await.expect(303);
        // Moved while French is out of sight, it keeps its French.
        write(&organiser, &format!("{text}?beside=none"), &[("do", &format!("up:demands.{count}"))]).await.expect(303);
        let typed = fields(&organiser.get(text).await.body);
        assert_eq!(typed[&format!("demands.{}.text.en", count - 1)], "One more");
        assert_eq!(typed[&format!("demands.{}.text.fr", count - 1)], "Encore une");
        write(&organiser, text, &[("do", &format!("remove:demands.{}", count - 1))]).await.expect(303);
        let typed = fields(&organiser.get(text).await.body);
        assert_eq!(typed["demands.rows"], count.to_string());
        assert!(!typed.values().any(|text| text == "One more"));
        for odd in ["remove:demands.99", "up:demands.0", "add:nothing", "remove:body", "add:demands.0.text", "fly:demands"] {
            write(&organiser, text, &[("do", odd)]).await.expect(303);
        }
        assert_eq!(fields(&organiser.get(text).await.body)["demands.rows"], count.to_string());
    }

    async fn two_who_write_the_same_part_are_told_and_nothing_is_lost(app: TestApp) {
        let (anna, bela) = (app.member(Role::Organiser).await, app.member(Role::Owner).await);
        let story = "/studio/campaigns/recognize-celil/edit/story";
        let (mut hers, mut his) = (fields(&anna.get(story).await.body), fields(&bela.get(story).await.body));
        hers.insert("story.en".into(), "What Anna wrote".into());
        his.insert("story.en".into(), "What Bela <b>wrote</b>".into());
        send(&anna, story, &hers).await.expect(303);
        let both = send(&bela, story, &his).await.expect(409).body;
        assert!(both.contains("What Anna wrote") && both.contains("What Bela &lt;b&gt;wrote&lt;/b&gt;") && both.contains(&anna.email));
        assert_eq!(fields(&anna.get(story).await.body)["story.en"], "What Anna wrote");
        // Having seen both, he may put his in its place; the form that he was given knows of hers.
        send(&bela, story, &fields(&both)).await.expect(303);
        let page = anna.get(story).await.body;
        assert_eq!(fields(&page)["story.en"], "What Bela <b>wrote</b>");
        assert!(page.contains(&bela.email));
        // What an operator loads meanwhile is not written over either.
        let seen = fields(&anna.get("/studio/campaigns/recognize-celil/edit/basics").await.body);
        load_campaign(&app.app.desk(), &CampaignFile::parse(DEMO_CONTENT).unwrap(), "test").await.unwrap();
        send(&anna, "/studio/campaigns/recognize-celil/edit/basics", &seen).await.expect(409);
        // Two at the same instant: one is first.
        let typed = fields(&anna.get(story).await.body);
        let (mut one, mut other) = (typed.clone(), typed);
        one.insert("story.en".into(), "One".into());
        other.insert("story.en".into(), "Other".into());
        let (first, second) = tokio::join!(send(&anna, story, &one), send(&bela, story, &other));
        let mut answers = [first.status.as_u16(), second.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [303, 409]);
    }

    async fn a_language_is_added_later_and_left_out_without_losing_what_is_written(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let languages = "/studio/campaigns/recognize-celil/edit/languages";
        write(&organiser, languages, &[("do", "add"), ("tag", "ug")]).await.expect(303);
        for odd in ["ug", "not a tag", ""] {
            write(&organiser, languages, &[("do", "add"), ("other", odd)]).await.expect(422);
        }
        let story = "/studio/campaigns/recognize-celil/edit/story?beside=ug";
        let page = organiser.get(story).await.expect(200).body;
        assert!(page.contains("lang=\"ug\" dir=\"rtl\""));
        write(&organiser, story, &[("story.ug", "ھېكايە")]).await.expect(303);
        let overview = organiser.get("/studio/campaigns/recognize-celil/edit").await.body;
        assert!(overview.contains("Missing in \u{2068}ئۇيغۇرچە\u{2069}") && overview.contains("Nothing keeps it from being published"));
        write(&organiser, languages, &[("do", "drop:ug")]).await.expect(303);
        assert!(!organiser.get(story).await.body.contains("ھېكايە"));
        write(&organiser, languages, &[("do", "add"), ("other", "UG")]).await.expect(303);
        assert_eq!(fields(&organiser.get(story).await.body)["story.ug"], "ھېكايە");
        // In another main language, what is not written in it keeps the campaign from being published.
        write(&organiser, languages, &[("do", "lead:ug")]).await.expect(303);
        assert!(organiser.get("/studio/campaigns/recognize-celil/edit").await.body.contains("/edit/basics#title.ug"));
    }

    async fn the_preview_is_the_public_page_with_what_is_written_and_nothing_that_bites(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let story = "/studio/campaigns/recognize-celil/edit/story";
        let hostile = "Hello <script>alert(1)</script> [x](javascript:alert(1)) ![p](https://x.test/p.png) <img src=x onerror=alert(1)> *bold*";
        write(&organiser, story, &[("story.en", hostile)]).await.expect(303);
        let page = organiser.get(story).await.expect(200).body;
        assert!(page.contains("Left out when the page is shown"));
        let preview = organiser.get("/studio/campaigns/recognize-celil/preview/en").await.expect(200);
        assert_eq!(preview.header("x-robots-tag"), "noindex");
        assert_eq!(preview.header("cache-control"), "no-store");
        for page in [&preview.body, &page] {
            let rendered = page.replace("&lt;script&gt;", "");
            assert!(!rendered.contains("<script>") && !rendered.contains("<img") && !rendered.contains("href=\"javascript:"));
        }
        assert!(preview.body.contains("<em>bold</em>") && preview.body.contains("Preview: only your organisation"));
        assert!(!preview.body.contains("method=\"post\" action=\"/en/campaigns"));
        assert!(!app.visitor().get("/en/campaigns/recognize-celil").await.body.contains("<em>bold</em>"));
        app.visitor().get("/studio/campaigns/recognize-celil/preview/en").await.expect(303);
        organiser.get("/studio/campaigns/recognize-celil/preview/de").await.expect(404);
    }
}

#[tokio::test]
async fn every_part_of_the_editor_is_accessible() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let browser = Browser::open(Look { width: 320, ..Look::default() }).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    let cookie = serde_json::json!(format!("{}; path=/", organiser.cookie));
    browser.window.execute("document.cookie = arguments[0]", vec![cookie]).await.unwrap();
    for part in ["languages", "basics", "story", "dates", "cases"] {
        let path = format!("/studio/campaigns/recognize-celil/edit/{part}");
        browser.go(&format!("{}{path}", app.url)).await;
        browser.assert_accessible(&path).await;
    }
    browser.close().await;
}

#[tokio::test]
async fn what_is_typed_is_saved_by_itself_and_by_a_button_without_script() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let path = "/studio/campaigns/recognize-celil/edit/dates";
    for script in [true, false] {
        let browser = Browser::open(Look { script, ..Look::default() }).await;
        browser.go(&format!("{}/studio/login", app.url)).await;
        browser.fill("#email", &organiser.email).await;
        browser.fill("#password", PASSWORD).await;
        browser.press("form.narrow button[type=submit]").await;
        browser.go(&format!("{}{path}", app.url)).await;
        if script {
            browser.fill("#milestones", "100, fifty").await;
            browser
                .until("document.getElementById('milestones-error').textContent.includes('whole number')")
                .await;
            browser
                .until("document.getElementById('milestones').getAttribute('aria-invalid') == 'true'")
                .await;
            browser.fill("#milestones", "100, 5000").await;
            browser.until("document.getElementById('milestones-error').hidden").await;
            // Somebody else writes meanwhile: the page says so and keeps what is typed.
            write(&organiser, path, &[("milestones", "7")]).await.expect(303);
            browser.fill("#milestones", "100, 6000").await;
            browser
                .until("document.getElementById('saving-status').textContent.includes('somebody else')")
                .await;
            browser.press("#save").await;
            assert!(browser.text(".conflict").await.contains("100, 6000"));
            browser.assert_accessible("a conflict").await;
            browser.press("#save").await;
        } else {
            browser.fill("#milestones", "100, 7000").await;
            browser.press("#save").await;
        }
        browser.close().await;
        let wanted = if script { "100, 6000" } else { "100, 7000" };
        assert_eq!(fields(&organiser.get(path).await.body)["milestones"], wanted);
    }
}

#[tokio::test]
async fn whoever_is_logged_out_while_writing_loses_nothing() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let path = "/studio/campaigns/recognize-celil/edit/dates";
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    let cookie = || vec![serde_json::json!(format!("{}; path=/", organiser.cookie))];
    browser.window.execute("document.cookie = arguments[0]", cookie()).await.unwrap();
    browser.go(&format!("{}{path}", app.url)).await;
    browser.window.delete_all_cookies().await.unwrap();
    browser.fill("#milestones", "100, 8000").await;
    browser.until("document.getElementById('saving-status').textContent.includes('logged out')").await;
    // Pressed all the same, the button leads nowhere and keeps what is typed.
    browser.enter("#save").await;
    browser.until("document.getElementById('milestones').value == '100, 8000'").await;
    browser.window.execute("document.cookie = arguments[0]", cookie()).await.unwrap();
    browser.enter("#save").await;
    browser.until("document.getElementById('saving-status').textContent.startsWith('Saved on')").await;
    browser.close().await;
    assert_eq!(fields(&organiser.get(path).await.body)["milestones"], "100, 8000");
}
