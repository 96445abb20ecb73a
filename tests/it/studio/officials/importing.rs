use std::fmt::Write;
use std::time::Duration;

use postulo::domain::official::Part;
use postulo::domain::role::Role;

use super::{HOUSE, IMPORTS, add, all, import, named, names, plan, recorded, upload};
use crate::support::{Build, TestApp, on_both};

const XML: &[u8] = include_bytes!("../../fixtures/officials/house.xml");
const JSON: &[u8] = include_bytes!("../../fixtures/officials/represent.json");

on_both! {
    async fn a_list_is_looked_at_then_imported_and_taken_back(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = upload(&staff, HOUSE.as_bytes()).await.expect(303).header("location").to_owned();
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Import 3 officials") && page.contains("Amélie Invented"), "{page}");
        assert!(names(&app).await.is_empty());
        staff.post(&format!("{path}/apply"), &[("plan", &plan(&page))]).await.expect(303);
        assert_eq!(names(&app).await, ["Amélie Invented", "Bela Made-Up", "Carol O'Fiction, Jr."]);
        let official = named(&app, "Invented").await;
        assert_eq!(official.details.get(Part::OfficeFr), "Député(e)");
        assert_eq!(official.details.get(Part::From), "2021-09-20");
        let done = staff.get(IMPORTS).await.expect(200).body;
        assert!(done.contains("Take back"), "{done}");
        staff.post(&format!("{path}/undo"), &[]).await.expect(303);
        assert!(all(&app).await.is_empty());
        staff.post(&format!("{path}/undo"), &[]).await.expect(409);
        staff.post(&format!("{path}/apply"), &[("plan", &plan(&page))]).await.expect(409);
        assert_eq!((recorded(&app, "import_officials").await, recorded(&app, "undo_import").await), (1, 1));
    }

    async fn the_same_people_come_from_all_three_forms(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        import(&staff, HOUSE.as_bytes(), &[]).await;
        let path = upload(&staff, XML).await.expect(303).header("location").to_owned();
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("House of Commons, XML"), "{page}");
        import(&staff, JSON, &[]).await;
        assert!(named(&app, "Invented").await.details.get(Part::Email).contains("amelie"));
    }

    async fn a_newer_list_shows_who_changed_and_who_is_gone(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        import(&staff, HOUSE.as_bytes(), &[]).await;
        let newer: String = HOUSE.lines().filter(|line| !line.contains("Bela")).fold(String::new(), |mut text, line| {
            writeln!(text, "{}", line.replace("Bloc", "Vert")).unwrap();
            text
        });
        let path = upload(&staff, newer.as_bytes()).await.expect(303).header("location").to_owned();
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("<bdi>Bloc</bdi></del>") && page.contains("<bdi>Vert</bdi></ins>"), "{page}");
        assert!(page.contains("End the office of 1 who is not in the list any more") && page.contains("Hon. Bela Made-Up"));
        let fields = [("plan", plan(&page)), ("retire", "yes".into())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        staff.post(&format!("{path}/apply"), &fields).await.expect(303);
        assert_eq!(named(&app, "Made-Up").await.details.get(Part::Until), "2026-11-22");
        assert_eq!(named(&app, "Invented").await.details.get(Part::Party), "Vert");
        staff.post(&format!("{path}/undo"), &[]).await.expect(303);
        assert_eq!(named(&app, "Made-Up").await.details.get(Part::Until), "");
        assert_eq!(named(&app, "Invented").await.details.get(Part::Party), "Bloc");
    }

    async fn half_written_rows_are_named_line_by_line_and_nothing_is_imported(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let list = format!("{HOUSE},Dora,Half\n,Emil,,Nowhere,Ontario,Liberal,soon,\n,Amélie,Invented,Lac-Imaginaire,QC,Bloc,,\n");
        let path = upload(&staff, list.as_bytes()).await.expect(303).header("location").to_owned();
        let page = staff.get(&path).await.expect(200).body;
        for said in ["Line 5", "3 cells instead of 8", "Line 6", "Family name: This is needed", "First day in office:", "Line 7", "The same person as Line 2"] {
            assert!(page.contains(said), "{said} in {page}");
        }
        assert!(!page.contains("name=\"plan\""));
        staff.post(&format!("{path}/apply"), &[("plan", "")]).await.expect(409);
        assert!(all(&app).await.is_empty());
    }

    async fn a_preview_that_no_longer_holds_is_shown_anew(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = upload(&staff, HOUSE.as_bytes()).await.expect(303).header("location").to_owned();
        let seen = plan(&staff.get(&path).await.expect(200).body);
        add(&staff, &[("given_name", "Amélie"), ("family_name", "Invented"), ("riding", "Lac-Imaginaire")]).await;
        let page = staff.post(&format!("{path}/apply"), &[("plan", &seen)]).await.expect(409).body;
        assert!(page.contains("has been changed since you looked") && page.contains("Import 3 officials"), "{page}");
        assert_eq!(all(&app).await.len(), 1);
        app.advance(Duration::from_mins(61));
        let late = staff.post(&format!("{path}/apply"), &[("plan", &plan(&page))]).await.expect(409).body;
        assert!(late.contains("waits no longer"), "{late}");
        assert_eq!(all(&app).await.len(), 1);
    }

    async fn what_was_built_upon_is_not_taken_back(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = import(&staff, HOUSE.as_bytes(), &[]).await;
        let changed = named(&app, "Invented").await;
        let fields = [("revision", "1"), ("family_name", "Invented")];
        staff.post(&format!("/studio/officials/{}", changed.id), &fields).await.expect(303);
        let page = staff.post(&format!("{path}/undo"), &[]).await.expect(409).body;
        assert!(page.contains("can no longer be taken back") && all(&app).await.len() == 3, "{page}");
    }

    async fn other_encodings_are_read_and_what_is_no_list_is_refused(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let windows: Vec<u8> = "last name;party\nCôté;Éco\n".chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        import(&staff, &windows, &[]).await;
        let utf_16: Vec<u8> = "\u{feff}last name\tparty\nRené\tÉco\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        import(&staff, &utf_16, &[]).await;
        assert_eq!(names(&app).await, ["Côté", "René"]);
        let refusals: [(&[u8], &str); 6] = [
            (b"", "There is nobody in this file"),
            (b"PK\x03\x04 and so on", "spreadsheet program"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This file is no text"),
            (b"colour,size\nred,7\n", "colour, size"),
            (b"{\"objects\": [\n{\"name\": \"A", "at about line 2"),
            (b"<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>", "breaks off"),
        ];
        for (file, said) in refusals {
            let page = upload(&staff, file).await.expect(422).body;
            assert!(page.contains(said), "{said} in {page}");
        }
        assert_eq!(all(&app).await.len(), 2);
    }
}

