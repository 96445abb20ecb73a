use postulo::actions::postcards::Decision;
use postulo::domain::defence::Mode;
use postulo::domain::postcard::State;
use postulo::domain::role::Role;

use super::{
    Form, POSTCARD, all, card, counted, decide_all, fields, offered, with, write, write_and_confirm,
};
use crate::studio::postcards::{POSTCARDS, seen};
use crate::support::{CAMPAIGN, Person, TestApp, on_both};

on_both! {
    async fn a_card_is_written_seen_confirmed_and_counted_once(app: TestApp) {
        let visitor = app.visitor();
        visitor.get(POSTCARD).await.expect(404);
        assert!(!visitor.get(CAMPAIGN).await.expect(200).body.contains("/postcard"));
        let to = offered(&app, &[("suggestion-en", "Please act for Celil.")]).await;
        assert!(visitor.get(CAMPAIGN).await.expect(200).body.contains(POSTCARD));
        let page = visitor.get(POSTCARD).await.expect(200).body;
        assert!(page.contains("Please act for Celil.") && page.contains("<svg") && page.contains("The Right Hon. Anne Roy"), "{page}");
        let waiting = write(&visitor, &card(to, "Anna Roy", "anna@example.org")).await;
        assert!(waiting.starts_with(&format!("{CAMPAIGN}/check-email?waiting=")), "{waiting}");
        assert!(visitor.get(&waiting).await.expect(200).body.contains("Check your email"));
        let mail = app.mail_to("anna@example.org").await;
        assert!(mail.subject.contains("postcard") && mail.text.contains("Anne Roy"), "{}", mail.text);
        assert!(!mail.text.contains("bring"), "nobody's words go to an address that is not confirmed");
        for _ in 0..3 {
            assert!(visitor.get(&mail.confirm_path()).await.expect(200).body.contains("Confirm my postcard"));
        }
        assert_eq!((all(&app, State::Pending).await.len(), counted(&app).await), (1, 0));
        for _ in 0..3 {
            let thanked = visitor.post(&mail.confirm_path(), &[]).await.expect(303);
            let page = visitor.get(thanked.header("location")).await.expect(200).body;
            assert!(page.contains("Thank you") && page.contains("will look at it"), "{page}");
        }
        assert_eq!((all(&app, State::Verified).await.len(), counted(&app).await), (1, 1));
        assert_eq!(app.visitor().counted().await, 0, "a card is no signature");
        decide_all(&app, State::Verified, Decision::Approve).await;
        assert_eq!(counted(&app).await, 1);
        let mine = visitor.get(&mail.mine_path()).await.expect(200).body;
        assert!(mine.contains("Approved, to be printed") && mine.contains("<svg") && mine.contains("Anne Roy"), "{mine}");
    }

    async fn a_form_sent_again_is_answered_alike_and_is_there_once(app: TestApp) {
        let to = offered(&app, &[]).await;
        let form = card(to, "Anna Roy", "anna@example.org");
        let shape = |location: &str| (location.split('=').next().unwrap().to_owned(), location.len());
        let first = write(&app.visitor(), &form).await;
        // Somebody else cannot change what the first wrote.
        let second = write(&app.visitor(), &with(form.clone(), "message", "Something else")).await;
        assert_eq!(shape(&first), shape(&second));
        let mail = app.mail_to("anna@example.org").await;
        app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
        let third = write(&app.visitor(), &form).await;
        assert_eq!(shape(&first), shape(&third));
        let pages = [app.visitor().get(&second).await.expect(200), app.visitor().get(&third).await.expect(200)];
        let page = |at: usize, token: &str| pages[at].body.replace(token.split('=').nth(1).unwrap(), "");
        assert_eq!(page(0, &second), page(1, &third));
        let again = app.mail_to("anna@example.org").await;
        assert!(again.subject.contains("already"), "{}", again.subject);
        assert_eq!((all(&app, State::Verified).await.len(), all(&app, State::Pending).await.len()), (1, 0));
        let mine = app.visitor().get(&mail.mine_path()).await.expect(200).body;
        assert!(mine.contains("<svg") && !mine.contains("Something else"));
    }

    async fn a_household_shares_an_address_and_a_third_may_not(app: TestApp) {
        let to = offered(&app, &[]).await;
        for name in ["Anna Roy", "Bela Roy"] {
            write_and_confirm(&app, &card(to, name, "home@example.org")).await;
        }
        let waiting = write(&app.visitor(), &card(to, "Chen Roy", "home@example.org")).await;
        let taken = app.mail_to("home@example.org").await;
        assert!(taken.text.contains("somebody else wrote"), "{}", taken.text);
        // No code of theirs is right on the page of the third.
        app.visitor().post(&waiting, &[("code", "123456")]).await.expect(422);
        assert_eq!((all(&app, State::Verified).await.len(), all(&app, State::Pending).await.len()), (2, 0));
    }

    async fn who_has_signed_writes_a_card_without_saying_again_who_they_are(app: TestApp) {
        let to = offered(&app, &[]).await;
        let visitor = app.visitor();
        let mail = visitor.sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        let thanks = visitor.get(&mail.confirm_path()).await.expect(200).body;
        let path = format!("{}/postcard", mail.mine_path());
        assert!(thanks.contains("/postcard\"") && visitor.get(&mail.mine_path()).await.expect(200).body.contains(&path), "{thanks}");
        let page = visitor.get(&path).await.expect(200).body;
        assert!(page.contains("Anna Roy") && !page.contains("name=\"email\"") && !page.contains("anna@example.org"), "{page}");
        let (official, design) = (to.official.to_string(), to.design.to_string());
        let form = [("official", &*official), ("design", &*design), ("message", "Please act."), ("sender", "full")];
        let seen = visitor.post(&format!("{path}/preview"), &form).await.expect(200).body;
        assert!(seen.contains("<svg") && seen.contains("Please act."), "{seen}");
        let written = visitor.post(&path, &form).await.expect(303).header("location").to_owned();
        let page = visitor.get(&written).await.expect(200).body;
        assert!(page.contains("Your card is written") && !written.contains("anna"), "{page}");
        assert_eq!((all(&app, State::Verified).await.len(), counted(&app).await), (1, 1));
        assert_eq!(app.mails().await.len(), 1, "the card needs no mail of its own");
        // Once more leads to the same card.
        let again = visitor.post(&path, &form).await.expect(303).header("location").to_owned();
        assert!(visitor.get(&again).await.expect(200).body.contains("You have written to them before"));
        assert_eq!(counted(&app).await, 1);
        visitor.post(&path, &[("message", "")]).await.expect(422);
    }

    async fn the_link_of_another_thing_writes_no_card(app: TestApp) {
        let to = offered(&app, &[]).await;
        let visitor = app.visitor();
        let mail = write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        // Of a card, not of a signature; and one that was made up.
        visitor.get(&format!("{}/postcard", mail.mine_path())).await.expect(404);
        visitor.get("/en/mine/AAAA/postcard").await.expect(404);
        visitor.sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        let pending = app.mail_to("bela@example.org").await;
        visitor.get(&format!("{}/postcard", pending.mine_path())).await.expect(410);
    }

    async fn under_pressure_the_link_alone_confirms_nothing(app: TestApp) {
        let to = offered(&app, &[]).await;
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        write(&visitor, &card(to, "Anna Roy", "anna@example.org")).await;
        let mail = app.mail_to("anna@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(422);
        visitor.post(&mail.confirm_path(), &[("code", &mail.code())]).await.expect(303);
        let proved = with(card(to, "Bela Roy", "bela@example.org"), "altcha", &visitor.solve().await);
        write(&visitor, &proved).await;
        let mail = app.mail_to("bela@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        assert_eq!(all(&app, State::Verified).await.len(), 2);
    }

    async fn a_mistyped_address_is_changed_and_another_mail_is_had(app: TestApp) {
        let to = offered(&app, &[]).await;
        let visitor = app.visitor();
        let waiting = write(&visitor, &card(to, "Anna Roy", "anan@example.org")).await;
        let token = waiting.split('=').nth(1).unwrap();
        visitor.post(&format!("{CAMPAIGN}/check-email/resend"), &[("waiting", token)]).await.expect(303);
        let other = [("waiting", token), ("email", "anna@example.org")];
        let moved = visitor.post(&format!("{CAMPAIGN}/check-email/address"), &other).await.expect(303);
        let code = app.mail_to("anna@example.org").await.code();
        visitor.post(moved.header("location"), &[("code", "1")]).await.expect(422);
        let confirmed = visitor.post(moved.header("location"), &[("code", &code)]).await.expect(303);
        assert!(visitor.get(confirmed.header("location")).await.expect(200).body.contains("Thank you"));
        assert_eq!((all(&app, State::Verified).await.len(), all(&app, State::Pending).await.len()), (1, 0));
    }

    async fn during_an_election_and_from_abroad_a_card_needs_a_stamp(app: TestApp) {
        let to = offered(&app, &[]).await;
        let preview = format!("{POSTCARD}/preview");
        let fragment = async |form: Form| {
            let form = with(form, "fragment", "yes");
            app.visitor().post(&preview, &fields(&form)).await.expect(200).body
        };
        let form = card(to, "Anna Roy", "anna@example.org");
        let free = fragment(form.clone()).await;
        let abroad = fragment(with(form.clone(), "country", "US")).await;
        assert_ne!(free.len(), abroad.len());
        assert!(free.starts_with("<div id=\"card-preview\"") && free.contains("Room for about"), "{free}");
        let organiser = app.member(Role::Organiser).await;
        let (seen, ticked) = (seen(&organiser).await, format!("official-{}", to.official));
        let fields = [("seen", &*seen), ("offered", "yes"), (&*ticked, "yes"), ("elections", "yes")];
        organiser.post(POSTCARDS, &fields).await.expect(303);
        assert_ne!(free, fragment(form).await);
    }

    async fn it_is_written_in_french_too(app: TestApp) {
        let to = offered(&app, &[]).await;
        let path = POSTCARD.replace("/en/", "/fr/");
        let page = app.visitor().get(&path).await.expect(200).body;
        assert!(page.contains("Écrire une carte postale") && page.contains("Première ministre du Canada"), "{page}");
        app.visitor().post(&path, &fields(&card(to, "Anna Roy", "anna@example.org"))).await.expect(303);
        let mail = app.mail_to("anna@example.org").await;
        assert!(mail.confirm_path().starts_with("/fr/confirm/") && mail.subject.contains("carte postale"), "{}", mail.subject);
    }
}
