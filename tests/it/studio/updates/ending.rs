use reqwest::Method;

use super::{WORDS, publish, step, supporter, updates, write, writer};
use crate::support::{Mail, Member, TestApp, on_both};

async fn sent(app: &TestApp, member: &Member) {
    let path = write(member, &WORDS).await;
    publish(member, &path, 2).await;
    member.post(&format!("{path}/sending"), &[]).await.expect(303);
    step(app).await;
}

fn link(app: &TestApp, mail: &Mail) -> String {
    mail.unsubscribe.clone().unwrap().0.replace(&app.url, "")
}

on_both! {
    async fn one_press_of_a_mail_program_ends_updates_and_a_look_does_not(app: TestApp) {
        supporter(&app, "anna", "en").await;
        let member = writer(&app).await;
        sent(&app, &member).await;
        let mails = updates(&app).await;
        let link = link(&app, &mails[0]);
        for method in [Method::GET, Method::HEAD] {
            app.visitor().send(method, &link, &[], Vec::new()).await.expect(200);
        }
        sent(&app, &member).await;
        assert_eq!(updates(&app).await.len(), 2);
        // From a server of theirs, without cookies (RFC 8058).
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", "https://mail.example"),
            ("sec-fetch-site", "cross-site"),
        ];
        for _ in 0..2 {
            let body = b"List-Unsubscribe=One-Click".to_vec();
            app.visitor().send(Method::POST, &link, &headers, body).await.expect(200);
        }
        sent(&app, &member).await;
        assert_eq!(updates(&app).await.len(), 2);
        let mine = app.mails().await.into_iter().find(|mail| mail.text.contains("/confirm/")).unwrap().mine_path();
        app.visitor().get(&mine).await.expect(200);
        assert_eq!(app.counted().await, 1);
    }

    async fn whoever_unsubscribes_while_it_is_sent_gets_it_no_more(app: TestApp) {
        supporter(&app, "anna", "en").await;
        let member = writer(&app).await;
        sent(&app, &member).await;
        let link = link(&app, &updates(&app).await[0]);
        let path = write(&member, &WORDS).await;
        publish(&member, &path, 2).await;
        member.post(&format!("{path}/sending"), &[]).await.expect(303);
        step(&app).await;
        app.visitor().post(&link, &[("from", "all")]).await.expect(200);
        assert_eq!(updates(&app).await.len(), 1);
        step(&app).await;
        assert!(member.get(&format!("{path}/sending")).await.body.contains("Left out meanwhile"));
    }

    async fn what_is_no_link_of_ours_ends_nothing(app: TestApp) {
        supporter(&app, "anna", "en").await;
        let member = writer(&app).await;
        sent(&app, &member).await;
        let link = link(&app, &updates(&app).await[0]);
        let other = format!("{}A", &link[..link.len() - 1]);
        let other = if other == link { format!("{}B", &link[..link.len() - 1]) } else { other };
        for bad in [other.as_str(), "/unsubscribe/x", "/unsubscribe/%00"] {
            let status = app.visitor().post(bad, &[]).await.status.as_u16();
            assert!((400..500).contains(&status), "{bad}: {status}");
        }
        sent(&app, &member).await;
        assert_eq!(updates(&app).await.len(), 2);
    }

    async fn a_consent_is_on_record_with_its_words_from_its_beginning_to_its_end(app: TestApp) {
        supporter(&app, "anna", "en").await;
        app.app.note_wording().await.unwrap();
        let member = writer(&app).await;
        sent(&app, &member).await;
        let link = link(&app, &updates(&app).await[0]);
        app.advance(std::time::Duration::from_mins(1));
        app.visitor().post(&link, &[]).await.expect(200);
        let mine = app.mails().await.into_iter().find(|mail| mail.text.contains("/confirm/")).unwrap().mine_path();
        app.advance(std::time::Duration::from_mins(1));
        app.visitor().post(&format!("{mine}/updates"), &[("updates", "yes")]).await.expect(303);
        let staff = app.member(postulo::domain::role::Role::Staff).await;
        let file = staff.post("/studio/campaigns/recognize-celil/consents", &[]).await.expect(200).body;
        let lines: Vec<&str> = file.split("\r\n").filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), 3, "{file}");
        assert!(lines[1].contains(",2026-11-22T10:00:00.000Z,form,2026-11-22T10:01:00.000Z,unsubscribe,"), "{file}");
        assert!(lines[2].contains(",2026-11-22T10:02:00.000Z,page,,,") && lines[2].contains("Send me"), "{file}");
    }
}
