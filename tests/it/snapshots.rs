//! Pages and mails as they read, so that a change of words or of order is seen before it is made.

use postulo::domain::defence::Mode;
use postulo::domain::role::Role;
use reqwest::Method;

use crate::support::{Build, Person, TestApp};

/// Takes out what differs from run to run: the port, and what is hashed or random.
fn steady(app: &TestApp, text: &str) -> String {
    let encoded: String =
        app.url
            .bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect();
    let mut text = text.replace(&app.url, "http://localhost").replace(&encoded, "http%3A%2F%2Flocalhost");
    for (mark, with) in [
        ("waiting\" value=\"", "TOKEN"),
        ("?waiting=", "TOKEN"),
        ("/confirm/", "TOKEN"),
        ("/mine/", "TOKEN"),
        ("/static/", "FILE"),
    ] {
        let mut parts = text.split(mark).map(str::to_owned).collect::<Vec<_>>();
        for part in &mut parts[1..] {
            let end =
                part.find(|c: char| !(c.is_ascii_alphanumeric() || "_-.".contains(c))).unwrap_or(part.len());
            part.replace_range(..end, with);
        }
        text = parts.join(mark);
    }
    text
}

/// The page's own part, a tag a line.
fn body(app: &TestApp, page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    // The list of countries would drown everything else.
    let mut shown = String::new();
    for (at, part) in main.split("<option").enumerate() {
        let kept = if at == 0 { Some(part) } else { part.find("</select>").map(|end| &part[end..]) };
        shown.push_str(kept.unwrap_or_default());
    }
    steady(app, &shown.replace("><", ">\n<"))
}

#[tokio::test]
async fn pages_and_mails() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    for lang in ["en", "fr"] {
        let campaign = format!("/{lang}/campaigns/recognize-celil");
        let page = visitor.get(&campaign).await.expect(200).body;
        insta::assert_snapshot!(format!("campaign_{lang}"), body(&app, &page));
        let refused = visitor.post(&format!("{campaign}/sign"), &[("name", "=Anna")]).await.expect(422).body;
        insta::assert_snapshot!(format!("refused_{lang}"), body(&app, &refused));

        let email = format!("{lang}@example.org");
        let person = [
            ("name", "محمد علي"),
            ("email", &*email),
            ("country", "CA"),
            ("public", "initials"),
            ("updates", "yes"),
        ];
        let sign = format!("{campaign}/sign");
        let waiting = visitor.post(&sign, &person).await.expect(303).header("location").to_owned();
        let page = visitor.get(&waiting).await.expect(200).body;
        insta::assert_snapshot!(format!("waiting_{lang}"), body(&app, &page));
        let mail = app.mail_to(&email).await;
        insta::assert_snapshot!(
            format!("mail_confirm_{lang}"),
            steady(&app, &mail.text.replace(&mail.code(), "123456"))
        );
        let page = visitor.get(&mail.confirm_path()).await.expect(200).body;
        insta::assert_snapshot!(format!("confirm_{lang}"), body(&app, &page));
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        let page = visitor.get(&mail.confirm_path()).await.expect(200).body;
        insta::assert_snapshot!(format!("thanks_{lang}"), body(&app, &page));

        visitor.post(&sign, &person).await.expect(303);
        let again = app.mail_to(&email).await;
        insta::assert_snapshot!(format!("mail_already_signed_{lang}"), steady(&app, &again.text));
        let third = Person::new("Bela", &email).at("CA", "K1A 0A6");
        let fields =
            [("name", &*third.name), ("email", &*email), ("country", "CA"), ("postal_code", "K1A 0A6")];
        visitor.post(&sign, &fields).await.expect(303);
        let taken = app.mail_to(&email).await;
        insta::assert_snapshot!(format!("mail_address_taken_{lang}"), steady(&app, &taken.text));
    }
}

#[tokio::test]
async fn the_studio() {
    let app = TestApp::build(Build::default()).await;
    let member = app.member(Role::Owner).await;
    for lang in ["en", "fr"] {
        let accept = [("accept-language", lang)];
        let login =
            app.visitor().send(Method::GET, "/studio/login", &accept, Vec::new()).await.expect(200).body;
        insta::assert_snapshot!(format!("studio_login_{lang}"), whole_body(&app, &login));
        let home = member.clone().reading(lang).get("/studio").await.expect(200).body;
        insta::assert_snapshot!(
            format!("studio_home_{lang}"),
            whole_body(&app, &home.replace(&member.email, "EMAIL"))
        );
    }
}

/// All between the tags of the body.
fn whole_body(app: &TestApp, page: &str) -> String {
    steady(app, &page.split("<body").nth(1).unwrap().replace("><", ">\n<"))
}

#[tokio::test]
async fn pages_under_pressure() {
    let app = TestApp::build(Build::default()).await;
    app.defend(Mode::Always).await;
    let visitor = app.visitor();
    for lang in ["en", "fr"] {
        let sign = format!("/{lang}/campaigns/recognize-celil/sign");
        let page = visitor.get(&sign).await.expect(200).body;
        let end_of_form =
            body(&app, &page).split("<input type=\"hidden\" name=\"altcha\"").nth(1).unwrap().to_owned();
        insta::assert_snapshot!(format!("sign_asking_{lang}"), end_of_form);
        let email = format!("{lang}@example.org");
        visitor.post(&sign, &[("name", "محمد علي"), ("email", &email), ("country", "CA")]).await.expect(303);
        let link = app.mail_to(&email).await.confirm_path();
        let page = visitor.get(&link).await.expect(200).body;
        insta::assert_snapshot!(format!("confirm_code_{lang}"), body(&app, &page));
    }
}
