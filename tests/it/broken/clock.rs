use std::time::Duration;

use postulo::domain::moment::DAY;
use postulo::jobs::take_turn;
use postulo::storage::outbox;

use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp, on_both};

fn person(who: &str) -> Person {
    Person::new("Anna Roy", &format!("{who}@example.org"))
}

on_both! {
    async fn signing_goes_on_and_the_count_is_exact_when_the_clock_jumps(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_and_confirm(&app, &person("a")).await;
        visitor.sign_well(&person("left")).await;
        let today = app.clock.now();
        for (place, at) in [today + DAY, today - DAY * 365, today].into_iter().enumerate() {
            app.clock.set(at);
            visitor.sign_and_confirm(&app, &person(&format!("b{place}"))).await;
            let count = i64::try_from(place).unwrap() + 2;
            assert_eq!(visitor.counted().await, count);
            let page = visitor.get("/en/campaigns/recognize-celil").await.expect(200).body;
            assert!(page.contains(&format!("data-count>{count}<")), "the page shows {count}");
            app.assert_no_drift().await;
            assert!(app.is_ready().await);
        }
        let mail = app.mail_to("left@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        app.assert_no_lease().await;
        assert_eq!((app.mails().await.len(), app.waiting().await), (5, 0));
        app.assert_no_drift().await;
    }

    async fn a_mail_that_was_held_before_the_clock_was_set_back_is_sent(app: TestApp) {
        app.visitor().sign_well(&person("a")).await;
        let tx = app.app.tools.db.write().await.unwrap();
        let now = app.clock.now();
        let held = outbox::claim(&*tx, now, now + Duration::from_mins(5), 9).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((held.len(), app.mails().await.len()), (1, 0));
        app.clock.set(now - DAY * 365);
        assert_eq!(app.mails().await.len(), 1);
        app.assert_no_lease().await;
    }

    async fn a_turn_is_taken_however_the_clock_is_set(app: TestApp) {
        let hour = Duration::from_hours(1);
        let now = app.clock.now();
        assert!(take_turn(&app.app, "recount", hour).await.unwrap());
        assert!(!take_turn(&app.app, "recount", hour).await.unwrap());
        for to in [now + DAY, now - DAY * 365] {
            app.clock.set(to);
            assert!(take_turn(&app.app, "recount", hour).await.unwrap());
            assert!(!take_turn(&app.app, "recount", hour).await.unwrap());
        }
    }
}

#[tokio::test]
async fn limits_go_by_the_time_that_passes_not_by_what_the_clock_shows() {
    let settings = |settings: &mut postulo::settings::Settings| settings.limits.campaign_burst = 2;
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let app = TestApp::build(Build { backend, settings, ..Build::default() }).await;
        let now = app.clock.now();
        for (round, to) in [now, now - DAY * 365, now + DAY].into_iter().enumerate() {
            app.clock.set(to);
            for n in 0..2 {
                app.visitor().sign_well(&person(&format!("r{round}n{n}"))).await;
            }
            app.visitor().sign(&person("more")).await.expect(429);
            app.advance(Duration::from_mins(1));
        }
        assert_eq!(app.mails().await.len(), 6);
    }
}

#[tokio::test]
async fn back_off_and_rest_end_when_the_clock_is_set_back() {
    for manner in [Manner::Busy, Manner::Hangs] {
        let server = Server::start(manner).await;
        let settings = |settings: &mut postulo::settings::Settings| settings.mail.timeout = 1;
        let app = TestApp::build(Build { smtp: Some(server.address), settings, ..Build::default() }).await;
        app.visitor().sign_well(&person("a")).await;
        app.run_mail().await;
        assert_eq!(server.taken().len(), 0);
        server.behave(Manner::Takes);
        app.clock.set(app.clock.now() - DAY * 365);
        app.run_mail().await;
        assert_eq!((server.taken().len(), app.waiting().await), (1, 0), "{manner:?}");
    }
}

/// What an address had today is forgotten with the day, and not kept until the clock is as late again.
#[tokio::test]
async fn an_address_gets_its_mails_after_the_clock_was_set_back() {
    let app = TestApp::build(Build {
        settings: |settings| settings.limits.mails_per_recipient = 1,
        ..Build::default()
    })
    .await;
    let page = app.visitor().sign_well(&person("a")).await;
    assert_eq!(app.mails().await.len(), 1);
    let again = page.replace("/check-email?", "/check-email/resend?");
    app.visitor().post(&again, &[]).await.expect(303);
    assert_eq!(app.mails().await.len(), 1);
    app.clock.set(app.clock.now() - DAY * 365);
    app.visitor().post(&again, &[]).await.expect(303);
    assert_eq!(app.mails().await.len(), 2);
}
