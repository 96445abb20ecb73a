//! The audit log: a chain that nobody changes unseen.

use postulo::doctor::{Level, examine};
use postulo::domain::role::Role;
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
}
