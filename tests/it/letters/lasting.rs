//! What is kept of who signs a letter, how safely, and how it goes.

use std::time::Duration;

use postulo::actions::accounts::By;
use postulo::actions::messages;
use postulo::actions::purge::{purge, would_purge};
use postulo::actions::rotate_key::reseal_all;
use postulo::actions::sign_on::{Decision, open_signatory};
use postulo::domain::message::Answer;
use postulo::domain::sign_on::{DeclineReason, State};
use postulo::entropy::Entropy;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, messages as stored, sealed};
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

    async fn a_rotation_seals_letters_and_messages_anew(app: TestApp) {
        let form = organisation("Uyghur Rights Society", "office@society.example");
        sign_and_confirm(&app, &form).await;
        let fields = [("name", "Anna Roy"), ("email", "anna@example.org"), ("message", "Hello")];
        app.visitor().post("/en/campaigns/recognize-celil/contact", &fields).await.expect(303);
        let tools = &app.app.tools;
        let db = tools.db.read();
        let written = entity::message::Entity::find().one(db).await.unwrap().unwrap();
        let account = uuid::Uuid::nil();
        let answer = Answer::parse("Re", "Hello back").unwrap();
        messages::answer(&app.app.desk(), (written.id, 1), &answer, account).await.unwrap();
        messages::note(&app.app.desk(), (written.id, 2), "A note", By::Program("test")).await.unwrap();
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(app.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(db, newest).await.unwrap().is_empty());
        // Under the newest key alone everything opens, and is found again.
        let alone = Vault::new(&secrets[secrets.len() - 1..], Entropy::seeded(9));
        let one = all(&app, State::Held).await.remove(0);
        assert_eq!(open_signatory(&alone, &one).unwrap().organisation, "Uyghur Rights Society");
        let kept = stored::find(db, written.id).await.unwrap().unwrap();
        assert_eq!(messages::open_message(&alone, &kept).unwrap().message, "Hello");
        assert_eq!(messages::open_note(&alone, &kept).unwrap(), "A note");
        let sent = stored::list_answers(db, written.id).await.unwrap().remove(0);
        assert_eq!(messages::open_answer(&alone, kept.campaign, &sent).unwrap().text, "Hello back");
        let alone_desk = postulo::actions::Desk { vault: &alone, ..tools.desk() };
        let again = postulo::domain::email::EmailAddress::parse("office@society.example").unwrap();
        assert_eq!(one.email(), Some(alone_desk.email_index(&again)));
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
