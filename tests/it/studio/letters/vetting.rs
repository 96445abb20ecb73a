use std::time::Duration;

use postulo::actions::accounts::By;
use postulo::actions::accounts::found::give_campaign;
use postulo::domain::role::Role;
use postulo::domain::sign_on::State;
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{hidden, recorded};
use crate::letters::{LETTER, all, organisation, professional, sign_and_confirm, with};
use crate::live::read_until_told;
use crate::support::{Member, TestApp, on_both};

const DESK: &str = "/studio/campaigns/recognize-celil/sign-ons";

async fn decide(member: &Member, decision: &str, ids: &[Uuid]) -> String {
    let names: Vec<String> = ids.iter().map(|id| format!("sign-on-{id}")).collect();
    let mut fields = vec![("decision", decision), ("reason", "unproven"), ("state", "held")];
    fields.extend(names.iter().map(|name| (&**name, "yes")));
    member.post(&format!("{DESK}/decision"), &fields).await.expect(303).header("location").to_owned()
}

async fn held(app: &TestApp) -> Vec<Uuid> {
    all(app, State::Held).await.into_iter().map(|one| one.id).collect()
}

/// Where the names of the organisations stand on the letter's page.
async fn order(app: &TestApp, names: &[&str]) -> Vec<usize> {
    app.advance(Duration::from_secs(1));
    let page = app.visitor().get(LETTER).await.expect(200).body;
    names.iter().map(|name| page.find(name).unwrap_or_else(|| panic!("no {name}"))).collect()
}

