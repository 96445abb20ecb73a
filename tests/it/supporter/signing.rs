use crate::support::{Build, Person, TestApp, on_both};

const CAMPAIGN: &str = "/en/campaigns/recognize-celil";

on_both! {
    async fn a_supporter_signs_confirms_and_is_counted(app: TestApp) {
        let anna = app.visitor();
        let waiting = anna.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
        assert!(waiting.starts_with("/en/campaigns/recognize-celil/check-email?"), "{waiting}");
        assert!(anna.get(&waiting).await.expect(200).body.contains("Check your email"));
        assert_eq!(anna.counted().await, 0);

        let mail = app.mail_to("anna@example.org").await;
        assert_eq!(mail.subject, "Please confirm your signature");
        assert_eq!(mail.html.matches("/confirm/").count(), 1);
        assert!(mail.html.contains(&mail.code()) && mail.html.contains("I did not sign this"));
        assert!(!mail.html.contains("<img") && !mail.html.contains(" src="));
        assert!(anna.get(&mail.confirm_path()).await.expect(200).body.contains("Confirm my signature"));
        assert_eq!(anna.counted().await, 0);

        let thanked = anna.post(&mail.confirm_path(), &[]).await.expect(303);
        let page = anna.get(thanked.header("location")).await.expect(200);
        assert!(page.body.contains("Thank you") && page.body.contains("You are number 1."), "{}", page.body);
        assert_eq!(anna.counted().await, 1);
        app.assert_no_drift().await;
    }

    async fn the_mail_is_in_the_signers_language(app: TestApp) {
        let visitor = app.visitor();
        let fields = [("name", "Anne Roy"), ("email", "anne@example.org"), ("country", "CA")];
        visitor.post("/fr/campaigns/recognize-celil/sign", &fields).await.expect(303);
        let mail = app.mail_to("anne@example.org").await;
        assert_eq!(mail.subject, "Veuillez confirmer votre signature");
        assert!(mail.confirm_path().starts_with("/fr/confirm/"), "{}", mail.text);
    }

    async fn names_of_every_script_arrive_as_they_were_written(app: TestApp) {
        let names = [
            "ھۈسەيىن جېلىل",
            "བསྟན་འཛིན་རྒྱ་མཚོ",
            "王炳章",
            "محمد علي (Mohammed Ali)",
            "Nguyễn Thị Hồng",
            "Zoë 🌻 Müller",
            "O'Brien & <Söhne>",
        ];
        for (at, name) in names.iter().enumerate() {
            let email = format!("person{at}@example.org");
            let person = Person::new(name, &email).with("public", "full");
            let mail = app.visitor().sign_and_confirm(&app, &person).await;
            assert!(mail.text.contains(name), "{}", mail.text);
        }
        app.advance(std::time::Duration::from_secs(1));
        let page = app.visitor().get(CAMPAIGN).await.expect(200).body;
        for name in names {
            let escaped = name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(page.contains(&format!("<bdi>{escaped}</bdi>")), "{name}");
        }
    }

    async fn names_are_hidden_unless_chosen_otherwise(app: TestApp) {
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "a@example.org")).await;
        let first = Person::new("Bela Kovacs", "b@example.org").with("public", "first_name");
        app.visitor().sign_and_confirm(&app, &first).await;
        let initials = Person::new("Chen Li", "c@example.org").with("public", "initials");
        app.visitor().sign_and_confirm(&app, &initials).await;
        app.advance(std::time::Duration::from_secs(1));
        let page = app.visitor().get(CAMPAIGN).await.body;
        assert!(page.contains("<bdi>Bela</bdi>") && page.contains("<bdi>C. L.</bdi>"));
        assert!(!page.contains("Anna Roy") && !page.contains("Kovacs") && !page.contains("Chen"));
    }

    async fn nothing_about_a_person_lies_in_the_database_in_the_clear(app: TestApp) {
        use sea_orm::{ConnectionTrait, Statement};
        let person = Person::new("Rebiya Unmistakable", "unmistakable@example.org")
            .with("city", "Unmistakaville")
            .with("comment", "Unmistakable words");
        app.visitor().sign_and_confirm(&app, &person).await;
        app.visitor().sign_well(&person).await;
        let db = app.app.tools.db.read();
        for table in ["signature", "repeat", "outbox", "suppression", "audit", "tally_part"] {
            let all = Statement::from_string(db.get_database_backend(), format!("SELECT * FROM \"{table}\""));
            for row in db.query_all_raw(all).await.unwrap() {
                let shown = format!("{row:?}").to_lowercase();
                let bytes = "unmistaka".bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(", ");
                assert!(!shown.contains("unmistaka") && !shown.contains(&bytes), "{table}");
            }
        }
        let folder = app.folder.path();
        for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let bytes = std::fs::read(&file).unwrap().to_ascii_lowercase();
            assert!(!bytes.windows(9).any(|window| window == b"unmistaka"), "{}", file.display());
        }
    }
}

#[tokio::test]
async fn a_paused_campaign_takes_no_signature_and_says_so() {
    let app = TestApp::build(Build { content: |file| file.paused = Some(true), ..Build::default() }).await;
    let answer = app.visitor().sign(&Person::new("Anna Roy", "anna@example.org")).await.expect(303);
    assert_eq!(answer.header("location"), CAMPAIGN);
    assert!(app.visitor().get(CAMPAIGN).await.expect(200).body.contains("Signing is paused"));
    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn a_closed_campaign_takes_no_signature_and_says_so() {
    let closed = |file: &mut postulo::domain::content::CampaignFile| {
        file.closes = postulo::domain::date::PartialDate::parse("2026-11-22");
    };
    let app = TestApp::build(Build { content: closed, ..Build::default() }).await;
    app.visitor().sign(&Person::new("Anna Roy", "anna@example.org")).await.expect(303);
    let page = app.visitor().get(CAMPAIGN).await.expect(200).body;
    assert!(page.contains("This campaign is closed") && !page.contains("<form"));
    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn an_unknown_campaign_is_not_found() {
    let app = TestApp::build(Build::default()).await;
    app.visitor().post("/en/campaigns/other/sign", &[("name", "Anna")]).await.expect(404);
    app.visitor().get("/en/campaigns/other").await.expect(404);
    app.visitor().get("/campaigns/other/tally.json").await.expect(404);
    app.visitor().get("/de/campaigns/recognize-celil").await.expect(404);
}

#[tokio::test]
async fn a_signature_from_a_throw_away_mailbox_is_held_and_the_page_does_not_tell() {
    let app = TestApp::build(Build::default()).await;
    app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
    let bot = Person::new("Bot Bottom", "bot@mailinator.com");
    let mail = app.visitor().sign_and_confirm(&app, &bot).await;
    let page = app.visitor().get(&mail.confirm_path()).await.expect(200).body;
    assert!(page.contains("Thank you") && page.contains("You are number 2."), "{page}");
    assert_eq!(app.visitor().counted().await, 1);
    app.assert_no_drift().await;
}
