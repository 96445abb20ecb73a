use std::time::Duration;

use postulo::actions::deliveries::hand_over::OFFICE;
use postulo::actions::deliveries::{On, Taker, begin_fetch as fetch_package};
use postulo::storage::deliveries::packages;
use uuid::Uuid;

use super::{
    DELIVERIES, Team, approve, begin_fetch, delivery, entry, frozen, make, number, plan, planned, ready,
    roll, signers, team,
};
use crate::studio::officials::recorded;
use crate::studio::people::sign;
use crate::support::{Person, TestApp, on_both};

/// Writes down that a delivery was carried to its addressee.
async fn carry(team: &Team, path: &str) {
    let step = [("stage", "handed_over"), ("way", "stick")];
    team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
}

/// What the manifest of a delivery says of the one before.
async fn previous(app: &TestApp, team: &Team, path: &str) -> serde_json::Value {
    let file = begin_fetch(app, &team.staff, path).await;
    let zip = team.staff.get(&file).await.expect(200).bytes;
    let manifest: serde_json::Value = serde_json::from_str(&entry(&zip, "manifest.json")).unwrap();
    manifest["previous"].clone()
}

/// The hash of the manifest of an edition.
async fn manifest(app: &TestApp, package: Uuid) -> String {
    packages::find(app.app.tools.db.read(), package).await.unwrap().unwrap().manifest
}

