use postulo::storage::queue;
use reqwest::Method;

use crate::support::{Person, TestApp, on_both};

const SIGN: &str = "/en/campaigns/recognize-celil/sign";

async fn nothing_was_stored(app: &TestApp) {
    assert_eq!(queue::count_queued(app.app.tools.db.read()).await.unwrap(), 0);
    assert!(app.mails().await.is_empty());
}

on_both! {
    async fn an_empty_form_gets_every_error_and_stores_nothing(app: TestApp) {
        let reply = app.visitor().post(SIGN, &[]).await.expect(422);
        for words in ["There is a problem", "Enter your full name", "Enter your email address", "Choose a country"] {
            // Once in the summary and once at the field.
            assert!(reply.body.contains(words), "{words}");
        }
        assert_eq!(reply.body.matches("Enter your full name").count(), 2);
        assert!(reply.body.contains("<title>Error: Sign"));
        assert!(reply.body.contains("role=\"alert\"") && reply.body.contains("href=\"#email\""));
        nothing_was_stored(&app).await;
    }

    async fn bad_fields_are_refused_and_what_was_typed_is_kept(app: TestApp) {
        let long = "a".repeat(256);
        let huge = "b".repeat(100_000);
        let names = [long.as_str(), &huge, "=cmd()", "+1", "-x", "@x", "see https://x.test", "a\u{7}b", "\u{202e}x", "123"];
        for name in names {
            let reply = app.visitor().sign(&Person::new(name, "kept@example.org")).await.expect(422);
            assert!(reply.body.contains("value=\"kept@example.org\""), "{name}");
            let escaped = name.replace('&', "&amp;").replace('"', "&quot;");
            assert!(reply.body.contains(&format!("value=\"{escaped}\"")), "{name}");
        }
        for email in ["a@@b.org", "a b@c.org", "a@", "\"a\"@b.org", "a@localhost", "@b.org", "a@b..org", &format!("{huge}@x.org")] {
            let reply = app.visitor().sign(&Person::new("Anna Roy", email)).await.expect(422);
            assert!(reply.body.contains("href=\"#email\"") && reply.body.contains("value=\"Anna Roy\""), "{email}");
        }
        for (field, value) in [("public", "all"), ("updates", "perhaps"), ("city", "=x"), ("comment", huge.as_str()), ("text_version", "9")] {
            app.visitor().sign(&Person::new("Anna Roy", "anna@example.org").with(field, value)).await.expect(422);
        }
        app.visitor().sign(&Person::new("Anna Roy", "anna@example.org").at("XX", "")).await.expect(422);
        nothing_was_stored(&app).await;
    }

    async fn an_unknown_postal_code_never_blocks(app: TestApp) {
        for (at, (country, code)) in [("CA", "K1A"), ("CA", "??"), ("US", "abc"), ("AE", "1"), ("CA", "")].into_iter().enumerate() {
            let person = Person::new("Anna Roy", &format!("a{at}@example.org")).at(country, code);
            app.visitor().sign_and_confirm(&app, &person).await;
        }
        app.assert_no_drift().await;
    }

    async fn what_no_browser_sends_is_refused_and_never_breaks_anything(app: TestApp) {
        let visitor = app.visitor();
        for body in ["name=%91", "name=%", "name=%zz", "name=a%00b", "name=a&name=b"] {
            visitor.post_raw(SIGN, body.as_bytes().to_vec()).await.expect(400);
        }
        visitor.post_raw(SIGN, b"name=\xff\xfe".to_vec()).await.expect(400);
        visitor.post_raw(SIGN, vec![b'a'; 300_000]).await.expect(413);
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense"] {
            visitor.send(Method::POST, SIGN, &[("content-type", kind)], b"name=Anna".to_vec()).await.expect(400);
        }
        visitor.send(Method::POST, SIGN, &[], b"name=Anna".to_vec()).await.expect(400);
        visitor.send(Method::DELETE, SIGN, &[], Vec::new()).await.expect(405);
        visitor.get("/en/campaigns/%ff").await.expect(400);
        nothing_was_stored(&app).await;
    }

    async fn a_program_is_told_in_its_own_form(app: TestApp) {
        let json = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
        let reply = app.visitor().send(Method::POST, SIGN, &json, b"name=Anna".to_vec()).await.expect(422);
        assert_eq!(reply.header("content-type"), "application/problem+json");
        let problem: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
        assert_eq!(problem["status"], 422);
        assert_eq!(problem["errors"][0]["field"], "email");
        let reply = app.visitor().send(Method::GET, "/en/nothing", &json, Vec::new()).await.expect(404);
        assert_eq!(reply.header("content-type"), "application/problem+json");
        let page = app.visitor().get("/fr/rien").await.expect(404);
        assert!(page.body.contains("Cette page n’existe pas"));
    }
}
