use postulo::domain::role::Role;

use super::{PUBLIC, RECORD, enter, show, typed, typed_with};
use crate::studio::officials::recorded;
use crate::support::{TestApp, on_both};

on_both! {
    async fn what_is_typed_wrongly_is_told_and_kept(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let long = "x".repeat(20_001);
        for (field, value, place) in [
            ("day", "", "#day"),
            ("day", "2026-11-23", "#day"),
            ("day", "2026-02-30", "#day"),
            ("day", "yesterday", "#day"),
            ("source", "", "#source"),
            ("source", "https://evil.example", "#source"),
            ("link", "javascript:alert(1)", "#link"),
            ("original", "xx", "#original"),
            ("words_en", "", "#words_en"),
            ("words_en", &long, "#words_en"),
            ("stance_2", "", "#stance_2_agrees"),
            ("stance_2", "perhaps", "#stance_2_agrees"),
        ] {
            let mut fields = typed();
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let page = staff.post(&format!("{RECORD}/replies"), &fields).await.expect(422).body;
            assert!(page.contains(&format!("href=\"{place}\"")), "{field} {value:.20}: {page}");
            assert!(page.contains("Merci de votre lettre") && page.contains("<title>Error:"), "what was typed stays: {page}");
        }
        assert_eq!(recorded(&app, "enter_reply").await, 0);
        staff.post("/studio/campaigns/recognize-celil/addressees/nobody/replies", &typed()).await.expect(404);
        staff.get("/studio/campaigns/recognize-celil/replies/7").await.expect(404);
        staff.get("/studio/campaigns/recognize-celil/replies/x").await.expect(404);
    }

    async fn a_reply_that_is_sent_twice_is_one(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let fields = typed();
        let (first, second) = tokio::join!(enter(&staff, &fields), enter(&staff, &fields));
        assert_eq!(first, second);
        assert_eq!(recorded(&app, "enter_reply").await, 1);
    }

    async fn what_everybody_can_read_is_not_deleted_behind_their_backs(app: TestApp) {
        let mut staff = app.member(Role::Staff).await;
        let path = enter(&staff, &typed()).await;
        show(&staff, &path).await.expect(303);
        staff.post(&format!("{path}/delete"), &[]).await.expect(303);
        assert!(app.visitor().get(PUBLIC).await.expect(200).body.contains("Thank you for your letter"));
        staff.post(&format!("{path}/hide"), &[]).await.expect(303);
        staff.log_in_again().await;
        staff.post(&format!("{path}/delete"), &[]).await.expect(303);
        staff.get(&path).await.expect(404);
        assert_eq!(recorded(&app, "delete_reply").await, 1);
    }

    async fn a_reply_that_was_changed_meanwhile_is_looked_at_again_before_it_is_shown(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = enter(&staff, &typed()).await;
        let mut fields = typed_with(&[("source", "Statement")]);
        fields.push(("revision", "1"));
        staff.post(&path, &fields).await.expect(303);
        let page = staff.post(&format!("{path}/show"), &[("revision", "1")]).await.expect(409).body;
        assert!(page.contains("Read it once more before you show it"), "{page}");
        show(&staff, &path).await.expect(303);
    }

    async fn the_number_of_a_deleted_reply_means_no_other(app: TestApp) {
        let mut staff = app.member(Role::Staff).await;
        let first = enter(&staff, &typed()).await;
        staff.log_in_again().await;
        staff.post(&format!("{first}/delete"), &[]).await.expect(303);
        let second = enter(&staff, &typed()).await;
        assert_ne!(first, second);
        // Whoever still has the page of the first open shows nothing that they have not read.
        staff.post(&format!("{first}/show"), &[("revision", "1")]).await.expect(404);
        show(&staff, &second).await.expect(303);
    }

    async fn those_who_may_not_keep_the_record_do_not(app: TestApp) {
        for role in [Role::Moderator, Role::Viewer] {
            let member = app.member(role).await;
            member.get(RECORD).await.expect(403);
            member.post(&format!("{RECORD}/replies"), &typed()).await.expect(403);
        }
    }
}
