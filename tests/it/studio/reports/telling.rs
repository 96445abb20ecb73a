use std::time::Duration;

use postulo::actions::switch_mail::switch_mail;
use postulo::domain::disclosure::Disclosure;
use postulo::domain::role::Role;

use super::{
    approve, at, everything, file, on, on_and_approved, promise, reports, reports_at, revision, set_up,
    signers, staff, step, weekly, writes,
};
use crate::support::{Member, Person, TestApp, on_both};

/// Stops the mail of the service, or lets it go on.
async fn stop_mail(app: &TestApp, is_stopped: bool) {
    switch_mail(&app.app.desk(), !is_stopped, "test").await.unwrap();
    app.app.refresh().await.unwrap();
}

/// A report is made on its day, and its mail waits.
async fn make_while_mail_is_stopped(app: &TestApp, staff: &mut Member) {
    stop_mail(app, true).await;
    at(app, "2026-11-23", "08:00");
    assert_eq!(step(app).await, 1);
    assert!(reports(app).await.is_empty(), "mail is stopped");
    staff.log_in_again().await;
}

on_both! {
    async fn each_is_told_as_much_as_the_text_says_and_never_a_name(app: TestApp) {
        promise(&app, 1, |file| {
            file.text.text.addressees[1].disclosure = Disclosure::Numbers;
            file.text.text.addressees[2].disclosure = Disclosure::NamePlace;
        }).await;
        let staff = staff(&app).await;
        signers(&app, 1..=12, "K1A 0A6").await;
        writes(&app, "Anna Roy", "Bring him home").await;
        for (after, to, level) in [
            ("0", "addressee-otoole", ""),
            ("1", "addressee-singh", ""),
            ("2", "addressee-blanchet", ""),
            ("3", "partner", "numbers"),
            ("4", "partner", "place"),
        ] {
            let email = format!("office{after}@parliament.example");
            let mut fields = vec![("after", after), ("to", to), ("emails", &*email)];
            if to == "partner" {
                fields.extend([("partner", "Amnesty"), ("level", level)]);
            }
            on(&staff, &fields).await;
        }
        let mails = reports_at(&app, "2026-11-23", "08:00").await;
        let told: Vec<String> = mails.iter().map(|mail| file(&app, mail)).collect();
        assert_eq!(told.len(), 5);
        for (at, told) in told.iter().enumerate() {
            let by_place = [false, true, true, false, true][at];
            assert_eq!(told.contains("Ontario 10"), by_place, "{at}: {told}");
            assert_eq!(told.contains("numbers only, none by place"), !by_place, "{at}: {told}");
            assert!(told.contains("confirmed by email 13"), "{at}: {told}");
            for secret in ["Anna", "Signer", "Bring him home", "K1A 0A6 Ottawa"] {
                assert!(!told.contains(secret), "{at} {secret}: {told}");
            }
        }
        assert!(told[3].contains("Amnesty") && told[0].contains("Erin O’Toole"));
    }

    async fn comments_are_told_without_their_writers_and_only_where_that_was_promised(app: TestApp) {
        // Whoever signs this text promised less.
        writes(&app, "Otto Old", "Words under the first text").await;
        promise(&app, 2, everything).await;
        let staff = staff(&app).await;
        writes(&app, "Zoé Côté", "Free him now! Zoe Cote, reach me at zoe@mail.example or (613) 555-0199, K1A 0A6").await;
        writes(&app, "Walter Went", "Words that stay").await;
        let erased = writes(&app, "Erik Erased", "Erased words").await;
        let spam = Person::new("Spam Roy", "spam@mailinator.com").with("comment", "Held words");
        app.visitor().sign_and_confirm(&app, &spam).await;
        app.visitor().sign_well(&Person::new("Una Unsure", "una@example.org").with("comment", "Unconfirmed words")).await;
        on_and_approved(&app, &staff, &[]).await;
        at(&app, "2026-11-23", "08:00");
        step(&app).await;
        // Between the moment at which it was fixed and the mail.
        app.visitor().post(&format!("{}/erasure", erased.mine_path()), &[]).await.expect(200);
        let mail = reports(&app).await.remove(0);
        let told = file(&app, &mail);
        assert!(told.contains("Ontario Free him now! […], reach me at […] or (") && told.contains("Words that stay"), "{told}");
        for secret in ["Zoe", "Cote", "Zoé", "@", "555", "K1A 0A6 Ontario", "Erased", "Held", "Unconfirmed", "first text", "Walter"] {
            assert!(!told.contains(secret), "{secret}: {told}");
        }
        assert!(mail.text.contains("2 new comments"), "{}", mail.text);
    }

    async fn what_people_wrote_waits_until_somebody_else_has_approved_it(app: TestApp) {
        promise(&app, 1, everything).await;
        let mut staff = staff(&app).await;
        writes(&app, "Anna Roy", "Bring him home").await;
        let path = set_up(&staff, &[("to", "addressee-trudeau"), ("skips", "")]).await;
        staff.post(&format!("{path}/on"), &[]).await.expect(303);
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("do not go along yet") && !page.contains("I approve that it tells"), "{page}");
        let page = staff.post(&format!("{path}/approve"), &[("revision", "2")]).await.expect(422).body;
        assert!(page.contains("class=\"summary\"") && page.contains("somebody else approves it"), "{page}");
        let told = file(&app, &reports_at(&app, "2026-11-23", "08:00").await[0]);
        assert!(told.contains("confirmed by email 1") && !told.contains("Bring him home"), "{told}");
        // Another look at it, and the next one tells.
        let mut other = app.member(Role::Staff).await;
        assert!(other.get(&path).await.expect(200).body.contains("I approve that it tells comments"));
        let page = other.post(&format!("{path}/approve"), &[("revision", "1")]).await.expect(422).body;
        assert!(page.contains("changed since you looked at it"), "{page}");
        let seen = revision(&other, &path).await;
        for _ in 0..2 {
            other.post(&format!("{path}/approve"), &[("revision", &*seen)]).await.expect(303);
        }
        let page = other.get(&path).await.expect(200).body;
        assert!(!page.contains("do not go along yet"), "{page}");
        writes(&app, "Bela Varga", "Free him").await;
        let told = file(&app, &reports_at(&app, "2026-11-30", "08:00").await[0]);
        assert!(told.contains("Free him") && told.contains("Bring him home"), "and what waited: {told}");
        // Changed, it is approved anew: by whoever set it up before, too.
        writes(&app, "Cleo Chan", "Let him go").await;
        other.log_in_again().await;
        let fields = weekly(&[("revision", "3"), ("to", "addressee-trudeau"), ("emails", "other@parliament.example")]);
        other.post(&format!("{path}/edit"), &fields).await.expect(303);
        let told = file(&app, &reports_at(&app, "2026-12-07", "08:00").await[0]);
        assert!(!told.contains("Let him go"), "{told}");
        staff.log_in_again().await;
        let seen = revision(&staff, &path).await;
        staff.post(&format!("{path}/approve"), &[("revision", &*seen)]).await.expect(303);
        assert!(!staff.get(&path).await.expect(200).body.contains("do not go along yet"));
        // Nobody has signed since: what waited is news, and what was told is not told again.
        let told = file(&app, &reports_at(&app, "2026-12-14", "08:00").await[0]);
        assert!(told.contains("Let him go") && !told.contains("Free him"), "{told}");
        writes(&app, "Dora Diaz", "Open the door").await;
        let told = file(&app, &reports_at(&app, "2026-12-21", "08:00").await[0]);
        assert!(told.contains("Open the door") && !told.contains("Let him go"), "{told}");
    }

    async fn what_was_fixed_for_an_addressee_does_not_reach_a_partner(app: TestApp) {
        promise(&app, 1, everything).await;
        let mut staff = staff(&app).await;
        writes(&app, "Anna Roy", "Bring him home").await;
        let path = on_and_approved(&app, &staff, &[]).await;
        make_while_mail_is_stopped(&app, &mut staff).await;
        // The address stays the same.
        let partner = [("revision", "3"), ("to", "partner"), ("partner", "Amnesty"), ("level", "numbers"), ("skips", "")];
        staff.post(&format!("{path}/edit"), &weekly(&partner)).await.expect(303);
        stop_mail(&app, false).await;
        assert!(reports(&app).await.is_empty(), "what people wrote is not for a partner");
        let mails = reports_at(&app, "2026-11-30", "08:00").await;
        assert_eq!(mails.len(), 1, "the next is theirs");
        let told = file(&app, &mails[0]);
        assert!(told.contains("Amnesty") && !told.contains("Bring him home"), "{told}");
    }

    async fn what_was_fixed_for_one_addressee_does_not_reach_another_who_is_told_as_much(app: TestApp) {
        promise(&app, 1, |file| {
            for one in &mut file.text.text.addressees {
                one.disclosure = Disclosure::Full;
            }
        }).await;
        let mut staff = staff(&app).await;
        let owner = app.member(Role::Owner).await;
        owner.post("/studio/organisation/approvals", &[("approvals", "1")]).await.expect(303);
        writes(&app, "Anna Roy", "Bring him home").await;
        let path = on(&staff, &[("to", "addressee-trudeau")]).await;
        make_while_mail_is_stopped(&app, &mut staff).await;
        let other = [("revision", "2"), ("to", "addressee-otoole")];
        staff.post(&format!("{path}/edit"), &weekly(&other)).await.expect(303);
        stop_mail(&app, false).await;
        assert!(reports(&app).await.is_empty(), "it says to whom it goes, and that is somebody else");
        let told = file(&app, &reports_at(&app, "2026-11-30", "08:00").await[0]);
        assert!(told.contains("Erin O’Toole") && told.contains("Bring him home"), "{told}");
        assert!(!told.contains("since the report of"), "it is their first: {told}");
    }

    async fn what_left_for_nobody_is_told_in_the_next(app: TestApp) {
        promise(&app, 1, everything).await;
        let mut staff = staff(&app).await;
        writes(&app, "Anna Roy", "Bring him home").await;
        let path = on_and_approved(&app, &staff, &[]).await;
        make_while_mail_is_stopped(&app, &mut staff).await;
        // Whoever changes where it goes has it approved again: what waits tells too much meanwhile.
        let more = [("revision", "3"), ("to", "addressee-trudeau"), ("emails", "office@parliament.example\r\nother@parliament.example")];
        staff.post(&format!("{path}/edit"), &weekly(&more)).await.expect(303);
        stop_mail(&app, false).await;
        assert!(reports(&app).await.is_empty());
        approve(&app, &path).await;
        let mails = reports_at(&app, "2026-11-30", "08:00").await;
        assert_eq!(mails.len(), 2);
        let told = file(&app, &mails[0]);
        assert!(told.contains("Bring him home") && !told.contains("since the report of"), "{told}");
    }

    async fn where_one_is_enough_nobody_has_to_approve_what_people_wrote(app: TestApp) {
        promise(&app, 1, everything).await;
        let staff = staff(&app).await;
        let owner = app.member(Role::Owner).await;
        owner.post("/studio/organisation/approvals", &[("approvals", "1")]).await.expect(303);
        writes(&app, "Anna Roy", "Bring him home").await;
        let path = on(&staff, &[("to", "addressee-trudeau")]).await;
        assert!(!staff.get(&path).await.expect(200).body.contains("do not go along yet"));
        let told = file(&app, &reports_at(&app, "2026-11-23", "08:00").await[0]);
        assert!(told.contains("Bring him home"), "{told}");
    }

    async fn a_report_without_what_people_wrote_needs_nobody_else(app: TestApp) {
        let staff = staff(&app).await;
        let path = on(&staff, &[]).await;
        assert!(!staff.get(&path).await.expect(200).body.contains("do not go along yet"));
        // Nothing is approved in advance: the text may promise more one day.
        let owner = app.member(Role::Owner).await;
        owner.post(&format!("{path}/approve"), &[("revision", "2")]).await.expect(303);
        promise(&app, 2, |file| file.text.text.addressees[1].disclosure = Disclosure::Full).await;
        let page = owner.get(&path).await.expect(200).body;
        assert!(page.contains("do not go along yet") && page.contains("I approve that it tells comments"), "{page}");
        assert!(!page.contains("Send it to me") && !page.contains("Pause it"), "whoever only approves: {page}");
    }

    async fn whoever_takes_their_signature_back_is_not_told_of(app: TestApp) {
        promise(&app, 1, everything).await;
        let staff = staff(&app).await;
        writes(&app, "Anna Roy", "Bring him home").await;
        let went = writes(&app, "Walter Went", "Taken back words").await;
        on_and_approved(&app, &staff, &[]).await;
        at(&app, "2026-11-23", "08:00");
        step(&app).await;
        app.visitor().post(&format!("{}/withdrawal", went.mine_path()), &[]).await.expect(303);
        let told = file(&app, &reports(&app).await[0]);
        assert!(told.contains("Bring him home") && !told.contains("Taken back"), "{told}");
    }

    async fn the_newest_fifty_are_told_and_how_many_more_there_are(app: TestApp) {
        promise(&app, 1, everything).await;
        let staff = staff(&app).await;
        for number in 1..=53 {
            writes(&app, &format!("Quillon Zeta{number}"), &format!("Word{number:02}.")).await;
            app.advance(Duration::from_secs(1));
        }
        on_and_approved(&app, &staff, &[]).await;
        let mails = reports_at(&app, "2026-11-23", "08:00").await;
        let told = file(&app, &mails[0]);
        assert!(told.contains("Word53.") && told.contains("Word04.") && !told.contains("Word03."), "{told}");
        assert!(told.contains("3 more comments are not in this report"), "{told}");
        // The next has only what is new.
        writes(&app, "Nora New", "Fresh words").await;
        let mails = reports_at(&app, "2026-11-30", "08:00").await;
        let told = file(&app, &mails[0]);
        assert!(told.contains("Fresh words") && !told.contains("Word53."), "{told}");
    }

    async fn an_addressee_who_is_no_longer_asked_gets_no_more(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let path = on(&staff, &[]).await;
        promise(&app, 2, |file| file.text.text.addressees.retain(|one| one.key != "otoole")).await;
        assert!(reports_at(&app, "2026-11-23", "08:00").await.is_empty());
        staff.log_in_again().await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Paused") && page.contains("no longer asks this addressee"), "{page}");
        for part in ["on", "try"] {
            let page = staff.post(&format!("{path}/{part}"), &[]).await.expect(422).body;
            assert!(page.contains("no longer asks this addressee"), "{page}");
        }
        let edit = format!("{path}/edit");
        assert!(!staff.get(&edit).await.expect(200).body.contains("otoole"));
        let fields = weekly(&[("revision", "3"), ("to", "addressee-singh")]);
        staff.post(&edit, &fields).await.expect(303);
        staff.post(&format!("{path}/on"), &[]).await.expect(303);
        assert_eq!(reports_at(&app, "2026-11-30", "08:00").await.len(), 1);
    }

    async fn no_report_leaves_a_campaign_that_was_put_away_or_taken_down(app: TestApp) {
        let staff = staff(&app).await;
        let mut organiser = app.member(Role::Organiser).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        on(&staff, &[("skips", "")]).await;
        let site = "/studio/campaigns/recognize-celil/publication";
        organiser.post(&format!("{site}/closing"), &[("closing", "now")]).await.expect(303);
        app.advance(Duration::from_secs(1));
        organiser.post(&format!("{site}/state"), &[("to", "archived")]).await.expect(303);
        assert!(reports_at(&app, "2026-11-23", "08:00").await.is_empty());
        organiser.log_in_again().await;
        organiser.post(&format!("{site}/state"), &[("to", "unarchived")]).await.expect(303);
        assert_eq!(reports_at(&app, "2026-11-23", "09:00").await.len(), 1, "one late report, of a campaign that is closed");
        organiser.log_in_again().await;
        organiser.post(&format!("{site}/removal"), &[("confirm", "recognize-celil")]).await;
        app.app.refresh().await.unwrap();
        assert!(app.visitor().get("/en/campaigns/recognize-celil").await.status.as_u16() == 410);
        assert!(reports_at(&app, "2026-11-30", "08:00").await.is_empty());
    }

    async fn an_organisation_that_no_longer_says_where_it_is_sends_none(app: TestApp) {
        let mut staff = staff(&app).await;
        let owner = app.member(Role::Owner).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let path = on(&staff, &[]).await;
        let silent = [("name", "Uyghur Advocacy"), ("postal_address", ""), ("time_zone", "America/Toronto")];
        owner.post("/studio/organisation", &silent).await.expect(303);
        assert!(reports_at(&app, "2026-11-23", "08:00").await.is_empty());
        staff.log_in_again().await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Paused") && page.contains("no longer has a postal address"), "{page}");
    }
}
