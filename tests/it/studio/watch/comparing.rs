//! What is put beside the figures: another time, another campaign, and never another organisation's.

use postulo::domain::moment::Moment;
use postulo::domain::role::Role;

use super::{PAGE, another, count};
use crate::support::{START, TestApp, on_both};

const DAY: i64 = 86_400_000;

/// Signatures of this week, of the week before, and of a week in spring.
async fn fill(app: &TestApp) {
    for (days, source, n) in [(1, "poster", 6), (8, "mail", 4), (201, "mail", 9)] {
        count(app, app.campaign_id(), Moment(START.0 - days * DAY), source, n).await;
    }
}

fn compared(page: &str) -> &str {
    let rest = page.split("<div class=\"compared\">").nth(1).expect("a comparison");
    rest.split("</dl>").next().unwrap()
}

on_both! {
    async fn a_week_stands_beside_the_one_before_and_beside_any_other(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        fill(&app).await;
        let page = viewer.get(&format!("{PAGE}?with=before")).await.expect(200).body;
        assert!(page.contains("<dt>Confirmed</dt><dd>6</dd>"));
        assert!(compared(&page).contains("The same time before</dt><dd>4</dd>") && page.contains("2 more"));
        assert!(page.contains("class=\"other\""), "a line across each column");
        // A week in spring; a day alone means this campaign.
        for query in ["with=before&since=2026-05-04", "since=2026-05-04"] {
            let page = viewer.get(&format!("{PAGE}?{query}")).await.expect(200).body;
            assert!(compared(&page).contains("From May 4, 2026</dt><dd>9</dd>") && page.contains("3 fewer"), "{query}");
            assert!(page.contains("value=\"2026-05-04\""));
        }
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=time&with=before&since=2026-05-04")).await.expect(200).body;
        let lines: Vec<_> = file.lines().collect();
        assert!(lines[0].ends_with("from,confirmed,signed,compared_from,compared_confirmed,compared_signed"));
        assert_eq!(lines.len(), 8);
        assert!(lines[1].contains(",2026-05-04T00:00-04:00,"), "{file}");
    }

    async fn a_campaign_stands_beside_another_of_the_same_organisation(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        fill(&app).await;
        let library = another(&app).await;
        count(&app, library, Moment(START.0 - 2 * DAY), "poster", 3).await;
        count(&app, library, Moment(START.0 - 50 * DAY), "=1+1", 8).await;
        let page = viewer.get(&format!("{PAGE}?with=keep-the-library")).await.expect(200).body;
        assert!(compared(&page).contains("Keep the library</dt><dd>3</dd>") && page.contains("3 more"));
        let since = viewer.get(&format!("{PAGE}?with=keep-the-library&since=2026-10-01")).await.expect(200).body;
        assert!(compared(&since).contains("Keep the library, from October 1, 2026</dt><dd>8</dd>"));
        // What only the other has is told as well, and nothing of it runs.
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=source&with=keep-the-library")).await.expect(200).body;
        let rows: Vec<_> = file.lines().skip(1).collect();
        assert_eq!(rows, ["mail,mail,13,0", "poster,poster,6,3", "'=1+1,'=1+1,0,8"]);
        let own = viewer.get(&format!("{PAGE}/figures.csv?of=source")).await.expect(200).body;
        assert!(own.ends_with("source,name,counted\r\nmail,mail,13\r\nposter,poster,6\r\n"), "{own}");
    }

    async fn what_another_organisation_has_is_not_there_to_compare_with(app: TestApp) {
        let stranger = app.member_elsewhere(Role::Organiser, "elsewhere").await;
        let fields = [("title", "Secret plan"), ("language", "en")];
        stranger.post("/studio/campaigns/new", &fields).await.expect(303);
        let secret = app.app.hub.campaign_or_draft("secret-plan").unwrap().id;
        count(&app, secret, START, "leak", 7).await;
        let viewer = app.member(Role::Viewer).await;
        let there = ["?with=secret-plan", "?with=secret-plan&since=2026-11-01", "/figures.csv?of=source&with=secret-plan",
            "/figures/live?of=charts&with=secret-plan"];
        for path in there {
            let answer = viewer.get(&format!("{PAGE}{path}")).await.expect(404).body;
            assert!(!answer.contains("Secret plan") && !answer.contains("leak"), "{path}");
        }
        for query in ["?with=recognize-celil", "?with=nothing-there"] {
            let page = viewer.get(&format!("{PAGE}{query}")).await.expect(200).body;
            assert!(!page.contains("class=\"compared\""), "{query}");
        }
        stranger.get(&format!("{PAGE}/figures.csv?of=time")).await.expect(404);
    }
}
