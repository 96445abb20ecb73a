//! Two nodes that do the same, or what goes against each other, at the same moment: each thing is done once, and the counts agree.

use std::time::Duration;

use postulo::actions::campaigns::schedule::publish_due;
use postulo::actions::purge::{Purged, purge, would_purge};
use postulo::domain::moment::DAY;
use postulo::domain::role::Role;
use postulo::jobs;
use sea_orm::EntityTrait;

use super::editor::write;
use super::people::{boxes, open};
use super::review::begin;
use crate::support::{Member, Person, TestApp, on_both};

const SITE: &str = "/studio/campaigns/recognize-celil";

/// What two nodes deleted; a node that was in the other's way does it again, as the service does at its next turn.
async fn purge_both(here: &TestApp, there: &TestApp) -> Purged {
    let (desks, settings) = ([here.app.desk(), there.app.desk()], &here.app.tools.settings.retention);
    let (one, two) = tokio::join!(purge(&desks[0], settings), purge(&desks[1], settings));
    assert!(one.is_ok() || two.is_ok(), "{one:?} {two:?}");
    let again = purge(&desks[0], settings).await.unwrap();
    assert_eq!(would_purge(&desks[1], settings).await.unwrap(), Purged::default());
    let mut all = [one.unwrap_or_default(), two.unwrap_or_default(), again].into_iter();
    let mut sum = all.next().unwrap();
    for part in all {
        sum.lapsed += part.lapsed;
        sum.signers += part.signers;
        sum.messages += part.messages;
    }
    sum
}

async fn recorded(app: &TestApp, act: &str) -> usize {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.iter().filter(|entry| entry.act == act).count()
}

on_both! {
    async fn two_nodes_that_purge_at_once_delete_each_thing_once(app: TestApp) {
        for name in ["Anna", "Bela", "Carla", "Dora", "Emil"] {
            app.visitor().sign_and_confirm(&app, &Person::new(name, &format!("{name}@example.org"))).await;
        }
        app.visitor().sign_well(&Person::new("Fred", "fred@example.org")).await;
        let message = [("name", "Anna Roy"), ("email", "anna@example.org"), ("message", "Hello")];
        app.visitor().post("/en/campaigns/recognize-celil/contact", &message).await.expect(303);
        let owner = app.member(Role::Owner).await;
        let organiser = app.member(Role::Organiser).await;
        organiser.post(&format!("{SITE}/publication/closing"), &[("closing", "now")]).await.expect(303);
        let there = app.beside().await;
        app.advance(DAY * 20);
        let mut owner = owner;
        owner.log_in_again().await;
        owner.post(&format!("{SITE}/final-delivery"), &[("date", "2026-12-05")]).await.expect(303);
        there.app.refresh().await.unwrap();
        app.advance(DAY * 3 * 366);
        let purged = purge_both(&app, &there).await;
        assert_eq!((purged.signers, purged.lapsed, purged.messages), (5, 1, 1), "{purged:?}");
        assert_eq!(app.counted().await, 5);
        app.assert_no_drift().await;
        let consents = entity::consent::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let mut ended: Vec<_> = consents.iter().map(|row| row.signature_id).collect();
        ended.sort_unstable();
        let all = ended.len();
        ended.dedup();
        assert_eq!(ended.len(), all);
    }

    async fn what_is_published_by_hand_and_by_the_clock_and_archived_at_once_ends_as_one_of_them(app: TestApp) {
        let (one, two) = (app.member(Role::Organiser).await, app.member(Role::Organiser).await);
        let there = app.beside().await;
        let other = Member::log_in(&there, &two.email).await;
        for round in 0..4 {
            let mut one = one.clone();
            one.log_in_again().await;
            write(&one, &format!("{SITE}/edit/story"), &[("story.en", &format!("Story {round}"))]).await.expect(303);
            let later = [("when", "later"), ("publish-date", "2026-12-01"), ("publish-time", &*format!("0{round}:30"))];
            one.post(&format!("{SITE}/publication"), &later).await.expect(303);
        }
        there.app.refresh().await.unwrap();
        app.advance(DAY * 12);
        let (mut one, mut other) = (one, other);
        one.log_in_again().await;
        other.log_in_again().await;
        let (here, far) = (app.app.desk(), there.app.desk());
        let (path, state) = (format!("{SITE}/publication"), format!("{SITE}/publication/state"));
        let published = recorded(&app, "publish").await;
        let (by_hand, paused, by_clock, by_other_clock) = tokio::join!(
            one.post(&path, &[("when", "now")]),
            other.post(&state, &[("to", "paused")]),
            publish_due(&here),
            publish_due(&far),
        );
        for reply in [by_hand, paused] {
            assert!(matches!(reply.status.as_u16(), 303 | 422), "{}: {}", reply.status, reply.body);
        }
        assert!(by_clock.is_ok() && by_other_clock.is_ok(), "{by_clock:?} {by_other_clock:?}");
        publish_due(&here).await.unwrap();
        app.app.refresh().await.unwrap();
        app.advance(Duration::from_secs(1));
        let page = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(page.contains("Story 3"));
        assert!((1..=2).contains(&(recorded(&app, "publish").await - published)));
        assert!(app.app.hub.campaign("recognize-celil").unwrap().publish_at.is_none());
    }

    async fn a_person_is_erased_while_others_confirm_and_many_are_struck_out(app: TestApp) {
        let mut waiting = Vec::new();
        for n in 0..12 {
            let person = Person::new("Anna Roy", &format!("anna{n}@example.org"));
            if n % 2 == 0 {
                app.visitor().sign_and_confirm(&app, &person).await;
            } else {
                app.visitor().sign_well(&person).await;
                waiting.push(app.mail_to(&person.email).await.confirm_path());
            }
        }
        let there = app.beside().await;
        let staff = Member::log_in(&there, &app.account(Role::Staff, "main").await).await;
        let moderator = app.member(Role::Moderator).await;
        let case = open(&staff, "anna0@example.org", "Anna Roy").await;
        let erasure = format!("{case}/erasure");
        let ticked = boxes(&staff.get(&erasure).await.expect(200).body);
        let mut fields: Vec<(&str, &str)> = ticked.iter().map(|(name, _)| (&**name, "yes")).collect();
        fields.retain(|(name, _)| *name != "sure");
        fields.push(("sure", "yes"));
        let begun = begin(&moderator, "state=confirmed", "invalidate", "pattern").await;
        assert!(begun.contains("/rulings/"));
        // Whoever confirms at the very moment that was looked at is meant too.
        app.advance(Duration::from_millis(1));
        let confirming = async {
            for path in &waiting {
                app.visitor().post(path, &[]).await.expect(303);
            }
        };
        let carrying_out = async {
            for _ in 0..4 {
                let (one, two) = tokio::join!(jobs::review::go_on(&app.app), jobs::review::go_on(&there.app));
                assert!(one.is_ok() || two.is_ok(), "{one:?} {two:?}");
            }
        };
        let (erased, (), (), _) =
            tokio::join!(staff.post(&erasure, &fields), confirming, carrying_out, purge_both(&app, &there));
        erased.expect(303);
        while jobs::review::go_on(&app.app).await.unwrap() {}
        app.app.refresh().await.unwrap();
        assert_eq!(app.counted().await, 6);
        app.assert_no_drift().await;
        assert_eq!(recorded(&app, "erase_person").await, 1);
    }
}
