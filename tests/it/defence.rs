//! Under pressure a form asks for a proof of work. Nobody is refused, and nothing is deleted, by a burst alone.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entity::{audit, spent_challenge};
use postulo::actions::defend::forget_spent;
use postulo::domain::defence::{Mode, Pressure};
use reqwest::Method;
use sea_orm::EntityTrait;

use crate::support::{Backend, Build, Person, TestApp, Visitor, on_both, solution};

const CHALLENGE: &str = "/campaigns/recognize-celil/challenge";
const CAMPAIGN: &str = "/en/campaigns/recognize-celil";
/// What the form has while it asks.
const ASKED: &str = " data-asking";

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

/// So many people sign at this moment, each from another neighbourhood.
async fn crowd(app: &TestApp, name: &str, count: u8) -> Vec<Person> {
    let visitor = app.visitor();
    let mut people = Vec::new();
    for n in 0..count {
        let person = Person::new("Anna Roy", &format!("{name}{n}@example.org"));
        visitor.clone().on_network(&format!("198.18.{n}.1")).sign_well(&person).await;
        people.push(person);
    }
    people
}

/// Signs and says whether the link of the mail is enough.
async fn link_is_enough(app: &TestApp, visitor: &Visitor, person: &Person) -> bool {
    visitor.sign_well(person).await;
    opens_a_button(app, &person.email).await
}

async fn opens_a_button(app: &TestApp, email: &str) -> bool {
    let link = app.mail_to(email).await.confirm_path();
    !app.visitor().get(&link).await.expect(200).body.contains("name=\"code\"")
}

fn wrong(code: &str) -> String {
    format!("{}{}", if code.starts_with('1') { '2' } else { '1' }, &code[1..])
}

