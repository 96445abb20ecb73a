//! The audit log: a chain that nobody changes unseen.

use std::fs;
use std::path::Path;

use entity::audit;
use migration::{Migrator, MigratorTrait};
use postulo::actions::rotate_key::reseal_all;
use postulo::doctor::{Level, examine};
use postulo::domain::lang::Lang;
use postulo::domain::moment::Moment;
use postulo::domain::record::{Broken, Recorded};
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::i18n;
use postulo::storage::vault::Vault;
use postulo::storage::{audits, keys};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

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

/// Takes away what keeps the database from changing the log, which only its owner can.
async fn let_go(app: &TestApp) {
    let away: &[&str] = if app.app.tools.db.is_one_process() {
        &["DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_deleted"]
    } else {
        &["DROP TRIGGER audit_is_kept ON audit"]
    };
    for statement in away {
        assert!(run(app, statement).await);
    }
}

async fn length(app: &TestApp) -> i64 {
    let snapshot = app.app.tools.db.snapshot().await.unwrap();
    audits::walk(&*snapshot, &app.app.tools.vault).await.unwrap().unwrap().head.number
}

/// The entries as they stand in the database, in their order, with their hashes.
async fn entries(app: &TestApp) -> Vec<(Recorded, String)> {
    let rows = audit::Entity::find().order_by_asc(audit::Column::Number);
    let entry = |row: audit::Model| {
        let entry = Recorded {
            number: row.number,
            id: row.id,
            at: Moment(row.at),
            actor: row.actor,
            act: row.act,
            campaign: row.campaign_id,
            organisation: row.organisation_id,
            subject: row.subject,
            detail: row.detail,
        };
        (entry, row.hash)
    };
    rows.all(app.app.tools.db.read()).await.unwrap().into_iter().map(entry).collect()
}

/// Chains the whole log anew as anybody can who has no key.
async fn chain_without_a_key(app: &TestApp) {
    let mut before = String::new();
    for (entry, _) in entries(app).await {
        before = entry.hash(&before, None);
        assert!(
            run(app, &format!("UPDATE audit SET hash = '{before}' WHERE number = {}", entry.number)).await
        );
    }
    assert!(run(app, &format!("UPDATE audit_head SET hash = '{before}'")).await);
}

on_both! {
    async fn an_entry_changed_behind_the_programs_back_is_found(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        owner.post("/studio/sessions/others/end", &[]).await.expect(303);
        assert!(length(&app).await > 3);
        let (level, text) = told(&app).await;
        let last = entries(&app).await.pop().unwrap().1;
        assert!(level == Level::Ok && text.contains(&last), "{text}");
        // The database itself refuses.
        assert!(!run(&app, "UPDATE audit SET act = 'x' WHERE number = 2").await);
        assert!(!run(&app, "DELETE FROM audit WHERE number = 2").await);
        // Whoever owns it can take that away, and is found all the same.
        let_go(&app).await;
        assert!(run(&app, "UPDATE audit SET actor = 'nobody' WHERE number = 2").await);
        let (level, text) = told(&app).await;
        assert_eq!(level, Level::Fail);
        assert!(text.contains("entry 2"), "{text}");
        // So are those who chain everything anew: they lack the key.
        chain_without_a_key(&app).await;
        let (level, text) = told(&app).await;
        assert!(level == Level::Fail && text.contains("entry 1 "), "{text}");
    }

    async fn an_end_that_is_cut_off_is_found(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        for _ in 0..3 {
            owner.post("/studio/sessions/others/end", &[]).await.expect(303);
        }
        let_go(&app).await;
        let (last, hash) = entries(&app).await.iter().rev().nth(1).cloned().unwrap();
        assert!(run(&app, &format!("DELETE FROM audit WHERE number > {}", last.number)).await);
        let (level, text) = told(&app).await;
        assert!(level == Level::Fail && text.contains(&format!("entry {} ", last.number + 1)), "{text}");
        let back = format!("UPDATE audit_head SET number = {}, hash = '{hash}'", last.number);
        assert!(run(&app, &back).await);
        let (level, text) = told(&app).await;
        assert!(level == Level::Fail && text.contains("its end"), "{text}");
        // Nor does it help to take the key away.
        assert!(run(&app, "DELETE FROM audit_key").await);
        assert!(told(&app).await.1.contains("the key"));
        assert!(run(&app, "UPDATE audit_head SET seal = ''").await);
        assert_eq!(told(&app).await.0, Level::Fail);
    }

    async fn a_log_from_before_the_key_stays_checkable_and_is_held_by_what_follows(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let_go(&app).await;
        chain_without_a_key(&app).await;
        // As the step before left it.
        let tx = app.app.tools.db.write().await.unwrap();
        for statement in [
            "DROP TABLE audit_key",
            "ALTER TABLE audit_head DROP COLUMN seal",
            "DELETE FROM seaql_migrations WHERE version = 'm0043_keyed_record'",
        ] {
            tx.execute_unprepared(statement).await.unwrap();
        }
        Migrator::up(&*tx, None).await.unwrap();
        tx.commit().await.unwrap();
        let before = length(&app).await;
        let (level, text) = told(&app).await;
        assert!(level == Level::Warn && text.contains("without a key"), "{text}");
        owner.post("/studio/sessions/others/end", &[]).await.expect(303);
        let (level, text) = told(&app).await;
        assert!(level == Level::Ok && text.contains(&format!("from entry {} on", before + 1)), "{text}");
        // Chained anew with what came before, the first entry under the key does not fit.
        let keyed = entries(&app).await.pop().unwrap().1;
        assert!(run(&app, "UPDATE audit SET actor = 'nobody' WHERE number = 1").await);
        chain_without_a_key(&app).await;
        for table in [format!("audit SET hash = '{keyed}' WHERE number = {}", before + 1), format!("audit_head SET hash = '{keyed}'")] {
            assert!(run(&app, &format!("UPDATE {table}")).await);
        }
        let (level, text) = told(&app).await;
        assert!(level == Level::Fail && text.contains(&format!("entry {} ", before + 1)), "{text}");
    }

    async fn the_log_stays_checkable_after_a_change_of_keys(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        owner.post("/studio/sessions/others/end", &[]).await.expect(303);
        let tools = &app.app.tools;
        let before = length(&app).await;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(app.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        // The older key is no longer wanted for it.
        let newest = Vault::new(&secrets[1..], Entropy::seeded(9));
        for vault in [&vault, &newest] {
            let snapshot = tools.db.snapshot().await.unwrap();
            let whole = audits::walk(&*snapshot, vault).await.unwrap().unwrap();
            assert_eq!((whole.head.number, whole.since), (before + 1, Some(1)));
        }
        let snapshot = tools.db.snapshot().await.unwrap();
        assert_eq!(audits::walk(&*snapshot, &tools.vault).await.unwrap(), Err(Broken::Key));
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
