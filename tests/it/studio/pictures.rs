//! Pictures and documents: made safe before they are stored, shown on the page, in every copy of the installation.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};
use postulo::backup;
use postulo::domain::role::Role;
use postulo::settings::Settings;
use postulo::storage::{Db, papers, pictures};
use reqwest::Method;
use sea_orm::EntityTrait;
use tempfile::TempDir;
use uuid::Uuid;

use super::people::campaign;
use crate::support::{Build, CAMPAIGN, Member, Reply, TestApp, db, on_both};

const PICTURES: &str = "/studio/campaigns/recognize-celil/pictures";
const DOCUMENTS: &str = "/studio/campaigns/recognize-celil/documents";
pub const WORDS: [(&str, &str); 3] =
    [("words-en", "A man \"smiles\""), ("words-fr", "Un homme sourit"), ("credit", "Anna Roy")];
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\nstartxref\n9\n%%EOF\n";

pub fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let part = |n: u32| u8::try_from(n % 251).unwrap();
        image::Rgb([part(x), part(y), part(x + y)])
    });
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb8(picture).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes
}

pub fn campaign_id(app: &TestApp) -> i32 {
    app.app.hub.campaign("recognize-celil").unwrap().id
}

async fn add_photo(app: &TestApp, member: &Member) -> Uuid {
    member.upload(PICTURES, &WORDS, ("picture", &photo(1000, 500))).await.expect(303);
    pictures::list(app.app.tools.db.read(), campaign_id(app)).await.unwrap()[0].id
}

async fn add_paper(app: &TestApp, member: &Member, title: &str) -> Uuid {
    let words = [("words-en", title), ("words-fr", "Avis")];
    member.upload(DOCUMENTS, &words, ("document", PDF)).await.expect(303);
    papers::list(app.app.tools.db.read(), campaign_id(app)).await.unwrap().last().unwrap().id
}

fn refused(reply: Reply, said: &str) {
    let page = reply.expect(422).body;
    assert!(page.contains(said), "{said} in {page}");
}

/// What stands in an attribute of a page.
fn attribute<'a>(page: &'a str, before: &str) -> &'a str {
    let (_, rest) = page.split_once(before).expect(before);
    rest.split('"').next().unwrap()
}

async fn recorded(app: &TestApp, act: &str) -> usize {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.iter().filter(|entry| entry.act == act).count()
}

