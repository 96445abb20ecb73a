use postulo::actions::sign_on::Decision;
use postulo::domain::defence::Mode;
use postulo::domain::sign_on::{DeclineReason, State};

use super::{LETTER, all, decide_all, fields, organisation, professional, sign, sign_and_confirm, with};
use crate::support::{CAMPAIGN, TestApp, on_both};

on_both! {
    async fn an_organisation_signs_confirms_is_held_and_then_shown(app: TestApp) {
        let visitor = app.visitor();
        let form = organisation("Uyghur Rights Society", "office@society.example");
        let waiting = sign(&visitor, &form).await;
        assert!(waiting.starts_with(&format!("{CAMPAIGN}/check-email?waiting=")), "{waiting}");
        assert!(visitor.get(&waiting).await.expect(200).body.contains("Check your email"));
        let mail = app.mail_to("office@society.example").await;
        assert!(mail.subject.contains("open letter") && mail.text.contains("Uyghur Rights Society"), "{}", mail.text);
        // Whoever only looks, such as a scanner of links, confirms nothing.
        for _ in 0..3 {
            assert!(visitor.get(&mail.confirm_path()).await.expect(200).body.contains("Confirm my signature"));
        }
        assert_eq!(all(&app, State::Pending).await.len(), 1);
        for _ in 0..3 {
            let thanked = visitor.post(&mail.confirm_path(), &[]).await.expect(303);
            let page = visitor.get(thanked.header("location")).await.expect(200).body;
            assert!(page.contains("Thank you") && page.contains("once somebody has looked at it"), "{page}");
        }
        assert_eq!(all(&app, State::Held).await.len(), 1);
        app.app.refresh().await.unwrap();
        let before = visitor.tally().await["organisations"].as_u64().unwrap();
        assert!(!visitor.get(LETTER).await.expect(200).body.contains("Uyghur Rights Society"));

        assert_eq!(decide_all(&app, Decision::Vet).await.done, 1);
        assert_eq!(visitor.tally().await["organisations"], before + 1);
        assert_eq!(visitor.tally().await["signatures"]["counted"], 0);
        app.advance(std::time::Duration::from_secs(1));
        for page in [LETTER, CAMPAIGN] {
            let page = visitor.get(page).await.expect(200).body;
            assert!(page.contains(r#"<bdi lang="en" dir="ltr">Uyghur Rights Society</bdi>"#), "{page}");
            assert!(!page.contains("Unmistakable") && !page.contains("Secretary"));
        }
        let told = app.mail_to("office@society.example").await;
        assert!(told.subject.contains("You stand under"), "{}", told.subject);
        assert!(visitor.get(&told.mine_path()).await.expect(200).body.contains("It is shown under the letter."));
    }

    async fn a_professional_confirms_by_code_and_shows_as_they_chose(app: TestApp) {
        for (name, email, public) in [
            ("Anna Roy", "anna@example.org", "full"),
            ("Bela Kovacs", "bela@example.org", "initials"),
            ("Chen Hidden", "chen@example.org", ""),
        ] {
            let visitor = app.visitor();
            let waiting = sign(&visitor, &with(professional(name, email), "public", public)).await;
            let code = app.mail_to(email).await.code();
            visitor.post(&waiting, &[("code", "1")]).await.expect(422);
            let confirmed = visitor.post(&waiting, &[("code", &code)]).await.expect(303);
            visitor.get(confirmed.header("location")).await.expect(200);
        }
        assert_eq!(decide_all(&app, Decision::Vet).await.done, 3);
        assert_eq!(app.visitor().tally().await["professionals"], 3);
        let page = app.visitor().get(LETTER).await.expect(200).body;
        assert!(page.contains("<bdi>Anna Roy</bdi>") && page.contains("<bdi>B. K.</bdi>"), "{page}");
        assert!(page.contains("Lawyer") && page.contains("University of Ottawa"));
        assert!(!page.contains("Hidden") && page.contains("And 1 whose name is not shown here."), "{page}");
    }

    async fn a_form_sent_again_is_answered_alike_and_stands_once(app: TestApp) {
        let form = organisation("Uyghur Rights Society", "office@society.example");
        let shape = |location: &str| (location.split('=').next().unwrap().to_owned(), location.len());
        let first = sign(&app.visitor(), &form).await;
        // Sent twice, before and after it was confirmed.
        let second = sign(&app.visitor(), &form).await;
        assert_eq!(shape(&first), shape(&second));
        let mail = app.mail_to("office@society.example").await;
        app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
        let third = sign(&app.visitor(), &form).await;
        assert_eq!(shape(&first), shape(&third));
        let pages = [app.visitor().get(&second).await.expect(200), app.visitor().get(&third).await.expect(200)];
        let page = |at: usize, token: &str| pages[at].body.replace(token.split('=').nth(1).unwrap(), "");
        assert_eq!(page(0, &second), page(1, &third));
        let again = app.mail_to("office@society.example").await;
        assert!(again.subject.contains("stands already"), "{}", again.subject);
        assert_eq!((all(&app, State::Held).await.len(), all(&app, State::Pending).await.len()), (1, 0));
        // From another address of the same organisation, whose mail shows that it may speak: held by who was first.
        let other = organisation("uyghur  RIGHTS society", "chair@society.example");
        assert_eq!(shape(&first), shape(&sign(&app.visitor(), &other).await));
        assert_eq!((all(&app, State::Held).await.len(), all(&app, State::Pending).await.len()), (1, 0));
    }

    async fn two_who_claim_an_organisation_are_both_seen_and_one_is_shown(app: TestApp) {
        for email in ["one@mail.example", "two@mail.example"] {
            sign_and_confirm(&app, &organisation("Uyghur Rights Society", email)).await;
        }
        let decided = decide_all(&app, Decision::Vet).await;
        assert_eq!((decided.done, decided.blocked), (1, 1));
        decide_all(&app, Decision::Decline(DeclineReason::Duplicate)).await;
        let declined = app.mail_to("two@mail.example").await;
        assert!(declined.text.contains("it stands under the letter already"), "{}", declined.text);
        assert_eq!(all(&app, State::Declined).await.len(), 1);
    }

    async fn a_name_in_another_script_stands_in_its_own_direction(app: TestApp) {
        let name = "جمعية الإيغور لحقوق الإنسان";
        let form = with(organisation(name, "office@society.example"), "name", "محمد علي");
        sign_and_confirm(&app, &form).await;
        decide_all(&app, Decision::Vet).await;
        let mail = app.mail_to("office@society.example").await;
        assert!(mail.text.contains("محمد علي"), "{}", mail.text);
        // Said in the language of the form until staff name another.
        let page = app.visitor().get(LETTER).await.expect(200).body;
        assert!(page.contains(&format!(">{name}</bdi>")), "{page}");
    }

    async fn under_pressure_the_link_alone_confirms_nothing(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        sign(&visitor, &professional("Anna Roy", "anna@example.org")).await;
        let mail = app.mail_to("anna@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(422);
        assert_eq!(all(&app, State::Pending).await.len(), 1);
        visitor.post(&mail.confirm_path(), &[("code", &mail.code())]).await.expect(303);
        let proved = with(professional("Bela Roy", "bela@example.org"), "altcha", &visitor.solve().await);
        sign(&visitor, &proved).await;
        let mail = app.mail_to("bela@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        assert_eq!(all(&app, State::Held).await.len(), 2);
    }

    async fn a_mistyped_address_is_changed_and_another_mail_is_had(app: TestApp) {
        let visitor = app.visitor();
        let waiting = sign(&visitor, &professional("Anna Roy", "anan@example.org")).await;
        let token = waiting.split('=').nth(1).unwrap();
        let again = [("waiting", token)];
        visitor.post(&format!("{CAMPAIGN}/check-email/resend"), &again).await.expect(303);
        let other = [("waiting", token), ("email", "anna@example.org")];
        let moved = visitor.post(&format!("{CAMPAIGN}/check-email/address"), &other).await.expect(303);
        assert!(moved.header("location").contains("check-email?waiting="));
        let mail = app.mail_to("anna@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        assert_eq!((all(&app, State::Held).await.len(), all(&app, State::Pending).await.len()), (1, 0));
        visitor.post(&format!("{CAMPAIGN}/check-email/address"), &[("waiting", token), ("email", "x")]).await.expect(410);
    }

    async fn the_letter_is_in_french_too(app: TestApp) {
        let letter = LETTER.replace("/en/", "/fr/");
        let page = app.visitor().get(&letter).await.expect(200).body;
        assert!(page.contains("Lettre ouverte") && page.contains("Signer au nom d’une organisation"), "{page}");
        let form = organisation("Société ouïghoure", "bureau@societe.example");
        app.visitor().post(&letter, &fields(&form)).await.expect(303);
        let mail = app.mail_to("bureau@societe.example").await;
        assert!(mail.confirm_path().starts_with("/fr/confirm/") && mail.subject.contains("lettre ouverte"));
    }
}
