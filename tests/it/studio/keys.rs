//! The keys of those who carry packages.

use std::time::Duration;

use postulo::domain::carrier::MOST;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;
use tempfile::TempDir;

use super::deliveries::encrypting::{add_key, keygen};
use crate::support::{Member, TestApp, on_both};

const KEYS: &str = "/studio/keys";
const SSH: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN";

async fn refused(member: &Member, label: &str, key: &str) -> String {
    member.post(KEYS, &[("label", label), ("key", key)]).await.expect(422).body
}

on_both! {
    async fn staff_keep_the_public_halves_of_their_keys(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let staff = app.member(Role::Staff).await;
        assert!(staff.get("/studio/sessions").await.expect(200).body.contains("href=\"/studio/keys\""));
        let (_, public) = keygen(folder.path(), "key.txt").await;
        add_key(&staff, "Laptop", &public).await;
        add_key(&staff, "Schlüssel", &format!("{SSH} anna@laptop")).await;
        let page = staff.get(KEYS).await.expect(200).body;
        assert!(page.contains("Laptop") && page.contains("Schlüssel") && page.contains(&public[public.len() - 8..]), "{page}");
        assert!(!page.contains("anna@laptop"), "the comment of a key is not kept");
        let stored = entity::carrier_key::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(stored.len(), 2);
        let colleague = app.member(Role::Staff).await;
        let remove = format!("{KEYS}/{}/remove", stored[0].id);
        colleague.post(&remove, &[]).await.expect(404);
        assert!(!colleague.get(KEYS).await.expect(200).body.contains("Laptop"));
        staff.post(&remove, &[]).await.expect(303);
        staff.post(&remove, &[]).await.expect(404);
        assert_eq!(entity::carrier_key::Entity::find().all(app.app.tools.db.read()).await.unwrap().len(), 1);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let of = |act: &str| audit.iter().filter(|entry| entry.act == act).count();
        assert_eq!((of("add_carrier_key"), of("remove_carrier_key")), (2, 1));
        for role in [Role::Owner, Role::Viewer] {
            let other = app.member(role).await;
            other.get(KEYS).await.expect(403);
            assert!(!other.get("/studio/sessions").await.expect(200).body.contains("href=\"/studio/keys\""));
        }
        app.advance(Duration::from_mins(11));
        assert!(staff.get(KEYS).await.expect(303).header("location").starts_with("/studio/proof"));
        staff.post(KEYS, &[("label", "Other"), ("key", &public)]).await.expect(303).header("location").starts_with("/studio/proof");
        assert_eq!(entity::carrier_key::Entity::find().all(app.app.tools.db.read()).await.unwrap().len(), 1);
    }

    async fn what_is_no_key_is_told_and_kept_but_for_a_secret(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let staff = app.member(Role::Staff).await;
        let (file, public) = keygen(folder.path(), "key.txt").await;
        let secret = std::fs::read_to_string(file).unwrap();
        let page = refused(&staff, "Laptop", &secret).await;
        assert!(page.contains("This is a secret key") && page.contains("value=\"Laptop\""), "{page}");
        let half = secret.lines().last().unwrap();
        assert!(half.starts_with("AGE-SECRET-KEY-") && !page.contains(half) && !page.contains(&half[20..]), "{page}");
        let page = refused(&staff, "Laptop", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n").await;
        assert!(page.contains("This is a secret key") && !page.contains("b3BlbnNzaC1rZXk"), "{page}");
        for (label, key, place, words) in [
            ("", &*public, "#label", "Give the key a name"),
            ("Laptop", "", "#key", "Paste the public key"),
            ("Laptop", "age1qqqq", "#key", "This is no public key"),
            ("Laptop", "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "#key", "This is no public key"),
            ("Laptop", "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHFliOyIZs1gxGF3fmDxFykQhE88wy6AKDGFBfn0R6ZuvRmENABZQa9+pj9hMki+LX0qDJbmHTiWDbYv/cmFt/Q=", "#key", "This kind of key"),
        ] {
            let page = refused(&staff, label, key).await;
            assert!(page.contains(&format!("href=\"{place}\"")) && page.contains(words), "{key}: {page}");
            assert!(page.contains(key) && (label.is_empty() || page.contains("value=\"Laptop\"")), "{key}: {page}");
        }
        add_key(&staff, "Laptop", &public).await;
        let page = refused(&staff, "Other", &format!("Public key: {public}")).await;
        assert!(page.contains("You have this key already"), "{page}");
        for number in 1..MOST {
            add_key(&staff, "Spare", &keygen(folder.path(), &format!("{number}.txt")).await.1).await;
        }
        let page = refused(&staff, "One more", SSH).await;
        assert!(page.contains("You have 10 keys") && page.contains(SSH), "{page}");
        let stored = entity::carrier_key::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(stored.len(), MOST);
    }
}