on_both! {
    async fn a_picture_is_shown_once_it_is_chosen_and_gone_once_it_is_deleted(app: TestApp) {
        let (organiser, visitor) = (app.member(Role::Organiser).await, app.visitor());
        let without = visitor.get(CAMPAIGN).await.expect(200).body;
        let id = add_photo(&app, &organiser).await;
        assert!(!visitor.get(CAMPAIGN).await.expect(200).body.contains("<figure"));
        organiser.post(&format!("{PICTURES}/{id}/choose"), &[]).await.expect(303);

        let page = visitor.get(CAMPAIGN).await.expect(200).body;
        assert!(page.contains("alt=\"A man &quot;smiles&quot;\"") && page.contains("Photo: Anna Roy"), "{page}");
        assert!(page.contains(" 480w, /pictures/") && page.contains("width=\"960\" height=\"480\""), "{page}");
        assert!(page.len() < without.len() + 1_500, "{}", page.len() - without.len());
        let shared = attribute(&page, "property=\"og:image\" content=\"");
        let path = shared.strip_prefix(&app.url).unwrap();
        assert!(visitor.get(&CAMPAIGN.replace("/en/", "/fr/")).await.expect(200).body.contains("alt=\"Un homme sourit\""));

        let picture = visitor.get(path).await.expect(200);
        assert_eq!(picture.header("content-type"), "image/jpeg");
        assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(picture.header("x-content-type-options"), "nosniff");
        assert!(picture.header("content-security-policy").starts_with("sandbox"));
        let studio = organiser.get(PICTURES).await.expect(200).body;
        assert!(studio.contains("Shown on the campaign’s page"), "{studio}");

        organiser.post(&format!("{PICTURES}/{id}"), &[("words-en", "Someone"), ("words-fr", "Quelqu’un")]).await.expect(303);
        let page = visitor.get(CAMPAIGN).await.expect(200).body;
        assert!(page.contains("alt=\"Someone\"") && !page.contains("Anna Roy"));
        organiser.post(&format!("{PICTURES}/{id}/hide"), &[]).await.expect(303);
        assert!(!visitor.get(CAMPAIGN).await.expect(200).body.contains("<figure"));
        organiser.post(&format!("{PICTURES}/{id}/choose"), &[]).await.expect(303);
        organiser.post(&format!("{PICTURES}/{id}/delete"), &[]).await.expect(303);
        assert!(!visitor.get(CAMPAIGN).await.expect(200).body.contains("<figure"));
        visitor.get(path).await.expect(404);
        for (act, times) in [("add_picture", 1), ("choose_picture", 3), ("describe_picture", 1), ("delete_picture", 1)] {
            assert_eq!(recorded(&app, act).await, times, "{act}");
        }
    }

    async fn what_is_no_picture_or_says_nothing_of_itself_is_refused(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        let send = async |words: &[(&str, &str)], file: &[u8]| organiser.upload(PICTURES, words, ("picture", file)).await;
        refused(send(&WORDS, svg).await, "no picture that we can read");
        refused(send(&WORDS, b"").await, "Choose a file");
        refused(send(&WORDS, &photo(1000, 500)[..300]).await, "no picture that we can read");
        refused(send(&WORDS, &photo(2000, 20)).await, "is a strip");
        let page = send(&[("words-en", "Only <this>")], &photo(100, 100)).await.expect(422).body;
        assert!(page.contains("#new-words-fr") && page.contains("value=\"Only &lt;this&gt;\""), "{page}");
        refused(send(&[("words-en", "x"), ("words-fr", &"é".repeat(301))], &photo(100, 100)).await, "300 characters is the most");
        assert_eq!(pictures::count(app.app.tools.db.read(), campaign_id(&app)).await.unwrap(), 0);
    }

    async fn documents_stand_in_their_order_and_are_only_handed_out(app: TestApp) {
        let (organiser, visitor) = (app.member(Role::Organiser).await, app.visitor());
        let first = add_paper(&app, &organiser, "UN opinion: \"Celil\"").await;
        let second = add_paper(&app, &organiser, "Letter <b>").await;
        let order = |page: &str| (page.find("UN opinion").unwrap(), page.find("Letter &lt;b&gt;").unwrap());
        let page = visitor.get(CAMPAIGN).await.expect(200).body;
        assert!(page.contains("Documents to download") && order(&page).0 < order(&page).1, "{page}");
        let path = format!("/documents/{}.pdf", attribute(&page, "href=\"/documents/").strip_suffix(".pdf").unwrap());
        let file = visitor.get(&path).await.expect(200);
        assert_eq!(file.header("content-type"), "application/pdf");
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"un-opinion-celil.pdf\"");
        assert_eq!(file.header("content-security-policy"), "sandbox; default-src 'none'; frame-ancestors 'none'");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert_eq!(file.body.as_bytes(), PDF);

        organiser.post(&format!("{DOCUMENTS}/{second}/up"), &[]).await.expect(303);
        let page = visitor.get(CAMPAIGN).await.expect(200).body;
        assert!(order(&page).0 > order(&page).1);
        organiser.post(&format!("{DOCUMENTS}/{second}"), &[("words-en", "Reply")]).await.expect(422);
        organiser.post(&format!("{DOCUMENTS}/{second}"), &[("words-en", "Reply"), ("words-fr", "Réponse")]).await.expect(303);
        organiser.post(&format!("{DOCUMENTS}/{first}/delete"), &[]).await.expect(303);
        let page = visitor.get(CAMPAIGN).await.expect(200).body;
        assert!(page.contains("Reply") && !page.contains("UN opinion"));

        let words = [("words-en", "A"), ("words-fr", "B")];
        for other in [&b"<html><script>alert(1)</script></html>"[..], b"%PDF-1.7 cut off", &photo(50, 50)] {
            refused(organiser.upload(DOCUMENTS, &words, ("document", other)).await, "no whole PDF");
        }
        for act in ["move_document", "rename_document", "delete_document"] {
            assert_eq!(recorded(&app, act).await, 1, "{act}");
        }
    }

    async fn the_pictures_and_documents_of_another_organisation_are_not_there(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let stranger = app.member_elsewhere(Role::Organiser, "elsewhere").await;
        campaign(&app, "theirs", "elsewhere").await;
        campaign(&app, "second", "main").await;
        let (picture, paper) = (add_photo(&app, &organiser).await, add_paper(&app, &organiser, "Ours").await);
        let parts = [format!("pictures/{picture}"), format!("documents/{paper}")];
        for part in &parts {
            for (member, slug) in [(&stranger, "recognize-celil"), (&stranger, "theirs"), (&organiser, "second")] {
                let end = if part.starts_with('p') { "choose" } else { "up" };
                for path in [part.clone(), format!("{part}/{end}"), format!("{part}/delete")] {
                    member.post(&format!("/studio/campaigns/{slug}/{path}"), &WORDS).await.expect(404);
                }
            }
        }
        stranger.upload(PICTURES, &WORDS, ("picture", &photo(50, 50))).await.expect(404);
        // Two ways for each of two, three acts each, and the upload.
        assert_eq!(recorded(&app, "trespass").await, 13);
        assert!(app.app.hub.campaign("theirs").unwrap().picture.is_none());
        assert!(organiser.get(DOCUMENTS).await.expect(200).body.contains("Ours"));
    }
}

