use std::time::Duration;

use postulo::actions::accounts::By;
use postulo::actions::accounts::change_password::change_password;
use postulo::actions::accounts::disable::{disable, enable};
use postulo::actions::purge::purge;
use postulo::domain::password::Password;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::{Member, TestApp, on_both};

const HOUR: Duration = Duration::from_hours(1);

/// The addresses to which the page posts to end a session.
fn ends(page: &str) -> Vec<String> {
    let part = |rest: &str| rest.split('"').next().unwrap().to_owned();
    let all = page.split("action=\"").skip(1).map(part);
    all.filter(|path| path.starts_with("/studio/sessions/") && !path.contains("others")).collect()
}

on_both! {
    async fn a_session_ends_after_half_a_day_without_use_and_after_a_week_in_any_case(app: TestApp) {
        let resting = app.member(Role::Viewer).await;
        let busy = app.member(Role::Viewer).await;
        app.advance(HOUR * 11);
        assert!(busy.is_in().await);
        app.advance(HOUR);
        assert!(!resting.is_in().await && busy.is_in().await);
        for _ in 0..14 {
            app.advance(HOUR * 11);
            assert!(busy.is_in().await);
        }
        // 166 hours are over; a week has 168.
        app.advance(HOUR * 2);
        assert!(!busy.is_in().await);
        // What has ended is forgotten.
        app.advance(HOUR * 2);
        purge(&app.app.desk(), &app.app.tools.settings.retention).await.unwrap();
        assert!(entity::session::Entity::find().all(app.app.tools.db.read()).await.unwrap().is_empty());
    }

    async fn whoever_is_logged_in_ends_their_sessions_one_by_one_or_all_but_this(app: TestApp) {
        let here = app.member(Role::Organiser).await;
        let phone = Member::log_in(&app, &here.email).await;
        let library = Member::log_in(&app, &here.email).await;
        let page = here.get("/studio/sessions").await.expect(200).body;
        assert!(page.contains("Firefox, Linux") && page.contains("This browser"), "{page}");
        let ends = ends(&page);
        assert_eq!(ends.len(), 2);
        here.post(&ends[0], &[]).await.expect(303);
        assert_ne!(phone.is_in().await, library.is_in().await);
        // It is gone, and was never anybody else's.
        here.post(&ends[0], &[]).await.expect(404);
        let stranger = app.member(Role::Owner).await;
        stranger.post(&ends[1], &[]).await.expect(404);
        here.post("/studio/sessions/x/end", &[]).await.expect(404);
        here.post("/studio/sessions/others/end", &[]).await.expect(303);
        assert!(here.is_in().await && !phone.is_in().await && !library.is_in().await);
        assert!(stranger.is_in().await);
        let reply = here.post("/studio/logout", &[]).await.expect(303);
        assert!(reply.header("set-cookie").starts_with("postulo=;") && !here.is_in().await);
    }

    async fn who_is_shut_out_or_has_another_password_is_out_at_once(app: TestApp) {
        let mut member = app.member(Role::Staff).await;
        let id = app.account_id(&member.email).await;
        let by = By::Program("test");
        disable(&app.app.desk(), id, by).await.unwrap();
        assert!(!member.is_in().await);
        enable(&app.app.desk(), id, by).await.unwrap();
        assert!(!member.is_in().await);
        member.log_in_again().await;
        let new = Password::choose("another password altogether").unwrap();
        change_password(&app.app.desk(), id, new, by).await.unwrap();
        assert!(!member.is_in().await);
        let fields = [("email", &*member.email), ("password", "another password altogether")];
        app.visitor().post("/studio/login", &fields).await.expect(303);
    }

    async fn what_is_stored_of_a_session_and_an_account_lets_nobody_in_and_names_nobody(app: TestApp) {
        let member = app.member(Role::Owner).await;
        let db = app.app.tools.db.read();
        let session = entity::session::Entity::find().one(db).await.unwrap().unwrap();
        let stolen = data_encoding::BASE64URL_NOPAD.encode(&session.hash);
        assert!(!member.cookie.contains(&stolen));
        let thief = member.with_cookie(&format!("postulo={stolen}"));
        assert!(member.is_in().await && !thief.is_in().await);
        for cookie in ["postulo=", "postulo=AAAA", "postulo=%00", "postulo"] {
            assert!(!member.with_cookie(cookie).is_in().await);
        }
        let account = entity::account::Entity::find().one(db).await.unwrap().unwrap();
        assert!(!format!("{account:?}").contains("work.example"));
        assert!(account.password_hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(!account.sealed.windows(4).any(|bytes| bytes == b"work"));
        let audit = entity::audit::Entity::find().all(db).await.unwrap();
        assert!(audit.iter().any(|entry| entry.act == "log_in") && !format!("{audit:?}").contains("work.example"));
    }
}
