//! When a form asks, and when it stops.

use std::time::Duration;

use postulo::domain::defence::{Mode, Pressure};

use super::{ASKED, CAMPAIGN, CHALLENGE, anna, crowd};
use crate::support::{Build, Person, TestApp, on_both};

on_both! {
    async fn a_burst_turns_it_on_and_it_goes_away_by_itself(app: TestApp) {
        app.advance(Duration::from_mins(30));
        let visitor = app.visitor();
        assert!(!visitor.get(CAMPAIGN).await.body.contains(ASKED));
        crowd(&app, "first", 90).await;
        app.keep_watch().await;
        assert!(visitor.get(CAMPAIGN).await.body.contains(ASKED));
        assert!(visitor.get(&format!("{CAMPAIGN}/sign")).await.body.contains(ASKED));
        let challenge = visitor.get(CHALLENGE).await.expect(200);
        assert_eq!(challenge.header("cache-control"), "no-store");
        assert_eq!(app.app.hub.defence(app.campaign_id()).pressure, Some(Pressure::Rate));
        for _ in 0..9 {
            app.advance(Duration::from_mins(1));
            app.keep_watch().await;
            visitor.get(CHALLENGE).await.expect(200);
        }
        app.advance(Duration::from_mins(3));
        app.keep_watch().await;
        visitor.get(CHALLENGE).await.expect(204);
        assert!(!visitor.get(CAMPAIGN).await.body.contains(ASKED));
    }

    async fn one_network_with_a_large_part_turns_it_on(app: TestApp) {
        let (visitor, campaign) = (app.visitor(), app.campaign_id());
        for n in 0..70 {
            app.advance(Duration::from_secs(5));
            let person = Person::new("Anna Roy", &format!("a{n}@example.org"));
            visitor.clone().on_network(&format!("203.0.113.{n}")).sign_well(&person).await;
            app.keep_watch().await;
            assert_eq!(app.app.hub.defence(campaign).asks(app.clock.now()), n >= 59, "{n}");
        }
        assert_eq!(app.app.hub.defence(campaign).pressure, Some(Pressure::Network));
    }

    async fn a_small_campaign_on_a_normal_evening_is_not_asked(app: TestApp) {
        for minute in 0..20 {
            crowd(&app, &format!("minute{minute}-"), 5).await;
            app.keep_watch().await;
            app.advance(Duration::from_mins(1));
        }
        // Twenty at once from one lecture hall.
        let visitor = app.visitor();
        for n in 0..20 {
            visitor.sign_well(&Person::new("Anna Roy", &format!("hall{n}@example.org"))).await;
        }
        app.keep_watch().await;
        assert!(!app.app.hub.defence(app.campaign_id()).asks(app.clock.now()));
        visitor.get(CHALLENGE).await.expect(204);
    }

    async fn a_burst_alone_refuses_nobody_and_deletes_nothing(app: TestApp) {
        app.advance(Duration::from_mins(30));
        let before = crowd(&app, "before", 61).await;
        app.keep_watch().await;
        let during = crowd(&app, "during", 30).await;
        app.keep_watch().await;
        app.advance(Duration::from_hours(6));
        app.keep_watch().await;
        let mails = app.mails().await;
        let mail_to = |person: &Person| mails.iter().find(|mail| mail.to == person.email).unwrap();
        let visitor = app.visitor();
        for person in &before {
            visitor.post(&mail_to(person).confirm_path(), &[]).await.expect(303);
        }
        for (n, person) in during.iter().enumerate() {
            let (mail, visitor) = (mail_to(person), visitor.clone().on_network(&format!("198.19.{n}.1")));
            visitor.post(&mail.confirm_path(), &[("code", &mail.code())]).await.expect(303);
        }
        assert_eq!(visitor.counted().await, 91);
        app.assert_no_drift().await;
    }
}

#[tokio::test]
async fn challenges_from_one_network_are_limited_and_signing_is_not_for_that() {
    let settings = |settings: &mut postulo::settings::Settings| settings.limits.network_burst = 2;
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    app.defend(Mode::Always).await;
    let visitor = app.visitor();
    for status in [200, 200, 429] {
        visitor.get(CHALLENGE).await.expect(status);
    }
    visitor.sign_well(&anna()).await;
}

#[tokio::test]
async fn while_half_the_pressure_lasts_it_goes_on_asking() {
    let settings = |settings: &mut postulo::settings::Settings| settings.defence.quiet = 2;
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    app.advance(Duration::from_mins(30));
    for minute in 0..8 {
        crowd(&app, &format!("minute{minute}-"), if minute == 0 { 90 } else { 30 }).await;
        app.keep_watch().await;
        assert!(app.app.hub.defence(app.campaign_id()).asks(app.clock.now()), "{minute}");
        app.advance(Duration::from_mins(1));
    }
}
