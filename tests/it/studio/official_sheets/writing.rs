use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::{BRITAIN, CANADA, PRAYER, text, write};
use crate::support::{Build, TestApp, on_both};

on_both! {
    async fn a_text_is_saved_with_whatever_is_wrong_and_told_what_that_is(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let list = organiser.get("/studio/campaigns/recognize-celil/official-sheets").await.expect(200).body;
        assert!(list.contains("House of Commons of Canada") && list.contains("Not begun"), "{list}");
        let page = organiser.get(CANADA).await.expect(200).body;
        assert!(page.contains("Nothing is written yet") && page.contains("name=\"revision\" value=\"0\""), "{page}");
        write(&organiser, "0", &[("prayer.en", "We demand his release, see https://example.org")]).await.expect(303);
        let page = organiser.get(CANADA).await.expect(200).body;
        for part in ["must not demand or insist", "The prayer must ask for something", "looks like an address", "It cannot be printed", "aria-invalid=\"true\"", "We demand his release"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        write(&organiser, "1", &[]).await.expect(303);
        let page = organiser.get(CANADA).await.expect(200).body;
        assert!(page.contains("Nothing stands against printing") && !page.contains("It cannot be printed"), "{page}");
        assert!(page.contains("must be within the authority of Parliament") && page.contains("one is enough"), "{page}");
        let list = organiser.get("/studio/campaigns/recognize-celil/official-sheets").await.expect(200).body;
        assert!(list.contains("Being written"), "{list}");
    }

    async fn two_who_write_at_once_see_both(app: TestApp) {
        let (one, two) = (app.member(Role::Organiser).await, app.member(Role::Staff).await);
        write(&one, "0", &[]).await.expect(303);
        let theirs = write(&two, "0", &[("subject.en", "A Canadian in prison")]).await.expect(409).body;
        for part in ["Somebody else was here first", "A Canadian in prison", "Huseyin Celil", &one.email, "name=\"revision\" value=\"1\""] {
            assert!(theirs.contains(part), "{part} in {theirs}");
        }
        assert!(!theirs.contains("data-autosave"), "what is not saved anywhere is not saved by itself");
        // The same text twice is no conflict.
        write(&two, "0", &[]).await.expect(303);
        write(&two, "1", &[("subject.en", "A Canadian in prison")]).await.expect(303);
        let page = one.get(CANADA).await.expect(200).body;
        assert!(page.contains("A Canadian in prison") && page.contains(&two.email), "{page}");
        let both = tokio::join!(write(&one, "2", &[("subject.en", "One")]), write(&two, "2", &[("subject.en", "Two")]));
        let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        assert_eq!(entity::official_petition::Entity::find().all(app.app.tools.db.read()).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_text_of_a_book_is_not_saved_and_not_lost() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let book = "word ".repeat(10_000);
    let page = write(&organiser, "0", &[("grievance.en", &book)]).await.expect(422).body;
    assert!(page.contains("was not saved") && page.contains(book.trim()), "{}", &page[..2000]);
    // What is longer than the rules allow is saved, and said.
    let long = format!("{PRAYER} {}", "x".repeat(10_000));
    write(&organiser, "0", &[("prayer.en", &long)]).await.expect(303);
    let page = organiser.get(CANADA).await.expect(200).body;
    assert!(page.contains("Longer than 1,000 characters"), "{page}");
}

#[tokio::test]
async fn the_british_petition_has_rules_of_its_own_and_the_words_are_there_in_french() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Staff).await;
    staff.post(BRITAIN, &text("0", &[])).await.expect(303);
    let page = staff.get(BRITAIN).await.expect(200).body;
    for part in ["The petitioners therefore request", "Who petitions", "Nothing is written here, though"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("id=\"prayer.fr\""), "the House takes English");
    let staff = staff.reading("fr");
    let page = staff.get(CANADA).await.expect(200).body;
    for part in ["Feuilles officielles", "Requête", "À retenir", "doit relever du Parlement"] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[tokio::test]
async fn what_is_typed_to_break_the_page_stays_text() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let odd = [
        ("subject.en", "<script>alert(1)</script> {prayer}"),
        ("addressee", "the-king"),
        ("repeats", "nothing"),
        ("subject.xx", "nobody's"),
        ("prayer.en", "We request\u{202e} you to act"),
    ];
    write(&organiser, "0", &odd).await.expect(303);
    let page = organiser.get(CANADA).await.expect(200).body;
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>alert"), "{page}");
    assert!(page.contains("hide or turn text"), "{page}");
    let row = entity::official_petition::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap();
    assert!(
        row.text.contains("\"house\"") && row.text.contains("\"prayer\"") && !row.text.contains("nobody"),
        "{}",
        row.text
    );
    organiser.get("/studio/campaigns/recognize-celil/official-sheets/nowhere").await.expect(404);
    write(&organiser, "-1", &[]).await.expect(409);
    write(&organiser, "99999999999", &[]).await.expect(400);
}
