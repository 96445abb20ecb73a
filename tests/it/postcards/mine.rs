use postulo::actions::postcards::Decision;
use postulo::domain::postcard::{Because, Sender, State};

use super::{all, card, counted, decide_all, offered, put, write, write_and_confirm};
use crate::support::{TestApp, on_both};

on_both! {
    async fn whoever_wrote_a_card_changes_how_they_show_until_it_is_in_a_run(app: TestApp) {
        let to = offered(&app, &[]).await;
        let mail = write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let visitor = app.visitor();
        let part = |part: &str| format!("{}/{part}", mail.mine_path());
        assert_eq!(all(&app, State::Verified).await[0].sender, Sender::FirstName, "private unless chosen");
        visitor.post(&part("name"), &[("sender", "initials")]).await.expect(303);
        visitor.post(&part("updates"), &[("updates", "yes")]).await.expect(303);
        let one = all(&app, State::Verified).await.remove(0);
        assert!(one.sender == Sender::Initials && one.updates_since.is_some());
        decide_all(&app, State::Verified, Decision::Approve).await;
        put(&app, State::Batched).await;
        visitor.post(&part("name"), &[("sender", "full")]).await.expect(303);
        assert_eq!(all(&app, State::Batched).await[0].sender, Sender::Initials);
        let page = visitor.get(&mail.mine_path()).await.expect(200).body;
        assert!(page.contains("On its way to the printer") && page.contains("can no longer be taken back"), "{page}");
        assert!(!page.contains("withdrawal\""));
        let late = visitor.post(&part("withdrawal"), &[]).await.expect(303).header("location").to_owned();
        assert!(visitor.get(&late).await.expect(200).body.contains("can no longer be taken back"));
        assert_eq!((all(&app, State::Batched).await.len(), counted(&app).await), (1, 1));
    }

    async fn a_card_is_taken_back_disowned_and_erased(app: TestApp) {
        let to = offered(&app, &[]).await;
        let mut links = Vec::new();
        for (name, email) in [("Anna Roy", "anna@example.org"), ("Bela Roy", "bela@example.org"), ("Chen Roy", "chen@example.org")] {
            links.push(write_and_confirm(&app, &card(to, name, email)).await.mine_path());
        }
        assert_eq!(counted(&app).await, 3);
        let visitor = app.visitor();
        for (link, part) in links.iter().zip(["withdrawal", "disavowal", "erasure"]) {
            visitor.post(&format!("{link}/{part}"), &[]).await;
            // Pressed twice.
            visitor.post(&format!("{link}/{part}"), &[]).await;
        }
        assert_eq!(counted(&app).await, 0);
        let withdrawn = all(&app, State::Withdrawn).await.remove(0);
        assert!(withdrawn.sealed.is_empty() && withdrawn.marks.is_none());
        assert_eq!(all(&app, State::Disowned).await.len(), 1);
        assert!(visitor.get(&links[0]).await.expect(200).body.contains("Taken back"));
        visitor.get(&links[2]).await.expect(410);
        app.assert_no_drift().await;
        // Who took theirs back writes another; who was disowned gets no mail.
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let known = app.mails().await.len();
        write(&visitor, &card(to, "Bela Roy", "bela@example.org")).await;
        assert_eq!(app.mails().await.len(), known);
    }

    async fn what_is_printed_stays_counted_and_names_nobody_once_it_is_erased(app: TestApp) {
        let to = offered(&app, &[]).await;
        let mail = write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        decide_all(&app, State::Verified, Decision::Approve).await;
        put(&app, State::Printed).await;
        app.visitor().post(&format!("{}/erasure", mail.mine_path()), &[]).await.expect(200);
        let one = all(&app, State::Printed).await.remove(0);
        assert!(one.sealed.is_empty() && one.marks.is_none());
        assert_eq!(counted(&app).await, 1);
        app.assert_no_drift().await;
        app.visitor().get(&mail.mine_path()).await.expect(200);
    }

    async fn a_change_is_asked_for_made_once_and_looked_at_again(app: TestApp) {
        let to = offered(&app, &[]).await;
        let mail = write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let message = format!("{}/message", mail.mine_path());
        let visitor = app.visitor();
        visitor.post(&message, &[("message", "Not asked for")]).await.expect(303);
        decide_all(&app, State::Verified, Decision::AskChange(Because::Tone)).await;
        let told = app.mail_to("anna@example.org").await;
        assert!(told.subject.contains("change your postcard") && told.text.contains("it insults"), "{}", told.text);
        let page = visitor.get(&told.mine_path()).await.expect(200).body;
        assert!(page.contains("Change the message") && page.contains("bring Hüseyin Celil home"), "{page}");
        let long = "x".repeat(2_001);
        assert!(visitor.post(&message, &[("message", &long)]).await.expect(422).body.contains(&long));
        visitor.post(&message, &[("message", &"w".repeat(1_900))]).await.expect(422);
        visitor.post(&message, &[("message", "Please call 613 555 0199")]).await.expect(303);
        let one = all(&app, State::Verified).await.remove(0);
        assert!(!one.doubts.is_empty() && one.because.is_none());
        visitor.post(&message, &[("message", "Once more")]).await.expect(303);
        let data = visitor.get(&format!("{}/data", mail.mine_path())).await.expect(200).body;
        let data: serde_json::Value = serde_json::from_str(&data).unwrap();
        assert_eq!((data["message"].as_str(), data["email"].as_str()), (Some("Please call 613 555 0199"), Some("anna@example.org")));
        assert_eq!(counted(&app).await, 1);
    }
}
