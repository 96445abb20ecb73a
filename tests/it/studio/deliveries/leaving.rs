use postulo::actions::deliveries::make::{LEASE, Watch, take, tell};
use postulo::actions::purge::purge;
use postulo::domain::delivery::DAYS_KEPT;
use postulo::domain::moment::DAY;
use sea_orm::EntityTrait;
use tokio::runtime::Handle;

use super::{Team, approve, begin_fetch, delivery, frozen, make, plan, ready, roll, signers, team};
use crate::studio::people::sign;
use crate::support::{Person, TestApp, on_both};

async fn names(app: &TestApp, team: &Team, path: &str) -> Vec<(String, String)> {
    let file = begin_fetch(app, &team.staff, path).await;
    let rows = roll(&team.staff.get(&file).await.expect(200).bytes);
    let status = rows[0].iter().position(|name| name == "status").unwrap();
    rows.iter().skip(1).map(|row| (row[2].clone(), row[status].clone())).collect()
}

on_both! {
    async fn who_leaves_after_freezing_is_struck_out_and_stands_in_the_supplement(app: TestApp) {
        let team = team(&app).await;
        let mail = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let erased = sign(&app, "recognize-celil", &Person::new("Bela Varga", "bela@example.org")).await;
        sign(&app, "recognize-celil", &Person::new("Cara Lee", "cara@example.org")).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let file = begin_fetch(&app, &team.staff, &path).await;
        app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        team.staff.get(&file).await.expect(404);
        assert!(ready(&app, &path).await.is_none(), "nobody can fetch what names them");
        make(&app).await;
        app.visitor().post(&format!("{}/erasure", erased.mine_path()), &[]).await.expect(200);
        make(&app).await;
        let left = |name: &str, status: &str| (name.to_owned(), status.to_owned());
        assert_eq!(names(&app, &team, &path).await, [left("", "left"), left("", "left"), left("Cara Lee", "")]);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("2 on the roll have left since") && page.contains("2 who have left are not named in it"), "{page}");
        let supplement = team.staff.get(&format!("{path}/supplement.csv")).await.expect(200).body;
        assert!(supplement.contains("1,1\r\n1,2\r\n") && !supplement.contains("Anna"), "{supplement}");
        assert_eq!(delivery(&app, &path).await.lines, 3, "the delivery itself is not changed");
    }

    async fn who_leaves_between_preview_and_freezing_is_not_in_it(app: TestApp) {
        let team = team(&app).await;
        let mail = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        signers(&app, 1..=1).await;
        let path = plan(&team.staff, "all").await;
        team.staff.get(&path).await.expect(200);
        app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        make(&app).await;
        let one = delivery(&app, &path).await;
        assert_eq!((one.lines, one.counts.left_out.get("withdrawn").copied()), (1, Some(1)));
    }

    async fn who_leaves_while_the_package_is_made_is_not_in_it(app: TestApp) {
        let team = team(&app).await;
        let mail = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        signers(&app, 1..=2).await;
        let path = plan(&team.staff, "all").await;
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        let work = take(&app.app.desk(), &app.app.tools.settings).await.unwrap().expect("one is due");
        assert!(take(&app.app.desk(), &app.app.tools.settings).await.unwrap().is_none(), "one maker is enough");
        // Stopped when it was half done.
        let (shared, watch) = (app.app.clone(), Watch::default());
        watch.stop();
        let handle = Handle::current();
        let half = tokio::task::spawn_blocking(move || work.make(shared.desk(), &handle, &watch)).await.unwrap();
        assert!(half.is_err());
        app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        app.advance(LEASE);
        make(&app).await;
        approve(&team, &path).await;
        let names = names(&app, &team, &path).await;
        assert_eq!(names.iter().filter(|(name, _)| name.starts_with("Signer")).count(), 2);
        assert!(!names.iter().any(|(name, _)| name == "Anna Roy"), "{names:?}");
    }

    async fn whose_maker_was_killed_is_made_by_another_and_the_first_hears_of_it(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let path = plan(&team.staff, "all").await;
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        let killed = take(&app.app.desk(), &app.app.tools.settings).await.unwrap().expect("one is due");
        app.advance(LEASE);
        make(&app).await;
        assert!(ready(&app, &path).await.is_some());
        assert!(!tell(&app.app.desk(), &killed, &Watch::default()).await.unwrap());
    }

    async fn what_is_stopped_is_planned_as_before_and_can_be_frozen_again(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let path = plan(&team.staff, "all").await;
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        team.staff.post(&format!("{path}/stop"), &[]).await.expect(303);
        make(&app).await;
        assert!(ready(&app, &path).await.is_none());
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("Stopped before it was ready") && page.contains("Freeze this delivery"), "{page}");
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        make(&app).await;
        assert!(ready(&app, &path).await.is_some());
        team.staff.post(&format!("{path}/package"), &[]).await.expect(303);
        assert!(ready(&app, &path).await.is_none(), "made anew, the one before is gone");
        make(&app).await;
        assert!(ready(&app, &path).await.is_some());
    }

    async fn whoever_was_stopped_changes_nothing_of_what_is_frozen_anew(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let path = plan(&team.staff, "all").await;
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        let stopped = take(&app.app.desk(), &app.app.tools.settings).await.unwrap().expect("one is due");
        team.staff.post(&format!("{path}/stop"), &[]).await.expect(303);
        signers(&app, 3..=3).await;
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        let (shared, watch, handle) = (app.app.clone(), Watch::default(), Handle::current());
        let late = tokio::task::spawn_blocking(move || stopped.make(shared.desk(), &handle, &watch));
        assert!(late.await.unwrap().is_err());
        make(&app).await;
        approve(&team, &path).await;
        assert_eq!(names(&app, &team, &path).await.len(), 3);
        assert_eq!(delivery(&app, &path).await.lines, 3);
    }

    async fn what_cannot_be_frozen_is_planned_as_before_and_can_be_frozen_again(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let path = plan(&team.staff, "new").await;
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        for _ in 0..5 {
            let taken = take(&app.app.desk(), &app.app.tools.settings).await.unwrap();
            assert!(taken.is_some(), "whoever took it was killed");
            app.advance(LEASE);
        }
        make(&app).await;
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("could not be made") && page.contains("Freeze this delivery"), "{page}");
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        make(&app).await;
        assert!(ready(&app, &path).await.is_some());
    }

    async fn packages_are_not_kept_for_ever(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        app.advance(DAY * DAYS_KEPT + DAY);
        purge(&app.app.desk(), &app.app.tools.settings.retention).await.unwrap();
        make(&app).await;
        assert!(ready(&app, &path).await.is_none());
        let pieces = entity::delivery_piece::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(pieces.is_empty(), "what holds names is deleted");
    }
}
