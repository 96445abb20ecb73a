use std::time::Duration;

use postulo::domain::role::Role;
use postulo::jobs::reminders;

use super::{RECORD, enter, typed_with};
use crate::studio::deliveries::{approve, frozen, signers, team};
use crate::support::{TestApp, on_both};

const DAY: Duration = Duration::from_hours(24);

/// Looks once a day for so many days; the words of the reminders that came.
async fn days(app: &TestApp, many: u32, to: &str) -> Vec<String> {
    let mut come = Vec::new();
    for _ in 0..many {
        app.advance(DAY);
        if reminders::step(&app.app).await.unwrap() > 0 {
            come.push(app.mail_to(to).await.text);
        }
    }
    come
}

on_both! {
    async fn the_team_is_told_when_an_addressee_has_been_silent_for_long(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=1).await;
        reminders::step(&app.app).await.unwrap();
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let step = [("stage", "handed_over"), ("way", "paper"), ("day", ""), ("note", "")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        let come = days(&app, 20, &team.staff.email).await;
        let silence: Vec<_> = come.iter().filter(|words| words.contains("has been silent for 14 days")).collect();
        assert_eq!(silence.len(), 1, "{come:?}");
        assert!(silence[0].contains("Justin Trudeau") && silence[0].contains("/addressees/trudeau"), "{silence:?}");
        let mut staff = team.staff;
        staff.log_in_again().await;
        enter(&staff, &typed_with(&[("day", "2026-12-12")])).await;
        let come = days(&app, 40, &staff.email).await;
        assert!(!come.iter().any(|words| words.contains("silent")), "they have answered: {come:?}");
    }

    async fn nobody_is_reminded_of_a_campaign_that_was_put_away(app: TestApp) {
        let (staff, organiser) = (app.member(Role::Staff).await, app.member(Role::Organiser).await);
        reminders::step(&app.app).await.unwrap();
        staff.post(&format!("{RECORD}/follow-up"), &[("due", "2026-11-25")]).await.expect(303);
        let site = "/studio/campaigns/recognize-celil/publication";
        organiser.post(&format!("{site}/closing"), &[("closing", "now")]).await.expect(303);
        app.advance(Duration::from_secs(1));
        organiser.post(&format!("{site}/state"), &[("to", "archived")]).await.expect(303);
        let come = days(&app, 8, &staff.email).await;
        assert!(!come.iter().any(|words| words.contains("come back")), "{come:?}");
    }

    async fn the_team_comes_back_to_an_addressee_on_the_day_it_chose(app: TestApp) {
        let mut staff = app.member(Role::Staff).await;
        reminders::step(&app.app).await.unwrap();
        let due = format!("{RECORD}/follow-up");
        for wrong in ["", "2026-11-01", "2031-01-01", "soon"] {
            let page = staff.post(&due, &[("due", wrong)]).await.expect(422).body;
            assert!(page.contains("href=\"#due\""), "{page}");
        }
        staff.post(&due, &[("due", "2026-11-25")]).await.expect(303);
        staff.post(&due, &[("due", "2026-11-27")]).await.expect(303);
        let come = days(&app, 8, &staff.email).await;
        assert_eq!(come.iter().filter(|words| words.contains("you wanted to come back to")).count(), 1, "{come:?}");
        staff.log_in_again().await;
        let page = staff.get(RECORD).await.expect(200).body;
        assert!(page.contains("That day has passed"), "{page}");
        staff.post(&format!("{due}/end"), &[]).await.expect(303);
        assert!(!staff.get(RECORD).await.expect(200).body.contains("That day has passed"));
        let none = [("milestones", "yes"), ("dates", "yes"), ("lang", "en")];
        staff.post("/studio/reminders", &none).await.expect(303);
        staff.post(&due, &[("due", "2026-12-05")]).await.expect(303);
        let come = days(&app, 8, &staff.email).await;
        assert!(!come.iter().any(|words| words.contains("come back")), "whoever does not want it is not told: {come:?}");
    }
}
