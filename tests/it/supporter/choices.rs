use std::time::Duration;

use crate::support::{Person, TestApp, on_both};

const CAMPAIGN: &str = "/en/campaigns/recognize-celil";

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

on_both! {
    async fn a_supporter_shows_and_hides_their_name(app: TestApp) {
        let visitor = app.visitor();
        let mine = visitor.sign_and_confirm(&app, &anna()).await.mine_path();
        assert!(!visitor.get(CAMPAIGN).await.body.contains("Anna Roy"));
        visitor.post(&format!("{mine}/name"), &[("public", "full")]).await.expect(303);
        app.advance(Duration::from_secs(1));
        assert!(visitor.get(CAMPAIGN).await.body.contains("Anna Roy"));
        visitor.post(&format!("{mine}/name"), &[("public", "hidden")]).await.expect(303);
        app.advance(Duration::from_secs(1));
        assert!(!visitor.get(CAMPAIGN).await.body.contains("Anna Roy"));
        visitor.post(&format!("{mine}/name"), &[("public", "everywhere")]).await.expect(422);
    }

    async fn updates_are_off_unless_asked_for_and_can_be_stopped(app: TestApp) {
        let visitor = app.visitor();
        let mine = visitor.sign_and_confirm(&app, &anna()).await.mine_path();
        let data = async || visitor.get(&format!("{mine}/data")).await.expect(200).body;
        assert!(data().await.contains("\"updates_since\": null"));
        visitor.post(&format!("{mine}/updates"), &[("updates", "yes")]).await.expect(303);
        assert!(data().await.contains("\"updates_since\": \"2026-11-22T10:00"));
        visitor.post(&format!("{mine}/updates"), &[]).await.expect(303);
        assert!(data().await.contains("\"updates_since\": null"));
    }

    async fn withdrawing_takes_one_off_the_count_and_keeps_a_trace_without_a_name(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_and_confirm(&app, &Person::new("Bela Kovacs", "bela@example.org")).await;
        let mine = visitor.sign_and_confirm(&app, &anna().with("public", "full")).await.mine_path();
        assert_eq!(visitor.counted().await, 2);
        visitor.post(&format!("{mine}/withdrawal"), &[]).await.expect(303);
        visitor.post(&format!("{mine}/withdrawal"), &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
        let page = visitor.get(&mine).await.expect(200).body;
        assert!(page.contains("Withdrawn on") && !page.contains("Anna Roy"), "{page}");
        let data = visitor.get(&format!("{mine}/data")).await.expect(200).body;
        assert!(data.contains("\"region\": \"CA-ON\"") && !data.contains("Anna Roy"), "{data}");
        visitor.post(&format!("{mine}/name"), &[("public", "full")]).await.expect(410);
        app.assert_no_drift().await;
        visitor.sign_and_confirm(&app, &anna()).await;
        assert_eq!(visitor.counted().await, 2);
    }

    async fn erasing_leaves_nothing(app: TestApp) {
        let visitor = app.visitor();
        let mail = visitor.sign_and_confirm(&app, &anna()).await;
        assert!(visitor.post(&format!("{}/erasure", mail.mine_path()), &[]).await.expect(200).body.contains("erased"));
        assert_eq!(visitor.counted().await, 0);
        for path in [mail.mine_path(), mail.confirm_path(), format!("{}/data", mail.mine_path())] {
            visitor.get(&path).await.expect(410);
        }
        visitor.post(&mail.confirm_path(), &[]).await.expect(410);
        app.assert_no_drift().await;
    }

    async fn looking_at_the_page_changes_nothing(app: TestApp) {
        let visitor = app.visitor();
        let mine = visitor.sign_and_confirm(&app, &anna()).await.mine_path();
        for part in ["", "/data"] {
            visitor.get(&format!("{mine}{part}")).await.expect(200);
        }
        for part in ["/withdrawal", "/erasure", "/disavowal", "/name", "/updates"] {
            visitor.get(&format!("{mine}{part}")).await.expect(405);
        }
        assert_eq!(visitor.counted().await, 1);
    }
}
