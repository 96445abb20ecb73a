use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::{acts, boxes, campaign, open, sign};
use crate::support::{Mail, Member, Person, Reply, TestApp, on_both};

const NEW: &str = "anna@new.example";

fn anna(email: &str) -> Person {
    Person::new("Anna Roy", email)
}

/// Gives a new address for all that is ticked.
async fn give(staff: &Member, case: &str, email: &str) -> Reply {
    let page = staff.get(&format!("{case}/address")).await.expect(200).body;
    let ticked: Vec<String> =
        boxes(&page).into_iter().filter(|(_, ticked)| *ticked).map(|(name, _)| name).collect();
    let mut fields = vec![("email", email)];
    fields.extend(ticked.iter().map(|name| (&**name, "yes")));
    staff.post(&format!("{case}/address"), &fields).await
}

fn link(mail: &Mail) -> String {
    mail.path("/address/")
}

on_both! {
    async fn an_address_is_corrected_across_campaigns_once_its_mail_is_answered(app: TestApp) {
        campaign(&app, "another", "main").await;
        sign(&app, "recognize-celil", &anna("anna@old.example")).await;
        sign(&app, "another", &anna("anna@old.example")).await;
        let staff = app.member(Role::Staff).await;
        let case = open(&staff, "anna@old.example", "").await;
        for (wrong, why) in [("nobody", "Give an email address"), ("Anna@OLD.example", "already")] {
            assert!(give(&staff, &case, wrong).await.expect(422).body.contains(why));
        }
        let page = staff.post(&format!("{case}/address"), &[("email", NEW)]).await.expect(422).body;
        assert!(page.contains("Tick at least one"));
        give(&staff, &case, NEW).await.expect(303);
        let mail = app.mail_to(NEW).await;
        for told in ["Anna", "Celil", "signed", "mine/"] {
            assert!(!mail.text.contains(told), "the mailbox may be a stranger's: {}", mail.text);
        }
        assert!(staff.get(&case).await.expect(200).body.contains("may be answered until"));
        // Whoever only looks changes nothing.
        let visitor = app.visitor();
        assert!(visitor.get(&link(&mail)).await.expect(200).body.contains("Yes, this is my address"));
        let elsewhere = open(&staff, NEW, "").await;
        assert!(!staff.get(&elsewhere).await.body.contains("Anna Roy"));
        for _ in 0..2 {
            visitor.post(&link(&mail), &[]).await.expect(303);
        }
        assert!(visitor.get(&link(&mail)).await.expect(200).body.contains("2 signatures stand under this address"));
        assert!(staff.get(&elsewhere).await.body.matches("Anna Roy").count() >= 2);
        let page = staff.get(&case).await.expect(200).body;
        assert!(page.contains("confirmed; 2 signatures stand under it") && page.contains("Anna Roy"), "{page}");
        app.assert_no_drift().await;
        // From now on they are known by it: the old address is free, and the new one signs nothing twice.
        sign_again(&app, NEW, "You have signed already").await;
        let all = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(all.len(), 2);
        sign(&app, "recognize-celil", &Person::new("Olga Old", "anna@old.example")).await;
        assert_eq!(acts(&app).await.iter().filter(|(act, _)| act == "ask_new_address").count(), 1);
        assert!(!format!("{:?}", acts(&app).await).contains("new.example"));
    }

    async fn who_has_signed_with_the_new_address_is_not_pushed_aside(app: TestApp) {
        sign(&app, "recognize-celil", &anna("anna@old.example")).await;
        sign(&app, "recognize-celil", &anna(NEW)).await;
        let staff = app.member(Role::Staff).await;
        let case = open(&staff, "anna@old.example", "").await;
        give(&staff, &case, NEW).await.expect(303);
        let mail = app.mail_to(NEW).await;
        app.visitor().post(&link(&mail), &[]).await.expect(303);
        let page = app.visitor().get(&link(&mail)).await.expect(200).body;
        assert!(page.contains("Somebody has signed with this address before"), "{page}");
        assert!(staff.get(&case).await.expect(200).body.contains("Left where they were"));
        app.assert_no_drift().await;
        assert_eq!(app.counted().await, 2);
    }

    async fn only_the_newest_link_counts_and_only_for_a_week(app: TestApp) {
        sign(&app, "recognize-celil", &anna("anna@old.example")).await;
        let staff = app.member(Role::Staff).await;
        let case = open(&staff, "anna@old.example", "").await;
        give(&staff, &case, "mistyped@stranger.example").await.expect(303);
        let stranger = app.mail_to("mistyped@stranger.example").await;
        give(&staff, &case, NEW).await.expect(303);
        let mail = app.mail_to(NEW).await;
        let visitor = app.visitor();
        visitor.get(&link(&stranger)).await.expect(410);
        visitor.post(&link(&stranger), &[]).await.expect(410);
        let forged = link(&mail).replace("/address/", "/confirm/");
        visitor.post(&forged, &[]).await.expect(404);
        app.advance(postulo::domain::new_address::LASTS);
        visitor.post(&link(&mail), &[]).await.expect(410);
        assert!(app.mail_to(NEW).await.text.contains("this one"));
    }

    async fn who_is_invited_is_found_too(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        owner.post("/studio/invitations", &[("email", "anna@example.org"), ("role", "viewer")]).await.expect(303);
        let staff = app.member(Role::Staff).await;
        let case = open(&staff, "Anna@example.org", "").await;
        let page = staff.get(&case).await.expect(200).body;
        assert!(page.contains("Invitation to the studio") && page.contains("anna@example.org"), "{page}");
        let elsewhere = app.member_elsewhere(Role::Staff, "elsewhere").await;
        let theirs = open(&elsewhere, "anna@example.org", "").await;
        assert!(!elsewhere.get(&theirs).await.expect(200).body.contains("Invitation to the studio"));
    }
}

/// Signs once more and is told by mail.
async fn sign_again(app: &TestApp, email: &str, told: &str) {
    app.advance(postulo::domain::moment::DAY);
    app.visitor().sign_well(&anna(email)).await;
    let mail = app.mail_to(email).await;
    assert!(mail.subject.contains(told) || mail.text.contains(told), "{}", mail.text);
}
