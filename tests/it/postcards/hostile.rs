use postulo::domain::postcard::{Doubt, State};
use postulo::domain::role::Role;

use super::{Offered, POSTCARD, all, card, counted, fields, offered, pause, with, write, write_and_confirm};
use crate::studio::postcards::DESIGNS;
use crate::support::{CAMPAIGN, Person, TestApp, on_both};

async fn refused(app: &TestApp, to: Offered, message: &str) -> String {
    let form = with(card(to, "Anna Roy", "anna@example.org"), "message", message);
    app.visitor().post(POSTCARD, &fields(&form)).await.expect(422).body
}

on_both! {
    async fn what_no_card_takes_is_refused_in_words_and_kept(app: TestApp) {
        let to = offered(&app, &[]).await;
        let long = "x".repeat(10_000);
        let page = refused(&app, to, &long).await;
        assert!(page.contains("2,000") && page.contains(&long) && page.contains("value=\"Anna Roy\""), "kept");
        // One word without end, which is broken within its box, until it is too much.
        assert!(refused(&app, to, &"w".repeat(1_900)).await.contains("no room for them"));
        assert!(refused(&app, to, "a\u{7}b").await.contains("#message"));
        assert!(refused(&app, to, "a\u{202e}b").await.contains("turns the direction"));
        assert!(refused(&app, to, " \r\n ").await.contains("#message"));
        assert!(refused(&app, to, "Free him \u{1f54a}").await.contains("none of our fonts has it"));
        let form = with(card(to, "Anna \u{1f54a} Roy", "anna@example.org"), "sender", "full");
        assert!(app.visitor().post(POSTCARD, &fields(&form)).await.expect(422).body.contains("#name"));
        assert!(app.mails().await.is_empty());
        assert!(all(&app, State::Pending).await.is_empty());
    }

    async fn mixed_directions_and_long_words_that_fit_are_taken(app: TestApp) {
        let to = offered(&app, &[]).await;
        for (n, message) in ["سلام \u{2068}Celil\u{2069} שלום, please act", &"w".repeat(60)].into_iter().enumerate() {
            let form = with(card(to, "محمد علي", &format!("n{n}@example.org")), "message", message);
            write_and_confirm(&app, &form).await;
        }
        assert_eq!(all(&app, State::Verified).await.len(), 2);
    }

    async fn the_preview_tells_of_anything_and_stores_nothing(app: TestApp) {
        let to = offered(&app, &[]).await;
        let preview = format!("{POSTCARD}/preview");
        let form = with(card(to, "Anna Roy", "anna@example.org"), "message", &"word ".repeat(390));
        let page = app.visitor().post(&preview, &fields(&form)).await.expect(200).body;
        assert!(page.contains("no room for them") && page.contains("value=\"anna@example.org\""), "{page}");
        for (field, value) in [("official", "x"), ("design", "x"), ("message", "\u{1}"), ("country", "nowhere"), ("name", "=1")] {
            let odd = with(with(card(to, "Anna Roy", "anna@example.org"), field, value), "fragment", "yes");
            app.visitor().post(&preview, &fields(&odd)).await.expect(200);
        }
        app.visitor().post(&preview, &[]).await.expect(200);
        assert!(all(&app, State::Pending).await.is_empty());
    }

    async fn whom_nobody_offers_and_what_is_retired_is_not_taken(app: TestApp) {
        let to = offered(&app, &[]).await;
        let form = card(to, "Anna Roy", "anna@example.org");
        let other = uuid::Uuid::nil().to_string();
        for (field, value) in [("official", "member"), ("official", &*other), ("design", &*other), ("sender", "nobody")] {
            app.visitor().post(POSTCARD, &fields(&with(form.clone(), field, value))).await.expect(422);
        }
        let organiser = app.member(Role::Organiser).await;
        organiser.post(&format!("{DESIGNS}/{}/retire", to.design), &[]).await.expect(303);
        app.visitor().post(POSTCARD, &fields(&form)).await.expect(422);
    }

    async fn twice_at_once_is_one_card(app: TestApp) {
        let to = offered(&app, &[]).await;
        let form = card(to, "Anna Roy", "anna@example.org");
        let (one, other) = (app.visitor(), app.visitor());
        tokio::join!(write(&one, &form), write(&other, &form));
        assert_eq!(all(&app, State::Pending).await.len(), 1);
        let mail = app.mail_to("anna@example.org").await;
        let path = mail.confirm_path();
        let (first, second) = tokio::join!(one.post(&path, &[]), other.post(&path, &[]));
        first.expect(303);
        second.expect(303);
        assert_eq!(counted(&app).await, 1);
        let signed = app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        let path = format!("{}/postcard", signed.mine_path());
        let form: Vec<_> = form.into_iter().filter(|(name, _)| matches!(*name, "official" | "design" | "message")).collect();
        let again = fields(&form);
        tokio::join!(one.post(&path, &again), other.post(&path, &again));
        assert_eq!(counted(&app).await, 2);
    }

    async fn a_closed_campaign_takes_no_cards(app: TestApp) {
        let to = offered(&app, &[]).await;
        let signed = app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        let pending = card(to, "Anna Roy", "anna@example.org");
        write(&app.visitor(), &pending).await;
        let mail = app.mail_to("anna@example.org").await;
        pause(&app).await;
        let late = app.visitor().post(POSTCARD, &fields(&pending)).await.expect(303);
        assert_eq!(late.header("location"), CAMPAIGN);
        assert_eq!(app.visitor().get(POSTCARD).await.expect(303).header("location"), CAMPAIGN);
        let path = format!("{}/postcard", signed.mine_path());
        app.visitor().post(&path, &fields(&pending)).await.expect(303);
        assert_eq!(all(&app, State::Verified).await.len(), 0);
        // Who wrote before still confirms.
        app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
        assert_eq!(all(&app, State::Verified).await.len(), 1);
    }

    async fn what_looks_odd_is_marked_and_neither_refused_nor_approved(app: TestApp) {
        let to = offered(&app, &[]).await;
        let threat = with(card(to, "Anna Roy", "anna@example.org"), "message", "I will kill you. Call 613 555 0199");
        write_and_confirm(&app, &threat).await;
        let machine = with(card(to, "Bela Roy", "bela@example.org"), "homepage", "https://spam.example");
        write_and_confirm(&app, &machine).await;
        write_and_confirm(&app, &card(to, "Chen Roy", "chen@mailinator.com")).await;
        let held = all(&app, State::Verified).await;
        assert_eq!(held[0].doubts, [Doubt::Phone, Doubt::Threat]);
        assert_eq!((held[1].hold_reason.as_deref(), held[2].hold_reason.as_deref()), (Some("honeypot"), Some("disposable_domain")));
        assert_eq!(counted(&app).await, 1, "what a suspicion holds counts once moderators let it pass");
    }
}
