use postulo::domain::postcard::{Postcard, State};
use postulo::domain::role::Role;

use crate::postcards::{all, card, counted, offered, put, with, write_and_confirm};
use crate::studio::officials::recorded;
use crate::support::{Member, TestApp, on_both};

const CARDS: &str = "/studio/campaigns/recognize-celil/cards";

fn ticked(cards: &[Postcard]) -> Vec<String> {
    cards.iter().map(|one| format!("card-{}", one.id)).collect()
}

/// Decides about these.
async fn decide(moderator: &Member, cards: &[Postcard], decision: &str) -> String {
    let names = ticked(cards);
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (&**name, "yes")).collect();
    fields.extend([("decision", decision), ("because", "contact"), ("state", "verified")]);
    let reply = moderator.post(&format!("{CARDS}/decision"), &fields).await.expect(303);
    reply.header("location").to_owned()
}

on_both! {
    async fn moderators_see_cards_as_they_print_and_every_look_is_on_record(app: TestApp) {
        let to = offered(&app, &[]).await;
        let moderator = app.member(Role::Moderator).await;
        assert!(moderator.get(CARDS).await.expect(200).body.contains("No cards here"));
        assert_eq!(recorded(&app, "look_at_postcards").await, 0);
        write_and_confirm(&app, &card(to, "Anna Unmistakable", "anna@example.org")).await;
        let doubtful = with(card(to, "Bela Roy", "bela@example.org"), "message", "See www.example.org");
        write_and_confirm(&app, &doubtful).await;
        let page = moderator.get(CARDS).await.expect(200).body;
        assert!(page.matches("<svg").count() >= 2 && page.contains("A link") && page.contains("/pictures/"), "{page}");
        assert!(!page.contains("nmistakable") && !page.contains("anna@"), "no more than the card shows");
        assert_eq!(recorded(&app, "look_at_postcards").await, 1);
        let marked = moderator.get(&format!("{CARDS}?state=verified&doubtful=yes")).await.expect(200).body;
        assert_eq!(marked.matches("<li class=\"card-row").count(), 1);
        // Ticking all leaves out what a rule marked.
        let all_ticked = moderator.get(&format!("{CARDS}?state=verified&ticked=yes")).await.expect(200).body;
        assert_eq!(all_ticked.matches(" checked").count(), 1);
        let fr = moderator.reading("fr").get(CARDS).await.expect(200).body;
        assert!(fr.contains("Modérer les cartes") && fr.contains("Un lien"));
    }

    async fn many_are_approved_at_once_and_undone_at_once(app: TestApp) {
        let to = offered(&app, &[]).await;
        for n in 0..3 {
            write_and_confirm(&app, &card(to, "Anna Roy", &format!("n{n}@example.org"))).await;
        }
        let moderator = app.member(Role::Moderator).await;
        moderator.post(&format!("{CARDS}/decision"), &[("decision", "approve")]).await.expect(422);
        let cards = all(&app, State::Verified).await;
        let back = decide(&moderator, &cards, "approve").await;
        assert_eq!((all(&app, State::Approved).await.len(), recorded(&app, "approve_postcard").await), (3, 3));
        let page = moderator.get(&back).await.expect(200).body;
        assert!(page.contains("3 cards were decided"), "{page}");
        let at = back.split("undo=").nth(1).unwrap();
        moderator.post(&format!("{CARDS}/undo"), &[("at", at)]).await.expect(303);
        assert_eq!(all(&app, State::Verified).await.len(), 3);
        assert_eq!(counted(&app).await, 3);
        // Of what is approved nobody is told.
        assert!(app.mails().await.iter().all(|mail| mail.subject.contains("confirm")));
    }

    async fn whoever_wrote_a_rejected_card_is_told_why_unless_it_was_undone_before(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let moderator = app.member(Role::Moderator).await;
        let cards = all(&app, State::Verified).await;
        decide(&moderator, &cards, "reject").await;
        assert_eq!(counted(&app).await, 0);
        decide(&moderator, &cards, "undo").await;
        assert_eq!((counted(&app).await, app.mails().await.len()), (1, 1));
        decide(&moderator, &cards, "reject").await;
        let told = app.mail_to("anna@example.org").await;
        assert!(told.subject.contains("will not be printed") && told.text.contains("it has a link"), "{}", told.text);
        assert!(app.visitor().get(&told.mine_path()).await.expect(200).body.contains("It will not be printed"));
        decide(&moderator, &cards, "approve").await;
        assert!(app.mail_to("anna@example.org").await.subject.contains("will be printed"));
        app.assert_no_drift().await;
    }

    async fn what_is_in_a_print_run_is_no_longer_decided(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let moderator = app.member(Role::Moderator).await;
        let cards = all(&app, State::Verified).await;
        let back = decide(&moderator, &cards, "approve").await;
        put(&app, State::Batched).await;
        for decision in ["undo", "reject", "change"] {
            decide(&moderator, &cards, decision).await;
        }
        let at = back.split("undo=").nth(1).unwrap();
        moderator.post(&format!("{CARDS}/undo"), &[("at", at)]).await.expect(303);
        assert_eq!(all(&app, State::Batched).await.len(), 1);
    }

    async fn two_moderators_at_once_decide_once(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let (one, other) = (app.member(Role::Moderator).await, app.member(Role::Moderator).await);
        let cards = all(&app, State::Verified).await;
        tokio::join!(decide(&one, &cards, "approve"), decide(&other, &cards, "approve"));
        assert_eq!(recorded(&app, "approve_postcard").await, 1);
    }
}
