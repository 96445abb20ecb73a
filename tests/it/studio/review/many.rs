use std::time::Duration;

use postulo::actions::recount::recount;
use postulo::actions::review::run::step;
use postulo::actions::rotate_key::reseal_all;
use postulo::actions::seat;
use postulo::domain::digest::hexadecimal;
use postulo::domain::role::Role;
use postulo::jobs;
use postulo::storage::{rulings, signatures};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{DESK, acts, begin, hidden, ids, moderator, post_preview, run, sign, state};
use crate::support::{Person, TestApp, on_both};

/// So many signatures more, made from those there are, without the trouble of signing.
async fn crowd(app: &TestApp, count: u32) {
    let one = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap().remove(0);
    let (desk, campaign) = (app.app.desk(), app.campaign_id());
    let found = signatures::find(desk.db.read(), campaign, one.id).await.unwrap().unwrap();
    let person = desk.person(&found).unwrap();
    let tx = app.app.tools.db.write().await.unwrap();
    let is_sqlite = app.app.tools.db.is_one_process();
    let original = if is_sqlite { format!("X'{:032x}'", one.id.as_u128()) } else { format!("'{}'", one.id) };
    for n in 0..count {
        let id = uuid::Uuid::from_u128(one.id.as_u128() + (u128::from(n) + 1));
        let sealed = hexadecimal(&desk.vault.seal(seat(campaign, id), &person));
        let sealed = if is_sqlite { format!("X'{sealed}'") } else { format!("'\\x{sealed}'::bytea") };
        let (id, index) = if is_sqlite {
            (format!("X'{:032x}'", id.as_u128()), format!("X'{:032x}'", n + 1))
        } else {
            (format!("'{id}'"), format!("'\\x{:032x}'::bytea", n + 1))
        };
        let copy = format!(
            "INSERT INTO signature (campaign_id, id, state, lang, text_version, sealed, email_index, name_index, postal_index, \
             network_index, slot, country, region, display, mails, code_attempts, created_at, expires_at, confirmed_at, place, \
             code_only, domain_index, name_mark, place_mark) SELECT campaign_id, {id}, state, lang, text_version, {sealed}, {index}, \
             name_index, postal_index, network_index, slot, country, region, display, mails, code_attempts, created_at, expires_at, \
             confirmed_at, place, code_only, domain_index, name_mark, place_mark FROM signature WHERE id = {original}"
        );
        tx.execute_unprepared(&copy).await.unwrap();
    }
    tx.execute_unprepared(&format!("UPDATE tally SET online = online + {count}")).await.unwrap();
    tx.execute_unprepared(&format!("UPDATE tally_part SET counted = counted + {count}")).await.unwrap();
    tx.commit().await.unwrap();
    app.assert_no_drift().await;
    app.app.refresh().await.unwrap();
}

async fn find(app: &TestApp, path: &str) -> postulo::domain::ruling::Ruling {
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    rulings::find(app.app.tools.db.read(), app.campaign_id(), id).await.unwrap().unwrap()
}

