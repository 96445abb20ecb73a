use std::path::Path;

use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::{CANADA, GRIEVANCE, PRAYER, write};
use crate::documents::{ask, is_sound, keep};
use crate::support::{Build, Member, Reply, TestApp, on_both};

const FRENCH: [(&str, &str); 3] = [
    ("subject.fr", "Huseyin Celil"),
    (
        "grievance.fr",
        "Attendu que Huseyin Celil est citoyen canadien depuis 2005;\r\n\r\nAttendu qu’il a été arrêté en mars 2006;",
    ),
    (
        "prayer.fr",
        "Par conséquent, nous, soussignés, demandons au gouvernement du Canada d’obtenir un accès consulaire.",
    ),
];

pub fn run<'a>(revision: &'a str, after: &'a str, first: &'a str, later: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("revision", revision), ("after", after), ("languages", "en"), ("first", first), ("later", later)]
}

pub async fn print(member: &Member, fields: &[(&str, &str)]) -> Reply {
    member.post(&format!("{CANADA}/printing"), fields).await
}

/// A file as it comes, byte by byte.
pub async fn download(app: &TestApp, member: &Member, path: &str) -> Vec<u8> {
    let request = reqwest::Client::new().get(format!("{}{path}", app.url)).header("cookie", &member.cookie);
    let bytes = request.send().await.unwrap().bytes().await.unwrap().to_vec();
    assert!(bytes.starts_with(b"%PDF-"), "{path}: {}", String::from_utf8_lossy(&bytes));
    bytes
}

async fn file(app: &TestApp, member: &Member, from: i32, until: i32) -> Vec<u8> {
    download(app, member, &format!("{CANADA}/sheets.pdf?from={from}&until={until}")).await
}

/// The text of a file, with single spaces.
fn words(file: &Path) -> String {
    ask("pdftotext", &[], file).split_whitespace().collect::<Vec<_>>().join(" ")
}

on_both! {
    async fn sheets_are_printed_under_numbers_and_their_text_is_frozen(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let text = FRENCH.to_vec();
        write(&staff, "0", &text).await.expect(303);
        let page = staff.get(&format!("{CANADA}/printing")).await.expect(200).body;
        for part in ["English, Français, beside each other", "lines to sign on a first sheet", "<svg", "go on from 1"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let done = print(&staff, &run("1", "0", "2", "3")).await.expect(303);
        assert!(done.header("location").ends_with("/log?from=1&until=5"), "{}", done.header("location"));
        let log = staff.get(done.header("location")).await.expect(200).body;
        for part in ["Sheets 1 to 5 are in the log", "0 valid signatures; at least 25", "25 are missing", "Later sheet, en"] {
            assert!(log.contains(part), "{part} in {log}");
        }
        // Pressed twice, the run is there once.
        let again = print(&staff, &run("1", "0", "2", "3")).await.expect(422).body;
        assert!(again.contains("the last number given is 5"), "{again}");
        let db = app.app.tools.db.read();
        assert_eq!(entity::official_sheet::Entity::find().all(db).await.unwrap().len(), 5);
        // Another text is another version; the sheets of the first stay what they were.
        let before = file(&app, &staff, 1, 5).await;
        write(&staff, "1", &[("prayer.en", "We request that the Government act.")]).await.expect(303);
        let page = staff.get(CANADA).await.expect(200).body;
        assert!(page.contains("has changed since version 1"), "{page}");
        print(&staff, &run("2", "5", "1", "0")).await.expect(303);
        let versions = entity::official_version::Entity::find().all(db).await.unwrap();
        assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(file(&app, &staff, 1, 5).await, before, "the same bytes, whenever they are asked for");
        let log = staff.get(&format!("{CANADA}/log?version=1")).await.expect(200).body;
        assert!(log.contains("Each is a petition of its own"), "{log}");
        let audit = entity::audit::Entity::find().all(db).await.unwrap();
        let printed: Vec<_> = audit.iter().filter(|one| one.act == "print_official_sheets").map(|one| one.detail.as_str()).collect();
        assert_eq!(printed, ["version 1, sheets 1-5", "version 2, sheets 6-6"]);
        for odd in ["from=0&until=1", "from=1&until=7", "from=5&until=1", "from=1&until=999999999", "from=-2147483648&until=2147483647", ""] {
            staff.get(&format!("{CANADA}/sheets.pdf?{odd}")).await.expect(404);
        }
    }

    async fn two_who_print_at_once_give_no_number_twice(app: TestApp) {
        let (one, two) = (app.member(Role::Staff).await, app.member(Role::Owner).await);
        write(&one, "0", &[]).await.expect(303);
        let (here, there) = (run("1", "0", "3", "0"), run("1", "0", "0", "4"));
        let both = tokio::join!(print(&one, &here), print(&two, &there));
        let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422]);
    }
}

