use postulo::domain::role::Role;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{OFFICE, REPORTS, at, on, reports_at, set_up, signers, staff, weekly};
use crate::studio::editor;
use crate::support::{Member, TestApp, on_both};

on_both! {
    async fn what_is_typed_wrongly_is_told_and_kept(app: TestApp) {
        let staff = staff(&app).await;
        let six = "a@x.example,b@x.example,c@x.example,d@x.example,e@x.example,f@x.example";
        for (field, value, place) in [
            ("to", "", "#to-1"),
            ("to", "addressee-nobody", "#to-1"),
            ("to", "partner", "#partner"),
            ("emails", "", "#emails"),
            ("emails", "nobody", "#emails"),
            ("emails", "a@x.example\nA@X.example", "#emails"),
            ("emails", six, "#emails"),
            ("lang", "de", "#lang"),
            ("rhythm", "daily", "#weekly"),
            ("weekday", "8", "#weekday"),
            ("hour", "22", "#hour"),
            ("intro", "See https://example.org", "#intro"),
        ] {
            let page = staff.post(REPORTS, &weekly(&[(field, value)])).await.expect(422).body;
            assert!(page.contains(&format!("href=\"{place}\"")), "{field} {value}: {page}");
            assert!(field == "emails" || page.contains(&format!(">{OFFICE}</textarea>")), "{page}");
        }
        let partner = [("to", "partner"), ("partner", "Amnesty"), ("level", "full")];
        let page = staff.post(REPORTS, &weekly(&partner)).await.expect(422).body;
        assert!(page.contains("href=\"#level\"") && page.contains("value=\"Amnesty\""), "{page}");
        for day in ["0", "32", "last"] {
            let page = staff.post(REPORTS, &weekly(&[("rhythm", "monthly"), ("day", day)])).await.expect(422).body;
            assert!(page.contains("href=\"#day\""), "{page}");
        }
        assert!(staff.get(REPORTS).await.expect(200).body.contains("There is no report yet"));
        assert!(staff.get(&format!("{REPORTS}/new")).await.expect(200).body.contains("Erin O’Toole"));
        for path in ["1", "x", "1/edit"] {
            staff.get(&format!("{REPORTS}/{path}")).await.expect(404);
        }
    }

    async fn pressed_twice_or_by_two_it_is_there_once_and_there_are_ten_at_the_most(app: TestApp) {
        let staff = staff(&app).await;
        let (one, two) = (weekly(&[]), weekly(&[]));
        let both = tokio::join!(staff.post(REPORTS, &one), staff.post(REPORTS, &two));
        assert_eq!(both.0.expect(303).header("location"), both.1.expect(303).header("location"));
        let count = async || entity::report::Entity::find().count(app.app.tools.db.read()).await.unwrap();
        assert_eq!(count().await, 1);
        for after in 1..10 {
            set_up(&staff, &[("after", &after.to_string())]).await;
        }
        let page = staff.post(REPORTS, &weekly(&[("after", "10")])).await.expect(422).body;
        assert!(page.contains("10 reports at the most") && page.contains(OFFICE), "{page}");
        assert!(!staff.get(REPORTS).await.body.contains("/reports/new\""));
        staff.post(&format!("{REPORTS}/3/end"), &[]).await.expect(303);
        set_up(&staff, &[("after", "10")]).await;
        assert_eq!(count().await, 11);
    }

    async fn of_two_who_change_it_at_once_the_second_is_told(app: TestApp) {
        let staff = staff(&app).await;
        let path = set_up(&staff, &[]).await;
        let edit = format!("{path}/edit");
        let page = staff.get(&edit).await.expect(200).body;
        assert!(page.contains(&format!(">{OFFICE}</textarea>")) && page.contains("name=\"revision\" value=\"1\""), "{page}");
        staff.post(&edit, &weekly(&[("revision", "1"), ("hour", "9")])).await.expect(303);
        let mine = weekly(&[("revision", "1"), ("hour", "10"), ("emails", "mine@parliament.example")]);
        let page = staff.post(&edit, &mine).await.expect(409).body;
        assert!(page.contains("changed this report meanwhile") && page.contains(">mine@parliament.example</textarea>"), "{page}");
        assert!(page.contains("name=\"revision\" value=\"2\""), "{page}");
        let shown = staff.get(&path).await.body;
        assert!(shown.contains("Monday, 9:00") && shown.contains(OFFICE), "{shown}");
        let again = weekly(&[("revision", "2"), ("hour", "10"), ("emails", "mine@parliament.example")]);
        staff.post(&edit, &again).await.expect(303);
        let shown = staff.get(&path).await.body;
        assert!(shown.contains("Monday, 10:00") && !shown.contains(OFFICE), "{shown}");
        staff.post(&edit, &weekly(&[("revision", "x")])).await.expect(400);
        staff.post(&format!("{path}/end"), &[]).await.expect(303);
        staff.get(&edit).await.expect(303);
        staff.post(&edit, &weekly(&[("revision", "4")])).await.expect(303);
        staff.post(&format!("{path}/on"), &[]).await.expect(303);
        assert!(staff.get(&path).await.body.contains("role=\"status\">Ended</p>"));
    }

    async fn another_day_is_the_next_such_day(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let path = on(&staff, &[("skips", "")]).await;
        assert_eq!(reports_at(&app, "2026-11-23", "08:00").await.len(), 1);
        at(&app, "2026-11-24", "12:00");
        staff.log_in_again().await;
        // Tuesday's hour has gone by already: it begins next week.
        staff.post(&format!("{path}/edit"), &weekly(&[("revision", "2"), ("weekday", "2"), ("skips", "")])).await.expect(303);
        for (day, many) in [("2026-11-24", 0), ("2026-11-30", 0), ("2026-12-01", 1)] {
            assert_eq!(reports_at(&app, day, "12:30").await.len(), many, "{day}");
        }
    }

    async fn it_is_not_switched_on_without_a_postal_address_or_for_a_draft(app: TestApp) {
        let (staff, owner) = (app.member(Role::Staff).await, app.member(Role::Owner).await);
        let silent = [("name", "Uyghur Advocacy"), ("postal_address", ""), ("time_zone", "America/Toronto")];
        owner.post("/studio/organisation", &silent).await.expect(303);
        let path = set_up(&staff, &[]).await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("no postal address yet") && !page.contains("Switch it on"), "{page}");
        let page = staff.post(&format!("{path}/on"), &[]).await.expect(422).body;
        assert!(page.contains("class=\"summary\"") && page.contains("no postal address yet"), "{page}");
        let staff = crate::studio::reports::staff(&app).await;
        staff.post(&format!("{path}/on"), &[]).await.expect(303);
        draft(&app, &app.member(Role::Organiser).await).await;
        let drafts = "/studio/campaigns/keep-the-library/reports";
        let partner = weekly(&[("to", "partner"), ("partner", "Amnesty")]);
        let path = staff.post(drafts, &partner).await.expect(303).header("location").to_owned();
        let page = staff.post(&format!("{path}/on"), &[]).await.expect(422).body;
        assert!(page.contains("The campaign is not public"), "{page}");
    }
}

async fn draft(_: &TestApp, organiser: &Member) {
    let fields = [("title", "Keep the library"), ("language", "en"), ("also-fr", "yes")];
    organiser.post("/studio/campaigns/new", &fields).await.expect(303);
    let text = "/studio/campaigns/keep-the-library/edit/basics";
    editor::write(organiser, text, &[("ask.en", "Keep it open.")]).await.expect(303);
}