on_both! {
    async fn moderators_see_people_one_by_one_and_each_look_is_on_record(app: TestApp) {
        sign_and_confirm(&app, &organisation("Uyghur Rights Society", "office@society.example")).await;
        sign_and_confirm(&app, &professional("Anna Unmistakable", "anna@example.org")).await;
        let moderator = app.member(Role::Moderator).await;
        let list = moderator.get(DESK).await.expect(200).body;
        assert!(list.contains("Uyghur Rights Society") && list.contains("Lawyer") && list.contains("To be vetted (2)"), "{list}");
        assert!(list.contains("own domain"));
        assert!(!list.contains("Unmistakable") && !list.contains("@example.org") && !list.contains("office@"));
        assert_eq!(recorded(&app, "look_at_sign_on").await, 0);
        for id in held(&app).await {
            let page = moderator.get(&format!("{DESK}/{id}")).await.expect(200).body;
            assert!(page.contains("Unmistakable") && page.contains("on record"));
        }
        assert_eq!(recorded(&app, "look_at_sign_on").await, 2);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(!format!("{audit:?}").contains("Unmistakable") && !format!("{audit:?}").contains("Society"));
    }

    async fn many_are_accepted_at_once_and_taken_back_at_once(app: TestApp) {
        for n in 0..3 {
            sign_and_confirm(&app, &with(professional("Anna Roy", &format!("anna{n}@example.org")), "public", "full")).await;
        }
        let moderator = app.member(Role::Moderator).await;
        let ids = held(&app).await;
        let done = decide(&moderator, "vet", &ids).await;
        let page = moderator.get(&done).await.expect(200).body;
        assert!(page.contains("3 changed.") && page.contains("Undo"), "{page}");
        assert_eq!(app.visitor().tally().await["professionals"], 3);
        let undone = moderator.post(&format!("{DESK}/undo"), &[("at", &hidden(&page, "at"))]).await.expect(303);
        assert!(moderator.get(undone.header("location")).await.expect(200).body.contains("3 changed."));
        assert_eq!(app.visitor().tally().await["professionals"], 0);
        assert_eq!(held(&app).await, ids);
        // Nobody was told what did not last.
        assert_eq!(app.mails().await.len(), 3);
        // Decided twice, as by two at once, the second changes nothing.
        decide(&moderator, "vet", &ids).await;
        assert!(decide(&moderator, "vet", &ids).await.contains("done=0"));
        assert_eq!((recorded(&app, "vet_sign_on").await, recorded(&app, "undo_sign_on").await), (6, 3));
        assert_eq!(app.mails().await.len(), 6);
    }

    async fn whoever_watches_sees_who_was_accepted_at_once_on_every_node(app: TestApp) {
        sign_and_confirm(&app, &with(professional("Anna Roy", "anna@example.org"), "public", "full")).await;
        let moderator = app.member(Role::Moderator).await;
        let beside = app.beside().await;
        let mut streams = Vec::new();
        for node in [&app, &beside] {
            streams.push(reqwest::get(format!("{}/campaigns/recognize-celil/live", node.url)).await.unwrap());
        }
        decide(&moderator, "vet", &held(&app).await).await;
        beside.app.refresh().await.unwrap();
        for stream in streams {
            let told = read_until_told(stream, |tally| tally["professionals"] == 1);
            tokio::time::timeout(Duration::from_secs(10), told).await.expect("it is told");
        }
    }

    async fn a_refusal_has_a_reason_and_can_be_taken_back(app: TestApp) {
        sign_and_confirm(&app, &organisation("Uyghur Rights Society", "office@mail.example")).await;
        let moderator = app.member(Role::Moderator).await;
        let ids = held(&app).await;
        let ticked = format!("sign-on-{}", ids[0]);
        for fields in [
            vec![("decision", "vet")],
            vec![("decision", "decline"), (&*ticked, "yes")],
            vec![("decision", "decline"), ("reason", "whim"), (&*ticked, "yes")],
            vec![("decision", "crown"), (&*ticked, "yes")],
        ] {
            let page = moderator.post(&format!("{DESK}/decision"), &fields).await.expect(422).body;
            assert!(page.contains("Choose at least one"));
        }
        decide(&moderator, "decline", &ids).await;
        assert!(app.mail_to("office@mail.example").await.text.contains("could not be told"));
        let refused = moderator.get(&format!("{DESK}?state=declined")).await.expect(200).body;
        assert!(refused.contains("Refused (1)") && refused.contains("could not be told"));
        decide(&moderator, "undo", &ids).await;
        assert_eq!(held(&app).await, ids);
    }

    async fn likely_duplicates_are_pointed_out(app: TestApp) {
        let site = |form, site| with(form, "website", site);
        sign_and_confirm(&app, &site(organisation("Uyghur Rights Society", "one@mail.example"), "society.example")).await;
        let moderator = app.member(Role::Moderator).await;
        let alone = moderator.get(DESK).await.expect(200).body;
        assert!(!alone.contains("same name or website"));
        sign_and_confirm(&app, &site(organisation("URS Canada", "two@mail.example"), "http://www.society.example/x")).await;
        sign_and_confirm(&app, &site(organisation("uyghur rights SOCIETY", "three@mail.example"), "")).await;
        sign_and_confirm(&app, &site(organisation("PEN Canada", "four@mail.example"), "")).await;
        let list = moderator.get(DESK).await.expect(200).body;
        // The first is like the second and the third, each of which is like the first.
        assert_eq!(list.matches("same name or website").count(), 4, "{list}");
        assert_eq!(list.matches("names it already").count(), 1);
        let second = held(&app).await[1];
        assert!(moderator.get(&format!("{DESK}/{second}")).await.body.contains("same name or website"));
    }

    async fn names_stand_in_their_languages_and_weight_orders_the_list(app: TestApp) {
        for (name, email) in [("Aaa Society", "a@mail.example"), ("Zzz Society", "z@mail.example")] {
            sign_and_confirm(&app, &with(organisation(name, email), "website", "")).await;
        }
        let moderator = app.member(Role::Moderator).await;
        let ids = held(&app).await;
        decide(&moderator, "vet", &ids).await;
        let names = ["Aaa Society", "Zzz Society", "Amnesty International Canada"];
        let at = order(&app, &names).await;
        assert!(at[2] < at[0] && at[0] < at[1], "{at:?}");
        let row = format!("{DESK}/{}", ids[1]);
        let seen = hidden(&moderator.get(&row).await.expect(200).body, "seen");
        let lines = "en: Zzz Society\r\nfr: Société Zzz\r\nar: جمعية";
        moderator.post(&row, &[("seen", &seen), ("weight", "5"), ("organisation", lines)]).await.expect(303);
        let at = order(&app, &names).await;
        assert!(at[1] < at[2] && at[2] < at[0], "{at:?}");
        let french = app.visitor().get(&LETTER.replace("/en/", "/fr/")).await.body;
        assert!(french.contains("<bdi lang=\"fr\" dir=\"ltr\">Société Zzz</bdi>"), "{french}");
        // Whoever began before that is told.
        let late = [("seen", &*seen), ("weight", "9"), ("organisation", "en: Late")];
        let told = moderator.post(&row, &late).await.expect(422).body;
        assert!(told.contains("Somebody else has changed this") && told.contains("Société Zzz"));
        for (weight, name) in [("x", "en: A"), ("1001", "en: A"), ("1", ""), ("1", "no language"), ("1", "en: =1+1")] {
            let seen = hidden(&told, "seen");
            moderator.post(&row, &[("seen", &seen), ("weight", weight), ("organisation", name)]).await.expect(422);
        }
        assert_eq!(recorded(&app, "edit_sign_on").await, 1);
        // By alphabet, for whoever chose so.
        let organiser = app.member(Role::Organiser).await;
        let settings = "/studio/campaigns/recognize-celil/letter";
        let seen = hidden(&organiser.get(settings).await.body, "seen");
        let fields = [("seen", &*seen), ("shown", "yes"), ("organisations", "yes"), ("sorting", "alphabet"), ("body-en", "Dear all,")];
        organiser.post(settings, &fields).await.expect(303);
        let at = order(&app, &names).await;
        assert!(at[0] < at[2] && at[2] < at[1], "{at:?}");
    }

    async fn what_another_organisation_vets_is_not_there(app: TestApp) {
        sign_and_confirm(&app, &organisation("Uyghur Rights Society", "office@society.example")).await;
        let id = held(&app).await[0];
        let stranger = app.member_elsewhere(Role::Moderator, "elsewhere").await;
        let tries = [format!("{DESK}/{id}"), DESK.to_owned()];
        for path in &tries {
            stranger.get(path).await.expect(404);
        }
        let ticked = format!("sign-on-{id}");
        stranger.post(&format!("{DESK}/decision"), &[("decision", "vet"), (&ticked, "yes")]).await.expect(404);
        assert_eq!(recorded(&app, "trespass").await, 3);
        // An id of one campaign is nothing in another.
        let mut file = postulo::domain::content::CampaignFile::parse(postulo::cli::DEMO_CONTENT).unwrap();
        file.slug = "other".into();
        postulo::actions::load_campaign::load_campaign(&app.app.desk(), &file, "test").await.unwrap();
        app.app.refresh().await.unwrap();
        give_campaign(&app.app.desk(), &app.app.hub.campaign("other").unwrap(), "elsewhere", By::Program("test")).await.unwrap();
        app.app.refresh().await.unwrap();
        stranger.get(&format!("/studio/campaigns/other/sign-ons/{id}")).await.expect(404);
        stranger.post(&format!("/studio/campaigns/other/sign-ons/{id}"), &[("weight", "1")]).await.expect(404);
        stranger.post("/studio/campaigns/other/sign-ons/decision", &[("decision", "vet"), (&ticked, "yes")]).await.expect(404);
        assert_eq!(recorded(&app, "trespass").await, 6);
        assert_eq!(held(&app).await, [id]);
    }
}
