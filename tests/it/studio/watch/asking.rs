//! Which time is looked at, and what is no time.

use std::time::Duration;

use postulo::domain::moment::Moment;
use postulo::domain::role::Role;

use super::{PAGE, count, sign};
use crate::support::{Member, START, TestApp, on_both};

/// Sets the clocks by which an organisation counts its days.
async fn at(app: &TestApp, zone: &str) -> Member {
    let owner = app.member(Role::Owner).await;
    let page = owner.get("/studio/organisation").await.expect(200).body;
    assert!(page.contains("name=\"time_zone\""));
    let tx = app.app.tools.db.write().await.unwrap();
    let sql = format!("UPDATE organisation SET time_zone = '{zone}'");
    sea_orm::ConnectionTrait::execute_unprepared(&*tx, &sql).await.unwrap();
    tx.commit().await.unwrap();
    app.member(Role::Viewer).await
}

on_both! {
    async fn days_that_are_none_are_refused_and_what_was_typed_is_kept(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let none = [("2026-11-22", "2026-11-20"), ("soon", "2026-11-22"), ("1900-01-01", "2026-11-22"),
            ("2026-11-22", "9999-12-31"), ("2026-02-30", "2026-11-22"), ("-9999-01-01", "9999-12-31"), ("2026-11-22", ""), ("", "")];
        for (from, to) in none {
            let page = viewer.get(&format!("{PAGE}?period=own&from={from}&to={to}")).await.expect(422).body;
            assert!(page.contains(&format!("value=\"{from}\"")) && page.contains("Choose two days"), "{from} {to}");
            assert!(page.contains("href=\"#from\"") && page.contains("aria-invalid=\"true\""));
            // What is shown instead is called what it is, and can be taken away.
            assert!(page.contains("Last 7 days</figcaption>") && page.contains("figures.csv?of=time&amp;period=week\""));
        }
        for since in ["soon", "1999-12-31", "9999-12-31", "%22%3E%3Cscript%3E"] {
            let page = viewer.get(&format!("{PAGE}?with=before&since={since}")).await.expect(422).body;
            assert!(page.contains("Choose a day to compare from") && page.contains("href=\"#since\"") && !page.contains("<script>"));
            viewer.get(&format!("{PAGE}/figures.csv?of=time&with=before&since={since}")).await.expect(400);
        }
        let hostile = "?with=%22%3E%3Cscript%3E&period=%27&of=%3Cb%3E&was=%3E&from=&to=";
        assert!(!viewer.get(&format!("{PAGE}{hostile}")).await.expect(200).body.contains("<script>"));
        viewer.get(&format!("{PAGE}?was=%00")).await.expect(400);
    }

    async fn days_that_are_typed_are_looked_at_unless_another_period_was_chosen(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        count(&app, app.campaign_id(), Moment(START.0 - 40 * 86_400_000), "poster", 7).await;
        let typed = "from=2026-10-01&to=2026-10-31";
        let forgot = viewer.get(&format!("{PAGE}?was=week&period=week&{typed}")).await.expect(200).body;
        assert!(forgot.contains("Days of your choice</figcaption>") && forgot.contains("value=\"2026-10-31\""));
        assert!(forgot.contains("<dd>7</dd>"));
        let changed = viewer.get(&format!("{PAGE}?was=own&period=week&{typed}")).await.expect(200).body;
        assert!(changed.contains("Last 7 days</figcaption>") && !changed.contains("value=\"2026-10-31\""));
        let half = viewer.get(&format!("{PAGE}?was=week&period=week&from=2026-10-01")).await.expect(422).body;
        assert!(half.contains("value=\"2026-10-01\""));
    }

    async fn a_day_has_the_hours_that_its_clocks_go_through(app: TestApp) {
        let viewer = at(&app, "America/Toronto").await;
        // 1 November 2026, 01:30 in Toronto: first in summer time, then again.
        for (hour, n) in [(1_793_511_000_000, 2), (1_793_514_600_000, 3)] {
            count(&app, app.campaign_id(), Moment(hour), "", n).await;
        }
        let query = "period=own&from=2026-11-01&to=2026-11-01";
        let page = viewer.get(&format!("{PAGE}?{query}")).await.expect(200).body;
        assert!(page.contains("01:00 (-04:00)") && page.contains("01:00 (-05:00)") && page.contains("<dd>5</dd>"));
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=time&{query}")).await.expect(200).body;
        assert_eq!(file.lines().count(), 26);
        assert!(file.contains("2026-11-01T01:00-04:00,2,0\r\n2026-11-01T01:00-05:00,3,0\r\n"), "{file}");
        let spring = viewer.get(&format!("{PAGE}/figures.csv?of=time&period=own&from=2026-03-08&to=2026-03-08")).await.body;
        assert_eq!(spring.lines().count(), 24);
        assert!(spring.contains("T01:00-05:00") && !spring.contains("T02:00") && spring.contains("T03:00-04:00"));
    }

    async fn half_an_hour_from_utc_nothing_is_lost_and_nothing_counted_twice(app: TestApp) {
        let viewer = at(&app, "America/St_Johns").await;
        for day in 0..5_usize {
            let hour = Moment(START.0 - i64::try_from(day).unwrap() * 86_400_000);
            count(&app, app.campaign_id(), hour, "", day + 1).await;
        }
        for query in ["period=week", "period=month", "period=all", "period=own&from=2026-11-01&to=2026-11-22"] {
            let page = viewer.get(&format!("{PAGE}?{query}")).await.expect(200).body;
            assert!(page.contains("<dt>Confirmed</dt><dd>15</dd>"), "{query}");
        }
    }

    async fn what_is_looked_at_ends_with_now_however_long_it_is(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        count(&app, app.campaign_id(), Moment(START.0 - 400 * 86_400_000), "", 1).await;
        sign(&app, 1, "qr").await;
        app.advance(Duration::from_secs(5));
        let page = viewer.get(&format!("{PAGE}?period=all")).await.expect(200).body;
        assert!(page.contains("Confirmed per month") && page.contains("<dt>Confirmed</dt><dd>2</dd>"));
        let ten_years = viewer.get(&format!("{PAGE}/figures.csv?of=time&period=own&from=2016-01-01&to=2026-11-22")).await;
        assert_eq!(ten_years.expect(200).body.lines().count(), 1 + 131);
    }
}
