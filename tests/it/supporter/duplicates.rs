use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn fifty_spellings_of_one_address_at_once_leave_one_signature(app: TestApp) {
        let signings = (0..50u32).map(|n| {
            let visitor = app.visitor();
            let dots: String = "annaroy".chars().enumerate().map(|(at, c)| if n >> at & 1 == 1 { format!("{c}.") } else { c.to_string() }).collect();
            let email = format!("{}+{n}@{}", dots.trim_end_matches('.'), if n % 2 == 0 { "gmail.com" } else { "GoogleMail.com" });
            let name = if n % 3 == 0 { "ANNA  ROY" } else { "Anna Roy" };
            let person = Person::new(name, &email);
            tokio::spawn(async move { visitor.sign_well(&person).await })
        });
        for signing in signings.collect::<Vec<_>>() {
            signing.await.unwrap();
        }
        for mail in app.mails().await {
            app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
        }
        assert_eq!(app.visitor().counted().await, 1);
        app.assert_no_drift().await;
    }

    async fn a_household_may_share_an_address_and_a_third_may_not(app: TestApp) {
        let visitor = app.visitor();
        let person = |name| Person::new(name, "home@example.org");
        visitor.sign_and_confirm(&app, &person("Anna Roy")).await;
        visitor.sign_and_confirm(&app, &person("Bela Roy")).await;
        assert_eq!(visitor.counted().await, 2);
        visitor.sign_well(&person("Carl Roy")).await;
        let mail = app.mail_to("home@example.org").await;
        assert_eq!(mail.subject, "A signature with your address was not taken");
        assert!(!mail.text.contains("/confirm/"));
        assert_eq!(visitor.counted().await, 2);
    }

    async fn at_once_a_household_of_ten_names_leaves_two(app: TestApp) {
        let signings = (0..30).map(|n| {
            let visitor = app.visitor();
            let person = Person::new(&format!("Name{} Roy", n % 10), "home@example.org");
            tokio::spawn(async move { visitor.sign_well(&person).await })
        });
        for signing in signings.collect::<Vec<_>>() {
            signing.await.unwrap();
        }
        for _ in 0..10 {
            for mail in app.mails().await.into_iter().filter(|mail| mail.text.contains("/confirm/")) {
                app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
            }
            app.advance(postulo::domain::moment::DAY / 2);
        }
        assert!(app.visitor().counted().await <= 2);
        app.assert_no_drift().await;
    }

    async fn another_postal_code_does_not_share_an_address(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_and_confirm(&app, &Person::new("Anna Roy", "home@example.org")).await;
        visitor.sign_well(&Person::new("Bela Roy", "home@example.org").at("CA", "H2X 1Y4")).await;
        assert!(!app.mail_to("home@example.org").await.text.contains("/confirm/"));
    }

    async fn the_page_is_the_same_for_a_new_a_pending_and_a_confirmed_signer_and_the_mail_differs(app: TestApp) {
        let visitor = app.visitor();
        let anna = Person::new("Anna Roy", "anna@example.org");
        let page = async || {
            let answer = visitor.sign(&anna).await.expect(303);
            let location = answer.header("location").to_owned();
            let token = location.split("waiting=").nth(1).unwrap().to_owned();
            assert_eq!(token.len(), 56);
            let body = visitor.get(&location).await.expect(200).body.replace(&token, "TOKEN");
            (location.replace(&token, "TOKEN"), body, app.mail_to("anna@example.org").await.subject)
        };
        let new = page().await;
        let pending = page().await;
        let link = app.mail_to("anna@example.org").await.confirm_path();
        visitor.post(&link, &[]).await.expect(303);
        let confirmed = page().await;
        assert_eq!((&new.0, &new.1), (&pending.0, &pending.1));
        assert_eq!((&new.0, &new.1), (&confirmed.0, &confirmed.1));
        assert_eq!(confirmed.2, "You have signed already");
        assert_eq!(visitor.counted().await, 1);
    }

    async fn a_wrong_code_is_answered_alike_whether_or_not_the_address_has_signed(app: TestApp) {
        let visitor = app.visitor();
        let anna = Person::new("Anna Roy", "anna@example.org");
        visitor.sign_and_confirm(&app, &anna).await;
        let repeated = visitor.sign_well(&anna).await;
        let fresh = visitor.sign_well(&Person::new("Bela Kovacs", "bela@example.org")).await;
        let right = app.mail_to("bela@example.org").await.code();
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for _ in 0..7 {
            let answers = [visitor.post(&repeated, &[("code", wrong)]).await, visitor.post(&fresh, &[("code", wrong)]).await];
            let [a, b] = answers.map(|answer| answer.expect(422).body);
            let token = |path: &str| path.split("waiting=").nth(1).unwrap().to_owned();
            assert_eq!(a.replace(&token(&repeated), "T"), b.replace(&token(&fresh), "T"));
        }
    }
}
