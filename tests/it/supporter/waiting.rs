use postulo::domain::moment::{DAY, HOUR};

use crate::support::{Person, TestApp, on_both};

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

fn wrong(code: &str) -> String {
    let n: u32 = code.parse().unwrap();
    format!("{:06}", (n + 1) % 1_000_000)
}

on_both! {
    async fn the_code_of_the_mail_confirms_as_the_link_does(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        let code = mail.code();
        let spaced = format!(" {}-{} ", &code[..3], &code[3..]);
        let answer = visitor.post(&waiting, &[("code", &spaced)]).await.expect(303);
        let page = visitor.get(answer.header("location")).await.expect(200).body;
        assert!(page.contains("You are number 1."), "{page}");
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        visitor.post(&waiting, &[("code", &code)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn after_five_wrong_codes_the_right_one_is_refused_until_another_mail(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let code = app.mail_to("anna@example.org").await.code();
        for _ in 0..5 {
            let page = visitor.post(&waiting, &[("code", &wrong(&code))]).await.expect(422).body;
            assert!(page.contains("There is a problem"));
        }
        visitor.post(&waiting, &[("code", &code)]).await.expect(422);
        assert_eq!(visitor.counted().await, 0);
        let resend = waiting.replace("/check-email?", "/check-email/resend?");
        visitor.post(&resend, &[]).await.expect(303);
        let second = app.mail_to("anna@example.org").await.code();
        visitor.post(&waiting, &[("code", &second)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn guesses_made_all_at_once_are_counted_too(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let code = app.mail_to("anna@example.org").await.code();
        let guesses = (0..40).map(|_| {
            let (visitor, waiting, wrong) = (app.visitor(), waiting.clone(), wrong(&code));
            tokio::spawn(async move { visitor.post(&waiting, &[("code", &wrong)]).await.expect(422); })
        });
        for guess in guesses.collect::<Vec<_>>() {
            guess.await.unwrap();
        }
        visitor.post(&waiting, &[("code", &code)]).await.expect(422);
        assert_eq!(visitor.counted().await, 0);
    }

    async fn mail_is_sent_anew_three_times_a_day_and_five_times_in_all(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let resend = waiting.replace("/check-email?", "/check-email/resend?");
        for _ in 0..4 {
            assert_eq!(visitor.post(&resend, &[]).await.expect(303).header("location"), format!("{waiting}&sent=again"));
        }
        assert_eq!(app.mails().await.len(), 3);
        app.advance(DAY + HOUR);
        for _ in 0..4 {
            visitor.post(&resend, &[]).await.expect(303);
        }
        assert_eq!(app.mails().await.len(), 5);
        let newest = app.mail_to("anna@example.org").await;
        visitor.post(&newest.confirm_path(), &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn the_code_of_every_mail_is_good_whichever_arrives_first(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        for _ in 0..4 {
            visitor.post(&waiting.replace("/check-email?", "/check-email/resend?"), &[]).await.expect(303);
        }
        let first = app.mails().await.remove(0).code();
        visitor.post(&waiting, &[("code", &first)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn the_waiting_page_does_not_tell_when_somebody_has_confirmed(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let change = waiting.replace("/check-email?", "/check-email/address?");
        let before = visitor.post(&change, &[("email", "x")]).await.expect(422).body;
        let mail = app.mail_to("anna@example.org").await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        assert_eq!(visitor.post(&change, &[("email", "x")]).await.expect(422).body, before);
    }

    async fn of_two_forms_the_more_private_choices_hold(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&anna().with("public", "full").with("updates", "yes")).await;
        visitor.sign_well(&anna().with("public", "initials")).await;
        visitor.sign_well(&anna().with("public", "full").with("updates", "yes")).await;
        let mail = app.mail_to("anna@example.org").await;
        assert!(mail.text.contains("Initials only") && mail.text.contains("did not ask for updates"), "{}", mail.text);
    }

    async fn a_mistyped_address_is_changed_without_typing_the_rest_again(app: TestApp) {
        let visitor = app.visitor();
        let typo = Person::new("Anna Roy", "anan@example.org").with("public", "full").with("comment", "Because.");
        let waiting = visitor.sign_well(&typo).await;
        let old = app.mail_to("anan@example.org").await;
        let change = waiting.replace("/check-email?", "/check-email/address?");
        visitor.post(&change, &[("email", "no address")]).await.expect(422);
        let answer = visitor.post(&change, &[("email", "anna@example.org")]).await.expect(303);
        let waiting = answer.header("location").to_owned();
        let mail = app.mail_to("anna@example.org").await;
        visitor.post(&old.confirm_path(), &[]).await.expect(410);
        visitor.post(&waiting, &[("code", &mail.code())]).await.expect(303);
        let data = visitor.get(&format!("{}/data", mail.mine_path())).await.expect(200).body;
        assert!(data.contains("Because.") && data.contains("\"name_shows\": \"full\""), "{data}");
        assert_eq!(visitor.counted().await, 1);
    }

    async fn who_has_signed_and_asks_for_another_mail_is_told_so_again(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_and_confirm(&app, &anna()).await;
        let waiting = visitor.sign_well(&anna()).await;
        visitor.post(&waiting.replace("/check-email?", "/check-email/resend?"), &[]).await.expect(303);
        let subjects: Vec<String> = app.mails().await.into_iter().skip(1).map(|mail| mail.subject).collect();
        assert_eq!(subjects, ["You have signed already", "You have signed already"]);
    }

    async fn the_other_address_may_be_taken_and_then_the_first_one_stands(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_and_confirm(&app, &Person::new("Bela Kovacs", "bela@example.org").at("CA", "H2X 1Y4")).await;
        let waiting = visitor.sign_well(&anna()).await;
        let first = app.mail_to("anna@example.org").await;
        let change = waiting.replace("/check-email?", "/check-email/address?");
        visitor.post(&change, &[("email", "bela@example.org")]).await.expect(303);
        visitor.post(&first.confirm_path(), &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 2);
    }

    async fn a_paused_campaign_takes_no_other_address(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let campaign = app.app.hub.campaign("recognize-celil").unwrap();
        let paused = postulo::domain::campaign::Switch::Paused;
        postulo::actions::pause::set_switch(&app.app.desk(), &campaign, paused, "test").await.unwrap();
        app.app.refresh().await.unwrap();
        let change = waiting.replace("/check-email?", "/check-email/address?");
        let answer = visitor.post(&change, &[("email", "other@example.org")]).await.expect(303);
        assert_eq!(answer.header("location"), "/en/campaigns/recognize-celil");
        assert_eq!(app.mails().await.len(), 1);
    }

    async fn without_a_token_the_waiting_page_still_says_what_to_do(app: TestApp) {
        let visitor = app.visitor();
        let page = visitor.get("/fr/campaigns/recognize-celil/check-email").await.expect(200);
        assert!(page.body.contains("Consultez vos courriels"));
        visitor.get("/fr/campaigns/recognize-celil/check-email?waiting=x").await.expect(404);
        visitor.post("/fr/campaigns/recognize-celil/check-email", &[("code", "123456")]).await.expect(404);
    }
}
