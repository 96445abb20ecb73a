//! Times as people type them, in their own zone: what the clocks skip or show twice is asked about, and no year breaks a page.

use std::time::Duration;

use postulo::domain::role::Role;

use super::editor::write;
use crate::support::{Build, Member, Reply, TestApp};

const PUBLICATION: &str = "/studio/campaigns/recognize-celil/publication";

async fn in_zone(owner: &Member, zone: &str) {
    let fields = [("name", "Uyghur Advocacy"), ("postal_address", ""), ("time_zone", zone)];
    owner.post("/studio/organisation", &fields).await.expect(303);
}

/// Asks for the time in both forms that take one: publishing, and closing.
async fn both(member: &Member, date: &str, time: &str, which: &str) -> [Reply; 2] {
    let publish =
        [("when", "later"), ("publish-date", date), ("publish-time", time), ("publish-which", which)];
    let close = [("closing", "later"), ("close-date", date), ("close-time", time), ("close-which", which)];
    [member.post(PUBLICATION, &publish).await, member.post(&format!("{PUBLICATION}/closing"), &close).await]
}

#[tokio::test]
async fn what_the_clocks_skip_or_show_twice_is_asked_about_in_every_zone() {
    let app = TestApp::build(Build::default()).await;
    let (owner, organiser) = (app.member(Role::Owner).await, app.member(Role::Organiser).await);
    let story = "/studio/campaigns/recognize-celil/edit/story";
    write(&organiser, story, &[("story.en", "Another story")]).await.expect(303);
    // Zone, what is typed, which of two is meant, and what comes of it: a moment, or words.
    let cases = [
        ("America/Toronto", "2027-03-14", "02:30", "", Err("The nearest time that there is: 03:00")),
        ("America/Toronto", "2027-03-14", "02:30", "again", Err("The nearest time that there is: 03:00")),
        ("America/Toronto", "2027-03-14", "03:00", "", Ok("2027-03-14T07:00:00.000Z")),
        ("America/Toronto", "2027-11-07", "01:30", "", Err("UTC-05:00")),
        ("America/Toronto", "2027-11-07", "01:30", "first", Ok("2027-11-07T05:30:00.000Z")),
        ("America/Toronto", "2027-11-07", "01:30", "again", Ok("2027-11-07T06:30:00.000Z")),
        ("America/Toronto", "2026-11-01", "01:30", "again", Err("That time is over")),
        // Half an hour, and a distance of three quarters; the day before elsewhere; no daylight saving at all.
        ("Australia/Lord_Howe", "2027-04-04", "01:45", "", Err("UTC+10:30")),
        ("Australia/Lord_Howe", "2027-04-04", "01:45", "again", Ok("2027-04-03T15:15:00.000Z")),
        ("Asia/Kathmandu", "2026-12-01", "09:30", "", Ok("2026-12-01T03:45:00.000Z")),
        ("Pacific/Apia", "2026-12-01", "00:30", "", Ok("2026-11-30T11:30:00.000Z")),
        ("Asia/Shanghai", "2026-12-01", "00:00", "", Ok("2026-11-30T16:00:00.000Z")),
    ];
    for (zone, date, time, which, expected) in cases {
        in_zone(&owner, zone).await;
        let about = format!("{zone} {date} {time} {which}");
        let replies = both(&organiser, date, time, which).await;
        let campaign = app.app.hub.campaign("recognize-celil").unwrap();
        match expected {
            Ok(moment) => {
                for reply in replies {
                    assert_eq!(reply.status.as_u16(), 303, "{about}: {}", reply.body);
                }
                for at in [campaign.publish_at, campaign.closes_at] {
                    assert_eq!(at.unwrap().to_string(), moment, "{about}");
                }
                organiser.post(&format!("{PUBLICATION}/cancel"), &[]).await.expect(303);
            }
            Err(words) => {
                for reply in replies {
                    let page = reply.expect(422).body;
                    assert!(
                        page.contains(words) && page.contains(&format!("value=\"{date}\"")),
                        "{about}: {page}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn no_year_and_no_odd_time_breaks_a_page() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    for (date, time) in [
        ("0001-01-01", "00:00"),
        ("0000-00-00", "00:00"),
        ("-0044-03-15", "10:00"),
        ("9999-12-31", "23:59"),
        ("10000-01-01", "10:00"),
        ("999999999999-01-01", "10:00"),
        ("2026-02-29", "10:00"),
        ("2027-01-01", "24:00"),
        ("2027-01-01", "10:61"),
        ("2027-01-01T10:00", "10:00"),
        ("2027-01-01", "10:00[UTC]"),
        ("2027-01-01", "10:00Z"),
        ("tomorrow", "noon"),
        ("", "10:00"),
        ("2027-01-01", ""),
    ] {
        for reply in both(&organiser, date, time, "").await {
            assert_eq!(reply.status.as_u16(), 422, "{date} {time}: {}", reply.body);
        }
    }
    for reply in both(&organiser, "9999-06-01", "10:00", "").await {
        reply.expect(303);
    }
    organiser.get(PUBLICATION).await.expect(200);
    organiser.get("/studio/campaigns/recognize-celil").await.expect(200);
    app.advance(Duration::from_secs(1));
    for path in [
        "/en/campaigns/recognize-celil",
        "/fr/campaigns/recognize-celil",
        "/en",
        "/campaigns/recognize-celil/tally.json",
    ] {
        assert!(app.visitor().get(path).await.status.as_u16() < 400, "{path}");
    }
}
