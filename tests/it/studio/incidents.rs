use postulo::domain::moment::DAY;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::{Member, TestApp, on_both};

const WHAT: &str = "A laptop with last week's roll was stolen";

fn fields(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![
        ("what", WHAT),
        ("noticed", "2026-11-22"),
        ("kinds", "=HYPERLINK(\"names\")"),
        ("people", "120"),
        ("risk", "serious"),
        ("measures", "Keys revoked"),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

async fn report(member: &Member) -> String {
    member.post("/studio/incidents", &fields(&[])).await.expect(303).header("location").to_owned()
}

on_both! {
    async fn an_incident_is_only_added_to_and_says_what_is_still_owed(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = report(&staff).await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Entry 1") && page.contains("as soon as feasible, and by November 25, 2026"), "{page}");
        assert!(page.contains("The people are still to be told"));
        app.advance(DAY * 4);
        let owner = app.member(Role::Owner).await;
        let list = owner.get("/studio/incidents").await.expect(200).body;
        assert!(list.contains("Incident 1") && list.contains("Tell the commissioner by") && list.contains("Late"), "{list}");
        let told = fields(&[("people", "118"), ("authority_told", "2026-11-23"), ("people_told", "2026-11-24")]);
        owner.post(&path, &told).await.expect(303);
        let page = owner.get(&path).await.expect(200).body;
        assert!(page.contains("Entry 1") && page.contains("Entry 2") && page.contains(">120<") && page.contains(">118<"), "{page}");
        assert!(!page.contains("still to be told") && !page.contains("as soon as feasible, and"), "{page}");
        // At rest nobody reads it.
        let rows = entity::incident_entry::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| !row.sealed.windows(6).any(|window| window == b"laptop")));
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let acts: Vec<&str> = audit.iter().map(|entry| entry.act.as_str()).filter(|act| act.contains("incident")).collect();
        assert_eq!(acts.len(), 2);
        assert!(audit.iter().all(|entry| !format!("{}{}", entry.subject, entry.detail).contains("laptop")));
    }

    async fn the_register_is_taken_away_as_a_table_in_which_nothing_runs(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = report(&staff).await;
        staff.post(&path, &fields(&[("risk", "low")])).await.expect(303);
        let file = staff.get("/studio/incidents/register.csv").await.expect(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").contains("incidents.csv"));
        let lines: Vec<&str> = file.body.split("\r\n").collect();
        assert!(file.body.starts_with('\u{feff}') && lines.len() == 4, "{}", file.body);
        assert!(lines[1].starts_with("1,1,") && lines[2].starts_with("1,2,") && lines[1].contains("\"'=HYPERLINK("), "{}", file.body);
        let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
        assert!(!stranger.get("/studio/incidents/register.csv").await.expect(200).body.contains("laptop"));
        assert!(!stranger.get("/studio/incidents").await.expect(200).body.contains("Incident 1"));
        stranger.get(&path).await.expect(404);
        stranger.post(&path, &fields(&[])).await.expect(404);
    }

    async fn a_report_that_is_typed_badly_is_kept_as_typed(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let wrong = fields(&[("what", ""), ("noticed", "yesterday"), ("people", "many"), ("people_told", "2026-02-30")]);
        let page = owner.post("/studio/incidents", &wrong).await.expect(422).body;
        for part in ["Say what happened", "Give the day on which", "Give a number of people", "Keys revoked", "value=\"many\""] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let path = report(&owner).await;
        owner.post(&path, &wrong).await.expect(422);
        let rows = entity::incident_entry::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(rows.len(), 1);
    }
}
