use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::{RECORD, enter, typed};
use crate::studio::deliveries::{approve, frozen, signers, team};
use crate::studio::officials::recorded;
use crate::support::{TestApp, on_both};

const ALL: &str = "/studio/campaigns/recognize-celil/addressees";

on_both! {
    async fn the_record_says_since_when_an_addressee_is_silent(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("Nothing has been handed over yet"));
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let step = [("stage", "handed_over"), ("way", "paper"), ("day", "2026-11-19"), ("note", "")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("Silent since November 19, 2026"));
        assert!(team.staff.get(ALL).await.expect(200).body.contains("Silent since November 19, 2026"));
        let public = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(public.contains("Silent since November 19, 2026"), "{public}");
        assert!(public.contains("Nothing has been handed over to them yet"), "the others are not silent: {public}");
        enter(&team.staff, &typed()).await;
        assert!(team.staff.get(RECORD).await.expect(200).body.contains("They have answered what was handed over last"));
        let public = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(public.contains("Silent since"), "what is not shown has not been told: {public}");
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
}
