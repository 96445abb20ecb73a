use std::time::Duration;

use postulo::actions::rotate_key::reseal_all;
use postulo::clock::Clock;
use postulo::domain::moment::DAY;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, official_sheets, sealed};
use sea_orm::EntityTrait;

use super::printing::{print, run};
use super::{CANADA, write};
use crate::support::{Member, Reply, START, TestApp, on_both};

/// Five sheets in the log, in the hands of somebody who keeps it.
async fn printed(app: &TestApp) -> Member {
    let staff = app.member(Role::Staff).await;
    write(&staff, "0", &[]).await.expect(303);
    print(&staff, &run("1", "0", "2", "3")).await.expect(303);
    staff
}

async fn step(member: &Member, numbers: &str, step: &str, on: &str, who: &str) -> Reply {
    let fields = [("numbers", numbers), ("step", step), ("on", on), ("who", who)];
    member.post(&format!("{CANADA}/steps"), &fields).await
}

fn sheet<'a>(revision: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("revision", revision), ("out", "2026-11-22"), ("collector", "Anna Roy")];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

async fn note(member: &Member, number: i32, fields: &[(&str, &str)]) -> Reply {
    member.post(&format!("{CANADA}/sheets/{number}"), fields).await
}

on_both! {
    async fn a_sheet_goes_out_comes_back_and_is_handed_over(app: TestApp) {
        let staff = printed(&app).await;
        let done = step(&staff, "1-3", "out", "2026-11-22", "Anna Roy").await.expect(303);
        let log = staff.get(done.header("location")).await.expect(200).body;
        assert!(log.contains("3 sheets") && log.contains("written down") && !log.contains("Anna Roy"), "{log}");
        assert!(log.contains("With a collector (3)") && log.contains("Not handed out (2)"), "{log}");
        step(&staff, "1,3", "back", "2026-11-23", "Safe in the office").await.expect(303);
        let counted = [("back", "2026-11-23"), ("filled", "9"), ("doubtful", "2"), ("place", "Safe in the office")];
        note(&staff, 1, &sheet("3", &counted)).await.expect(303);
        let page = staff.get(&format!("{CANADA}/sheets/1")).await.expect(200).body;
        for part in ["Anna Roy", "Safe in the office", "value=\"9\"", "Handed out on: - → 2026-11-22", "Rows filled: - → 9"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        // A correction: both figures stay on record.
        note(&staff, 1, &sheet("4", &[("back", "2026-11-23"), ("filled", "8"), ("doubtful", "2"), ("place", "Safe in the office")])).await.expect(303);
        let page = staff.get(&format!("{CANADA}/sheets/1")).await.expect(200).body;
        assert!(page.contains("Rows filled: 9 → 8") && page.contains("Rows filled: - → 9"), "{page}");
        step(&staff, "1", "given", "2026-11-24", "Member for Burlington").await.expect(303);
        let log = staff.get(&format!("{CANADA}/log?state=given")).await.expect(200).body;
        for part in ["6 valid signatures; at least 25", "19 are missing", "With a member (1)", "aria-current=\"page\">With a member"] {
            assert!(log.contains(part), "{part} in {log}");
        }
        // Nobody is named outside the vault.
        let db = app.app.tools.db.read();
        let rows = entity::official_sheet::Entity::find().all(db).await.unwrap();
        assert!(rows.iter().all(|row| !row.sealed.windows(4).any(|window| window == b"Anna")));
        let audit = entity::audit::Entity::find().all(db).await.unwrap();
        assert!(audit.iter().all(|entry| !format!("{}{}", entry.subject, entry.detail).contains("Anna")));
        assert!(audit.iter().any(|entry| entry.act == "look_at_official_sheet"));
    }

    async fn the_log_is_taken_away_as_a_table_in_which_nothing_runs(app: TestApp) {
        let staff = printed(&app).await;
        step(&staff, "1-2", "out", "2026-11-22", "Anna \"+1\" Roy").await.expect(303);
        let file = staff.get(&format!("{CANADA}/log.csv")).await.expect(200);
        let lines: Vec<&str> = file.body.split("\r\n").collect();
        assert!(lines.len() == 7 && lines[1].starts_with("1,First sheet,1,en,"), "{}", file.body);
        assert!(lines[1].contains("With a collector,2026-11-22,\"Anna \"\"+1\"\" Roy\""), "{}", file.body);
        step(&staff, "1", "out", "2026-11-22", "=HYPERLINK(1)").await.expect(422);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(audit.iter().any(|entry| entry.act == "export_official_sheets" && entry.detail == "5 sheets"));
    }

    async fn two_who_note_the_same_sheet_are_told(app: TestApp) {
        let (one, two) = (printed(&app).await, app.member(Role::Owner).await);
        note(&one, 4, &sheet("1", &[("filled", "5")])).await.expect(303);
        let page = note(&two, 4, &sheet("1", &[("filled", "7"), ("collector", "Bela")])).await.expect(409).body;
        for part in ["Somebody else has written something down", "value=\"7\"", "Bela", "Anna Roy", "name=\"revision\" value=\"2\""] {
            assert!(page.contains(part), "{part} in {page}");
        }
        note(&two, 4, &sheet("2", &[("filled", "7"), ("collector", "Bela")])).await.expect(303);
        let course = |revision: &'static str, certificate: &'static str| {
            [("version", "1"), ("revision", revision), ("certificate", certificate)]
        };
        let path = format!("{CANADA}/course");
        one.post(&path, &course("1", "451-1")).await.expect(303);
        let page = two.post(&path, &course("1", "451-2")).await.expect(422).body;
        assert!(page.contains("Somebody else has written") && page.contains("451-2"), "{page}");
    }

    async fn an_answer_is_due_after_45_days_and_then_silence_is_counted(app: TestApp) {
        let mut staff = printed(&app).await;
        let path = format!("{CANADA}/course");
        let course = [("version", "1"), ("revision", "1"), ("certificate", "451-00012"), ("certified", "2026-11-20"), ("presented", "2026-11-23")];
        staff.post(&path, &course).await.expect(303);
        let log = staff.get(&format!("{CANADA}/log")).await.expect(200).body;
        assert!(log.contains("An answer is due by January 7, 2027"), "{log}");
        app.advance(DAY * 50);
        staff.log_in_again().await;
        let log = staff.get(&format!("{CANADA}/log")).await.expect(200).body;
        assert!(log.contains("Silent for") && log.contains("due by January 7, 2027"), "{log}");
        let answered = [("version", "1"), ("revision", "2"), ("certificate", "451-00012"), ("certified", "2026-11-20"), ("presented", "2026-11-23"), ("answered", "2027-01-11")];
        staff.post(&path, &answered).await.expect(303);
        let log = staff.get(&format!("{CANADA}/log")).await.expect(200).body;
        assert!(log.contains("Answered on January 11, 2027") && !log.contains("Silent"), "{log}");
        let turned = [("version", "1"), ("revision", "3"), ("certificate", "x"), ("presented", "2026-11-23"), ("answered", "2026-11-22")];
        let page = staff.post(&path, &turned).await.expect(422).body;
        assert!(page.contains("presented before it is answered"), "{page}");
        staff.post(&path, &[("version", "7"), ("revision", "1"), ("certificate", "x")]).await.expect(404);
    }

    async fn a_rotation_seals_who_has_a_sheet_anew(app: TestApp) {
        let staff = printed(&app).await;
        step(&staff, "2", "out", "2026-11-22", "Anna Roy").await.expect(303);
        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(Clock::manual(START).now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().contains(&("official_sheet", 1)));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        let campaign = app.campaign_id();
        let sheet = official_sheets::find(tools.db.read(), (campaign, "ca-house-of-commons"), 2).await.unwrap().unwrap();
        let custody = postulo::actions::official_sheets::open_custody(&vault, campaign, &sheet).unwrap();
        assert_eq!(custody.collector, "Anna Roy");
    }

    async fn what_cannot_be_is_not_written_down(app: TestApp) {
        let staff = printed(&app).await;
        for (numbers, what, on, who, told) in [
            ("", "out", "2026-11-22", "", "Give the numbers of sheets"),
            ("1-9", "out", "2026-11-22", "", "were never given"),
            ("-5", "out", "2026-11-22", "", "Give the numbers of sheets"),
            ("1", "sold", "2026-11-22", "", "Choose what happened"),
            ("1", "out", "yesterday", "", "Give a day"),
            ("1", "out", "2026-11-22", "https://example.org", "Write one line"),
        ] {
            let page = step(&staff, numbers, what, on, who).await.expect(422).body;
            assert!(page.contains(told), "{numbers} {what} {on} {who}: {page}");
        }
        step(&staff, "1", "out", "2026-11-22", "Anna Roy").await.expect(303);
        // All or none: sheet 1 went out later than this.
        let page = step(&staff, "1-2", "back", "2026-11-21", "").await.expect(422).body;
        assert!(page.contains("Nothing was written down"), "{page}");
        let rows = entity::official_sheet::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(rows.iter().all(|row| row.back_on.is_none()));
        for (more, told) in [
            ([("filled", "-5"), ("doubtful", "")], "Give how many rows are filled"),
            ([("filled", "999"), ("doubtful", "")], "no more can be filled"),
            ([("filled", "3"), ("doubtful", "4")], "how many of the filled rows are doubtful"),
            ([("back", "2026-11-01"), ("doubtful", "")], "handed out before it comes back"),
        ] {
            let page = note(&staff, 1, &sheet("2", &more)).await.expect(422).body;
            assert!(page.contains(told) && page.contains("Anna Roy"), "{told}: {page}");
        }
        for odd in ["0", "6", "-1", "x", "99999999999"] {
            staff.get(&format!("{CANADA}/sheets/{odd}")).await.expect(404);
        }
        note(&staff, 5, &sheet("1", &[("void", "yes"), ("filled", "5")])).await.expect(303);
        let log = staff.get(&format!("{CANADA}/log?state=void")).await.expect(200).body;
        assert!(log.contains("Spoilt or lost (1)") && log.contains("0 valid signatures"), "{log}");
        app.advance(Duration::from_secs(1));
    }
}
