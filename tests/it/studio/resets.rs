//! Forgotten passwords, and one's own.

use std::time::Duration;

use postulo::actions::accounts::By;
use postulo::actions::accounts::disable::disable;
use postulo::domain::role::Role;

use crate::support::{Member, PASSWORD, TestApp, on_both};

const NEW: &str = "another password altogether";

async fn ask(app: &TestApp, email: &str) -> (u16, Vec<String>, String) {
    let reply = app.visitor().post("/studio/reset", &[("email", email)]).await;
    let mut names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
    names.sort();
    (reply.status.as_u16(), names, reply.body)
}

/// The link in the newest mail to an address.
async fn link(app: &TestApp, email: &str) -> String {
    app.mail_to(email).await.path("/studio/reset/")
}

on_both! {
    async fn a_link_by_mail_lets_choose_another_password_once(app: TestApp) {
        let mut staff = app.member(Role::Staff).await;
        assert_eq!(ask(&app, &staff.email.to_uppercase()).await.0, 200);
        let first = link(&app, &staff.email).await;
        ask(&app, &staff.email).await;
        let second = link(&app, &staff.email).await;
        assert_ne!(first, second);
        app.visitor().get(&first).await.expect(200);
        app.visitor().post(&first, &[("password", "short")]).await.expect(422);
        let done = app.visitor().post(&first, &[("password", NEW)]).await.expect(303);
        assert_eq!(done.header("location"), "/studio/login");
        // It is used up, and so is the other; whoever was logged in is out.
        for used in [&first, &second] {
            app.visitor().post(used, &[("password", "yet another password")]).await.expect(404);
            app.visitor().get(used).await.expect(404);
        }
        assert!(!staff.is_in().await);
        assert!(app.mail_to(&staff.email).await.subject.contains("password was changed"));
        app.visitor().post("/studio/login", &[("email", &staff.email), ("password", PASSWORD)]).await.expect(422);
        // The second factor is asked for as before.
        let fields = [("email", &*staff.email), ("password", NEW)];
        let reply = app.visitor().post("/studio/login", &fields).await.expect(303);
        assert_eq!(reply.header("location"), "/studio/login/code");
        staff.cookie.clear();
    }

    async fn nobody_learns_whether_an_address_has_an_account(app: TestApp) {
        let known = app.account(Role::Owner, "main").await;
        let shut = app.account(Role::Viewer, "main").await;
        disable(&app.app.desk(), app.account_id(&shut).await, By::Program("test")).await.unwrap();
        let answer = ask(&app, &known).await;
        assert_eq!(answer.0, 200);
        for email in [&*shut, "nobody@work.example"] {
            assert_eq!(ask(&app, email).await, answer);
        }
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|mail| &*mail.to).collect::<Vec<_>>(), [&known]);
        assert_eq!(ask(&app, "no address").await.0, 422);
        // Everybody gets three a day.
        for _ in 0..4 {
            ask(&app, &known).await;
        }
        assert_eq!(app.mails().await.len(), 3);
    }

    async fn a_link_holds_for_an_hour_and_for_nothing_else(app: TestApp) {
        let owner = app.account(Role::Owner, "main").await;
        ask(&app, &owner).await;
        let link = link(&app, &owner).await;
        let token = link.rsplit('/').next().unwrap();
        app.visitor().get(&format!("/studio/invitation/{token}")).await.expect(404);
        app.visitor().get(&format!("/studio/set-up/{token}")).await.expect(404);
        app.advance(Duration::from_mins(59));
        app.visitor().get(&link).await.expect(200);
        app.advance(Duration::from_mins(1));
        app.visitor().post(&link, &[("password", NEW)]).await.expect(404);
    }

    async fn ones_own_password_is_changed_with_the_present_one(app: TestApp) {
        let here = app.member(Role::Viewer).await;
        let phone = Member::log_in(&app, &here.email).await;
        here.post("/studio/password", &[("present", "wrong"), ("password", NEW)]).await.expect(422);
        here.post("/studio/password", &[("present", PASSWORD), ("password", "short")]).await.expect(422);
        here.post("/studio/password", &[("present", PASSWORD), ("password", NEW)]).await.expect(303);
        assert!(here.is_in().await && !phone.is_in().await);
        assert!(app.mail_to(&here.email).await.subject.contains("password was changed"));
        let fields = [("email", &*here.email), ("password", NEW)];
        app.visitor().post("/studio/login", &fields).await.expect(303);
    }
}
