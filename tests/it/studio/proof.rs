use std::time::Duration;

use postulo::domain::role::Role;

use crate::support::{PASSWORD, TestApp, on_both};

const MINUTE: Duration = Duration::from_mins(1);

on_both! {
    async fn before_what_cannot_be_undone_one_proves_again_who_one_is(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let staff = app.account(Role::Staff, "main").await;
        let shut = format!("/studio/accounts/{}/disable", app.account_id(&staff).await);
        app.advance(MINUTE * 11);
        let led = owner.post(&shut, &[]).await.expect(303);
        assert_eq!(led.header("location"), "/studio/proof?then=%2Fstudio%2Faccounts");
        assert!(!owner.get("/studio/accounts").await.expect(200).body.contains("Disabled since"));
        // What is typed there is compared, and leads on to no other site.
        let page = owner.get(led.header("location")).await.expect(200).body;
        assert!(page.contains("name=\"then\" value=\"/studio/accounts\""), "{page}");
        owner.post("/studio/proof", &[("password", "not the right password")]).await.expect(422);
        owner.post(&shut, &[]).await.expect(303).header("location").starts_with("/studio/proof");
        let away = [("password", PASSWORD), ("then", "https://elsewhere.example")];
        assert_eq!(owner.post("/studio/proof", &away).await.expect(303).header("location"), "/studio");
        let back = owner.post("/studio/proof", &[("password", PASSWORD), ("then", "/studio/accounts")]).await.expect(303);
        assert_eq!(back.header("location"), "/studio/accounts");
        assert_eq!(owner.post(&shut, &[]).await.expect(303).header("location"), "/studio/accounts");
        assert!(owner.get("/studio/accounts").await.expect(200).body.contains("Disabled since"));
        // It is the session that proved it, and not the account.
        app.advance(MINUTE * 9);
        let other = app.account_id(&app.account(Role::Viewer, "main").await).await;
        let shut = format!("/studio/accounts/{other}/disable");
        assert_eq!(owner.post(&shut, &[]).await.expect(303).header("location"), "/studio/accounts");
    }
}
