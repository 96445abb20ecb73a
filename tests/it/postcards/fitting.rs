//! What fits when it is written fits when it is printed, whatever is changed in between; and looking costs us little.

use postulo::documents::postcard::Fit;
use postulo::domain::postcard::{Sender, State};

use super::{Offered, POSTCARD, all, card, fields, offered, with, write_and_confirm};
use crate::support::{Build, TestApp, on_both};

/// As many words as fit under initials, and not under a full name with its place.
async fn brimful(app: &TestApp, to: Offered) -> String {
    let preview = format!("{POSTCARD}/preview");
    let mut words = 60;
    loop {
        let message = "prisoner ".repeat(words);
        let form = with(card(to, "Anna Roy", "anna@example.org"), "message", &message);
        let form = with(with(form, "sender", "initials"), "fragment", "yes");
        let page = app.visitor().post(&preview, &fields(&form)).await.expect(200).body;
        if page.contains("data-wrong") {
            return "prisoner ".repeat(words - 1);
        }
        words += 1;
    }
}

on_both! {
    async fn a_name_that_leaves_no_room_for_the_message_is_refused_and_the_card_stays_as_it_was(app: TestApp) {
        let to = offered(&app, &[]).await;
        let message = brimful(&app, to).await;
        let name = "Wilhelmina Konstantinopoulou-Vandermeersch of the Association";
        let form = with(card(to, name, "anna@example.org"), "message", &message);
        let refused = app.visitor().post(POSTCARD, &fields(&with(form.clone(), "sender", "full"))).await;
        assert!(refused.expect(422).body.contains("no room for them"));
        let mail = write_and_confirm(&app, &with(form, "sender", "initials")).await;
        let change = format!("{}/name", mail.mine_path());
        let page = app.visitor().post(&change, &[("sender", "full")]).await.expect(422).body;
        assert!(page.contains("href=\"#sender\"") && page.contains("no room for them"), "{page}");
        assert_eq!(all(&app, State::Verified).await[0].sender, Sender::Initials);
        app.visitor().post(&change, &[("sender", "initials")]).await.expect(303);
    }
}

/// A burst of looks as no person types, from one network.
#[tokio::test]
async fn looking_is_limited_and_signing_beside_it_is_not() {
    let few = |settings: &mut postulo::settings::Settings| settings.limits.network_burst = 2;
    let app = TestApp::build(Build { settings: few, ..Build::default() }).await;
    let to = offered(&app, &[]).await;
    let visitor = app.visitor();
    let (preview, form) = (format!("{POSTCARD}/preview"), card(to, "Anna Roy", "anna@example.org"));
    let looked = with(form.clone(), "fragment", "yes");
    for _ in 0..20 {
        visitor.post(&preview, &fields(&looked)).await.expect(200);
    }
    let limited = visitor.post(&preview, &fields(&looked)).await.expect(429);
    assert!(!limited.header("retry-after").is_empty());
    // A form that is refused shows the card, too.
    visitor.post(POSTCARD, &fields(&with(form.clone(), "message", ""))).await.expect(429);
    app.visitor().post(&preview, &fields(&looked)).await.expect(200);
    visitor.post(POSTCARD, &fields(&form)).await.expect(303);
    app.advance(std::time::Duration::from_mins(1));
    visitor.post(&preview, &fields(&looked)).await.expect(200);
}

#[test]
fn a_message_of_two_thousand_letters_says_how_many_are_too_many() {
    use postulo::documents::postcard::{Corner, Writing, set};
    let message = "word ".repeat(400);
    let writing =
        Writing { message: &message, sender: &[], addressee: &[], corner: Corner::Stamp, credit: "" };
    assert!(matches!(set(&writing).fit(), Fit::Over(500..1_900)));
}
