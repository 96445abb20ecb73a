use postulo::actions::replies::find_document;
use postulo::actions::rotate_key::reseal_all;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, sealed};
use sea_orm::EntityTrait;

use super::{RECORD, enter, show, typed, typed_with};
use crate::studio::deliveries::{approve, frozen, signers, team};
use crate::studio::officials::recorded;
use crate::studio::pictures::PDF;
use crate::support::{TestApp, on_both};

const ALL: &str = "/studio/campaigns/recognize-celil/addressees";

on_both! {
    async fn the_record_says_since_when_an_addressee_is_silent(app: TestApp) {
        let mut team = team(&app).await;
        signers(&app, 1..=2).await;
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("Nothing has been handed over yet"));
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let step = [("stage", "handed_over"), ("way", "paper"), ("day", "2026-11-22"), ("note", "")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("Silent since November 22, 2026"));
        assert!(team.staff.get(ALL).await.expect(200).body.contains("Silent since November 22, 2026"));
        let public = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(public.contains("Silent since November 22, 2026"), "{public}");
        assert!(public.contains("Nothing has been handed over to them yet"), "the others are not silent: {public}");
        let reply = enter(&team.staff, &typed_with(&[("day", "2026-11-22")])).await;
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("They have answered what was handed over last"));
        let public = async || app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        let page = public().await;
        assert!(!page.contains("Silent since"), "who has answered is not called silent: {page}");
        assert!(!page.contains("Answered last"), "what is not shown is not told either: {page}");
        for (day, revision, is_silent) in [("2026-11-10", "1", true), ("2026-11-22", "2", false)] {
            let mut fields = typed_with(&[("day", day)]);
            fields.push(("revision", revision));
            team.staff.post(&reply, &fields).await.expect(303);
            assert_eq!(public().await.contains("Silent since November 22, 2026"), is_silent, "{day}");
        }
        team.staff.log_in_again().await;
        team.staff.post(&format!("{reply}/delete"), &[]).await.expect(303);
        assert!(public().await.contains("Silent since November 22, 2026"), "it was entered by mistake");
    }

    async fn an_answer_on_the_evening_of_the_delivery_ends_the_silence(app: TestApp) {
        // In Toronto it is nine in the evening of the 22nd, in Greenwich it is the 23rd.
        app.advance(std::time::Duration::from_hours(16));
        let team = team(&app).await;
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let step = [("stage", "handed_over"), ("way", "paper"), ("day", ""), ("note", "")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        let public = async || app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        for page in [team.staff.get(RECORD).await.expect(200).body, public().await] {
            assert!(page.contains("Silent since November 22, 2026"), "{page}");
        }
        let page = public().await;
        let delivered = page.split("id=\"delivered-title\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(delivered.contains("November 22, 2026") && !delivered.contains("November 23"), "{delivered}");
        let reply = enter(&team.staff, &typed_with(&[("day", "2026-11-22")])).await;
        show(&team.staff, &reply).await.expect(303);
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("They have answered what was handed over last"));
        let page = public().await;
        assert!(page.contains("Answered last on November 22, 2026") && !page.contains("Silent since"), "{page}");
    }

    async fn contacts_are_the_teams_alone_and_lie_sealed(app: TestApp) {
        let mut staff = app.member(Role::Staff).await;
        let contacts = format!("{RECORD}/contacts");
        let typed = [("means", "meeting"), ("day", "2026-11-20"), ("with", "Marie Tremblay, chief of staff"), ("note", "They read it.\nThey call back.")];
        for (field, value, place) in [("means", "pigeon", "#means-meeting"), ("day", "2026-12-24", "#contact-day"), ("with", "two\nlines", "#with"), ("note", "\u{7}", "#note")] {
            let mut fields = typed.to_vec();
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let page = staff.post(&contacts, &fields).await.expect(422).body;
            assert!(page.contains(&format!("href=\"{place}\"")), "{field}: {page}");
            assert!(field == "note" || page.contains("They call back."), "what was typed stays: {page}");
        }
        let page = staff.post(&contacts, &[("means", "call"), ("day", "2026-11-20")]).await.expect(422).body;
        assert!(page.contains("Say with whom it was, or what was said"), "{page}");
        staff.post(&contacts, &typed).await.expect(303);
        let page = app.member(Role::Organiser).await.get(RECORD).await.expect(200).body;
        assert!(page.contains("Marie Tremblay, chief of staff") && page.contains("They call back."), "{page}");
        let kept = entity::contact::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap();
        assert!(!String::from_utf8_lossy(&kept.sealed).contains("Tremblay"));
        assert!(!app.visitor().get("/en/campaigns/recognize-celil/replies").await.expect(200).body.contains("Tremblay"));
        staff.log_in_again().await;
        staff.post(&format!("/studio/campaigns/recognize-celil/contacts/{}/delete", kept.id), &[]).await.expect(303);
        assert!(staff.get(RECORD).await.expect(200).body.contains("No contact has been written down yet"));
        for act in ["note_contact", "delete_contact"] {
            assert_eq!(recorded(&app, act).await, 1, "{act}");
        }
    }

    async fn a_contact_that_is_sent_twice_is_one(app: TestApp) {
        let (staff, colleague) = (app.member(Role::Staff).await, app.member(Role::Staff).await);
        let contacts = format!("{RECORD}/contacts");
        let same = [("means", "call"), ("day", "2026-11-20"), ("note", "They call back.")];
        let another = [("means", "call"), ("day", "2026-11-20"), ("note", "They have called back.")];
        let (first, second) = tokio::join!(staff.post(&contacts, &same), staff.post(&contacts, &same));
        for reply in [first, second] {
            reply.expect(303);
        }
        assert_eq!(recorded(&app, "note_contact").await, 1, "two presses at once");
        app.advance(std::time::Duration::from_secs(59));
        for (hand, fields, many) in [(&staff, &same, 1), (&staff, &another, 2), (&colleague, &same, 3)] {
            hand.post(&contacts, fields).await.expect(303);
            assert_eq!(recorded(&app, "note_contact").await, many, "{fields:?}");
        }
        app.advance(std::time::Duration::from_secs(2));
        staff.post(&contacts, &same).await.expect(303);
        assert_eq!(recorded(&app, "note_contact").await, 4, "after a minute it is another call");
        let page = staff.get(RECORD).await.expect(200).body;
        assert_eq!(page.matches("They call back.").count(), 3, "{page}");
    }

    async fn the_letter_itself_lies_sealed_and_outlasts_a_rotation(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = enter(&staff, &typed()).await;
        staff.upload(&format!("{path}/document"), &[], ("document", PDF)).await.expect(303);
        let tools = &app.app.tools;
        let kept = entity::reply_document::Entity::find().one(tools.db.read()).await.unwrap().unwrap();
        assert!(!kept.sealed.windows(5).any(|part| part == b"%PDF-"), "it lies there as it came");
        let of = (kept.campaign_id, kept.number);
        assert_eq!(find_document(&tools.desk(), of).await.unwrap().unwrap(), PDF);
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(tools.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let left = sealed::list_under_others(tools.db.read(), newest).await.unwrap();
        assert!(left.contains(&("reply_document", 1)), "{left:?}");
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        assert_eq!(find_document(&desk, of).await.unwrap().unwrap(), PDF);
    }
}
