use postulo::domain::role::Role;
use postulo::storage::card_offers;

use super::{MINISTER, POSTCARDS, add_design, add_official, offer, seen};
use crate::studio::officials::recorded;
use crate::support::{TestApp, on_both};

on_both! {
    async fn cards_are_offered_once_there_is_somebody_to_write_to_and_a_picture(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let nothing = organiser.post(POSTCARDS, &[("offered", "yes")]).await.expect(422).body;
        assert!(nothing.contains("Choose to whom") && nothing.contains("Add a picture for the front first"), "{nothing}");
        let (official, _) = offer(&app, &organiser, &[("suggestion-en", "Dear Prime Minister,\r\nplease act.")]).await;
        let known = card_offers::find(app.app.tools.db.read(), app.campaign_id()).await.unwrap().unwrap();
        assert_eq!((known.offered, &known.officials, known.revision), (true, &vec![official], 1));
        assert_eq!(known.suggestion.written("en"), Some("Dear Prime Minister,\nplease act."));
        let page = organiser.get(POSTCARDS).await.expect(200).body;
        assert!(page.contains("The Right Hon. Anne Roy, Prime Minister of Canada") && page.contains("please act."), "{page}");
        assert!(app.app.hub.offer(app.campaign_id()).unwrap().offered);
    }

    async fn two_who_set_it_at_once_are_told(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let before = seen(&organiser).await;
        organiser.post(POSTCARDS, &[("seen", &before), ("elections", "yes")]).await.expect(303);
        let late = organiser.post(POSTCARDS, &[("seen", &before)]).await.expect(422).body;
        assert!(late.contains("meanwhile"), "{late}");
        organiser.post(POSTCARDS, &[("seen", &seen(&organiser).await)]).await.expect(303);
    }

    async fn a_suggestion_that_no_card_takes_is_refused_and_kept(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let long = "x".repeat(2_001);
        let page = organiser.post(POSTCARDS, &[("suggestion-en", &long)]).await.expect(422).body;
        assert!(page.contains("#suggestion-en") && page.contains(&long));
        let turned = organiser.post(POSTCARDS, &[("suggestion-en", "a\u{202e}b")]).await.expect(422).body;
        assert!(turned.contains("turns the direction"), "{turned}");
    }

    async fn whom_another_organisation_knows_is_not_offered(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        add_design(&app, &organiser).await;
        let stranger = app.member_elsewhere(Role::Organiser, "elsewhere").await;
        add_official(&app, &organiser, &MINISTER).await;
        stranger.post("/studio/officials", &[("family_name", "Elsewhere"), ("parliament_address", "x")]).await.expect(303);
        let others = postulo::storage::officials::list_all(app.app.tools.db.read(), 2).await.unwrap();
        let field = format!("official-{}", others[0].id);
        organiser.post(POSTCARDS, &[(&field, "yes")]).await.expect(404);
        assert_eq!(recorded(&app, "trespass").await, 1);
    }
}
