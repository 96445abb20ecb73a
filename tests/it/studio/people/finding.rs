use std::time::Duration;

use postulo::domain::role::Role;
use uuid::Uuid;

use super::{acts, boxes, campaign, open, sign};
use crate::support::{Member, Person, TestApp, on_both};

async fn json(member: &Member, path: &str) -> serde_json::Value {
    let page = member.get(path).await.expect(200).body;
    let mut fields: Vec<(String, &str)> =
        boxes(&page).into_iter().filter(|(_, ticked)| *ticked).map(|(name, _)| (name, "yes")).collect();
    fields.push(("form".into(), "json"));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let reply = member.post(&format!("{path}/data"), &fields).await.expect(200);
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"inquiry-1.json\"");
    serde_json::from_str(&reply.body).unwrap()
}

on_both! {
    async fn a_person_is_found_in_all_campaigns_of_the_organisation_and_in_no_other(app: TestApp) {
        campaign(&app, "second", "main").await;
        let stranger = app.member_elsewhere(Role::Staff, "elsewhere").await;
        campaign(&app, "theirs", "elsewhere").await;
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "Anna.Roy@gmail.com")).await;
        app.advance(std::time::Duration::from_millis(1));
        sign(&app, "second", &Person::new("Anna Roy", "annaroy+x@googlemail.com")).await;
        sign(&app, "theirs", &Person::new("Anna Roy", "annaroy@gmail.com")).await;
        sign(&app, "second", &Person::new("Bela Roy", "bela@example.org")).await;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "a.n.n.a.roy@gmail.com", "").await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Anna.Roy@gmail.com") && page.contains("annaroy+x@googlemail.com"), "{page}");
        assert!(page.contains("For my cousin") && !page.contains("annaroy@gmail.com") && !page.contains("Bela"));

        let data = json(&staff, &path).await;
        let held = data["held"].as_array().unwrap();
        let kinds: Vec<_> = held.iter().map(|row| row["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["signature", "signature", "mail", "mail", "inquiry"]);
        assert_eq!(held[0]["campaign"], "recognize-celil");
        assert_eq!(held[0]["email"], "Anna.Roy@gmail.com");
        assert_eq!(held[0]["updates_since"], "2026-11-22T10:00:00.000Z");
        assert!(held[0]["updates_wording"].as_str().unwrap().starts_with("Send me"), "{data}");
        assert_eq!(held[2]["mail_kind"], "confirm");
        assert_eq!(held[2]["state"], "sent");

        // Behind the wall only theirs.
        let path = open(&stranger, "annaroy@gmail.com", "").await;
        let page = stranger.get(&path).await.expect(200).body;
        assert!(page.contains("annaroy@gmail.com") && !page.contains("Anna.Roy@gmail.com"), "{page}");
    }

    async fn each_look_is_on_record_and_names_nobody(app: TestApp) {
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "anna@example.org", "Anna Roy").await;
        for _ in 0..2 {
            staff.get(&path).await.expect(200);
        }
        json(&staff, &path).await;
        staff.post(&format!("{path}/done"), &[("outcome", "given")]).await.expect(303);
        let acts = acts(&app).await;
        let id = path.rsplit('/').next().unwrap();
        let of_case = acts.iter().filter(|(_, detail)| detail.starts_with(&format!("inquiry {id}")));
        let mut named: Vec<&str> = of_case.map(|(act, _)| act.as_str()).collect();
        named.sort_unstable();
        let looks = ["look_up_person"; 3];
        assert_eq!(named, [&["close_inquiry", "give_data"][..], &looks, &["open_inquiry"]].concat());
        for (act, detail) in acts {
            assert!(!detail.contains("nna") && !detail.contains('@'), "{act}: {detail}");
        }
    }

    async fn nothing_held_has_the_same_form_as_something(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "nobody@example.org", "").await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Nothing is held under this address"), "{page}");
        let data = json(&staff, &path).await;
        let held = data["held"].as_array().unwrap();
        // That they asked is all that is held.
        assert_eq!(held.len(), 1);
        assert_eq!(held[0]["kind"], "inquiry");
    }

    async fn what_somebody_else_signed_at_the_same_address_is_not_handed_over(app: TestApp) {
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "home@example.org")).await;
        sign(&app, "recognize-celil", &Person::new("Bela Roy", "home@example.org")).await;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "home@example.org", "ANNA  ROY").await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("More than one name stands at this address"));
        let data = json(&staff, &path).await.to_string();
        assert!(data.contains("Anna Roy") && !data.contains("Bela"), "{data}");
        // Without a name nobody is taken for anybody.
        let path = open(&staff, "home@example.org", "").await;
        let page = staff.get(&path).await.expect(200).body;
        let reply = staff.post(&format!("{path}/data"), &[("form", "html")]).await.expect(200);
        assert!(page.contains("Anna Roy") && page.contains("Bela Roy"));
        assert!(!reply.body.contains("Anna Roy") && !reply.body.contains("Bela"), "{}", reply.body);
    }

    async fn a_case_has_its_date_and_is_shown_no_more_once_it_is_closed(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let first = open(&staff, "anna@example.org", "").await;
        app.advance(Duration::from_hours(24));
        let staff = app.member(Role::Staff).await;
        open(&staff, "bela@example.org", "").await;
        let list = staff.get("/studio/people").await.expect(200).body;
        assert!(list.contains("Case 1") && list.contains("Case 2") && list.contains("December 22, 2026"), "{list}");
        assert!(!list.contains("anna@") && !list.contains("Late"));
        app.advance(Duration::from_hours(24 * 29 + 1));
        let staff = app.member(Role::Staff).await;
        let list = staff.get("/studio/people").await.expect(200).body;
        assert_eq!(list.matches("Late").count(), 1, "{list}");
        staff.post(&format!("{first}/done"), &[("outcome", "vanished")]).await.expect(400);
        staff.post(&format!("{first}/done"), &[("outcome", "nothing_held")]).await.expect(303);
        let closed = staff.get(&first).await.expect(200).body;
        assert!(closed.contains("Nothing was held") && !closed.contains("anna@example.org"), "{closed}");
        staff.post(&format!("{first}/data"), &[]).await.expect(410);
        staff.post(&format!("{first}/done"), &[("outcome", "given")]).await.expect(410);
    }

    async fn a_case_of_another_organisation_is_not_there(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let stranger = app.member_elsewhere(Role::Staff, "elsewhere").await;
        let path = open(&staff, "anna@example.org", "").await;
        let unknown = stranger.get(&format!("/studio/people/{}", Uuid::nil())).await.expect(404);
        assert_eq!(stranger.get(&path).await.expect(404).body, unknown.body);
        stranger.post(&format!("{path}/data"), &[]).await.expect(404);
        stranger.post(&format!("{path}/done"), &[("outcome", "given")]).await.expect(404);
        let trespasses = acts(&app).await.into_iter().filter(|(act, _)| act == "trespass").count();
        assert_eq!(trespasses, 3);
        assert!(!stranger.get("/studio/people").await.expect(200).body.contains("Case 1"));
        staff.get(&path).await.expect(200);
    }

    async fn a_case_that_is_typed_badly_is_kept_as_typed(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let fields = [("email", "anna"), ("name", "=cmd()"), ("asked", "pigeon"), ("note", "by the door")];
        let page = staff.post("/studio/people", &fields).await.expect(422).body;
        for part in ["value=\"anna\"", "value=\"=cmd()\"", ">by the door<", "Say how they asked", "Say how you know", "#email"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        // Nobody is looked for by an address of the browser, which ends up in logs.
        let page = staff.get("/studio/people?email=anna@example.org").await.expect(200).body;
        assert!(!page.contains("anna@example.org"));
    }
}
