use std::time::Duration;

use crate::support::{Build, Person, TestApp};

#[tokio::test]
async fn one_network_is_limited_and_told_when_to_come_back() {
    let app =
        TestApp::build(Build { settings: |settings| settings.limits.network_burst = 3, ..Build::default() })
            .await;
    let visitor = app.visitor();
    for n in 0..3 {
        visitor.sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
    }
    let reply = visitor.sign(&Person::new("Anna Roy", "a3@example.org")).await.expect(429);
    assert_eq!(reply.header("retry-after"), "21");
    assert!(reply.body.contains("Too many at once"), "{}", reply.body);
    app.visitor().sign_well(&Person::new("Bela Roy", "b@example.org")).await;
    app.advance(Duration::from_secs(21));
    visitor.sign_well(&Person::new("Anna Roy", "a3@example.org")).await;
}

#[tokio::test]
async fn a_refused_form_uses_up_nothing() {
    let app =
        TestApp::build(Build { settings: |settings| settings.limits.network_burst = 1, ..Build::default() })
            .await;
    let visitor = app.visitor();
    for _ in 0..5 {
        visitor.sign(&Person::new("", "")).await.expect(422);
    }
    visitor.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
}

#[tokio::test]
async fn one_address_is_limited_from_wherever_it_is_entered() {
    let app = TestApp::build(Build {
        settings: |settings| settings.limits.recipient_burst = 2,
        ..Build::default()
    })
    .await;
    for n in 0..2 {
        app.visitor().sign_well(&Person::new("Anna Roy", &format!("anna+{n}@gmail.com"))).await;
    }
    app.visitor().sign(&Person::new("Anna Roy", "a.n.n.a@gmail.com")).await.expect(429);
}

#[tokio::test]
async fn one_campaign_is_limited_for_all_together() {
    let app =
        TestApp::build(Build { settings: |settings| settings.limits.campaign_burst = 2, ..Build::default() })
            .await;
    for n in 0..2 {
        app.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
    }
    app.visitor().sign(&Person::new("Anna Roy", "b@example.org")).await.expect(429);
}

#[tokio::test]
async fn an_ipv6_household_is_one_network() {
    let app =
        TestApp::build(Build { settings: |settings| settings.limits.network_burst = 1, ..Build::default() })
            .await;
    let home = |last: &str| app.visitor().on_network(&format!("2001:db8:1:2::{last}"));
    home("1").sign_well(&Person::new("Anna Roy", "a@example.org")).await;
    home("2").sign(&Person::new("Anna Roy", "b@example.org")).await.expect(429);
    let neighbour = app.visitor().on_network("2001:db8:1:3::1");
    neighbour.sign_well(&Person::new("Anna Roy", "c@example.org")).await;
}

#[tokio::test]
async fn a_forwarded_header_from_an_unknown_proxy_is_not_believed() {
    let settings = |settings: &mut postulo::settings::Settings| {
        settings.limits.network_burst = 1;
        settings.http.trusted_proxies.clear();
    };
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    app.visitor().sign_well(&Person::new("Anna Roy", "a@example.org")).await;
    app.visitor().sign(&Person::new("Anna Roy", "b@example.org")).await.expect(429);
}

#[tokio::test]
async fn codes_typed_from_one_network_are_limited() {
    let app =
        TestApp::build(Build { settings: |settings| settings.limits.code_burst = 2, ..Build::default() })
            .await;
    let visitor = app.visitor();
    let waiting = visitor.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
    for status in [422, 422, 429] {
        visitor.post(&waiting, &[("code", "x1")]).await.expect(status);
    }
}
