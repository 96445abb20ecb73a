use std::time::Duration;

use postulo::actions::recount::recount;
use postulo::domain::moment::DAY;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::{acts, boxes, campaign, open, sign};
use crate::support::{Member, Person, TestApp, on_both};

async fn erase(member: &Member, path: &str) {
    let page = member.get(&format!("{path}/erasure")).await.expect(200).body;
    let ticked = boxes(&page).into_iter().filter(|(name, ticked)| *ticked && name.starts_with("held-"));
    let names: Vec<String> = ticked.map(|(name, _)| name).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    fields.push(("sure", "yes"));
    member.post(&format!("{path}/erasure"), &fields).await.expect(303);
}

/// Everything in the database that is a person's, as ciphertext, and the indexes by which they are found.
async fn standing(app: &TestApp) -> usize {
    let rows = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    rows.iter().filter(|row| row.email_index.is_some() || !row.sealed.is_empty()).count()
}

async fn assert_no_drift(app: &TestApp) {
    for campaign in app.app.hub.campaigns() {
        let drifts = recount(&app.app.desk(), campaign.id).await.unwrap();
        assert!(drifts.is_empty(), "{}: {drifts:?}", campaign.slug);
    }
}

on_both! {
    async fn somebody_in_three_campaigns_is_erased_from_all_and_the_counts_follow(app: TestApp) {
        campaign(&app, "second", "main").await;
        campaign(&app, "third", "main").await;
        let anna = Person::new("Anna Roy", "anna@example.org");
        for slug in ["recognize-celil", "second", "third"] {
            sign(&app, slug, &anna).await;
            sign(&app, slug, &Person::new("Bela Roy", "bela@example.org")).await;
        }
        // A form sent again goes along.
        app.visitor().sign_well(&anna).await;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "anna@example.org", "").await;
        let preview = staff.get(&format!("{path}/erasure")).await.expect(200).body;
        assert!(preview.contains("Rows that can go: 3; of them confirmed signatures: 3"), "{preview}");
        assert!(preview.contains("Forms sent again that go along: 1") && preview.contains("cannot be undone"), "{preview}");
        assert_eq!(standing(&app).await, 6);
        // Not without a tick that it cannot be undone.
        let ticked = boxes(&preview).into_iter().find(|(name, _)| name.starts_with("held-")).unwrap().0;
        staff.post(&format!("{path}/erasure"), &[(&ticked, "yes")]).await.expect(422);
        staff.post(&format!("{path}/erasure"), &[("sure", "yes")]).await.expect(422);
        assert_eq!(standing(&app).await, 6);

        // Nor by somebody who sat down at a browser that was left open.
        app.advance(Duration::from_mins(11));
        let all = [(&*ticked, "yes"), ("sure", "yes")];
        let proof = staff.post(&format!("{path}/erasure"), &all).await.expect(303);
        assert!(proof.header("location").starts_with("/studio/proof"), "{proof:?}");
        let proof = staff.post(&format!("{path}/data"), &all).await.expect(303);
        assert!(proof.header("location").starts_with("/studio/proof"), "{proof:?}");
        assert_eq!(standing(&app).await, 6);

        let staff = app.member(Role::Staff).await;
        erase(&staff, &path).await;
        assert_eq!(standing(&app).await, 3);
        assert_eq!(app.visitor().counted().await, 1);
        assert_no_drift(&app).await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(!page.contains("Anna Roy") && !page.contains("Look at what would be erased"), "{page}");
        assert!(entity::repeat::Entity::find().all(app.app.tools.db.read()).await.unwrap().is_empty());
        let recorded = acts(&app).await.into_iter().filter(|(act, _)| act == "erase_person").map(|(_, detail)| detail);
        let recorded: Vec<_> = recorded.collect();
        assert!(recorded.len() == 1 && recorded[0].ends_with("3 rows"), "{recorded:?}");
        // Nothing keeps them from signing again, the next day: an address gets so many mails a day.
        app.advance(DAY);
        sign(&app, "second", &anna).await;
        assert_no_drift(&app).await;
    }

    async fn somebody_is_erased_while_they_sign_again(app: TestApp) {
        campaign(&app, "second", "main").await;
        campaign(&app, "third", "main").await;
        let anna = Person::new("Anna Roy", "anna@example.org");
        for slug in ["recognize-celil", "second", "third"] {
            sign(&app, slug, &anna).await;
        }
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "anna@example.org", "").await;
        let again = async {
            for _ in 0..4 {
                app.visitor().sign(&anna).await;
            }
        };
        tokio::join!(erase(&staff, &path), again);
        assert_no_drift(&app).await;
        assert_eq!(app.visitor().counted().await, 0);
        // What they signed since is a new act of theirs, and goes when that is asked for.
        app.visitor().sign(&anna).await;
        erase(&staff, &path).await;
        assert_eq!(standing(&app).await, 0);
        assert_no_drift(&app).await;
    }

    async fn what_another_signed_at_the_address_is_not_erased_with_it(app: TestApp) {
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "home@example.org")).await;
        sign(&app, "recognize-celil", &Person::new("Bela Roy", "home@example.org")).await;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "home@example.org", "Bela Roy").await;
        erase(&staff, &path).await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Anna Roy") && app.visitor().counted().await == 1, "{page}");
        assert_no_drift(&app).await;
    }

    async fn a_row_that_is_not_of_the_case_is_never_erased(app: TestApp) {
        let stranger = app.member_elsewhere(Role::Staff, "elsewhere").await;
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let row = entity::signature::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        let path = open(&stranger, "anna@example.org", "").await;
        let fields = [(&*format!("held-{row}"), "yes"), ("sure", "yes")];
        // It is another organisation's.
        stranger.post(&format!("{path}/erasure"), &fields).await.expect(404);
        app.run_mail().await;
        let staff = app.member(Role::Staff).await;
        let other = open(&staff, "bela@example.org", "").await;
        staff.post(&format!("{other}/erasure"), &fields).await.expect(303);
        assert_eq!(standing(&app).await, 1);
        stranger.get(&format!("{path}/correction/{row}")).await.expect(404);
        staff.get(&format!("{other}/correction/{row}")).await.expect(410);
    }

    async fn a_corrected_place_moves_the_parts_of_the_count_and_a_corrected_name_is_the_one_compared(app: TestApp) {
        sign(&app, "recognize-celil", &Person::new("Anna Roi", "anna@example.org")).await;
        let row = entity::signature::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "anna@example.org", "").await;
        let form = format!("{path}/correction/{row}");
        assert!(staff.get(&form).await.expect(200).body.contains("value=\"Anna Roi\""));
        let wrong = [("name", "http://x.example"), ("country", "CA"), ("postal_code", "nowhere")];
        let refused = staff.post(&form, &wrong).await.expect(422).body;
        assert!(refused.contains("Give a name as it is written") && refused.contains("value=\"nowhere\""), "{refused}");
        let right = [("name", "Anna Roy"), ("country", "CA"), ("postal_code", "H2X 1Y4"), ("city", "Montréal")];
        staff.post(&form, &right).await.expect(303);
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Anna Roy") && page.contains("Montréal") && page.contains("CA-QC"), "{page}");
        assert_eq!(app.visitor().counted().await, 1);
        app.assert_no_drift().await;
        // Whoever signs again under the corrected name is the same person.
        app.visitor().sign_well(&Person::new("ANNA ROY", "anna@example.org").at("CA", "H2X 1Y4")).await;
        app.run_mail().await;
        assert_eq!(standing(&app).await, 1);
        // Beside them lives Bela, whose name Anna's does not become.
        sign(&app, "recognize-celil", &Person::new("Bela Roy", "anna@example.org").at("CA", "H2X 1Y4")).await;
        let taken = [("name", "bela  roy"), ("country", "CA"), ("postal_code", "H2X 1Y4")];
        let refused = staff.post(&form, &taken).await.expect(422).body;
        assert!(refused.contains("There is a signature under this name"), "{refused}");
        app.assert_no_drift().await;
    }

    async fn a_message_to_the_organisers_goes_with_its_writer(app: TestApp) {
        let fields = [("name", "Anna Roy"), ("email", "anna@example.org"), ("message", "When do you meet?")];
        app.visitor().post("/en/campaigns/recognize-celil/contact", &fields).await.expect(303);
        app.run_mail().await;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "ANNA@example.org", "").await;
        assert!(staff.get(&path).await.expect(200).body.contains("When do you meet?"));
        erase(&staff, &path).await;
        assert!(!staff.get(&path).await.expect(200).body.contains("When do you meet?"));
        assert!(entity::message::Entity::find().all(app.app.tools.db.read()).await.unwrap().is_empty());
    }
}
