use postulo::domain::sign_on::State;

use super::{LETTER, all, fields, organisation, professional, sign, sign_and_confirm, with};
use crate::support::{Build, CAMPAIGN, TestApp};

#[tokio::test]
async fn what_cannot_stand_under_a_letter_is_refused_and_kept_as_typed() {
    let app = TestApp::build(Build::default()).await;
    let sound = organisation("Uyghur Rights Society", "office@society.example");
    let long = "x".repeat(256);
    for (field, value, why) in [
        ("website", "javascript:alert(document.cookie)", "example.org"),
        ("website", "javascript://society.example/%0aalert(1)", "example.org"),
        ("website", "data:text/html,<script>", "example.org"),
        ("website", "https://user:pass@society.example", "example.org"),
        ("website", "http://127.0.0.1/", "example.org"),
        ("organisation", "", "name of the organisation"),
        ("organisation", &*long, "255 characters is the most"),
        ("organisation", "=HYPERLINK(1)", "cannot come first"),
        ("organisation", "Society\u{202e}evil", "control characters"),
        ("role", &*long, "characters is the most"),
        ("email", "nobody", "has one @"),
        ("country", "ZZ", "Choose"),
    ] {
        let form = with(sound.clone(), field, value);
        let page = app.visitor().post(LETTER, &fields(&form)).await.expect(422).body;
        assert!(page.contains(why), "{field} {value}: {page}");
        assert!(page.contains("office@society.example") || field == "email", "{field}");
        assert!(page.contains(&format!("href=\"#{field}\"")), "{field}: {page}");
        assert!(!page.contains("href=\"javascript:"));
    }
    let missing = with(professional("Anna Roy", "anna@example.org"), "profession", " ");
    assert!(
        app.visitor()
            .post(LETTER, &fields(&missing))
            .await
            .expect(422)
            .body
            .contains("Enter your profession")
    );
    for kind in ["", "government", "<script>"] {
        let form = with(sound.clone(), "kind", kind);
        app.visitor().post(LETTER, &fields(&form)).await.expect(422);
    }
    assert!(app.mails().await.is_empty() && all(&app, State::Pending).await.is_empty());
}

#[tokio::test]
async fn a_refused_form_tells_a_program_in_its_own_form() {
    let app = TestApp::build(Build::default()).await;
    let headers = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
    let body = b"kind=organisation".to_vec();
    let reply = app.visitor().send(reqwest::Method::POST, LETTER, &headers, body).await.expect(422);
    let problem: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(problem["errors"][0]["field"], "organisation");
}

#[tokio::test]
async fn only_those_sign_whom_the_letter_is_for() {
    let only = |file: &mut postulo::domain::content::CampaignFile| {
        file.letter.as_mut().unwrap().organisations = false;
    };
    let app = TestApp::build(Build { content: only, ..Build::default() }).await;
    let page = app.visitor().get(LETTER).await.expect(200).body;
    assert!(page.contains("as a professional") && !page.contains("as an organisation"));
    let form = organisation("Uyghur Rights Society", "office@society.example");
    let led = app.visitor().post(LETTER, &fields(&form)).await.expect(303);
    assert_eq!(led.header("location"), LETTER);
    let shown = app.visitor().get(&format!("{LETTER}?as=organisation")).await.expect(200).body;
    assert!(!shown.contains("name=\"organisation\""));
    assert!(all(&app, State::Pending).await.is_empty());
}

#[tokio::test]
async fn without_a_letter_there_is_no_page_and_no_way_to_it() {
    let none = |file: &mut postulo::domain::content::CampaignFile| file.letter = None;
    let app = TestApp::build(Build { content: none, ..Build::default() }).await;
    app.visitor().get(LETTER).await.expect(404);
    app.visitor().post(LETTER, &fields(&professional("Anna Roy", "anna@example.org"))).await.expect(404);
    assert!(!app.visitor().get(CAMPAIGN).await.expect(200).body.contains("/letter"));
    assert_eq!(app.visitor().tally().await["organisations"], 13);
}

#[tokio::test]
async fn a_paused_campaign_takes_nobody_under_its_letter() {
    let app = TestApp::build(Build { content: |file| file.paused = Some(true), ..Build::default() }).await;
    let form = professional("Anna Roy", "anna@example.org");
    let led = app.visitor().post(LETTER, &fields(&form)).await.expect(303);
    assert_eq!(led.header("location"), CAMPAIGN);
    let page = app.visitor().get(LETTER).await.expect(200).body;
    assert!(!page.contains("as a professional"));
    assert!(app.mails().await.is_empty());
}

#[tokio::test]
async fn the_limits_of_signing_hold_for_the_letter() {
    let few = |settings: &mut postulo::settings::Settings| settings.limits.network_burst = 2;
    let app = TestApp::build(Build { settings: few, ..Build::default() }).await;
    let visitor = app.visitor();
    for n in 0..2 {
        sign(&visitor, &professional("Anna Roy", &format!("anna{n}@example.org"))).await;
    }
    let form = professional("Anna Roy", "anna9@example.org");
    let limited = visitor.post(LETTER, &fields(&form)).await.expect(429);
    assert!(!limited.header("retry-after").is_empty());
}

#[tokio::test]
async fn a_link_of_a_signature_serves_no_letter_and_the_other_way_round() {
    let app = TestApp::build(Build::default()).await;
    let mail = sign_and_confirm(&app, &professional("Anna Roy", "anna@example.org")).await;
    let confirm = mail.confirm_path().rsplit('/').next().unwrap().to_owned();
    let mine = mail.mine_path().rsplit('/').next().unwrap().to_owned();
    app.visitor().get(&format!("/en/mine/{confirm}")).await.expect(404);
    app.visitor().get(&format!("/en/confirm/{mine}")).await.expect(404);
    app.visitor().get(&format!("{CAMPAIGN}/check-email?waiting={mine}")).await.expect(404);
    // A token whose purpose was changed has not our seal.
    let forged = format!("{}A{}", &mine[..2], &mine[3..]);
    app.visitor().get(&format!("/en/mine/{forged}")).await.expect(404);
}
