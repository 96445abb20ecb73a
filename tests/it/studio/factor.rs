//! The second factor: who must have one, what it lets in, and how it is lost and made anew.

use std::time::Duration;

use data_encoding::BASE32_NOPAD;
use postulo::domain::factor::Secret;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::{Member, PASSWORD, TestApp, on_both};

const MINUTE: Duration = Duration::from_mins(1);

/// What stands between two marks.
pub fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    page.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {page}")).split(after).next().unwrap()
}

/// What the page of enrolment tells an app, and what its form brings back.
pub fn offered(page: &str) -> (Secret, String) {
    let written = between(page, "<strong class=\"code\">", "<").replace('-', "").to_uppercase();
    let secret = Secret::new(BASE32_NOPAD.decode(written.as_bytes()).unwrap().try_into().unwrap());
    (secret, between(page, "name=\"offer\" value=\"", "\"").to_owned())
}

/// Logs in with the password and leaves the second step open; returns a browser that waits there.
pub async fn first_step(app: &TestApp, member: &Member) -> Member {
    let fields = [("email", &*member.email), ("password", PASSWORD)];
    let reply = app.visitor().post("/studio/login", &fields).await.expect(303);
    assert_eq!(reply.header("location"), "/studio/login/code");
    member.with_cookie(reply.header("set-cookie").split(';').next().unwrap())
}

