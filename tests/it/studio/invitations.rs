//! Who is let in, and as what.

use std::time::Duration;

use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::{Member, PASSWORD, TestApp, on_both};

const DAY: Duration = Duration::from_hours(24);
const EMAIL: &str = "new@work.example";

async fn invite(owner: &Member, email: &str, role: &str) -> u16 {
    owner.post("/studio/invitations", &[("email", email), ("role", role)]).await.status.as_u16()
}

async fn link(app: &TestApp, email: &str) -> String {
    app.mail_to(email).await.path("/studio/invitation/")
}

/// What is posted to for the only open invitation.
async fn open(app: &TestApp, act: &str) -> String {
    let row = entity::invitation::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap();
    format!("/studio/invitations/{}/{act}", row.id)
}

on_both! {
    async fn somebody_is_invited_and_makes_their_account(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        assert_eq!(invite(&owner, EMAIL, "staff").await, 303);
        assert_eq!(invite(&owner, "New@Work.Example", "staff").await, 422);
        assert_eq!(invite(&owner, "no address", "staff").await, 422);
        assert_eq!(invite(&owner, "other@work.example", "queen").await, 422);
        assert_eq!(invite(&owner, &owner.email, "staff").await, 422);
        let row = entity::invitation::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap();
        assert!(!format!("{row:?}").contains(EMAIL));
        let link = link(&app, EMAIL).await;
        let page = app.visitor().get(&link).await.expect(200).body;
        assert!(page.contains(EMAIL) && page.contains("Staff"));
        let refused = app.visitor().post(&link, &[("name", ""), ("password", "short")]).await.expect(422).body;
        assert!(refused.contains("href=\"#name\"") && refused.contains("href=\"#password\""));
        let fields = [("name", "Wilhelmina Quux"), ("password", PASSWORD)];
        // Pressed twice at once, it makes one account.
        let (one, two) = (app.visitor(), app.visitor());
        let (one, two) = tokio::join!(one.post(&link, &fields), two.post(&link, &fields));
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404]);
        // Staff see people: the second factor is next.
        let new = Member::log_in(&app, EMAIL).await;
        assert_eq!(new.get("/studio").await.expect(303).header("location"), "/studio/factor");
        let accounts = owner.get("/studio/accounts").await.expect(200).body;
        assert!(accounts.contains("Wilhelmina Quux") && accounts.contains("Nobody is invited"));
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(audit.iter().any(|entry| entry.act == "accept_invitation"));
        assert!(!format!("{audit:?}").contains("Wilhelmina") && !format!("{audit:?}").contains(EMAIL));
    }

    async fn an_invitation_is_withdrawn_sent_again_and_lapses(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        invite(&owner, EMAIL, "viewer").await;
        let first = link(&app, EMAIL).await;
        app.advance(DAY * 7);
        app.visitor().get(&first).await.expect(404);
        let mut owner = owner;
        owner.log_in_again().await;
        owner.post(&open(&app, "resend").await, &[]).await.expect(303);
        let second = link(&app, EMAIL).await;
        app.visitor().get(&second).await.expect(200);
        let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
        for act in ["resend", "withdraw"] {
            stranger.post(&open(&app, act).await, &[]).await.expect(404);
        }
        owner.post(&open(&app, "withdraw").await, &[]).await.expect(303);
        app.visitor().post(&second, &[("name", "Anna Roy"), ("password", PASSWORD)]).await.expect(404);
    }

    async fn who_works_elsewhere_is_told_and_whoever_invites_them_is_not(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let stranger = app.member_elsewhere(Role::Viewer, "elsewhere").await;
        assert_eq!(invite(&owner, &stranger.email, "viewer").await, 303);
        let mail = app.mail_to(&stranger.email).await;
        assert!(mail.text.contains("another organisation") && !mail.text.contains("/studio/invitation/"));
    }

    async fn a_role_is_changed_and_holds_at_once_but_an_owner_stays(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let viewer = app.member(Role::Viewer).await;
        let path = format!("/studio/accounts/{}/role", app.account_id(&viewer.email).await);
        viewer.get("/studio/accounts").await.expect(403);
        owner.post(&path, &[("role", "queen")]).await.expect(400);
        owner.post(&path, &[("role", "owner")]).await.expect(303);
        viewer.get("/studio/accounts").await.expect(200);
        // Nobody changes their own; another owner may.
        let own = format!("/studio/accounts/{}/role", app.account_id(&owner.email).await);
        owner.post(&own, &[("role", "viewer")]).await.expect(403);
        viewer.post(&own, &[("role", "moderator")]).await.expect(303);
        assert_eq!(owner.get("/studio").await.expect(303).header("location"), "/studio/factor");
        app.advance(Duration::from_mins(11));
        let led = viewer.post(&own, &[("role", "viewer")]).await.expect(303);
        assert!(led.header("location").starts_with("/studio/proof"));
    }
}
