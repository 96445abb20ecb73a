use postulo::domain::role::Act;
use reqwest::Method;

use super::{COUNTED, Estate, everything, kind, neighbours, second, trespasses};
use crate::studio::routes::{ALL, Asks};
use crate::support::{TestApp, on_both};

/// The address with ids of theirs, in every way in which they can stand among one's own.
fn forgeries(route: &str, ours: &Estate, theirs: &Estate) -> Vec<String> {
    let kind = kind(route);
    let filled = |slug: &str, id: &str, row: &str| {
        route.replace("{campaign}", slug).replace("{id}", id).replace("{row}", row)
    };
    let mut all = Vec::new();
    if route.contains("{row}") {
        all.push(filled(ours.slug, ours.id(kind), second(route, theirs)));
        if COUNTED.contains(&kind) {
            all.push(filled(theirs.slug, theirs.id(kind), second(route, theirs)));
            all.push(filled(theirs.slug, ours.id(kind), second(route, ours)));
        } else {
            all.push(filled(ours.slug, theirs.id(kind), second(route, ours)));
        }
        return all;
    }
    if !COUNTED.contains(&kind) {
        all.push(filled(ours.slug, theirs.id(kind), ""));
    }
    if route.contains("{campaign}") {
        all.push(filled(theirs.slug, theirs.id(kind), ""));
        all.push(filled(theirs.slug, ours.id(kind), ""));
    }
    all
}

on_both! {
    async fn an_id_of_another_organisation_leads_nowhere_at_any_address(app: TestApp) {
        let (ours, theirs) = neighbours(&app).await;
        let before = everything(&app).await;
        let routes = ALL.iter().copied().flatten().filter(|(_, route, ..)| route.contains("{id}"));
        let mut tried = 0;
        for (method, route, asks, _) in routes {
            let member = match asks {
                Asks::Right(act) => ours.who_may(*act),
                Asks::Presence => ours.who_may(Act::SeeFigures),
                // Links that come by mail name nobody's row.
                Asks::Nothing => continue,
            };
            for path in forgeries(route, &ours, &theirs) {
                let known = trespasses(&app).await;
                let fields = [("revision", "1"), ("role", "viewer"), ("state", "spam"), ("until", "2026-11-21"), ("sure", "yes")];
                let method = Method::from_bytes(method.as_bytes()).unwrap();
                let reply = member.send(method, &path, &fields).await;
                assert_eq!(reply.status.as_u16(), 404, "{route}: {path}: {}", reply.body);
                assert_eq!(trespasses(&app).await, known + 1, "{route}: {path}");
                tried += 1;
            }
        }
        assert!(tried > 60, "{tried}");
        let after = everything(&app).await;
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after);
        }
        assert_eq!(before.len(), after.len());
    }

    async fn a_campaign_of_another_organisation_is_no_filter_and_nothing_to_compare_with(app: TestApp) {
        let (ours, theirs) = neighbours(&app).await;
        let own = format!("/studio/campaigns/{}", ours.slug);
        for (act, path, name) in [
            (Act::ReadMessages, "/studio/messages", "campaign"),
            (Act::ReadAudit, "/studio/audit", "campaign"),
            (Act::ReadAudit, "/studio/audit.csv", "campaign"),
            (Act::SeeFigures, &*own, "with"),
            (Act::SeeFigures, &*format!("{own}/figures.csv"), "with"),
        ] {
            let known = trespasses(&app).await;
            ours.who_may(act).get(&format!("{path}?{name}={}", theirs.slug)).await.expect(404);
            assert_eq!(trespasses(&app).await, known + 1, "{path}");
        }
    }
}
