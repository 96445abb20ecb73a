//! What an office meets by its link, and what of it stands whatever staff do.

use std::time::Duration;

use postulo::actions::pause::set_switch;
use postulo::domain::campaign::Switch;
use postulo::domain::delivery::Stage;
use postulo::storage::deliveries::approvals::{self, Fetch};
use reqwest::Method;
use uuid::Uuid;

use super::handing_over::{Office, delivered};
use super::{delivery, number, ready};
use crate::support::{TestApp, on_both};

on_both! {
    async fn a_download_that_is_begun_late_goes_on_for_a_day(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut office = Office::told(&app, &team, &path).await;
        office.enter().await;
        app.advance(Duration::from_hours(23));
        let begun = office.post("fetch", &[]).await.expect(303);
        office.keep(&begun);
        let file = begun.header("location");
        app.advance(Duration::from_hours(23));
        office.send(Method::GET, file, &[], &[("range", "bytes=100-")]).await.expect(206);
        app.advance(Duration::from_hours(1));
        let door = office.send(Method::GET, file, &[], &[]).await.expect(303);
        assert_eq!(door.header("location"), format!("{}?lang=en", office.link));
        office.enter().await;
        let anew = office.send(Method::GET, file, &[], &[]).await.expect(303);
        assert_eq!(anew.header("location"), format!("{}?lang=en&begin=anew", office.link));
    }

    async fn where_more_must_approve_by_now_nothing_can_be_downloaded(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut office = Office::told(&app, &team, &path).await;
        office.enter().await;
        team.owner.post("/studio/organisation/approvals", &[("approvals", "3")]).await.expect(303);
        for page in [office.look().await.expect(200).body, office.post("fetch", &[]).await.expect(422).body] {
            assert!(page.contains("cannot be downloaded now") && !page.contains(">Download<"), "{page}");
        }
    }

    async fn whoever_loads_a_form_anew_comes_back_to_the_link_and_no_name_is_lost(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut office = Office::told(&app, &team, &path).await;
        for part in ["passphrase", "fetch", "receipt"] {
            let reply = office.send(Method::GET, &format!("/{part}"), &[], &[]).await.expect(303);
            assert_eq!(reply.header("location"), format!("{}?lang=en", office.link), "{part}");
        }
        office.enter().await;
        let page = office.post("receipt", &[("by", "See https://office.example")]).await.expect(422).body;
        assert!(page.contains("no web address") && page.contains("value=\"See https://office.example\""), "{page}");
        office.post("receipt", &[("by", "+Bureau")]).await.expect(303);
        assert!(office.look().await.expect(200).body.contains("+Bureau"));
    }

    async fn what_an_office_has_fetched_stays_when_staff_take_back_what_they_wrote(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let step = [("stage", "handed_over"), ("way", "paper")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        let mut office = Office::told(&app, &team, &path).await;
        office.enter().await;
        office.post("fetch", &[]).await.expect(303);
        app.advance(Duration::from_hours(1));
        team.staff.post(&format!("{path}/steps/take-back"), &[]).await.expect(303);
        assert_eq!(delivery(&app, &path).await.stage, Stage::HandedOver);
        assert_eq!(app.visitor().tally().await["delivered"]["signatures"], 3);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(!page.contains("Take back the last entry") && !page.contains("Cancel the delivery"), "{page}");
    }

    async fn what_an_office_has_fetched_is_not_cancelled(app: TestApp) {
        let (team, path) = delivered(&app).await;
        assert!(team.staff.get(&path).await.expect(200).body.contains("Cancel the delivery"));
        let fetch = Fetch {
            id: Uuid::from_u128(7),
            campaign: app.campaign_id(),
            delivery: number(&path),
            package: ready(&app, &path).await.unwrap(),
            account: None,
            at: app.app.tools.clock.now(),
            keys: 0,
        };
        let tx = app.app.tools.db.write().await.unwrap();
        approvals::insert_fetch(&*tx, &fetch).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!team.staff.get(&path).await.expect(200).body.contains("Cancel the delivery"));
        let page = team.staff.post(&format!("{path}/cancel"), &[]).await.expect(422).body;
        assert!(page.contains("what has left the house cannot be cancelled"), "{page}");
    }

    async fn a_receipt_is_not_of_a_day_before_it_was_handed_over(app: TestApp) {
        let (mut team, path) = delivered(&app).await;
        app.advance(Duration::from_hours(48));
        team.staff.log_in_again().await;
        let steps = format!("{path}/steps");
        let step = [("stage", "handed_over"), ("way", "stick"), ("day", "2026-11-24")];
        team.staff.upload(&steps, &step, ("photo", b"")).await.expect(303);
        let receipt = |day: &'static str| [("stage", "acknowledged"), ("by", "The Clerk"), ("day", day)];
        let page = team.staff.upload(&steps, &receipt("2026-11-23"), ("photo", b"")).await.expect(422).body;
        assert!(page.contains("That day is too early") && page.contains("value=\"The Clerk\""), "{page}");
        team.staff.upload(&steps, &receipt("2026-11-24"), ("photo", b"")).await.expect(303);
    }

    async fn a_campaign_that_was_taken_down_hands_out_nothing(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut office = Office::told(&app, &team, &path).await;
        office.enter().await;
        let campaign = app.app.hub.campaign("recognize-celil").unwrap();
        for (switch, status) in [(Switch::Paused, 200), (Switch::Removed, 410)] {
            set_switch(&app.app.desk(), &campaign, switch, "test").await.unwrap();
            app.app.refresh().await.unwrap();
            office.look().await.expect(status);
        }
        let page = office.post("fetch", &[]).await.expect(410).body;
        assert!(page.contains("This link is no longer valid"), "{page}");
        team.staff.post(&format!("{path}/link"), &[("days", "14")]).await.expect(303);
        assert!(!team.staff.get(&path).await.expect(200).body.contains("Make a link"));
    }
}