on_both! {
    async fn a_burst_turns_it_on_and_it_goes_away_by_itself(app: TestApp) {
        app.advance(Duration::from_mins(30));
        let visitor = app.visitor();
        assert!(!visitor.get(CAMPAIGN).await.body.contains(ASKED));
        crowd(&app, "first", 90).await;
        app.keep_watch().await;
        assert!(visitor.get(CAMPAIGN).await.body.contains(ASKED));
        assert!(visitor.get(&format!("{CAMPAIGN}/sign")).await.body.contains(ASKED));
        let challenge = visitor.get(CHALLENGE).await.expect(200);
        assert_eq!(challenge.header("cache-control"), "no-store");
        assert_eq!(app.app.hub.defence(app.campaign_id()).pressure, Some(Pressure::Rate));
        for _ in 0..9 {
            app.advance(Duration::from_mins(1));
            app.keep_watch().await;
            visitor.get(CHALLENGE).await.expect(200);
        }
        app.advance(Duration::from_mins(3));
        app.keep_watch().await;
        visitor.get(CHALLENGE).await.expect(204);
        assert!(!visitor.get(CAMPAIGN).await.body.contains(ASKED));
    }

    async fn one_network_with_a_large_part_turns_it_on(app: TestApp) {
        let (visitor, campaign) = (app.visitor(), app.campaign_id());
        for n in 0..70 {
            app.advance(Duration::from_secs(5));
            let person = Person::new("Anna Roy", &format!("a{n}@example.org"));
            visitor.clone().on_network(&format!("203.0.113.{n}")).sign_well(&person).await;
            app.keep_watch().await;
            assert_eq!(app.app.hub.defence(campaign).asks(app.clock.now()), n >= 59, "{n}");
        }
        assert_eq!(app.app.hub.defence(campaign).pressure, Some(Pressure::Network));
    }

    async fn a_small_campaign_on_a_normal_evening_is_not_asked(app: TestApp) {
        for minute in 0..20 {
            crowd(&app, &format!("minute{minute}-"), 5).await;
            app.keep_watch().await;
            app.advance(Duration::from_mins(1));
        }
        // Twenty at once from one lecture hall.
        let visitor = app.visitor();
        for n in 0..20 {
            visitor.sign_well(&Person::new("Anna Roy", &format!("hall{n}@example.org"))).await;
        }
        app.keep_watch().await;
        assert!(!app.app.hub.defence(app.campaign_id()).asks(app.clock.now()));
        visitor.get(CHALLENGE).await.expect(204);
    }

    async fn a_burst_alone_refuses_nobody_and_deletes_nothing(app: TestApp) {
        app.advance(Duration::from_mins(30));
        let before = crowd(&app, "before", 61).await;
        app.keep_watch().await;
        let during = crowd(&app, "during", 30).await;
        app.keep_watch().await;
        app.advance(Duration::from_hours(6));
        app.keep_watch().await;
        let mails = app.mails().await;
        let mail_to = |person: &Person| mails.iter().find(|mail| mail.to == person.email).unwrap();
        let visitor = app.visitor();
        for person in &before {
            visitor.post(&mail_to(person).confirm_path(), &[]).await.expect(303);
        }
        for (n, person) in during.iter().enumerate() {
            let (mail, visitor) = (mail_to(person), visitor.clone().on_network(&format!("198.19.{n}.1")));
            visitor.post(&mail.confirm_path(), &[("code", &mail.code())]).await.expect(303);
        }
        assert_eq!(visitor.counted().await, 91);
        app.assert_no_drift().await;
    }

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

    async fn without_a_proof_the_button_needs_the_code_of_the_mail(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        let (link, code) = (mail.confirm_path(), mail.code());
        assert!(visitor.get(&link).await.expect(200).body.contains("Type the code, and you have signed"));
        let refused = visitor.post(&link, &[]).await.expect(422).body;
        assert!(refused.contains("There is a problem") && refused.contains("Enter the code from the email"));
        assert!(visitor.post(&link, &[("code", &wrong(&code))]).await.expect(422).body.contains("This code is not right"));
        let json = [("accept", "application/json")];
        let told = visitor.send(Method::POST, &link, &json, Vec::new()).await.expect(422);
        assert_eq!(told.header("content-type"), "application/problem+json");
        assert_eq!(visitor.counted().await, 0);
        visitor.post(&link, &[("code", &format!(" {}-{} ", &code[..3], &code[3..]))]).await.expect(303);
        assert!(visitor.get(&link).await.expect(200).body.contains("You are number 1."));
        visitor.post(&link, &[("code", &code)]).await.expect(303);
        visitor.post(&link, &[]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
        app.assert_no_drift().await;
    }

    async fn after_five_wrong_codes_another_mail_helps(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        visitor.sign_well(&anna()).await;
        let mail = app.mail_to("anna@example.org").await;
        for _ in 0..5 {
            visitor.post(&mail.confirm_path(), &[("code", &wrong(&mail.code()))]).await.expect(422);
        }
        let page = visitor.post(&mail.confirm_path(), &[("code", &mail.code())]).await.expect(422).body;
        let waiting = page.split("href=\"").find(|rest| rest.starts_with("/en/campaigns/recognize-celil/check-email?")).unwrap();
        let waiting = waiting.split('"').next().unwrap().to_owned();
        visitor.post(&waiting.replace("/check-email?", "/check-email/resend?"), &[]).await.expect(303);
        let second = app.mail_to("anna@example.org").await;
        visitor.post(&second.confirm_path(), &[("code", &second.code())]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
    }

    async fn the_waiting_page_takes_the_code_as_always(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let code = app.mail_to("anna@example.org").await.code();
        visitor.post(&waiting, &[("code", &code)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
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

    async fn another_address_is_another_signature_and_needs_its_code(app: TestApp) {
        app.defend(Mode::Always).await;
        let visitor = app.visitor();
        let proof = visitor.solve().await;
        let waiting = visitor.sign_well(&Person::new("Anna Roy", "anan@example.org").with("altcha", &proof)).await;
        let change = waiting.replace("/check-email?", "/check-email/address?");
        let waiting = visitor.post(&change, &[("email", "anna@example.org")]).await.expect(303).header("location").to_owned();
        assert!(!opens_a_button(&app, "anna@example.org").await);
        let code = app.mail_to("anna@example.org").await.code();
        visitor.post(&waiting, &[("code", &code)]).await.expect(303);
        assert_eq!(visitor.counted().await, 1);
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

#[tokio::test]
async fn two_nodes_ask_together_and_take_a_proof_once() {
    let app = TestApp::start(Backend::Postgres).await;
    let other = app.beside().await;
    app.advance(Duration::from_mins(30));
    crowd(&app, "crowd", 90).await;
    app.keep_watch().await;
    other.visitor().get(CHALLENGE).await.expect(204);
    other.keep_watch().await;
    assert!(other.visitor().get(CAMPAIGN).await.body.contains(ASKED));
    // Solved for one node, brought to the other, and then to both.
    let proof = app.visitor().solve().await;
    let people: Vec<_> = (0..3)
        .map(|n| Person::new("Anna Roy", &format!("a{n}@example.org")).with("altcha", &proof))
        .collect();
    assert!(link_is_enough(&other, &other.visitor(), &people[0]).await);
    assert!(!link_is_enough(&app, &app.visitor(), &people[1]).await);
    assert!(!link_is_enough(&other, &other.visitor(), &people[2]).await);
    other.defend(Mode::Never).await;
    app.visitor().get(CHALLENGE).await.expect(200);
    app.keep_watch().await;
    app.visitor().get(CHALLENGE).await.expect(204);
    // Back to the rule it begins anew, and the node that is under pressure asks again.
    app.defend(Mode::Auto).await;
    app.visitor().get(CHALLENGE).await.expect(204);
    app.keep_watch().await;
    app.visitor().get(CHALLENGE).await.expect(200);
}

#[tokio::test]
async fn two_nodes_that_are_brought_one_proof_at_once_take_it_once() {
    let app = TestApp::start(Backend::Postgres).await;
    let other = app.beside().await;
    app.defend(Mode::Always).await;
    other.keep_watch().await;
    for round in 0..10 {
        let proof = app.visitor().solve().await;
        let person =
            |n: u8| Person::new("Anna Roy", &format!("r{round}n{n}@example.org")).with("altcha", &proof);
        let (visitors, people) = ([app.visitor(), other.visitor()], [person(0), person(1)]);
        tokio::join!(visitors[0].sign_well(&people[0]), visitors[1].sign_well(&people[1]));
        let enough =
            [opens_a_button(&app, &people[0].email).await, opens_a_button(&app, &people[1].email).await];
        assert_ne!(enough[0], enough[1], "round {round}");
    }
}

#[tokio::test]
async fn challenges_from_one_network_are_limited_and_signing_is_not_for_that() {
    let settings = |settings: &mut postulo::settings::Settings| settings.limits.network_burst = 2;
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    app.defend(Mode::Always).await;
    let visitor = app.visitor();
    for status in [200, 200, 429] {
        visitor.get(CHALLENGE).await.expect(status);
    }
    visitor.sign_well(&anna()).await;
}

#[tokio::test]
async fn while_half_the_pressure_lasts_it_goes_on_asking() {
    let settings = |settings: &mut postulo::settings::Settings| settings.defence.quiet = 2;
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    app.advance(Duration::from_mins(30));
    for minute in 0..8 {
        crowd(&app, &format!("minute{minute}-"), if minute == 0 { 90 } else { 30 }).await;
        app.keep_watch().await;
        assert!(app.app.hub.defence(app.campaign_id()).asks(app.clock.now()), "{minute}");
        app.advance(Duration::from_mins(1));
    }
}
