use std::time::Duration;

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};

use super::{
    OFFICE, REPORTS, at, everything, file, is_sound, moment, on, on_and_approved, promise, recorded, reports,
    reports_at, set_up, signers, staff, step, writes,
};
use crate::support::{TestApp, on_both};

on_both! {
    async fn a_report_leaves_on_its_day_with_its_figures_and_names_nobody(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=12, "K1A 0A6").await;
        signers(&app, 13..=23, "H2Y 1C6").await;
        let two = format!("{OFFICE}\nsecond@parliament.example");
        let path = on(&staff, &[("emails", &two), ("intro", "Our figures, as we agreed.")]).await;
        assert!(reports_at(&app, "2026-11-23", "07:59").await.is_empty());
        let mails = reports_at(&app, "2026-11-23", "08:00").await;
        let to: Vec<&str> = mails.iter().map(|mail| &*mail.to).collect();
        assert_eq!(to, [OFFICE, "second@parliament.example"]);
        let mail = &mails[0];
        assert!(mail.subject.starts_with("Report on “") && mail.subject.ends_with("November 23, 2026"), "{}", mail.subject);
        assert!(mail.text.contains("Our figures, as we agreed.") && mail.text.contains("Signed online: 23"), "{}", mail.text);
        assert!(mail.text.contains("Uyghur Advocacy\n1 Example Street\nOttawa ON"), "{}", mail.text);
        let (link, one_press) = mail.unsubscribe.clone().unwrap();
        assert!(one_press && link.starts_with(&format!("{}/unsubscribe/", app.url)), "{link}");
        assert!(!mail.html.contains("<img"), "{}", mail.html);
        assert_eq!(mail.attachments[0].0, "recognize-celil-2026-11-23.pdf");
        is_sound(&app, mail, "Report on");
        let told = file(&app, mail);
        for words in ["Signed online, each confirmed by email 23", "Ontario 10", "Quebec 10", "Erin O’Toole", "This is the first report"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        // Two from one province and one from the other, beyond full tens.
        assert!(told.contains("together 3"), "{told}");
        for mail in &mails {
            let told = file(&app, mail);
            for secret in ["Signer", "signer", "@example.org", "@parliament.example"] {
                assert!(!told.contains(secret) && !mail.text.contains(secret) && !mail.html.contains(secret), "{secret}");
            }
        }
        // Once, however often it is looked; and nothing where nothing is new.
        assert!(reports_at(&app, "2026-11-23", "08:01").await.is_empty());
        assert!(reports_at(&app, "2026-11-30", "08:00").await.is_empty());
        signers(&app, 24..=24, "K1A 0A6").await;
        let mails = reports_at(&app, "2026-12-07", "08:00").await;
        assert!(mails[0].text.contains("Signed online: 24 (new: 1)"), "{}", mails[0].text);
        let told = file(&app, &mails[0]);
        assert!(told.contains("24 (new: 1)") && told.contains("since the report of November 23, 2026"), "{told}");
        assert!(told.contains("Ontario 10"), "{told}");
        staff.log_in_again().await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Nothing was new") && page.contains("Sent: 2"), "{page}");
        let acts = recorded(&app).await;
        assert_eq!(acts, ["set_up_report", "switch_on_report", "send_report", "send_report"]);
    }

    async fn what_was_due_while_nobody_looked_is_one_report_and_the_next_is_on_its_day(app: TestApp) {
        let staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        on(&staff, &[("skips", "")]).await;
        assert_eq!(reports_at(&app, "2026-12-16", "15:00").await.len(), 1);
        for (day, time, many) in [("2026-12-16", "15:01", 0), ("2026-12-20", "23:00", 0), ("2026-12-21", "07:59", 0), ("2026-12-21", "08:00", 1)] {
            assert_eq!(reports_at(&app, day, time).await.len(), many, "{day} {time}");
        }
        // The clock is set back: nothing is sent a second time.
        assert!(reports_at(&app, "2026-12-14", "08:00").await.is_empty());
        assert_eq!(reports_at(&app, "2026-12-28", "08:00").await.len(), 1);
    }

    async fn it_is_the_same_hour_when_the_clocks_are_put_forward_and_the_last_day_of_a_short_month(app: TestApp) {
        let staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        on(&staff, &[("weekday", "7"), ("skips", "")]).await;
        let late = [("after", "1"), ("rhythm", "monthly"), ("day", "31"), ("skips", ""), ("emails", "month@parliament.example")];
        on(&staff, &late).await;
        reports_at(&app, "2027-02-27", "12:00").await;
        let due = reports_at(&app, "2027-02-28", "08:00").await;
        assert_eq!(due.len(), 2, "a Sunday, and the last of February");
        app.clock.set(moment("2027-03-14T11:59"));
        step(&app).await;
        let before = reports(&app).await.len();
        app.clock.set(moment("2027-03-14T12:00"));
        step(&app).await;
        assert_eq!(reports(&app).await.len(), before + 1);
    }

    async fn two_nodes_that_look_at_once_send_it_once(app: TestApp) {
        let staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let path = on(&staff, &[]).await;
        let there = app.beside().await;
        at(&app, "2026-11-23", "08:00");
        let (one, two) = tokio::join!(step(&app), step(&there));
        assert_eq!(one + two, 1);
        assert_eq!(reports(&app).await.len(), 1);
        assert_eq!(entity::report_issue::Entity::find().count(app.app.tools.db.read()).await.unwrap(), 1);
        // Whoever presses twice, or two at once, find it switched on.
        app.advance(Duration::from_mins(1));
        let mut staff = staff;
        staff.log_in_again().await;
        let (pause, resume) = (format!("{path}/pause"), format!("{path}/on"));
        for part in [&pause, &pause, &resume, &resume] {
            staff.post(part, &[]).await.expect(303);
        }
        assert!(staff.get(&path).await.body.contains("<p class=\"lead\" role=\"status\">On</p>"));
    }

    async fn sent_again_it_is_word_for_word_the_same_whatever_came_meanwhile(app: TestApp) {
        promise(&app, 1, everything).await;
        let staff = staff(&app).await;
        writes(&app, "Anna Roy", "Bring him home").await;
        on_and_approved(&app, &staff, &[("intro", "As agreed.")]).await;
        let first = reports_at(&app, "2026-11-23", "08:00").await.remove(0);
        writes(&app, "Bela Varga", "Too late for this one").await;
        promise(&app, 2, |file| {
            everything(file);
            file.content.title = file.content.asked.clone();
        }).await;
        let tx = app.app.tools.db.write().await.unwrap();
        tx.execute_unprepared("UPDATE outbox SET state = 'queued', ended_at = NULL, leased_until = 0 WHERE kind = 'report'").await.unwrap();
        tx.commit().await.unwrap();
        let mails = reports(&app).await;
        let again = mails.last().unwrap();
        assert_eq!((mails.len(), &again.id), (2, &first.id));
        assert_eq!((&again.subject, &again.text), (&first.subject, &first.text));
        assert!(again.attachments == first.attachments, "the same bytes");
    }

    async fn whoever_tries_it_gets_it_and_nobody_else(app: TestApp) {
        promise(&app, 1, everything).await;
        let staff = staff(&app).await;
        writes(&app, "Anna Roy", "Bring him home").await;
        let path = set_up(&staff, &[("to", "addressee-trudeau"), ("lang", "fr")]).await;
        for _ in 0..2 {
            let reply = staff.post(&format!("{path}/try"), &[]).await.expect(303);
            assert_eq!(reply.header("location"), format!("{path}?done=try"));
        }
        let mails = reports(&app).await;
        assert_eq!(mails.len(), 1, "pressed twice, it is one mail");
        assert_eq!(mails[0].to, staff.email);
        assert!(mails[0].subject.starts_with("Essai\u{a0}: Rapport sur «"), "{}", mails[0].subject);
        assert!(mails[0].unsubscribe.is_none());
        let told = file(&app, &mails[0]);
        assert!(told.contains("Bring him home") && told.contains("Nouveaux commentaires"), "{told}");
        assert!(staff.get(&format!("{path}?done=try")).await.body.contains("on its way to you"));
        // It was no report: the first is still the first.
        staff.post(&format!("{path}/on"), &[]).await.expect(303);
        let mails = reports_at(&app, "2026-11-23", "08:00").await;
        assert!(file(&app, &mails[0]).contains("premier rapport"));
        assert!(staff.get(REPORTS).await.status.as_u16() == 303, "hours have gone by");
    }
}
