//! What a proof is good for, and what is none.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entity::audit;
use entity::spent_challenge;
use postulo::actions::defend::forget_spent;
use postulo::domain::defence::Mode;
use sea_orm::EntityTrait;

use super::{ASKED, CAMPAIGN, CHALLENGE, anna, crowd, link_is_enough, opens_a_button};
use crate::support::{Person, TestApp, on_both, solution};

on_both! {
    async fn with_a_proof_of_work_the_link_is_enough(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let proof = visitor.solve().await;
        assert!(link_is_enough(&app, &visitor, &anna().with("altcha", &proof)).await);
        visitor.post(&app.mail_to("anna@example.org").await.confirm_path(), &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
        app.assert_no_drift().await;
    }

    async fn what_is_no_proof_is_taken_as_none_and_is_no_error(app: TestApp) {
        app.defend(Mode::Always).await;
        let (visitor, campaign) = (app.visitor(), app.campaign_id());
        let used = visitor.solve().await;
        visitor.sign_well(&Person::new("Bela Roy", "bela@example.org").with("altcha", &used)).await;
        let prover = &app.app.prover;
        let others = solution(&prover.challenge(campaign + 1, &[1; 36], app.clock.now()));
        let expired = solution(&prover.challenge(campaign, &[2; 36], app.clock.now() - Duration::from_mins(20)));
        let mut forged: serde_json::Value = serde_json::from_slice(&STANDARD.decode(&expired).unwrap()).unwrap();
        forged["challenge"]["parameters"]["expiresAt"] = 2_000_000_000.into();
        let forged = STANDARD.encode(forged.to_string());
        let wrong_answer = visitor.get(CHALLENGE).await.body;
        let long = "A".repeat(100_000);
        for (n, proof) in [&used, &others, &expired, &forged, &wrong_answer, "", "nonsense", "e30=", &long].into_iter().enumerate() {
            let person = Person::new("Anna Roy", &format!("a{n}@example.org")).with("altcha", proof);
            assert!(!link_is_enough(&app, &visitor, &person).await, "{n}");
        }
    }

    async fn a_proof_brought_many_times_at_once_is_good_once(app: TestApp) {
        app.defend(Mode::Always).await;
        let proof = app.visitor().solve().await;
        let signings = (0..20).map(|n| {
            let (visitor, proof) = (app.visitor(), proof.clone());
            tokio::spawn(async move {
                let person = Person::new("Anna Roy", &format!("a{n}@example.org"));
                visitor.sign_well(&person.with("altcha", &proof)).await;
            })
        });
        for signing in signings.collect::<Vec<_>>() {
            signing.await.unwrap();
        }
        let mut enough = 0;
        for n in 0..20 {
            enough += u32::from(opens_a_button(&app, &format!("a{n}@example.org")).await);
        }
        assert_eq!(enough, 1);
    }

    async fn who_brings_a_proof_later_needs_no_code_any_more(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        assert!(!link_is_enough(&app, &visitor, &anna()).await);
        assert!(!link_is_enough(&app, &visitor, &anna().with("altcha", "nonsense")).await);
        let proof = visitor.solve().await;
        assert!(link_is_enough(&app, &visitor, &anna().with("altcha", &proof)).await);
        // And a form without one takes nothing away again.
        assert!(link_is_enough(&app, &visitor, &anna()).await);
        let other = Person::new("Bela Roy", "bela@example.org");
        assert!(!link_is_enough(&app, &visitor, &other).await);
        assert!(!link_is_enough(&app, &visitor, &other.with("altcha", &proof)).await);
    }

    async fn calm_or_never_nobody_looks_and_old_marks_stay(app: TestApp) {
        let visitor = app.visitor();
        assert!(link_is_enough(&app, &visitor, &anna().with("altcha", "nonsense")).await);
        app.defend(Mode::Always).await;
        let proof = visitor.solve().await;
        visitor.sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        app.defend(Mode::Never).await;
        crowd(&app, "crowd", 100).await;
        app.keep_watch().await;
        visitor.get(CHALLENGE).await.expect(204);
        assert!(!visitor.get(CAMPAIGN).await.body.contains(ASKED));
        assert!(!opens_a_button(&app, "bela@example.org").await);
        assert!(link_is_enough(&app, &visitor, &Person::new("Cem Roy", "cem@example.org").with("altcha", &proof)).await);
        assert!(spent_challenge::Entity::find().all(app.app.tools.db.read()).await.unwrap().is_empty());
        let acts = audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let set: Vec<_> = acts.iter().filter(|act| act.act == "set_defence").map(|act| act.detail.as_str()).collect();
        assert_eq!(set, ["always", "never"]);
    }

    async fn a_refused_form_keeps_its_proof(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let proof = visitor.solve().await;
        let kept = format!("name=\"altcha\" value=\"{proof}\"");
        let refused = Person::new("", "anna@example.org").with("altcha", &proof);
        assert!(visitor.sign(&refused).await.expect(422).body.contains(&kept));
        assert!(link_is_enough(&app, &visitor, &anna().with("altcha", &proof)).await);
        app.advance(Duration::from_mins(11));
        assert!(!visitor.sign(&refused).await.expect(422).body.contains(&kept));
    }

    async fn spent_proofs_are_forgotten_once_they_have_expired(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let proof = visitor.solve().await;
        visitor.sign_well(&anna().with("altcha", &proof)).await;
        assert_eq!(forget_spent(&app.app.desk()).await.unwrap(), 0);
        app.advance(Duration::from_mins(21));
        assert_eq!(forget_spent(&app.app.desk()).await.unwrap(), 1);
        assert!(!link_is_enough(&app, &visitor, &Person::new("Bela Roy", "bela@example.org").with("altcha", &proof)).await);
    }
}