#[tokio::test]
async fn files_without_end_are_refused() {
    let settings = |settings: &mut Settings| {
        (settings.uploads.picture_bytes, settings.uploads.document_bytes) = (10_000, 10_000);
    };
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    let organiser = app.member(Role::Organiser).await;
    for (path, name) in [(PICTURES, "picture"), (DOCUMENTS, "document")] {
        organiser.upload(path, &WORDS, (name, &[7; 10_001])).await.expect(413);
        organiser.upload(path, &WORDS, (name, &vec![7; 300_000])).await.expect(413);
        organiser.send(Method::POST, path, &WORDS).await.expect(400);
    }
    // A text without end is one, too.
    organiser.upload(PICTURES, &[("words-en", &"x".repeat(400_000))], ("picture", b"")).await.expect(413);
}

async fn a_restored_installation_shows_its_pictures(app: TestApp, url: fn(&std::path::Path) -> String) {
    let organiser = app.member(Role::Organiser).await;
    let (picture, paper) = (add_photo(&app, &organiser).await, add_paper(&app, &organiser, "Ours").await);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("backup.tar");
    backup::make(&app.app.tools.settings, &app.clock, &file, true).await.unwrap();
    let mut settings = Settings::load(None, std::iter::empty()).unwrap();
    settings.data_dir = folder.path().join("data");
    settings.database.url = url(&settings.data_dir);
    if settings.database.url.is_empty() {
        settings.database.url = db::empty().await;
    }
    backup::restore(&settings, &file).await.unwrap();
    let restored = Db::open(&settings.database.url, 1).await.unwrap();
    let picture = pictures::find(restored.read(), picture).await.unwrap().unwrap();
    let bytes = pictures::find_bytes(restored.read(), &picture.copies[0].hash).await.unwrap().unwrap();
    assert!(image::load_from_memory(&bytes).is_ok());
    let paper = papers::find(restored.read(), paper).await.unwrap().unwrap();
    assert_eq!(papers::find_bytes(restored.read(), &paper.hash).await.unwrap().unwrap().1, PDF);
    restored.close().await;
}

#[tokio::test]
async fn a_backup_holds_pictures_and_documents_on_sqlite() {
    let app = TestApp::start(crate::support::Backend::Sqlite).await;
    a_restored_installation_shows_its_pictures(app, |data| {
        format!("sqlite://{}", data.join("postulo.db").display())
    })
    .await;
}

#[tokio::test]
async fn a_backup_holds_pictures_and_documents_on_postgres() {
    let app = TestApp::start(crate::support::Backend::Postgres).await;
    a_restored_installation_shows_its_pictures(app, |_| String::new()).await;
}
