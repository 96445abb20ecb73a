use postulo::actions::pause::set_switch;
use postulo::actions::postcards::{Decision, open_written};
use postulo::actions::purge::purge;
use postulo::actions::retention::tell_delivery::tell_delivery;
use postulo::actions::rotate_key::reseal_all;
use postulo::domain::campaign::Switch;
use postulo::domain::email::EmailAddress;
use postulo::domain::moment::DAY;
use postulo::domain::postcard::{Because, State};
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, sealed, tallies};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use super::{all, card, counted, decide_all, offered, with, write, write_and_confirm};
use crate::studio::people::{open, sign};
use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn nothing_that_was_written_lies_open_in_the_database(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Rebiya Unmistakable", "anna@example.org")).await;
        let db = app.app.tools.db.read();
        for table in ["postcard", "outbox", "audit", "card_offer"] {
            let rows = Statement::from_string(db.get_database_backend(), format!("SELECT * FROM {table}"));
            for row in db.query_all_raw(rows).await.unwrap() {
                let text = format!("{row:?}");
                assert!(!text.contains("nmistakable") && !text.contains("anna@") && !text.contains("Celil home"), "{table}");
            }
        }
    }

    async fn what_is_not_confirmed_and_what_was_rejected_goes_after_its_days(app: TestApp) {
        let to = offered(&app, &[]).await;
        write(&app.visitor(), &card(to, "Anna Roy", "anna@example.org")).await;
        write_and_confirm(&app, &card(to, "Bela Roy", "bela@example.org")).await;
        decide_all(&app, State::Verified, Decision::Reject(Because::Tone)).await;
        assert_eq!(counted(&app).await, 0);
        app.mails().await;
        let retention = &app.app.tools.settings.retention;
        app.advance(DAY * (retention.unconfirmed + 1));
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().postcards, 1);
        app.advance(DAY * (retention.declined + 1));
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().postcards, 1);
        assert!(all(&app, State::Pending).await.is_empty() && all(&app, State::Rejected).await.is_empty());
    }

    async fn after_the_last_delivery_writers_are_forgotten_and_their_cards_stay_counted(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let (desk, campaign) = (app.app.desk(), app.app.hub.campaign("recognize-celil").unwrap());
        set_switch(&desk, &campaign, Switch::Removed, "test").await.unwrap();
        tell_delivery(&desk, &campaign, Uuid::nil(), Some(desk.now)).await.unwrap();
        let retention = &app.app.tools.settings.retention;
        app.advance(DAY * (retention.signers + 1));
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().signers, 1);
        let one = all(&app, State::Verified).await.remove(0);
        assert!(one.sealed.is_empty() && one.marks.is_none());
        let counts = tallies::find(app.app.tools.db.read(), one.campaign).await.unwrap();
        assert_eq!(counts.sides.cards_online, 1);
        app.assert_no_drift().await;
    }

    async fn another_key_opens_what_was_written_before(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(app.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        // Under the newest key alone it opens, and is found again.
        let alone = Vault::new(&secrets[secrets.len() - 1..], Entropy::seeded(9));
        let one = all(&app, State::Verified).await.remove(0);
        assert_eq!(open_written(&alone, &one).unwrap().person.name, "Anna Roy");
        let desk = postulo::actions::Desk { vault: &alone, ..tools.desk() };
        let email = EmailAddress::parse("anna@example.org").unwrap();
        assert_eq!(one.email(), Some(desk.email_index(&email)));
    }

    async fn whoever_asks_gets_their_cards_and_has_them_erased(app: TestApp) {
        let to = offered(&app, &[]).await;
        write_and_confirm(&app, &card(to, "Anna Roy", "anna@example.org")).await;
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let staff = app.member(Role::Staff).await;
        let case = open(&staff, "anna@example.org", "Anna Roy").await;
        let page = staff.get(&case).await.expect(200).body;
        assert!(page.contains("Postcard") && page.contains("bring Hüseyin Celil home"), "{page}");
        let id = all(&app, State::Verified).await[0].id;
        let held = format!("held-{id}");
        staff.post(&format!("{case}/erasure"), &[(&held, "yes"), ("sure", "yes")]).await.expect(303);
        assert!(all(&app, State::Verified).await.is_empty());
        assert_eq!((counted(&app).await, app.counted().await), (0, 1));
    }

    async fn the_mail_of_a_card_that_comes_back_blocks_its_address(app: TestApp) {
        let to = offered(&app, &[]).await;
        let form = with(card(to, "Anna Roy", "anna@example.org"), "updates", "yes");
        write_and_confirm(&app, &form).await;
        let one = all(&app, State::Verified).await.remove(0);
        let token = app.app.tools.vault.return_token(one.campaign, one.id);
        let desk = app.app.desk();
        let subject = postulo::actions::bounce::find_subject(&desk, &[token], &[]).await.unwrap().unwrap();
        assert_eq!(subject.address, one.email());
        postulo::actions::bounce::complained(&desk, &subject).await.unwrap();
        assert!(all(&app, State::Verified).await[0].updates_since.is_none());
    }
}
