use postulo::actions::accounts::By;
use postulo::actions::deliveries::key::signer;
use postulo::actions::deliveries::{self, DeliveryError, On, Taker, freeze};
use postulo::actions::rotate_key::reseal_all;
use postulo::entropy::Entropy;
use postulo::storage::keys;
use postulo::storage::vault::Vault;

use super::{DELIVERIES, approve, delivery, frozen, make, number, plan, planned, ready, signers, team};
use crate::support::{TestApp, on_both};

on_both! {
    async fn what_is_planned_wrongly_is_told_and_kept(app: TestApp) {
        let team = team(&app).await;
        for (field, value, place) in [
            ("to-trudeau", "", "#to-1"),
            ("to-nobody", "yes", "#to-1"),
            ("day", "", "#day"),
            ("day", "2026-02-30", "#day"),
            ("day", "2026-11-01", "#day"),
            ("day", "2036-11-01", "#day"),
            ("day", "tomorrow", "#day"),
            ("scope", "half", "#scope-all"),
            ("lang", "xx", "#lang"),
        ] {
            let mut fields = planned("to-trudeau", "new");
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            if field == "to-trudeau" {
                fields.pop();
            }
            let page = team.staff.post(DELIVERIES, &fields).await.expect(422).body;
            assert!(page.contains(&format!("href=\"{place}\"")), "{field} {value}: {page}");
            assert!(field == "scope" || page.contains("value=\"new\" checked"), "what was chosen stays: {page}");
        }
        assert!(team.staff.get(DELIVERIES).await.expect(200).body.contains("There is no delivery yet"));
    }

    async fn a_delivery_of_nothing_is_not_frozen(app: TestApp) {
        let team = team(&app).await;
        let path = plan(&team.staff, "all").await;
        let page = team.staff.post(&format!("{path}/freeze"), &[]).await.expect(422).body;
        assert!(page.contains("There is nobody and nothing to hand over"), "{page}");
        for part in ["approve", "package", "stop"] {
            team.staff.post(&format!("{path}/{part}"), &[]).await.expect(303);
        }
        let page = team.staff.post(&format!("{path}/papers"), &[("paper-batch-9", "yes")]).await.expect(422).body;
        assert!(page.contains("goes along with another delivery"), "{page}");
        team.staff.post(&format!("{path}/papers"), &[("paper-box", "yes")]).await.expect(404);
        team.staff.get(&format!("{DELIVERIES}/7")).await.expect(404);
        team.staff.get(&format!("{DELIVERIES}/x")).await.expect(404);
    }

    async fn nobody_stands_in_two_that_are_frozen_at_once(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=3).await;
        let first = plan(&team.staff, "new").await;
        let mut fields = planned("to-trudeau", "new");
        fields.push(("day", "2026-12-02"));
        fields.remove(2);
        let second = team.staff.post(DELIVERIES, &fields).await.expect(303).header("location").to_owned();
        assert_ne!(first, second);
        let campaign = app.app.hub.campaign("recognize-celil").unwrap();
        let (one, other) = (app.app.desk(), app.app.desk());
        let on = |path: &str| On { of: (campaign.id, number(path)), by: By::Program("test") };
        let (one, other) = tokio::join!(freeze(&one, &campaign, on(&first)), freeze(&other, &campaign, on(&second)));
        assert!(one.is_ok() != other.is_ok(), "one waits for the other");
        assert!(matches!(one.err().or(other.err()), Some(DeliveryError::AnotherIsFreezing)));
        make(&app).await;
        let lines = delivery(&app, &first).await.lines + delivery(&app, &second).await.lines;
        assert_eq!(lines, 3);
    }

    async fn a_rotation_of_keys_leaves_packages_and_signatures_whole(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let page = team.staff.get(&path).await.expect(200).body;
        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(app.app.tools.clock.now(), &Entropy::seeded(7)).unwrap();
        let vault = Vault::new(&file.secrets().unwrap(), Entropy::seeded(8));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        let on = On { of: (app.campaign_id(), number(&path)), by: By::Program("test") };
        let package = ready(&app, &path).await.unwrap();
        let fetch = deliveries::begin_fetch(&desk, on, package, Taker::Office).await.unwrap();
        let fetching = deliveries::open_fetch(&desk, &fetch, "test").await.unwrap();
        assert!(fetching.read(&desk, 0).await.unwrap().bytes.starts_with(b"PK"));
        let key = signer(&desk).await.unwrap();
        assert!(page.contains(&key.fingerprint()));
    }
}