#[tokio::test]
async fn what_cannot_be_printed_is_not() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Staff).await;
    let there = staff.get(&format!("{CANADA}/printing")).await.expect(303);
    assert_eq!(there.header("location"), CANADA);
    print(&staff, &run("0", "0", "1", "0")).await.expect(400);
    write(&staff, "0", &[("prayer.en", "We demand an answer.")]).await.expect(303);
    let page = staff.get(&format!("{CANADA}/printing")).await.expect(200).body;
    assert!(page.contains("cannot be printed as it is") && !page.contains("name=\"first\""), "{page}");
    print(&staff, &run("1", "0", "1", "0")).await.expect(422);
    write(&staff, "1", &[]).await.expect(303);
    for (first, later) in
        [("0", "0"), ("-5", "1"), ("501", "0"), ("300", "300"), ("many", "1"), ("99999999999", "0")]
    {
        let page = print(&staff, &run("2", "0", first, later)).await.expect(422).body;
        assert!(page.contains("together from 1 to 500"), "{first} {later}: {page}");
    }
    // Nothing is written in French.
    for languages in ["fr", "en fr", "xx", ""] {
        let fields =
            [("revision", "2"), ("after", "0"), ("languages", languages), ("first", "1"), ("later", "0")];
        let page = print(&staff, &fields).await.expect(422).body;
        assert!(page.contains("Choose languages"), "{languages}: {page}");
    }
    // Within the limits of each part, and still too long beside signatures.
    let long = vec!["word"; 590].join("\n");
    write(&staff, "2", &[("grievance.en", &long)]).await.expect(303);
    let page = staff.get(&format!("{CANADA}/printing")).await.expect(200).body;
    assert!(page.contains("lines too long"), "{page}");
    print(&staff, &run("3", "0", "1", "0")).await.expect(422);
    // No face has it.
    write(&staff, "3", &[("grievance.en", "Whereas \u{12000} is no letter;")]).await.expect(303);
    let page = staff.get(&format!("{CANADA}/printing")).await.expect(200).body;
    assert!(page.contains("No typeface here has these characters"), "{page}");
    let sheets = entity::official_sheet::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    assert!(sheets.is_empty());
}

#[tokio::test]
async fn a_sheet_bears_the_text_and_nothing_else() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Staff).await;
    let text = FRENCH.to_vec();
    write(&staff, "0", &text).await.expect(303);
    for (n, languages) in ["en", "fr", "en fr"].iter().enumerate() {
        let (after, from) = (2 * n, i32::try_from(2 * n).unwrap() + 1);
        let after = after.to_string();
        let fields =
            [("revision", "1"), ("after", &*after), ("languages", languages), ("first", "1"), ("later", "1")];
        print(&staff, &fields).await.expect(303);
        let bytes = file(&app, &staff, from, from + 1).await;
        let kept = keep(&format!("official-{}.pdf", languages.replace(' ', "-")), &bytes);
        is_sound(&kept, "House of Commons of Canada");
        let info = ask("pdfinfo", &[], &kept);
        for part in ["Pages:           2", "Page size:       612 x 792 pts (letter)"] {
            assert!(info.contains(part), "{part} in {info}");
        }
        let words = words(&kept);
        if languages.contains("en") {
            let mut parts: Vec<&str> = GRIEVANCE.split("\r\n\r\n").collect();
            parts
                .extend(["Petition to the House of Commons in Parliament assembled", "Signature (your own)"]);
            for part in parts {
                assert!(words.contains(part), "{part} in {words}");
            }
            assert_eq!(words.matches(PRAYER).count(), 2, "{words}");
        }
        if languages.contains("fr") {
            assert!(words.contains("Pétition à la Chambre des communes réunie en Parlement"), "{words}");
            assert_eq!(words.matches("d’obtenir un accès consulaire").count(), 2, "{words}");
        }
        for foreign in ["http", "www", "Postulo", "recognize", "©", " 1 ", " 2 "] {
            assert!(!words.contains(foreign), "{foreign} in {words}");
        }
        assert_eq!(ask("pdfimages", &["-list"], &kept).lines().count(), 2, "no picture");
    }
}

#[tokio::test]
async fn a_british_sheet_is_a4_and_closes_as_it_should() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Staff).await;
    let text = [
        ("revision", "0"),
        ("addressee", "house"),
        ("petitioners.en", "residents of the constituency of Stone"),
        ("subject.en", "The bus to Hanley"),
        ("grievance.en", "the bus service from Stone to Hanley should not be withdrawn."),
        (
            "prayer.en",
            "The petitioners therefore request that the House of Commons urges the Government to keep the bus service from Stone to Hanley.",
        ),
    ];
    staff.post(super::BRITAIN, &text).await.expect(303);
    staff.post(&format!("{}/printing", super::BRITAIN), &run("1", "0", "1", "1")).await.expect(303);
    let bytes = download(&app, &staff, &format!("{}/sheets.pdf?from=1&until=2", super::BRITAIN)).await;
    let kept = keep("official-uk.pdf", &bytes);
    is_sound(&kept, "House of Commons of the United Kingdom");
    assert!(ask("pdfinfo", &[], &kept).contains("(A4)"));
    let words = words(&kept);
    for part in [
        "To the House of Commons The petition of residents of the constituency of Stone, Declares that the bus",
        "And the petitioners remain, etc.",
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
}