on_both! {
    async fn many_are_previewed_held_and_given_back(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 3).await;
        app.advance(Duration::from_secs(1));
        app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.net")).await;
        app.visitor().sign_well(&Person::new("Cora Roy", "cora@example.org")).await;
        let page = member.get(&format!("{DESK}/rulings/new?domain=example.org")).await.expect(200).body;
        assert_eq!((hidden(&page, "expected_hold"), hidden(&page, "expected_invalidate")), ("3".into(), "4".into()));
        assert!(!page.contains("expected_release"));
        let ruling = begin(&member, "domain=example.org", "hold", "pattern").await;
        assert!(member.get(&ruling).await.expect(200).body.contains("Under way"));
        assert_eq!(app.counted().await, 4);
        run(&app).await;
        assert_eq!((app.counted().await, app.visitor().counted().await), (1, 1));
        app.assert_no_drift().await;
        let page = member.get(&ruling).await.expect(200).body;
        assert!(page.contains("3 of 3") && page.contains("of one list") && page.contains("example.org"));
        member.post(&format!("{ruling}/undo"), &[]).await.expect(303);
        run(&app).await;
        assert_eq!(app.counted().await, 4);
        app.assert_no_drift().await;
        assert!(member.get(&ruling).await.expect(200).body.contains("Undone"));
        // There is nothing left to undo, and asking again changes nothing.
        member.post(&format!("{ruling}/undo"), &[]).await.expect(303);
        run(&app).await;
        assert_eq!(app.counted().await, 4);
        let acts = acts(&app).await;
        assert!(acts.iter().any(|(act, _, detail)| act == "hold_many" && detail == "3: pattern: of one list"));
        assert_eq!(acts.iter().filter(|(act, ..)| act == "undo_ruling").count(), 1);
    }

    async fn what_changed_since_the_preview_is_not_done_and_whoever_signs_later_is_not_meant(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 3).await;
        let page = member.get(&format!("{DESK}/rulings/new?domain=example.org")).await.expect(200).body;
        let ids = ids(&app).await;
        // Somebody withdraws before it is begun: the number is not what was shown.
        app.advance(Duration::from_secs(1));
        postulo::actions::withdraw::withdraw(&app.app.desk(), app.campaign_id(), ids[0]).await.unwrap();
        let told = post_preview(&member, &page, "invalidate", "automated").await.expect(422).body;
        assert!(told.contains("has changed since you opened the page"));
        assert_eq!((hidden(&told, "expected_invalidate"), app.counted().await), ("2".into(), 2));
        // Whoever signs after the preview is not in it, and does not change its number.
        sign(&app, "late", 2).await;
        let reply = post_preview(&member, &told, "invalidate", "automated").await.expect(303);
        // One of those that were meant is judged by somebody else before its turn comes.
        app.advance(Duration::from_secs(1));
        let hold = [("judgement", "hold"), ("ground", "report"), ("seen", "confirmed")];
        member.post(&format!("{DESK}/signatures/{}/judge", ids[1]), &hold).await.expect(303);
        run(&app).await;
        assert_eq!(app.counted().await, 2);
        assert_eq!((state(&app, ids[1]).await.as_str(), state(&app, ids[2]).await.as_str()), ("held", "invalidated"));
        app.assert_no_drift().await;
        let ruling = find(&app, reply.header("location")).await;
        assert_eq!((ruling.expected, ruling.done, ruling.passed_over), (2, 1, 1));
        // A form of another day, or one that nobody was shown, begins nothing.
        app.advance(Duration::from_hours(2));
        post_preview(&member, &told, "invalidate", "automated").await.expect(422);
        let made_up = [("condition", ""), ("frozen_at", "99999999999999"), ("expected_hold", "2"), ("judgement", "hold"), ("ground", "pattern")];
        member.post(&format!("{DESK}/rulings/new"), &made_up).await.expect(422);
        assert_eq!(app.counted().await, 2);
    }

    async fn it_is_stopped_on_the_way_and_what_was_done_is_taken_back(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 1).await;
        crowd(&app, 449).await;
        app.advance(Duration::from_secs(1));
        let path = begin(&member, "state=confirmed", "invalidate", "automated").await;
        assert!(jobs::review::go_on(&app.app).await.unwrap());
        assert_eq!(app.counted().await, 250);
        member.post(&format!("{path}/cancel"), &[]).await.expect(303);
        run(&app).await;
        let ruling = find(&app, &path).await;
        assert_eq!((ruling.done, app.counted().await), (200, 250));
        assert!(member.get(&path).await.expect(200).body.contains("Stopped"));
        app.assert_no_drift().await;
        // Taking back is stopped on the way too, and goes on where it was.
        member.post(&format!("{path}/undo"), &[]).await.expect(303);
        assert!(jobs::review::go_on(&app.app).await.unwrap());
        member.post(&format!("{path}/cancel"), &[]).await.expect(303);
        app.assert_no_drift().await;
        let left = find(&app, &path).await;
        if left.undone < left.done {
            member.post(&format!("{path}/undo"), &[]).await.expect(303);
        }
        run(&app).await;
        assert_eq!(app.counted().await, 450);
        app.assert_no_drift().await;
    }

    async fn cut_off_in_the_middle_it_goes_on_where_it_was_on_whichever_node(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 1).await;
        crowd(&app, 649).await;
        app.advance(Duration::from_secs(1));
        let path = begin(&member, "", "hold", "pattern").await;
        assert!(jobs::review::go_on(&app.app).await.unwrap());
        // The next step is cut off before it commits: the worker is dropped at every point at which it waits.
        let ruling = find(&app, &path).await;
        for polls in [1, 3, 7, 15, 30] {
            let desk = app.app.desk();
            let mut work = Box::pin(step(&desk, &ruling));
            for _ in 0..polls {
                let waits = tokio::time::timeout(Duration::from_millis(1), &mut work).await;
                if waits.is_ok() {
                    break;
                }
            }
            drop(work);
            // A commit that was under way may end yet, so everything is asked at one moment.
            assert_eq!(recount(&app.app.desk(), app.campaign_id()).await.unwrap(), []);
        }
        // A step that another one overtook does nothing.
        let stale = find(&app, &path).await;
        step(&app.app.desk(), &stale).await.unwrap();
        assert_eq!(step(&app.app.desk(), &stale).await.unwrap(), None);
        if app.app.tools.db.is_one_process() {
            run(&app).await;
        } else {
            let other = app.beside().await;
            let (one, two) = tokio::join!(run(&app), run(&other));
            assert_eq!((one, two), ((), ()));
        }
        let ruling = find(&app, &path).await;
        assert_eq!((ruling.done, ruling.passed_over, app.counted().await), (650, 0, 0));
        app.assert_no_drift().await;
        let decisions = entity::decision::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(decisions.len(), 650);
    }

    async fn a_key_that_follows_opens_whom_a_ruling_keeps_and_erasing_leaves_nothing(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 2).await;
        app.advance(Duration::from_secs(1));
        let path = begin(&member, "", "invalidate", "automated").await;
        run(&app).await;
        let id = ids(&app).await[0];
        postulo::actions::erase::erase(&app.app.desk(), app.campaign_id(), id).await.unwrap();
        assert_eq!(entity::decision::Entity::find().all(app.app.tools.db.read()).await.unwrap().len(), 1);
        reseal_all(&app.app.desk(), "test").await.unwrap();
        member.post(&format!("{path}/undo"), &[]).await.expect(303);
        run(&app).await;
        assert_eq!(app.counted().await, 1);
        app.assert_no_drift().await;
    }

    async fn a_ruling_of_another_organisation_is_not_there(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 1).await;
        app.advance(Duration::from_secs(1));
        let path = begin(&member, "", "hold", "pattern").await;
        let stranger = app.member_elsewhere(Role::Moderator, "elsewhere").await;
        stranger.get(&path).await.expect(404);
        stranger.post(&format!("{path}/cancel"), &[]).await.expect(404);
        stranger.post(&format!("{path}/undo"), &[]).await.expect(404);
        run(&app).await;
        assert_eq!(app.counted().await, 0);
    }
}
