//! What is kept of who signs a letter, how safely, and how it goes.

use std::time::Duration;

use postulo::actions::purge::{purge, would_purge};
use postulo::actions::sign_on::Decision;
use postulo::domain::sign_on::{DeclineReason, State};
use sea_orm::{ConnectionTrait, EntityTrait, Statement};

use super::{LETTER, all, decide_all, organisation, professional, sign, sign_and_confirm, with};
use crate::support::{TestApp, on_both};

const DAY: Duration = Duration::from_hours(24);

on_both! {
    async fn who_signed_takes_it_back_or_has_it_erased(app: TestApp) {
        for (name, part, question) in [
            ("Anna Roy", "withdrawal", "withdrawn and off the letter"),
            ("Bela Roy", "disavowal", "The signature is removed"),
            ("Cleo Roy", "erasure", "Everything is erased"),
        ] {
            let email = format!("{part}@example.org");
            let mail = sign_and_confirm(&app, &with(professional(name, &email), "public", "full")).await;
            decide_all(&app, Decision::Vet).await;
            app.advance(Duration::from_secs(1));
            assert!(app.visitor().get(LETTER).await.body.contains(name));
            let mine = mail.mine_path();
            let data = app.visitor().get(&format!("{mine}/data")).await.expect(200).body;
            let data: serde_json::Value = serde_json::from_str(&data).unwrap();
            assert_eq!((&data["name"], &data["profession"]), (&name.into(), &"Lawyer".into()));
            let mut reply = app.visitor().post(&format!("{mine}/{part}"), &[]).await;
            if reply.status.as_u16() == 303 {
                // Pressed twice, it says the same.
                reply = app.visitor().post(&format!("{mine}/{part}"), &[]).await.expect(303);
                reply = app.visitor().get(reply.header("location")).await;
            }
            assert!(reply.body.contains(question), "{part}: {}", reply.body);
            app.advance(Duration::from_secs(1));
            assert!(!app.visitor().get(LETTER).await.body.contains(name), "{part}");
        }
        assert_eq!(app.visitor().tally().await["professionals"], 0);
        // Who said that they did not sign gets no more mail; the others may sign again.
        let before = app.mails().await.len();
        sign(&app.visitor(), &professional("Bela Roy", "disavowal@example.org")).await;
        assert_eq!(app.mails().await.len(), before);
        sign(&app.visitor(), &professional("Anna Roy", "withdrawal@example.org")).await;
        assert_eq!(app.mails().await.len(), before + 1);
    }

    async fn who_signed_shows_their_name_or_hides_it(app: TestApp) {
        let mail = sign_and_confirm(&app, &professional("Anna Roy", "anna@example.org")).await;
        decide_all(&app, Decision::Vet).await;
        let mine = mail.mine_path();
        for (public, shown) in [("full", true), ("hidden", false)] {
            app.visitor().post(&format!("{mine}/name"), &[("public", public)]).await.expect(303);
            app.advance(Duration::from_secs(1));
            assert_eq!(app.visitor().get(LETTER).await.body.contains("Anna Roy"), shown);
        }
        app.visitor().post(&format!("{mine}/name"), &[("public", "everywhere")]).await.expect(422);
        app.visitor().post(&format!("{mine}/updates"), &[("updates", "yes")]).await.expect(303);
        assert!(all(&app, State::Vetted).await[0].updates_since.is_some());
        app.visitor().post(&format!("{mine}/updates"), &[]).await.expect(303);
        assert!(all(&app, State::Vetted).await[0].updates_since.is_none());
    }

    async fn nothing_about_a_signatory_lies_in_the_database_in_the_clear(app: TestApp) {
        let form = organisation("Unmistakable Society", "unmistakable@society.example");
        sign_and_confirm(&app, &with(form.clone(), "comment", "Unmistakable words")).await;
        sign(&app.visitor(), &form).await;
        let db = app.app.tools.db.read();
        for table in ["sign_on", "letter", "letter_text", "outbox", "audit"] {
            let all = Statement::from_string(db.get_database_backend(), format!("SELECT * FROM \"{table}\""));
            for row in db.query_all_raw(all).await.unwrap() {
                let shown = format!("{row:?}").to_lowercase();
                let bytes = "unmistaka".bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(", ");
                assert!(!shown.contains("unmistaka") && !shown.contains(&bytes), "{table}");
            }
        }
    }

    async fn what_is_not_confirmed_lapses_and_what_was_declined_is_forgotten(app: TestApp) {
        sign_and_confirm(&app, &professional("Anna Roy", "anna@example.org")).await;
        decide_all(&app, Decision::Decline(DeclineReason::Unsuited)).await;
        sign_and_confirm(&app, &professional("Bela Roy", "bela@example.org")).await;
        decide_all(&app, Decision::Vet).await;
        sign(&app.visitor(), &professional("Cleo Roy", "cleo@example.org")).await;
        let late = app.mail_to("cleo@example.org").await;
        let retention = &app.app.tools.settings.retention;
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().sign_ons, 0);
        app.advance(DAY * 8);
        app.visitor().post(&late.confirm_path(), &[]).await.expect(410);
        assert_eq!(would_purge(&app.app.desk(), retention).await.unwrap().sign_ons, 1);
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().sign_ons, 1);
        app.advance(DAY * 83);
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().sign_ons, 1);
        assert_eq!(entity::sign_on::Entity::find().all(app.app.tools.db.read()).await.unwrap().len(), 1);
    }
}