on_both! {
    async fn a_delivery_is_planned_frozen_approved_and_fetched(app: TestApp) {
        let team = team(&app).await;
        let empty = team.staff.get(DELIVERIES).await.expect(200).body;
        assert!(empty.contains("There is no delivery yet") && empty.contains("Plan a delivery"), "{empty}");
        signers(&app, 1..=4).await;
        let path = plan(&team.staff, "all").await;
        assert_eq!(plan(&team.staff, "all").await, path, "sent twice it is one");
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("What it would hold now") && page.contains("Ontario") && page.contains("Quebec"), "{page}");
        assert!(page.contains("The directory knows no address"), "{page}");
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("Being frozen") && page.matches("<progress").count() == 1, "{page}");
        app.advance(Duration::from_secs(1));
        signers(&app, 5..=5).await;
        make(&app).await;
        let one = delivery(&app, &path).await;
        assert_eq!((one.lines, one.counts.online, one.counts.since_previous), (4, 4, 4));
        assert_eq!(one.counts.parts["region"]["CA-ON"], 2);
        let page = team.owner.get(&path).await.expect(200).body;
        assert!(page.contains("2 approvals are missing") && !page.contains("Fetch the package"), "{page}");
        let package = ready(&app, &path).await.expect("it is made").to_string();
        team.staff.post(&format!("{path}/fetch"), &[("package", &package)]).await.expect(422);
        team.staff.post(&format!("{path}/approve"), &[]).await.expect(303);
        team.staff.post(&format!("{path}/approve"), &[]).await.expect(303);
        let page = team.staff.post(&format!("{path}/fetch"), &[("package", &package)]).await.expect(422).body;
        assert!(page.contains("One approval is missing"), "twice by one is once: {page}");
        team.owner.post(&format!("{path}/approve"), &[]).await.expect(303);
        team.owner.post(&format!("{path}/fetch"), &[("package", &package)]).await.expect(403);
        let file = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&file).await.expect(200);
        assert_eq!(zip.header("content-type"), "application/zip");
        let rows = roll(&zip.bytes);
        let names: Vec<&str> = rows.iter().skip(1).map(|row| row[2].as_str()).collect();
        assert_eq!(names, ["Signer 02", "Signer 04", "Signer 01", "Signer 03"], "by province, then as they signed");
        let manifest: serde_json::Value = serde_json::from_str(&entry(&zip.bytes, "manifest.json")).unwrap();
        assert_eq!(manifest["counts"]["online"], 4);
        assert_eq!(manifest["addressee"]["name"], "Justin Trudeau");
        assert!(team.staff.get(&path).await.expect(200).body.contains("Fetched by"));
        for (act, many) in [("plan_delivery", 1), ("freeze_delivery", 1), ("approve_delivery", 2), ("fetch_package", 1)] {
            assert_eq!(recorded(&app, act).await, many, "{act}");
        }
        let record = team.owner.get("/studio/audit").await.expect(200).body;
        assert!(record.contains("Fetched the package of a delivery") && record.contains("Approved a delivery"), "{record}");
    }

    async fn what_is_new_since_the_last_delivery_is_delivered_and_chained_to_it(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let first = frozen(&app, &team.staff, "all").await;
        approve(&team, &first).await;
        carry(&team, &first).await;
        signers(&app, 3..=5).await;
        let second = frozen(&app, &team.staff, "new").await;
        let one = delivery(&app, &second).await;
        assert_eq!((one.lines, one.counts.online, one.counts.since_previous), (3, 3, 3));
        let third = plan(&team.staff, "new").await;
        let page = team.staff.get(&third).await.expect(200).body;
        assert!(page.contains("There is nobody and nothing to hand over") && !page.contains("Freeze this delivery"), "{page}");
        let all = frozen(&app, &team.staff, "all").await;
        assert_eq!(delivery(&app, &all).await.lines, 5);
        approve(&team, &second).await;
        let hash = |page: &str| page.split("class=\"hash\">").nth(2).unwrap().split('<').next().unwrap().to_owned();
        let known = hash(&team.staff.get(&first).await.expect(200).body);
        assert_eq!(previous(&app, &team, &second).await, known.as_str());
    }

    async fn a_delivery_is_chained_to_the_edition_that_its_addressee_has(app: TestApp) {
        let team = team(&app).await;
        let anna = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let bela = sign(&app, "recognize-celil", &Person::new("Bela Varga", "bela@example.org")).await;
        signers(&app, 1..=1).await;
        let first = frozen(&app, &team.staff, "all").await;
        approve(&team, &first).await;
        let second = frozen(&app, &team.staff, "all").await;
        approve(&team, &second).await;
        assert!(previous(&app, &team, &second).await.is_null(), "nothing has left the house");
        let fetched = ready(&app, &first).await.expect("a package");
        let by_link = On { of: (app.campaign_id(), number(&first)), by: OFFICE };
        fetch_package(&app.app.desk(), by_link, fetched, Taker::Office).await.unwrap();
        app.visitor().post(&format!("{}/withdrawal", anna.mine_path()), &[]).await.expect(303);
        make(&app).await;
        app.advance(Duration::from_secs(1));
        begin_fetch(&app, &team.staff, &first).await;
        assert_ne!(ready(&app, &first).await, Some(fetched), "there is an edition that the office never had");
        let third = frozen(&app, &team.staff, "all").await;
        approve(&team, &third).await;
        let known = manifest(&app, fetched).await;
        assert_eq!(previous(&app, &team, &third).await, known.as_str(), "and a delivery that never left");
        let carried = ready(&app, &third).await.expect("a package");
        carry(&team, &third).await;
        app.visitor().post(&format!("{}/withdrawal", bela.mine_path()), &[]).await.expect(303);
        make(&app).await;
        let fourth = frozen(&app, &team.staff, "all").await;
        approve(&team, &fourth).await;
        let known = manifest(&app, carried).await;
        assert_eq!(previous(&app, &team, &fourth).await, known.as_str(), "as staff have fetched it");
    }

    async fn what_never_left_counts_for_nothing_and_nobody_is_counted_twice(app: TestApp) {
        let team = team(&app).await;
        let counted = async || app.visitor().tally().await["delivered"]["signatures"].as_i64().unwrap();
        signers(&app, 1..=2).await;
        let first = frozen(&app, &team.staff, "all").await;
        app.advance(Duration::from_secs(1));
        signers(&app, 3..=3).await;
        let second = frozen(&app, &team.staff, "all").await;
        assert_eq!(delivery(&app, &second).await.counts.since_previous, 3, "the first has not left the house");
        for path in [&first, &second] {
            approve(&team, path).await;
        }
        carry(&team, &second).await;
        assert_eq!(counted().await, 3);
        carry(&team, &first).await;
        assert_eq!(counted().await, 3, "who is in both is counted once");
        signers(&app, 4..=4).await;
        let third = plan(&team.staff, "all").await;
        let page = team.staff.get(&third).await.expect(200).body;
        assert!(page.contains("not yet delivered to this addressee</dt><dd>1</dd>"), "{page}");
        team.staff.post(&format!("{third}/freeze"), &[]).await.expect(303);
        make(&app).await;
        assert_eq!(delivery(&app, &third).await.counts.since_previous, 1);
        app.advance(Duration::from_secs(1));
        signers(&app, 5..=5).await;
        let fourth = frozen(&app, &team.staff, "new").await;
        let one = delivery(&app, &fourth).await;
        assert_eq!((one.lines, one.counts.since_previous), (1, 1), "the third is not new, though it has not left");
        approve(&team, &fourth).await;
        carry(&team, &fourth).await;
        assert_eq!(counted().await, 4);
        team.staff.post(&format!("{second}/steps/take-back"), &[]).await.expect(303);
        assert_eq!(counted().await, 3, "what is taken back counts for nothing");
    }

    async fn each_of_several_addressees_gets_one_and_is_told_what_they_may_be_told(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=3).await;
        let mut fields = planned("to-trudeau", "all");
        fields.push(("to-singh", "yes"));
        let reply = team.staff.post(DELIVERIES, &fields).await.expect(303);
        assert_eq!(reply.header("location"), DELIVERIES);
        let path = format!("{DELIVERIES}/2");
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("Jagmeet Singh") && page.contains("numbers by place"), "{page}");
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        make(&app).await;
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("nobody has to approve it") && page.contains("Fetch the package"), "{page}");
        let file = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&file).await.expect(200).bytes;
        assert!(!String::from_utf8_lossy(&zip).contains("roll.csv"), "no roll goes to whom no names are told");
        let manifest = entry(&zip, "manifest.json");
        assert!(!manifest.contains("CA-ON"), "three are too few to be told by place: {manifest}");
    }

    async fn a_cancelled_delivery_lets_go_of_who_was_in_it(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let first = frozen(&app, &team.staff, "new").await;
        team.staff.post(&format!("{first}/cancel"), &[]).await.expect(303);
        team.staff.post(&format!("{first}/cancel"), &[]).await.expect(303);
        let page = team.staff.get(&first).await.expect(200).body;
        assert!(page.contains("Cancelled") && !page.contains("Fetch the package"), "{page}");
        let second = frozen(&app, &team.staff, "new").await;
        assert_eq!(delivery(&app, &second).await.lines, 2);
        assert_eq!(recorded(&app, "cancel_delivery").await, 1);
    }

    async fn the_organisation_says_how_many_approve(app: TestApp) {
        let team = team(&app).await;
        for wrong in ["0", "6", "two", ""] {
            let page = team.owner.post("/studio/organisation/approvals", &[("approvals", wrong)]).await.expect(422).body;
            assert!(page.contains("href=\"#approvals\""), "{page}");
        }
        team.owner.post("/studio/organisation/approvals", &[("approvals", "1")]).await.expect(303);
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        team.staff.post(&format!("{path}/approve"), &[]).await.expect(303);
        begin_fetch(&app, &team.staff, &path).await;
        assert_eq!(recorded(&app, "set_approvals").await, 1);
    }
}
