//! Without a proof the code of the mail is needed.

use postulo::domain::defence::Mode;
use reqwest::Method;

use super::{anna, opens_a_button, wrong};
use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn without_a_proof_the_button_needs_the_code_of_the_mail(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        let (link, code) = (mail.confirm_path(), mail.code());
        assert!(visitor.get(&link).await.expect(200).body.contains("Type the code, and you have signed"));
        let refused = visitor.post(&link, &[]).await.expect(422).body;
        assert!(refused.contains("There is a problem") && refused.contains("Enter the code from the email"));
        assert!(visitor.post(&link, &[("code", &wrong(&code))]).await.expect(422).body.contains("This code is not right"));
        let json = [("accept", "application/json")];
        let told = visitor.send(Method::POST, &link, &json, Vec::new()).await.expect(422);
        assert_eq!(told.header("content-type"), "application/problem+json");
        assert_eq!(visitor.counted().await, 0);
        visitor.post(&link, &[("code", &format!(" {}-{} ", &code[..3], &code[3..]))]).await.expect(303);
        assert!(visitor.get(&link).await.expect(200).body.contains("You are number 1."));
        visitor.post(&link, &[("code", &code)]).await.expect(303);
        visitor.post(&link, &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
        app.assert_no_drift().await;
    }

    async fn after_five_wrong_codes_another_mail_helps(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        for _ in 0..5 {
            visitor.post(&mail.confirm_path(), &[("code", &wrong(&mail.code()))]).await.expect(422);
        }
        let page = visitor.post(&mail.confirm_path(), &[("code", &mail.code())]).await.expect(422).body;
        let waiting = page.split("href=\"").find(|rest| rest.starts_with("/en/campaigns/recognize-celil/check-email?")).unwrap();
        let waiting = waiting.split('"').next().unwrap().to_owned();
        visitor.post(&waiting.replace("/check-email?", "/check-email/resend?"), &[]).await.expect(303);
        let second = app.mail_to("anna@example.org").await;
        visitor.post(&second.confirm_path(), &[("code", &second.code())]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn the_waiting_page_takes_the_code_as_always(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let code = app.mail_to("anna@example.org").await.code();
        visitor.post(&waiting, &[("code", &code)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn another_address_is_another_signature_and_needs_its_code(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let proof = visitor.solve().await;
        let waiting = visitor.sign_well(&Person::new("Anna Roy", "anan@example.org").with("altcha", &proof)).await;
        let change = waiting.replace("/check-email?", "/check-email/address?");
        let waiting = visitor.post(&change, &[("email", "anna@example.org")]).await.expect(303).header("location").to_owned();
        assert!(!opens_a_button(&app, "anna@example.org").await);
        let code = app.mail_to("anna@example.org").await.code();
        visitor.post(&waiting, &[("code", &code)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }
}
