//! When the next milestone will be reached, and where nobody can tell.

use postulo::domain::moment::Moment;
use postulo::domain::role::Role;

use super::{PAGE, count, figure};
use crate::support::{Member, START, TestApp, on_both};

const HOUR: i64 = 3_600_000;

fn hours_ago(hours: i64) -> Moment {
    Moment(START.0 - hours * HOUR)
}

async fn page(viewer: &Member) -> String {
    viewer.get(PAGE).await.expect(200).body
}

on_both! {
    async fn a_guess_rests_on_what_happened_and_says_on_what(app: TestApp) {
        let (viewer, campaign) = (app.member(Role::Viewer).await, app.campaign_id());
        assert!(page(&viewer).await.contains("Not at this tempo: nobody confirmed in the last 7 days."));
        count(&app, campaign, hours_ago(50), "", 3).await;
        assert!(page(&viewer).await.contains("nobody can tell yet: 3 were confirmed in the last 7 days."));
        count(&app, campaign, hours_ago(30), "", 47).await;
        // Fifty more at fifty a week: by the day, since it is far.
        assert!(page(&viewer).await.contains("Reached about November 29, 2026, if it goes on like this: 50 were confirmed in the last 168 hours."));
        count(&app, campaign, hours_ago(1), "", 48).await;
        assert!(page(&viewer).await.contains("Reached about November 22, 2026, 07:00, if it goes on like this: 48 were confirmed in the last 24 hours."));
    }

    async fn what_is_reached_leads_to_the_next_and_what_is_too_far_is_not_guessed(app: TestApp) {
        let (viewer, campaign) = (app.member(Role::Viewer).await, app.campaign_id());
        count(&app, campaign, hours_ago(500), "", 100).await;
        let reached = page(&viewer).await;
        assert_eq!(figure(&reached, "next_milestone"), "250");
        assert!(reached.contains("Not at this tempo"));
        let tx = app.app.tools.db.write().await.unwrap();
        let sql = "UPDATE tally SET online = 100000, revision = revision + 1";
        sea_orm::ConnectionTrait::execute_unprepared(&*tx, sql).await.unwrap();
        tx.commit().await.unwrap();
        count(&app, campaign, hours_ago(2), "", 5).await;
        let beyond = page(&viewer).await;
        assert_eq!((figure(&beyond, "counted"), figure(&beyond, "next_milestone")), ("100,005", "200,000"));
        assert!(beyond.contains("Not within two years at this tempo") && beyond.contains("All milestones of the campaign are reached"));
    }

    async fn of_a_campaign_that_is_not_open_nothing_is_guessed(app: TestApp) {
        let (viewer, organiser) = (app.member(Role::Viewer).await, app.member(Role::Organiser).await);
        count(&app, app.campaign_id(), hours_ago(2), "", 50).await;
        for (part, field) in [("state", ("to", "paused")), ("state", ("to", "open")), ("closing", ("closing", "now"))] {
            organiser.post(&format!("{PAGE}/publication/{part}"), &[field]).await.expect(303);
            let page = page(&viewer).await;
            let is_guessed = page.contains("Reached about");
            assert_eq!(page.contains("is told while the campaign is open"), !is_guessed);
            assert_eq!(is_guessed, field.1 == "open", "{field:?}");
            assert_eq!(figure(&page, "counted"), "50");
        }
    }
}
