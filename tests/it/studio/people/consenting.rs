use postulo::domain::role::Role;

use super::{acts, sign};
use crate::support::{Person, TestApp, on_both};

const FILE: &str = "/studio/campaigns/recognize-celil/consents";

on_both! {
    async fn consents_are_taken_out_with_their_words_and_their_time(app: TestApp) {
        app.app.note_wording().await.unwrap();
        sign(&app, "recognize-celil", &Person::new("Anna \"Ann\" Roy", "anna@example.org")).await;
        app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        let staff = app.member(Role::Staff).await;
        assert!(staff.get("/studio/people").await.expect(200).body.contains(FILE));
        let file = staff.post(FILE, &[]).await.expect(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").contains("consents-recognize-celil.csv"));
        let lines: Vec<&str> = file.body.split("\r\n").collect();
        assert!(lines[0].starts_with("\u{feff}campaign,signature,name,email,") && lines.len() == 3, "{}", file.body);
        assert!(lines[1].contains("\"Anna \"\"Ann\"\" Roy\",anna@example.org,en,2026-11-22T10:00:00.000Z,form,,,"), "{}", file.body);
        assert!(lines[1].contains("Send me") && !file.body.contains("bela"), "{}", file.body);
        assert_eq!(acts(&app).await.iter().filter(|(act, _)| act == "export_consents").count(), 1);
        // Not by a browser that was left open.
        app.advance(std::time::Duration::from_mins(11));
        assert!(staff.post(FILE, &[]).await.expect(303).header("location").starts_with("/studio/proof"));
    }
}
