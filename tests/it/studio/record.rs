//! The audit log: a chain that nobody changes unseen.

use std::fs;
use std::path::Path;

use postulo::doctor::{Level, examine};
use postulo::domain::lang::Lang;
use postulo::domain::role::Role;
use postulo::i18n;
use postulo::storage::audits;
use sea_orm::ConnectionTrait;

use crate::support::{TestApp, on_both};

/// What the doctor says of the log.
async fn told(app: &TestApp) -> (Level, String) {
    let tools = &app.app.tools;
    let chart = examine(Ok(tools.settings.clone()), &tools.clock).await;
    let found = chart.0.iter().find(|finding| finding.to_string().contains("audit log")).unwrap();
    (found.level, found.to_string())
}

async fn run(app: &TestApp, statement: &str) -> bool {
    let tx = app.app.tools.db.write().await.unwrap();
    let done = tx.execute_unprepared(statement).await.is_ok();
    if done {
        tx.commit().await.unwrap();
    }
    done
}

on_both! {
    async fn an_entry_changed_behind_the_programs_back_is_found(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        owner.post("/studio/sessions/others/end", &[]).await.expect(303);
        let snapshot = app.app.tools.db.snapshot().await.unwrap();
        let length = audits::walk(&*snapshot).await.unwrap().unwrap();
        drop(snapshot);
        assert!(length > 3);
        assert_eq!(told(&app).await.0, Level::Ok);
        // The database itself refuses.
        assert!(!run(&app, "UPDATE audit SET act = 'x' WHERE number = 2").await);
        assert!(!run(&app, "DELETE FROM audit WHERE number = 2").await);
        // Whoever owns it can take that away, and is found all the same.
        let away = if app.app.tools.db.is_one_process() {
            "DROP TRIGGER audit_is_not_changed"
        } else {
            "DROP TRIGGER audit_is_kept ON audit"
        };
        assert!(run(&app, away).await);
        assert!(run(&app, "UPDATE audit SET actor = 'nobody' WHERE number = 2").await);
        let (level, text) = told(&app).await;
        assert_eq!(level, Level::Fail);
        assert!(text.contains("entry 2"), "{text}");
    }

    async fn the_record_is_searched_and_handed_out_as_a_file(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
        app.advance(std::time::Duration::from_hours(48));
        let mut owner = owner;
        owner.log_in_again().await;
        let viewer = app.member(Role::Viewer).await;
        let id = app.account_id(&viewer.email).await;
        owner.post(&format!("/studio/accounts/{id}/disable"), &[]).await.expect(303);
        let own = format!("account {}", app.account_id(&owner.email).await);

        let all = owner.get("/studio/audit").await.expect(200).body;
        assert!(all.contains("Disabled an account") && all.contains(&viewer.email) && all.contains("Program: test"));
        assert!(!all.contains(&stranger.email) && !all.contains("disable_account</th>"));
        let french = owner.clone().reading("fr").get("/studio/audit").await.expect(200).body;
        assert!(french.contains("A désactivé un compte"), "{french}");
        let rows = async |query: &str| {
            let page = owner.get(&format!("/studio/audit?{query}")).await.expect(200).body;
            page.matches("<time").count()
        };
        assert_eq!(rows("act=disable_account").await, 1);
        assert_eq!(rows(&format!("act=disable_account&actor={}", own.replace(' ', "+"))).await, 1);
        assert_eq!(rows("act=disable_account&actor=test").await, 0);
        assert_eq!(rows("act=load_campaign&campaign=recognize-celil").await, 1);
        assert_eq!(rows("campaign=no-such").await, 0);
        // Two days later, in the days of the organisation.
        assert_eq!(rows("act=log_in&from=2026-11-24").await, 2);
        assert_eq!(rows("act=log_in&until=2026-11-22").await, 1);
        assert_eq!(rows("act=log_in&until=no-day").await, 3);
        owner.get("/studio/audit?before=x").await.expect(400);
        let none = owner.get("/studio/audit?act=no_such").await.expect(200).body;
        assert!(none.contains("No entry fits"));

        let file = owner.get("/studio/audit.csv?act=disable_account").await.expect(200);
        assert!(file.header("content-type").starts_with("text/csv"));
        let lines: Vec<&str> = file.body.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].contains(&own) && lines[1].contains("disable_account,Disabled an account"));
        assert!(!file.body.contains('@'), "{}", file.body);
    }

    async fn a_long_record_is_read_page_by_page(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        for _ in 0..60 {
            owner.post("/studio/sessions/others/end", &[]).await.expect(303);
        }
        let mut path = "/studio/audit?act=end_other_sessions".to_owned();
        let mut seen = 0;
        loop {
            let page = owner.get(&path).await.expect(200).body;
            seen += page.matches("<time").count();
            let Some(next) = page.split("rel=\"next\" href=\"").nth(1) else { break };
            path = next.split('"').next().unwrap().replace("&amp;", "&");
            assert!(path.contains("act=end_other_sessions") && path.contains("before="));
        }
        assert_eq!(seen, 60);
    }
}

/// Each act of accounts that the sources name, in the form in which they name it.
#[test]
fn every_act_about_accounts_has_words_in_both_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/actions/accounts");
    let mut acts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for call in text.split("record(").skip(1) {
            let named = call.split(';').next().unwrap().split('"').nth(1);
            acts.extend(named.filter(|named| !named.contains(' ') && !named.is_empty()).map(str::to_owned));
        }
    }
    assert!(acts.len() > 15, "{acts:?}");
    for lang in Lang::ALL {
        for act in &acts {
            assert_ne!(i18n::act(lang, act), act.replace('_', " "), "audit-{}", act.replace('_', "-"));
        }
    }
    assert_eq!(i18n::act(Lang::Fr, "act_of_another_part"), "act of another part");
}
