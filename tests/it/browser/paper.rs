//! Paper on the page: told apart from what was signed online, as soon as two people have counted it.

use postulo::domain::role::Role;

use crate::studio::ledger::{counted, open, write};
use crate::support::browser::{Browser, Look};
use crate::support::{Build, TestApp};

#[tokio::test]
async fn what_was_counted_on_paper_comes_onto_the_page_by_itself() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Staff).await;
    let watching = Browser::open(Look::default()).await;
    watching.go(&format!("{}/fr/campaigns/recognize-celil", app.url)).await;
    let shown = "const all = [...document.querySelectorAll('.count-beside')]; return all.filter((p) => p.checkVisibility()).length";
    let lines = async || watching.window.execute(shown, Vec::new()).await.unwrap().as_i64().unwrap();
    assert_eq!(lines().await, 0);
    let batch = open(&staff, "signatures").await;
    write(&staff, &batch, &counted("0", "1412", &[])).await.expect(303);
    watching.until("document.querySelector('[data-count]').textContent.replace(/\\s/g, '') === '1412'").await;
    assert_eq!(lines().await, 1);
    let cards = [("after", "1"), ("kind", "postcards"), ("label", "Box 3")];
    let batch =
        staff.post(crate::studio::ledger::LEDGER, &cards).await.expect(303).header("location").to_owned();
    write(&staff, &batch, &counted("0", "40", &[])).await.expect(303);
    watching.until("document.querySelector('[data-part=\"postcards.paper\"]').textContent === '40'").await;
    assert_eq!(lines().await, 2);
    watching.close().await;
    let page = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
    for part in [
        "Of these on paper, counted by two people: <strong data-part=\"signatures.paper\">1,412",
        "1,412</strong>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}
