use std::time::Duration;

use postulo::domain::role::Role;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{DESK, acts, ids, moderator, sign};
use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn the_desk_lists_what_is_held_with_the_reason_and_nobodys_name(app: TestApp) {
        let member = moderator(&app).await;
        assert!(member.get(DESK).await.expect(200).body.contains("Nothing is held"));
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@mailinator.com")).await;
        sign(&app, "bela", 1).await;
        let page = member.get(DESK).await.expect(200).body;
        assert!(page.contains("Throw-away mailbox"));
        assert!(!page.contains("Anna") && !page.contains("mailinator") && !page.contains("K1A"));
        let ids = ids(&app).await;
        assert!(page.contains(&ids[0].to_string()) && !page.contains(&ids[1].to_string()));
        for (filter, found) in [
            ("state=", vec![0, 1]),
            ("state=confirmed", vec![1]),
            ("reason=disposable_domain", vec![0]),
            ("domain=mailinator.com", vec![0]),
            ("domain=MAILINATOR.com", vec![0]),
            ("country=CA&lang=en", vec![0, 1]),
            ("country=FR", vec![]),
            ("region=ca-on", vec![0, 1]),
            ("country=CA&region=ON", vec![0, 1]),
            ("region=CA-QC", vec![]),
            ("from=2026-11-22T10:00Z&until=2026-11-23", vec![0, 1]),
            // The clocks of the organisation are five hours behind.
            ("from=2026-11-22T05:00", vec![0, 1]),
            ("from=2026-11-22T10:00", vec![]),
            ("from=2026-11-23", vec![]),
            ("delay=0-1", vec![0, 1]),
            ("delay=5-10", vec![]),
        ] {
            let page = member.get(&format!("{DESK}?{filter}")).await.expect(200).body;
            for (n, id) in ids.iter().enumerate() {
                assert_eq!(page.contains(&id.to_string()), found.contains(&n), "{filter} {n}");
            }
        }
        let refused = member.get(&format!("{DESK}?from=yesterday")).await.expect(422).body;
        assert!(refused.contains("Signed from") && refused.contains("yesterday"));
        member.get(&format!("{DESK}?network=%27+OR+1%3D1")).await.expect(422);
    }

    async fn a_network_is_looked_for_and_stands_nowhere(app: TestApp) {
        let member = moderator(&app).await;
        for (n, network) in ["198.51.100.7", "2001:db8:7::1"].into_iter().enumerate() {
            app.advance(Duration::from_secs(1));
            let person = Person::new("Anna Roy", &format!("anna{n}@example.org"));
            app.visitor().on_network(network).sign_and_confirm(&app, &person).await;
        }
        let (ids, search) = (ids(&app).await, format!("{DESK}/search/network"));
        // An IPv6 household is one network.
        for (network, found) in [("198.51.100.7", vec![0]), ("2001:db8:7::99", vec![1]), ("192.0.2.1", vec![])] {
            let there = member.post(&search, &[("network", network)]).await.expect(303);
            let there = there.header("location").to_owned();
            assert!(!there.contains(network));
            let page = member.get(&there).await.expect(200).body;
            for (n, id) in ids.iter().enumerate() {
                assert_eq!(page.contains(&id.to_string()), found.contains(&n), "{network} {n}");
            }
        }
        for bad in ["", "198.51.100.0/24", "999.1.1.1", "somewhere"] {
            assert!(member.post(&search, &[("network", bad)]).await.expect(422).body.contains("Give an address"));
        }
        let acts = acts(&app).await;
        assert_eq!(acts.iter().filter(|(act, _, detail)| act == "search_signatures" && detail == "network").count(), 3);
        assert!(acts.iter().all(|(_, subject, detail)| !format!("{subject} {detail}").contains("198.51")));
    }

    async fn a_long_list_goes_on_page_by_page(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 1).await;
        let id = ids(&app).await[0];
        let tx = app.app.tools.db.write().await.unwrap();
        for n in 0..60_u32 {
            let copy = format!("INSERT INTO signature (campaign_id, id, state, lang, text_version, sealed, country, region, \
                display, mails, code_attempts, created_at, expires_at, code_only) SELECT campaign_id, '{}', 'withdrawn', lang, \
                text_version, sealed, country, region, display, mails, code_attempts, created_at, expires_at, code_only \
                FROM signature WHERE email_index IS NOT NULL", uuid::Uuid::from_u128(u128::from(n) + 1));
            let copy = if app.app.tools.db.is_one_process() {
                copy.replace(&format!("'{}'", uuid::Uuid::from_u128(u128::from(n) + 1)), &format!("X'{:032x}'", n + 1))
            } else { copy };
            tx.execute_unprepared(&copy).await.unwrap();
        }
        tx.commit().await.unwrap();
        let first = member.get(&format!("{DESK}?state=")).await.expect(200).body;
        assert!(first.contains(&id.to_string()));
        assert_eq!(first.matches("/review/signatures/").count(), 50);
        let next = first.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
        let next = next.split('"').next().unwrap().replace("&amp;", "&");
        let second = member.get(&next).await.expect(200).body;
        assert_eq!(second.matches("/review/signatures/").count(), 11);
        assert!(!second.contains("rel=\"next\""));
    }

    async fn who_signed_is_seen_one_by_one_and_every_look_is_put_on_record(app: TestApp) {
        let member = moderator(&app).await;
        let person = Person::new("Anna Roy", "anna@example.org").with("city", "Ottawa");
        app.visitor().sign_and_confirm(&app, &person).await;
        let id = ids(&app).await[0];
        let path = format!("{DESK}/signatures/{id}");
        let page = member.get(&path).await.expect(200).body;
        assert!(!page.contains("Anna Roy") && !page.contains("anna@"));
        for looks in 1..=2 {
            let page = member.post(&format!("{path}/person"), &[]).await.expect(200).body;
            assert!(page.contains("Anna Roy") && page.contains("anna@example.org") && page.contains("Ottawa"));
            let acts = acts(&app).await;
            let seen: Vec<_> = acts.iter().filter(|(act, ..)| act == "see_signatory").collect();
            assert_eq!(seen.len(), looks);
            assert!(seen.iter().all(|(_, subject, detail)| *subject == id.to_string() && detail.is_empty()));
        }
        // Whoever has the right in another organisation finds nothing here, by any id.
        let stranger = app.member_elsewhere(Role::Moderator, "elsewhere").await;
        for at in [path.clone(), format!("{path}/person"), format!("{path}/judge")] {
            stranger.post(&at, &[]).await.expect(if at == path { 405 } else { 404 });
        }
        stranger.get(&path).await.expect(404);
    }

    async fn a_signature_is_found_by_any_exact_field_and_the_search_names_nobody_on_record(app: TestApp) {
        let member = moderator(&app).await;
        for (name, email, code) in [
            ("Anna Roy", "anna.roy@gmail.com", "K1A 0A6"),
            ("ANNA  RÖY", "other@example.org", "H2X 1Y4"),
            ("Bela Bartók", "bela@example.org", "K1A 0A6"),
        ] {
            app.advance(Duration::from_secs(1));
            app.visitor().sign_and_confirm(&app, &Person::new(name, email).at("CA", code)).await;
        }
        let ids = ids(&app).await;
        let path = format!("{DESK}/search");
        for (fields, found) in [
            (vec![("email", "AnnaRoy+x@gmail.com")], vec![0]),
            (vec![("email", "nobody@example.org")], vec![]),
            (vec![("name", "anna roy")], vec![0, 1]),
            (vec![("name", "Anna")], vec![]),
            (vec![("name", "anna roy"), ("country", "CA"), ("postal_code", "h2x1y4")], vec![1]),
            (vec![("country", "CA"), ("postal_code", "K1A0A6")], vec![0, 2]),
            (vec![("email", "bela@example.org"), ("name", "Anna Roy")], vec![]),
            (vec![("name", "bela bartok"), ("city", "Ottawa")], vec![]),
        ] {
            let page = member.post(&path, &fields).await.expect(200).body;
            for (n, id) in ids.iter().enumerate() {
                assert_eq!(page.contains(&id.to_string()), found.contains(&n), "{fields:?} {n}");
            }
        }
        for fields in [vec![], vec![("email", "nonsense")], vec![("city", "Ottawa")], vec![("postal_code", "K1A 0A6")]] {
            member.post(&path, &fields).await.expect(422);
        }
        let acts = acts(&app).await;
        let searches: Vec<_> = acts.iter().filter(|(act, ..)| act == "search_signatures").collect();
        assert_eq!(searches.len(), 8);
        assert!(searches.iter().any(|(_, _, detail)| detail == "name country postal_code: 1 found"));
        assert!(!format!("{searches:?}").to_lowercase().contains("anna"));
    }

    async fn signatures_of_before_there_were_marks_are_marked_and_found(app: TestApp) {
        let member = moderator(&app).await;
        sign(&app, "anna", 2).await;
        let tx = app.app.tools.db.write().await.unwrap();
        tx.execute_unprepared("UPDATE signature SET name_mark = NULL, place_mark = NULL, domain_index = NULL").await.unwrap();
        tx.commit().await.unwrap();
        let fields = [("name", "Anna Roy")];
        let id = ids(&app).await[0].to_string();
        assert!(!member.post(&format!("{DESK}/search"), &fields).await.expect(200).body.contains(&id));
        assert!(!postulo::actions::review::mark_old::mark_old(&app.app.desk()).await.unwrap());
        assert!(member.post(&format!("{DESK}/search"), &fields).await.expect(200).body.contains(&id));
        let rows = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(rows.iter().all(|row| row.domain_index.is_some() && row.place_mark.is_some()));
    }
}
