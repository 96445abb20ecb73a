use std::time::Duration;

use postulo::actions::invalidate::invalidate;
use postulo::domain::date::PartialDate;
use postulo::domain::moment::{DAY, HOUR};
use postulo::storage::rolls;
use reqwest::Method;

use crate::support::{Build, Person, TestApp, on_both};

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

on_both! {
    async fn a_link_opened_by_a_mail_scanner_confirms_nothing(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let link = app.mail_to("anna@example.org").await.confirm_path();
        for method in [Method::GET, Method::HEAD, Method::GET] {
            let reply = visitor.send(method, &link, &[], Vec::new()).await.expect(200);
            assert_eq!(reply.header("cache-control"), "no-store");
        }
        assert_eq!(visitor.counted().await, 0);
        visitor.post(&link, &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn pressed_on_two_devices_at_once_it_counts_once(app: TestApp) {
        app.visitor().sign_well(&anna()).await;
        let link = app.mail_to("anna@example.org").await.confirm_path();
        let presses = (0..20).map(|_| {
            let (visitor, link) = (app.visitor(), link.clone());
            tokio::spawn(async move { visitor.post(&link, &[]).await.expect(303); })
        });
        for press in presses.collect::<Vec<_>>() {
            press.await.unwrap();
        }
        assert_eq!(app.visitor().counted().await, 1);
        assert!(app.visitor().get(&link).await.body.contains("You are number 1."));
        app.assert_no_drift().await;
    }

    async fn many_confirm_at_once_and_each_has_its_own_place(app: TestApp) {
        let people: Vec<Person> = (0..40).map(|n| Person::new(&format!("Person {n} X"), &format!("p{n}@example.org"))).collect();
        let signings = people.iter().map(|person| {
            let (visitor, person) = (app.visitor(), person.clone());
            tokio::spawn(async move { visitor.sign_well(&person).await; })
        });
        for signing in signings.collect::<Vec<_>>() {
            signing.await.unwrap();
        }
        let links: Vec<String> = app.mails().await.iter().map(crate::support::Mail::confirm_path).collect();
        assert_eq!(links.len(), 40);
        let presses = links.iter().map(|link| {
            let (visitor, link) = (app.visitor(), link.clone());
            tokio::spawn(async move { visitor.post(&link, &[]).await.expect(303); })
        });
        for press in presses.collect::<Vec<_>>() {
            press.await.unwrap();
        }
        let mut places = std::collections::BTreeSet::new();
        for link in &links {
            let page = app.visitor().get(link).await.body;
            places.insert(page.split("You are number ").nth(1).unwrap().split('.').next().unwrap().to_owned());
        }
        assert_eq!(places.len(), 40);
        assert_eq!(app.visitor().counted().await, 40);
        app.assert_no_drift().await;
    }

    async fn a_link_expires_after_seven_days(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let link = app.mail_to("anna@example.org").await.confirm_path();
        app.advance((DAY * 7).checked_sub(Duration::from_secs(1)).unwrap());
        visitor.get(&link).await.expect(200);
        app.advance(Duration::from_secs(1));
        assert!(visitor.get(&link).await.expect(410).body.contains("This link has expired"));
        visitor.post(&link, &[]).await.expect(410);
        assert_eq!(visitor.counted().await, 0);
        postulo::actions::purge::purge(&app.app.desk(), &app.app.tools.settings.retention).await.unwrap();
        visitor.post(&link, &[]).await.expect(410);
        visitor.sign_and_confirm(&app, &anna()).await;
        assert_eq!(visitor.counted().await, 1);
    }

    async fn what_is_no_link_of_ours_is_told_so_and_counts_nothing(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        let token = mail.confirm_path().rsplit('/').next().unwrap().to_owned();
        let other_purpose = mail.mine_path().rsplit('/').next().unwrap().to_owned();
        let changed = format!("{}{}", if token.starts_with('A') { 'B' } else { 'A' }, &token[1..]);
        for token in [&token[..token.len() - 1], &format!("{token}A"), &changed, &other_purpose, "x", "%00", "%ff", "ü"] {
            for path in [format!("/en/confirm/{token}"), format!("/fr/confirm/{token}")] {
                let status = visitor.get(&path).await.status.as_u16();
                assert!(matches!(status, 400 | 404), "{path}: {status}");
                let status = visitor.post(&path, &[]).await.status.as_u16();
                assert!(matches!(status, 400 | 404), "{path}: {status}");
            }
        }
        let status = visitor.get(&format!("/en/mine/{token}")).await.status.as_u16();
        assert_eq!(status, 404);
        assert_eq!(visitor.counted().await, 0);
    }

    async fn a_withdrawn_signature_stays_uncounted_and_the_page_says_why(app: TestApp) {
        let visitor = app.visitor();
        let mail = visitor.sign_and_confirm(&app, &anna()).await;
        visitor.post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 0);
        assert!(visitor.post(&mail.confirm_path(), &[]).await.expect(410).body.contains("was withdrawn"));
        let json = [("accept", "application/json")];
        let told = visitor.send(Method::POST, &mail.confirm_path(), &json, Vec::new()).await.expect(410);
        assert_eq!(told.header("content-type"), "application/problem+json");
        assert!(told.body.contains("was withdrawn"), "{}", told.body);
        assert_eq!(visitor.counted().await, 0);
        app.assert_no_drift().await;
    }

    async fn a_disowned_signature_is_removed_and_its_address_left_alone(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        let page = visitor.get(&mail.mine_path()).await.expect(200).body;
        assert!(page.contains("I did not sign this"));
        visitor.post(&format!("{}/disavowal", mail.mine_path()), &[]).await.expect(303);
        assert!(visitor.post(&mail.confirm_path(), &[]).await.expect(410).body.contains("did not sign"));
        visitor.sign_well(&anna()).await;
        app.advance(HOUR);
        assert_eq!(app.mails().await.len(), 1);
        assert_eq!(visitor.counted().await, 0);
    }

    async fn an_invalidated_signature_stays_uncounted_and_the_page_says_why(app: TestApp) {
        let visitor = app.visitor();
        let mail = visitor.sign_and_confirm(&app, &anna().with("public", "full")).await;
        let db = app.app.tools.db.read();
        let signature = rolls::list_shown(db, app.campaign_id(), 1).await.unwrap().remove(0);
        invalidate(&app.app.desk(), app.campaign_id(), signature.id, "test", "forged").await.unwrap();
        app.app.refresh().await.unwrap();
        assert_eq!(visitor.counted().await, 0);
        assert!(visitor.post(&mail.confirm_path(), &[]).await.expect(410).body.contains("struck out"));
        app.assert_no_drift().await;
    }
}

#[tokio::test]
async fn confirmation_is_accepted_for_a_day_after_closing_and_no_longer() {
    let closes =
        |file: &mut postulo::domain::content::CampaignFile| file.closes = PartialDate::parse("2026-11-23");
    let app = TestApp::build(Build { content: closes, ..Build::default() }).await;
    let visitor = app.visitor();
    visitor.sign_well(&anna()).await;
    visitor.sign_well(&Person::new("Bela Kovacs", "bela@example.org")).await;
    let [annas, belas] = ["anna@example.org", "bela@example.org"].map(std::borrow::ToOwned::to_owned);
    let (annas, belas) = (app.mail_to(&annas).await.confirm_path(), app.mail_to(&belas).await.confirm_path());
    app.advance(HOUR * 37);
    visitor.post(&annas, &[]).await.expect(303);
    app.advance(HOUR);
    assert!(visitor.get(&belas).await.expect(410).body.contains("This campaign is closed"));
    visitor.post(&belas, &[]).await.expect(410);
    visitor.post(&annas, &[]).await.expect(303);
    assert_eq!(visitor.counted().await, 1);
}
