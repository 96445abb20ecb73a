use std::time::Duration;

use super::{DESK, acts, ids, moderator, run, sign, state};
use crate::support::{Person, TestApp, on_both};

async fn judge(
    app: &TestApp,
    member: &crate::support::Member,
    id: uuid::Uuid,
    (judgement, ground): (&str, &str),
) -> crate::support::Reply {
    let seen = state(app, id).await;
    let fields = [("judgement", judgement), ("ground", ground), ("note", ""), ("seen", &*seen)];
    member.post(&format!("{DESK}/signatures/{id}/judge"), &fields).await
}

on_both! {
    async fn one_is_held_released_and_struck_out_and_the_count_follows(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 3).await;
        let id = ids(&app).await[1];
        for (judgement, ground, after, counted) in [
            ("hold", "pattern", "held", 2),
            ("release", "sound", "confirmed", 3),
            ("hold", "report", "held", 2),
            ("invalidate", "invented", "invalidated", 2),
        ] {
            app.advance(Duration::from_secs(1));
            judge(&app, &member, id, (judgement, ground)).await.expect(303);
            assert_eq!(state(&app, id).await, after);
            assert_eq!(app.counted().await, counted);
            assert_eq!(app.visitor().counted().await, counted);
            app.assert_no_drift().await;
        }
        let page = member.get(&format!("{DESK}/signatures/{id}")).await.expect(200).body;
        for words in ["Hold", "Release", "Strike out", "Name or place invented", "moderator"] {
            assert!(page.contains(words), "{words}");
        }
        judge(&app, &member, id, ("release", "sound")).await.expect(422);
        let acts = acts(&app).await;
        let of = |act: &str| acts.iter().filter(|(done, subject, _)| done == act && *subject == id.to_string()).count();
        assert_eq!((of("hold"), of("release"), of("invalidate")), (2, 1, 1));
    }

    async fn a_reason_that_does_not_fit_or_a_note_with_an_address_is_refused_and_kept(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 1).await;
        let id = ids(&app).await[0];
        let path = format!("{DESK}/signatures/{id}/judge");
        for (judgement, ground, note) in [
            ("", "pattern", ""),
            ("hold", "sound", ""),
            ("hold", "", ""),
            ("hold", "because", ""),
            ("invalidate", "report", "ask anna0@example.org"),
        ] {
            let fields = [("judgement", judgement), ("ground", ground), ("note", note), ("seen", "confirmed")];
            let page = member.post(&path, &fields).await.expect(422).body;
            assert!(page.contains("class=\"summary\"") && page.contains(note));
        }
        assert_eq!(app.counted().await, 1);
    }

    async fn of_two_moderators_who_judge_the_same_the_second_is_told(app: TestApp) {
        let (first, second) = (moderator(&app).await, moderator(&app).await);
        sign(&app, "anna", 1).await;
        let id = ids(&app).await[0];
        let path = format!("{DESK}/signatures/{id}/judge");
        let hold = [("judgement", "hold"), ("ground", "pattern"), ("seen", "confirmed")];
        let strike = [("judgement", "invalidate"), ("ground", "trial"), ("seen", "confirmed")];
        let (one, other) = tokio::join!(first.post(&path, &hold), second.post(&path, &strike));
        let mut answers = [one.status.as_u16(), other.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [303, 422]);
        let told = if one.status.as_u16() == 422 { one } else { other };
        assert!(told.body.contains("has changed since you opened the page"));
        assert_eq!(app.counted().await, 0);
        app.assert_no_drift().await;
    }

    async fn a_struck_out_signature_comes_back_whole(app: TestApp) {
        let member = moderator(&app).await;
        let person = Person::new("Anna Roy", "anna@example.org").with("public", "full").with("updates", "yes");
        let mail = app.visitor().sign_and_confirm(&app, &person).await;
        let id = ids(&app).await[0];
        judge(&app, &member, id, ("invalidate", "impersonation")).await.expect(303);
        let gone = app.visitor().get(&mail.mine_path()).await.body;
        assert!(!gone.contains("anna@example.org"));
        let page = member.get(&format!("{DESK}/signatures/{id}")).await.expect(200).body;
        let ruling = page.split("/review/rulings/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let ruling = if ruling.len() == 36 { ruling } else { page.split("/review/rulings/").nth(2).unwrap()[..36].to_owned() };
        member.post(&format!("{DESK}/rulings/{ruling}/undo"), &[]).await.expect(303);
        run(&app).await;
        assert_eq!((state(&app, id).await.as_str(), app.counted().await), ("confirmed", 1));
        app.assert_no_drift().await;
        let mine = app.visitor().get(&mail.mine_path()).await.expect(200).body;
        assert!(mine.contains("Anna Roy"));
        assert!(app.visitor().get("/en/campaigns/recognize-celil").await.body.contains("Anna Roy"));
        // Signing again finds them there, once.
        app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        app.visitor().sign_well(&person).await;
        assert_eq!(app.counted().await, 2);
    }

    async fn whoever_signed_again_after_being_struck_out_is_not_counted_twice_by_an_undo(app: TestApp) {
        let member = moderator(&app).await;
        let person = Person::new("Anna Roy", "anna@example.org");
        app.visitor().sign_and_confirm(&app, &person).await;
        let id = ids(&app).await[0];
        judge(&app, &member, id, ("invalidate", "trial")).await.expect(303);
        app.advance(Duration::from_secs(2));
        app.visitor().sign_and_confirm(&app, &person).await;
        let list = member.get(&format!("{DESK}/rulings")).await.expect(200).body;
        let ruling = list.split("/review/rulings/").nth(1).unwrap()[..36].to_owned();
        member.post(&format!("{DESK}/rulings/{ruling}/undo"), &[]).await.expect(303);
        run(&app).await;
        assert_eq!((state(&app, id).await.as_str(), app.counted().await), ("invalidated", 1));
        app.assert_no_drift().await;
        // Nor does undoing bring back whom the years have made us forget.
        app.advance(Duration::from_hours(31 * 24));
        let desk = app.app.desk();
        let purged = postulo::actions::purge::purge(&desk, &app.app.tools.settings.retention).await.unwrap();
        assert_eq!(purged.struck_out, 1);
    }
}
