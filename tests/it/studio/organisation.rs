//! Who the organisation is.

use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn an_owner_says_who_the_organisation_is(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let address = "1 Example Street\r\n\r\n  Ottawa ON  \r\nCanada";
        let wrong = [("name", ""), ("postal_address", address), ("time_zone", "Nowhere/City")];
        let refused = owner.post("/studio/organisation", &wrong).await.expect(422).body;
        assert!(refused.contains("href=\"#name\"") && refused.contains("href=\"#time_zone\""));
        assert!(refused.contains("Nowhere/City") && refused.contains("Ottawa ON") && !refused.contains("#postal_address\""));
        let right = [("name", "Uyghur Advocacy"), ("postal_address", address), ("time_zone", "America/Toronto")];
        owner.post("/studio/organisation", &right).await.expect(303);
        let page = owner.get("/studio/organisation").await.expect(200).body;
        assert!(page.contains("Uyghur Advocacy") && page.contains("1 Example Street\nOttawa ON\nCanada"), "{page}");
        let stored = entity::organisation::Entity::find_by_id(1).one(app.app.tools.db.read()).await.unwrap().unwrap();
        assert_eq!((&*stored.name, &*stored.time_zone), ("Uyghur Advocacy", "America/Toronto"));
        // The record has its times in that zone: 10:00 UTC is five in the morning.
        let record = owner.get("/studio/audit?act=describe_organisation").await.expect(200).body;
        assert!(record.contains("2026-11-22 05:00"), "{record}");
    }

    async fn replies_go_where_the_owner_says_and_campaigns_begin_in_the_languages_of_the_organisation(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        app.visitor().sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
        assert!(app.mail_to("anna@example.org").await.reply_to.is_none());
        let who = [("name", "Uyghur Advocacy"), ("time_zone", "America/Toronto")];
        for wrong in ["nobody", "a@b.example\r\nBcc: c@d.example"] {
            let fields = [&who[..], &[("reply_address", wrong), ("language", "fr")]].concat();
            let page = owner.post("/studio/organisation", &fields).await.expect(422).body;
            assert!(page.contains("href=\"#reply_address\""), "{page}");
        }
        let fields = [&who[..], &[("reply_address", "answers@society.example"), ("language", "fr"), ("also-en", "yes")]].concat();
        owner.post("/studio/organisation", &fields).await.expect(303);
        let page = owner.get("/studio/organisation").await.expect(200).body;
        assert!(page.contains("answers@society.example") && page.contains("<option value=\"fr\" lang=\"fr\" selected>"), "{page}");
        app.visitor().sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        assert_eq!(app.mail_to("bela@example.org").await.reply_to.as_deref(), Some("answers@society.example"));
        let new = owner.get("/studio/campaigns/new").await.expect(200).body;
        assert!(new.contains("<option value=\"fr\" lang=\"fr\" selected>") && new.contains("name=\"also-en\" type=\"checkbox\" value=\"yes\" checked"), "{new}");
        // Left empty again, they go nowhere else.
        owner.post("/studio/organisation", &who).await.expect(303);
        app.visitor().sign_well(&Person::new("Cara Roy", "cara@example.org")).await;
        assert!(app.mail_to("cara@example.org").await.reply_to.is_none());
    }

    async fn what_comes_to_nothing_in_the_studio_looks_like_the_studio(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        for (path, status) in [("/studio/accounts", 403), ("/studio/campaigns/no-such", 404), ("/studio/no-such", 404)] {
            let page = viewer.get(path).await.expect(status).body;
            assert!(page.contains("/static/studio.") && !page.contains("/static/postulo."), "{path}: {page}");
            assert!(page.contains("href=\"/studio\""));
        }
        assert!(app.visitor().get("/en/no-such").await.expect(404).body.contains("/static/postulo."));
    }
}
