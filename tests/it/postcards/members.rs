use postulo::actions::ridings::load::load;
use postulo::domain::postcard::State;
use postulo::domain::role::Role;

use super::{POSTCARD, all, card, fields, offered, with, write_and_confirm};
use crate::studio::postcards::add_official;
use crate::support::{Person, TestApp, on_both};

const TABLE: &str = "postal_code,riding_code,riding_name_en,riding_name_fr\n\
    K1A 0B1,35075,Ottawa Centre,Ottawa-Centre\n\
    H2X 1Y4,24043,Laurier–Sainte-Marie,Laurier–Sainte-Marie\n";

const MEMBER: [(&str, &str); 6] = [
    ("given_name", "Rosa"),
    ("family_name", "Member"),
    ("office_en", "Member of Parliament"),
    ("body_en", "House of Commons"),
    ("riding", "Ottawa Centre"),
    ("province", "ON"),
];

async fn load_table(app: &TestApp) {
    let path = app.folder.path().join("ridings.csv");
    std::fs::write(&path, TABLE).unwrap();
    load(&app.app.desk(), &path, "2023", "test").await.unwrap();
    app.app.refresh().await.unwrap();
}

on_both! {
    async fn my_member_is_found_by_my_postal_code(app: TestApp) {
        let to = offered(&app, &[("by_riding", "yes")]).await;
        let mine = with(card(to, "Anna Roy", "anna@example.org"), "official", "member");
        let page = app.visitor().get(POSTCARD).await.expect(200).body;
        assert!(page.contains("My own member of Parliament"), "{page}");
        // No table, nobody in the directory, and an unknown code: each is told.
        for step in 0..3 {
            let form = if step == 2 { with(mine.clone(), "postal_code", "H2X 1Y4") } else { mine.clone() };
            let page = app.visitor().post(POSTCARD, &fields(&form)).await.expect(422).body;
            assert!(page.contains("We do not know the member of Parliament"), "{page}");
            if step == 0 {
                load_table(&app).await;
            }
        }
        let none = with(mine.clone(), "postal_code", "");
        assert!(app.visitor().post(POSTCARD, &fields(&none)).await.expect(422).body.contains("#postal_code"));
        let organiser = app.member(Role::Organiser).await;
        let member = add_official(&app, &organiser, &MEMBER).await;
        let mail = write_and_confirm(&app, &mine).await;
        assert_eq!(all(&app, State::Verified).await[0].official, member);
        assert!(mail.text.contains("Rosa Member"), "{}", mail.text);
        // A card to the Prime Minister is another one.
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        assert_eq!(all(&app, State::Verified).await.len(), 2);
        // Who has signed is asked for nothing more.
        let person = Person::new("Bela Roy", "bela@example.org").at("CA", "K1A 0B1");
        let signed = app.visitor().sign_and_confirm(&app, &person).await;
        let form = fields(&mine).into_iter().filter(|(name, _)| matches!(*name, "official" | "design" | "message"));
        let form: Vec<_> = form.collect();
        app.visitor().post(&format!("{}/postcard", signed.mine_path()), &form).await.expect(303);
        assert_eq!(all(&app, State::Verified).await[2].official, member);
    }

    async fn a_member_who_has_left_is_no_longer_found(app: TestApp) {
        let to = offered(&app, &[("by_riding", "yes")]).await;
        load_table(&app).await;
        let organiser = app.member(Role::Organiser).await;
        let left = [&MEMBER[..], &[("until", "2020-01-01")]].concat();
        add_official(&app, &organiser, &left).await;
        let mine = with(card(to, "Anna Roy", "anna@example.org"), "official", "member");
        app.visitor().post(POSTCARD, &fields(&mine)).await.expect(422);
    }
}