#[tokio::test]
async fn a_hundred_thousand_rows_and_files_without_end_are_refused() {
    let app = TestApp::build(Build {
        settings: |settings| settings.uploads.list_bytes = 3_000_000,
        ..Build::default()
    })
    .await;
    let staff = app.member(Role::Staff).await;
    let mut list = String::from("first name,last name\n");
    for n in 0..100_000 {
        writeln!(list, "Anna,Invented {n}").unwrap();
    }
    let page = upload(&staff, list.as_bytes()).await.expect(422).body;
    assert!(page.contains("more than 20,000 rows"), "{page}");
    list.push_str(&list.clone());
    upload(&staff, list.as_bytes()).await.expect(413);
    assert!(all(&app).await.is_empty());
    // As many as a list may have are imported, and shown in part.
    let most: String = list.lines().take(20_001).fold(String::new(), |text, line| text + line + "\n");
    let path = upload(&staff, most.as_bytes()).await.expect(303).header("location").to_owned();
    let page = staff.get(&path).await.expect(200).body;
    assert!(page.contains("and 19,800 more") && page.len() < 60_000, "{}", page.len());
    staff.post(&format!("{path}/apply"), &[("plan", &plan(&page))]).await.expect(303);
    assert_eq!(all(&app).await.len(), 20_000);
}