/// Sets a second factor up; returns the recovery codes.
async fn enrol(app: &TestApp, member: &Member) -> Vec<String> {
    let page = member.get("/studio/factor").await.expect(200).body;
    assert!(page.contains("<svg class=\"qr\" role=\"img\"") && !page.contains("style="));
    let (secret, offer) = offered(&page);
    let refused =
        member.post("/studio/factor", &[("offer", &offer), ("code", "000000")]).await.expect(422).body;
    assert_eq!(offered(&refused).1, offer, "what was scanned is still good");
    let code = secret.code(app.clock.now(), 0).unwrap();
    let page = member.post("/studio/factor", &[("offer", &offer), ("code", &code)]).await.expect(200).body;
    let codes: Vec<String> = page
        .split("<li class=\"code\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(codes.len(), 10);
    codes
}

on_both! {
    async fn whose_role_sees_people_sets_one_up_first_and_does_nothing_else(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let mut moderator = app.member(Role::Moderator).await;
        let id = app.account_id(&moderator.email).await;
        owner.post(&format!("/studio/accounts/{id}/reset-factor"), &[]).await.expect(303);
        assert!(!moderator.is_in().await);
        let told = app.mail_to(&moderator.email).await;
        assert!(told.subject.contains("second factor was taken away") && told.text.contains("/studio/login"));
        moderator.log_in_again().await;
        for path in ["/studio", "/studio/sessions", "/studio/campaigns/recognize-celil", "/studio/password"] {
            assert_eq!(moderator.get(path).await.expect(303).header("location"), "/studio/factor", "{path}");
        }
        let ended = moderator.post("/studio/sessions/others/end", &[]).await.expect(303);
        assert_eq!(ended.header("location"), "/studio/factor");
        let codes = enrol(&app, &moderator).await;
        moderator.get("/studio").await.expect(200);
        let left = moderator.get("/studio/factor").await.expect(200).body;
        assert!(left.contains("10 recovery codes") && !left.contains(&codes[0]));
        let database = entity::recovery_code::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(database.len(), 10);
    }

    async fn a_code_lets_in_once_and_a_recovery_code_too(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let code = staff.code().await;
        let waiting = first_step(&app, &staff).await;
        // The first step alone is no session.
        assert!(!waiting.is_in().await && staff.is_in().await);
        let reply = waiting.post("/studio/login/code", &[("code", &code)]).await.expect(303);
        assert_eq!(reply.header("location"), "/studio");
        let inside = waiting.with_cookie(reply.header("set-cookie").split(';').next().unwrap());
        assert!(inside.is_in().await && inside.cookie != waiting.cookie && !waiting.is_in().await);
        let waiting = first_step(&app, &staff).await;
        waiting.post("/studio/login/code", &[("code", &code)]).await.expect(422);
        app.advance(MINUTE);
        waiting.post("/studio/login/code", &[("code", &code)]).await.expect(422);
        assert!(!waiting.is_in().await);
        // New recovery codes, of which one lets in once.
        staff.post("/studio/factor/codes", &[]).await.expect(400);
        let page = staff.post("/studio/factor/codes", &[("sure", "yes")]).await.expect(200).body;
        let spare = between(&page, "<li class=\"code\">", "<").to_uppercase().replace('-', " ");
        let reply = waiting.post("/studio/login/code", &[("code", &spare)]).await.expect(303);
        assert_eq!(reply.header("location"), "/studio");
        assert!(staff.get("/studio/factor").await.expect(200).body.contains("9 recovery codes"));
        let waiting = first_step(&app, &staff).await;
        waiting.post("/studio/login/code", &[("code", &spare)]).await.expect(422);
    }

    async fn wrong_codes_end_the_step_and_so_does_time(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let waiting = first_step(&app, &staff).await;
        for _ in 0..4 {
            waiting.post("/studio/login/code", &[("code", "000000")]).await.expect(422);
        }
        let over = waiting.post("/studio/login/code", &[("code", "000000")]).await.expect(303);
        assert_eq!(over.header("location"), "/studio/login");
        let code = staff.code().await;
        let over = waiting.post("/studio/login/code", &[("code", &code)]).await.expect(303);
        assert_eq!(over.header("location"), "/studio/login");
        app.advance(MINUTE * 2);
        let waiting = first_step(&app, &staff).await;
        app.advance(MINUTE * 6);
        let code = staff.code().await;
        let over = waiting.post("/studio/login/code", &[("code", &code)]).await.expect(303);
        assert_eq!(over.header("location"), "/studio/login");
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(audit.iter().filter(|entry| entry.act == "fail_second_step").count(), 1);
    }

    async fn everybody_may_have_one_and_proves_with_it_who_they_are(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let elsewhere = Member::log_in(&app, &viewer.email).await;
        enrol(&app, &viewer).await;
        assert!(viewer.is_in().await && !elsewhere.is_in().await, "who came in without one is out");
        app.advance(MINUTE * 11);
        let led = viewer.get("/studio/password").await.expect(303);
        assert!(led.header("location").starts_with("/studio/proof"));
        viewer.post("/studio/proof", &[("password", PASSWORD)]).await.expect(422);
        let code = viewer.code().await;
        viewer.post("/studio/proof", &[("password", PASSWORD), ("code", &code)]).await.expect(303);
        viewer.get("/studio/password").await.expect(200);
        viewer.post("/studio/factor/remove", &[("sure", "yes")]).await.expect(303);
        let mut viewer = viewer;
        viewer.log_in_again().await;
        assert!(viewer.is_in().await);
    }

    async fn an_offer_is_good_for_whom_it_was_made_and_for_an_hour(app: TestApp) {
        let (one, other) = (app.member(Role::Viewer).await, app.member(Role::Viewer).await);
        let (secret, offer) = offered(&one.get("/studio/factor").await.expect(200).body);
        let code = secret.code(app.clock.now(), 0).unwrap();
        other.post("/studio/factor", &[("offer", &offer), ("code", &code)]).await.expect(422);
        app.advance(MINUTE * 61);
        one.post("/studio/proof", &[("password", PASSWORD)]).await.expect(303);
        let code = secret.code(app.clock.now(), 0).unwrap();
        one.post("/studio/factor", &[("offer", &offer), ("code", &code)]).await.expect(422);
        assert!(entity::second_factor::Entity::find().one(app.app.tools.db.read()).await.unwrap().is_none());
    }
}
