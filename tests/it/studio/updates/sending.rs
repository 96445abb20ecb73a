use std::time::Duration;

use super::{UPDATES, WORDS, bystander, publish, readers, save, step, supporter, updates, write, writer};
use crate::support::{Member, Person, TestApp, on_both};

/// An update that may be sent.
async fn ready(app: &TestApp) -> (Member, String) {
    let member = writer(app).await;
    let path = write(&member, &WORDS).await;
    publish(&member, &path, 2).await;
    (member, format!("{path}/sending"))
}

on_both! {
    async fn it_goes_once_to_each_who_asked_and_confirmed_in_their_language(app: TestApp) {
        supporter(&app, "anna", "en").await;
        supporter(&app, "bela", "fr").await;
        bystander(&app, "carl").await;
        // Two of a household share an address; somebody has not confirmed.
        let second = Person::new("Ann Other", "anna@example.org").with("updates", "yes");
        app.visitor().sign_and_confirm(&app, &second).await;
        app.visitor().sign_well(&Person::new("Dora", "dora@example.org").with("updates", "yes")).await;
        let (member, sending) = ready(&app).await;
        let before = member.get(&sending).await.expect(200).body;
        assert!(before.contains("2 people would get it") && before.contains("1 Example Street"), "{before}");
        member.post(&sending, &[]).await.expect(303);
        step(&app).await;
        let mails = updates(&app).await;
        assert_eq!(readers(&mails), ["anna", "bela"]);
        assert_eq!((&*mails[0].subject, &*mails[1].subject), ("He was <seen> & heard", "On l’a vu"));
        for mail in &mails {
            let (link, one_press) = mail.unsubscribe.clone().unwrap();
            assert!(one_press && link.starts_with(&format!("{}/unsubscribe/", app.url)), "{link}");
            assert!(mail.text.contains("1 Example Street\nOttawa ON  K1A 0A6") || mail.text.contains("1 Example Street\nOttawa ON K1A 0A6"), "{}", mail.text);
            assert!(!mail.html.contains("<img") && !mail.html.contains("http-equiv"), "{}", mail.html);
        }
        // Its links are as they were written, and no mail has one of its own but the way off the list.
        assert!(mails[0].html.contains("href=\"https://example.org/letter\""), "{}", mails[0].html);
        // Pressed twice, and asked again: nobody gets it twice.
        member.post(&sending, &[]).await.expect(303);
        step(&app).await;
        supporter(&app, "late", "en").await;
        step(&app).await;
        assert_eq!(updates(&app).await.len(), 2);
        let after = member.get(&sending).await.expect(200).body;
        assert!(after.contains("<dd>2</dd>") && !after.contains("Send it to"), "{after}");
        step(&app).await;
        assert!(member.get(UPDATES).await.body.contains("Sent · 2"));
    }

    async fn it_is_paused_goes_on_and_is_cancelled(app: TestApp) {
        for name in ["anna", "bela"] {
            supporter(&app, name, "en").await;
        }
        let (member, sending) = ready(&app).await;
        let part = |part: &str| sending.replace("sending", part);
        member.post(&sending, &[]).await.expect(303);
        step(&app).await;
        member.post(&part("pause"), &[]).await.expect(303);
        assert!(updates(&app).await.is_empty());
        app.advance(Duration::from_mins(5));
        step(&app).await;
        assert!(updates(&app).await.is_empty());
        assert!(member.get(&sending).await.body.contains("Paused"));
        member.post(&part("resume"), &[]).await.expect(303);
        step(&app).await;
        assert_eq!(updates(&app).await.len(), 2);
        // Another, which is cancelled before it left.
        let path = write(&member, &WORDS).await;
        publish(&member, &path, 2).await;
        let sending = format!("{path}/sending");
        member.post(&sending, &[]).await.expect(303);
        step(&app).await;
        member.post(&format!("{path}/cancel"), &[]).await.expect(303);
        for _ in 0..3 {
            step(&app).await;
        }
        assert_eq!(updates(&app).await.len(), 2);
        member.post(&format!("{path}/resume"), &[]).await.expect(303);
        step(&app).await;
        assert_eq!(updates(&app).await.len(), 2);
        assert!(member.get(&sending).await.body.contains("Cancelled"));
    }

    async fn what_leaves_is_the_newest_version(app: TestApp) {
        supporter(&app, "anna", "en").await;
        let (member, sending) = ready(&app).await;
        member.post(&sending, &[]).await.expect(303);
        step(&app).await;
        let path = sending.replace("/sending", "");
        save(&member, &path, 2, &[("title_en", "Corrected"), ("body_en", "Better words")]).await;
        publish(&member, &path, 3).await;
        let mails = updates(&app).await;
        assert_eq!((mails.len(), &*mails[0].subject), (1, "Corrected"));
        assert!(mails[0].text.contains("Better words"));
    }

    async fn of_several_machines_and_over_a_crash_nobody_gets_it_twice(app: TestApp) {
        for name in ["anna", "bela", "carla", "dora"] {
            supporter(&app, name, "en").await;
        }
        let (member, sending) = ready(&app).await;
        member.post(&sending, &[]).await.expect(303);
        let other = app.beside().await;
        tokio::join!(step(&app), step(&other), step(&app), step(&other));
        tokio::join!(app.run_mail(), other.run_mail());
        // A machine that comes up later finds nothing left to do.
        let third = app.beside().await;
        step(&third).await;
        assert_eq!(readers(&updates(&app).await), ["anna", "bela", "carla", "dora"]);
    }

    async fn without_a_postal_address_or_before_it_is_published_nothing_is_sent(app: TestApp) {
        supporter(&app, "anna", "en").await;
        let member = app.member(postulo::domain::role::Role::Organiser).await;
        let path = write(&member, &WORDS).await;
        member.post(&format!("{path}/sending"), &[]).await.expect(422);
        publish(&member, &path, 2).await;
        let page = member.post(&format!("{path}/sending"), &[]).await.expect(422).body;
        assert!(page.contains("postal address"), "{page}");
        step(&app).await;
        assert!(updates(&app).await.is_empty());
    }

    async fn whoever_left_the_browser_open_proves_who_they_are_before_it_is_sent(app: TestApp) {
        let (member, sending) = ready(&app).await;
        app.advance(Duration::from_mins(11));
        for reply in [member.get(&sending).await, member.post(&sending, &[]).await] {
            assert!(reply.expect(303).header("location").starts_with("/studio/proof"));
        }
    }
}
