use postulo::actions::bounce::{bounced, complained, find_subject};
use postulo::actions::purge::purge;
use postulo::actions::reports::{open_mailbox, stop_token};
use postulo::actions::rotate_key::reseal_all;
use postulo::domain::moment::DAY;
use postulo::entropy::Entropy;
use postulo::storage::reports::receivers;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, sealed};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{OFFICE, REPORTS, on, recorded, reports_at, set_up, signers, staff, weekly};
use crate::studio::people::open;
use crate::support::{Member, TestApp, on_both};

const SECOND: &str = "second@parliament.example";

/// The part of an address after the host.
fn path(link: &str) -> String {
    let at = link.match_indices('/').nth(2).unwrap().0;
    link[at..].to_owned()
}

/// Whoever sets up another report with an address is told that its owner wants no more.
async fn is_not_added_again(staff: &Member, email: &str) {
    let another = weekly(&[("after", "1"), ("to", "addressee-singh"), ("emails", email)]);
    let page = staff.post(REPORTS, &another).await.expect(422).body;
    assert!(page.contains("asked for no more reports on this campaign"), "{page}");
}

on_both! {
    async fn whoever_gets_it_ends_it_with_one_press_and_is_not_added_again(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let both = format!("{OFFICE}\n{SECOND}");
        let first = on(&staff, &[("emails", &both), ("skips", "")]).await;
        let other = on(&staff, &[("after", "1"), ("to", "addressee-singh"), ("skips", ""), ("lang", "fr")]).await;
        let mails = reports_at(&app, "2026-11-23", "08:00").await;
        assert_eq!(mails.len(), 3);
        let link = path(&mails.iter().find(|mail| mail.to == OFFICE && mail.subject.starts_with("Report on")).unwrap().unsubscribe.clone().unwrap().0);
        let page = app.visitor().get(&link).await.expect(200).body;
        assert!(page.contains("Press the button and you get no more") && !page.contains(OFFICE), "{page}");
        assert_eq!(reports_at(&app, "2026-11-30", "08:00").await.len(), 3, "to look ends nothing");
        // As a mail program presses it, from elsewhere and twice.
        for _ in 0..2 {
            let body = b"List-Unsubscribe=One-Click".to_vec();
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("origin", "https://mail.example")];
            let page = app.visitor().send(reqwest::Method::POST, &link, &headers, body).await.expect(200).body;
            assert!(page.contains("You get no more reports"), "{page}");
        }
        let mails = reports_at(&app, "2026-12-07", "08:00").await;
        assert_eq!(mails.iter().map(|mail| &*mail.to).collect::<Vec<_>>(), [SECOND]);
        staff.log_in_again().await;
        let page = staff.get(&first).await.expect(200).body;
        assert!(page.contains("asked for no more reports"), "{page}");
        // Nobody is left there, and it says so.
        let page = staff.get(&other).await.expect(200).body;
        assert!(page.contains("Paused") && page.contains("everybody who got it asked for no more"), "{page}");
        staff.post(&format!("{other}/on"), &[]).await.expect(422);
        let again = weekly(&[("after", "2"), ("to", "addressee-paul")]);
        let page = staff.post(REPORTS, &again).await.expect(422).body;
        assert!(page.contains("asked for no more reports on this campaign"), "{page}");
        let acts = recorded(&app).await;
        assert_eq!(acts.iter().filter(|act| *act == "leave_report").count(), 2, "{acts:?}");
    }

    async fn a_link_still_ends_it_when_the_address_was_spelled_otherwise(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let report = on(&staff, &[("skips", "")]).await;
        let mails = reports_at(&app, "2026-11-23", "08:00").await;
        let link = path(&mails[0].unsubscribe.clone().unwrap().0);
        staff.log_in_again().await;
        let respelled = weekly(&[("revision", "2"), ("emails", "Office@parliament.example"), ("skips", "")]);
        staff.post(&format!("{report}/edit"), &respelled).await.expect(303);
        assert!(staff.get(&report).await.expect(200).body.contains("Office@parliament.example"));
        let mails = reports_at(&app, "2026-11-30", "08:00").await;
        assert_eq!(mails.iter().map(|mail| &*mail.to).collect::<Vec<_>>(), ["Office@parliament.example"]);
        app.visitor().post(&link, &[]).await.expect(200);
        assert!(reports_at(&app, "2026-12-07", "08:00").await.is_empty());
        staff.log_in_again().await;
        is_not_added_again(&staff, OFFICE).await;
        is_not_added_again(&staff, "Office@parliament.example").await;
    }

    async fn a_link_still_ends_it_when_the_address_was_taken_out(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let both = format!("{OFFICE}\n{SECOND}");
        let report = on(&staff, &[("emails", &both), ("skips", "")]).await;
        let links: Vec<String> = reports_at(&app, "2026-11-23", "08:00").await.iter().map(|mail| path(&mail.unsubscribe.clone().unwrap().0)).collect();
        let edit = format!("{report}/edit");
        for (revision, emails, day, many) in [("2", SECOND, "2026-11-30", 1), ("3", &*both, "2026-12-07", 2)] {
            staff.log_in_again().await;
            staff.post(&edit, &weekly(&[("revision", revision), ("emails", emails), ("skips", "")])).await.expect(303);
            assert_eq!(staff.get(&report).await.expect(200).body.contains(OFFICE), many == 2);
            assert_eq!(staff.get(&edit).await.expect(200).body.contains(OFFICE), many == 2);
            assert_eq!(reports_at(&app, day, "08:00").await.len(), many, "{day}");
        }
        // Taken out and put in again: it is the same one.
        app.visitor().post(&links[0], &[]).await.expect(200);
        let mails = reports_at(&app, "2026-12-14", "08:00").await;
        assert_eq!(mails.iter().map(|mail| &*mail.to).collect::<Vec<_>>(), [SECOND]);
        // Taken out, and nothing else.
        staff.log_in_again().await;
        let third = weekly(&[("revision", "4"), ("emails", "third@parliament.example"), ("skips", "")]);
        staff.post(&edit, &third).await.expect(303);
        app.visitor().post(&links[1], &[]).await.expect(200);
        for email in [OFFICE, SECOND] {
            let page = staff.post(&edit, &weekly(&[("revision", "5"), ("emails", email)])).await.expect(422).body;
            assert!(page.contains("asked for no more reports on this campaign"), "{page}");
        }
        assert_eq!(staff.get(&report).await.expect(200).body.matches("asked for no more reports").count(), 2);
    }

    async fn a_wish_for_no_more_outlives_the_report_and_the_address(app: TestApp) {
        let mut staff = staff(&app).await;
        let both = format!("{OFFICE}\n{SECOND}");
        let report = set_up(&staff, &[("emails", &both)]).await;
        let (desk, tools) = (app.app.desk(), &app.app.tools);
        let all = receivers::list(desk.db.read(), (app.campaign_id(), 1)).await.unwrap();
        let office = all.iter().find(|one| open_mailbox(desk.vault, one).unwrap().email == OFFICE).unwrap().id;
        let link = format!("/unsubscribe/{}", stop_token(desk.vault, app.campaign_id(), office));
        app.visitor().post(&link, &[]).await.expect(200);
        staff.post(&format!("{report}/end"), &[]).await.expect(303);
        app.advance(DAY * 31);
        for many in [2, 0] {
            let purged = purge(&app.app.desk(), &tools.settings.retention).await.unwrap();
            assert_eq!(purged.receivers, many);
        }
        let rows = entity::report_receiver::Entity::find().all(tools.db.read()).await.unwrap();
        assert_eq!((rows.len(), rows[0].id, rows[0].sealed.len()), (1, office, 0));
        staff.log_in_again().await;
        is_not_added_again(&staff, OFFICE).await;
        // Whatever opens addresses has none to open.
        assert!(!staff.get(&report).await.expect(200).body.contains("@parliament.example"));
        app.visitor().get(&link).await.expect(200);
        app.visitor().post(&link, &[]).await.expect(200);
        let case = open(&staff, OFFICE, "").await;
        assert!(staff.get(&case).await.expect(200).body.contains("Reports that go to this address"));
        reseal_all(&app.app.desk(), "test").await.unwrap();
    }

    async fn a_link_of_another_kind_ends_nothing(app: TestApp) {
        let staff = staff(&app).await;
        set_up(&staff, &[]).await;
        let id = entity::report_receiver::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        let vault = &app.app.tools.vault;
        let right = stop_token(vault, app.campaign_id(), id);
        let updates = postulo::actions::unsubscribe_token(vault, app.campaign_id(), id);
        let mut forged = right.clone();
        forged.replace_range(50..51, if &right[50..51] == "A" { "B" } else { "A" });
        app.visitor().post(&format!("/unsubscribe/{forged}"), &[]).await.expect(404);
        app.visitor().post(&format!("/unsubscribe/{updates}"), &[]).await.expect(200);
        let left = async || entity::report_receiver::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().left_at;
        assert_eq!(left().await, None);
        app.visitor().post(&format!("/unsubscribe/{right}"), &[]).await.expect(200);
        assert!(left().await.is_some());
    }

    async fn an_address_that_sends_mail_back_is_shown_and_gets_nothing(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let both = format!("{OFFICE}\n{SECOND}");
        let path = on(&staff, &[("emails", &both), ("skips", "")]).await;
        assert_eq!(reports_at(&app, "2026-11-23", "08:00").await.len(), 2);
        let (desk, campaign) = (app.app.desk(), app.campaign_id());
        for (email, is_bounce) in [(OFFICE, true), (SECOND, false)] {
            let all = receivers::list(desk.db.read(), (campaign, 1)).await.unwrap();
            let theirs = all.iter().find(|one| open_mailbox(desk.vault, one).unwrap().email == email).unwrap();
            let token = desk.vault.return_token(campaign, theirs.id);
            let subject = find_subject(&desk, &[token], &[]).await.unwrap().unwrap();
            if is_bounce {
                bounced(&desk, &subject).await.unwrap();
            } else {
                complained(&desk, &subject).await.unwrap();
            }
        }
        assert!(reports_at(&app, "2026-11-30", "08:00").await.is_empty());
        staff.log_in_again().await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("mail to it came back") && page.contains("asked for no more reports"), "{page}");
        assert!(page.contains("Not sent: 1"), "{page}");
    }

    async fn a_search_for_a_person_finds_where_reports_go_and_erases_it(app: TestApp) {
        let mut staff = staff(&app).await;
        signers(&app, 1..=1, "K1A 0A6").await;
        let path = on(&staff, &[("skips", "")]).await;
        let case = open(&staff, OFFICE, "").await;
        let page = staff.get(&case).await.expect(200).body;
        assert!(page.contains("Reports that go to this address") && page.contains(OFFICE), "{page}");
        let id = entity::report_receiver::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        let erasing = [(&*format!("held-{id}"), "yes"), ("sure", "yes")];
        staff.post(&format!("{case}/erasure"), &erasing).await.expect(303);
        assert_eq!(entity::report_receiver::Entity::find().count(app.app.tools.db.read()).await.unwrap(), 0);
        assert!(reports_at(&app, "2026-11-23", "08:00").await.is_empty());
        staff.log_in_again().await;
        assert!(staff.get(&path).await.expect(200).body.contains("Paused"));
    }

    async fn erased_a_wish_for_no_more_stays_without_its_address(app: TestApp) {
        let staff = staff(&app).await;
        set_up(&staff, &[]).await;
        let row = async || entity::report_receiver::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap();
        let id = row().await.id;
        let link = format!("/unsubscribe/{}", stop_token(&app.app.tools.vault, app.campaign_id(), id));
        app.visitor().post(&link, &[]).await.expect(200);
        let case = open(&staff, OFFICE, "").await;
        let erasing = [(&*format!("held-{id}"), "yes"), ("sure", "yes")];
        staff.post(&format!("{case}/erasure"), &erasing).await.expect(303);
        assert!(row().await.sealed.is_empty());
        is_not_added_again(&staff, OFFICE).await;
    }

    async fn a_rotation_seals_addresses_anew_and_links_still_end_reports(app: TestApp) {
        let staff = staff(&app).await;
        set_up(&staff, &[]).await;
        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(tools.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let before = entity::report_receiver::Entity::find().one(tools.db.read()).await.unwrap().unwrap();
        reseal_all(&postulo::actions::Desk { vault: &vault, ..tools.desk() }, "test").await.unwrap();
        let newest = secrets.last().unwrap().number;
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        let after = entity::report_receiver::Entity::find().one(tools.db.read()).await.unwrap().unwrap();
        assert_ne!((before.sealed, before.email_index), (after.sealed, after.email_index));
        let receiver = receivers::find(tools.db.read(), after.campaign_id, after.id).await.unwrap().unwrap();
        assert_eq!(open_mailbox(&vault, &receiver).unwrap().email, OFFICE);
    }

    async fn who_got_a_report_that_has_ended_is_forgotten_after_a_month(app: TestApp) {
        let staff = staff(&app).await;
        let path = set_up(&staff, &[]).await;
        set_up(&staff, &[("after", "1")]).await;
        staff.post(&format!("{path}/end"), &[]).await.expect(303);
        let kept = async || {
            purge(&app.app.desk(), &app.app.tools.settings.retention).await.unwrap();
            entity::report_receiver::Entity::find().count(app.app.tools.db.read()).await.unwrap()
        };
        app.advance(DAY * 29);
        assert_eq!(kept().await, 2);
        app.advance(DAY * 2);
        assert_eq!(kept().await, 1);
    }
}
