use postulo::domain::role::Role;

use super::stage::{SITE, Stage};
use crate::studio::{deliveries, replies};

const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN";

impl Stage {
    /// Deliveries in every state: fetched, waiting for somebody to approve, planned, being frozen, cancelled.
    pub async fn deliveries(&self) -> Vec<(Role, String)> {
        let (staff, owner) = (self.member(Role::Staff), self.member(Role::Owner));
        let path = |number: i32| format!("{SITE}/deliveries/{number}");
        let plan = async |to: &str| {
            staff.post(&format!("{SITE}/deliveries"), &deliveries::planned(to, "all")).await.expect(303);
        };
        plan("to-trudeau").await;
        staff.post(&format!("{}/papers", path(1)), &[("paper-batch-1", "yes")]).await.expect(303);
        for number in [1, 2] {
            staff.post(&format!("{}/freeze", path(number)), &[]).await.expect(303);
            deliveries::make(&self.app).await;
            plan("to-trudeau").await;
        }
        deliveries::approve_both(staff, owner, &path(1)).await;
        deliveries::encrypting::add_key(staff, "Laptop", KEY).await;
        deliveries::begin_fetch(&self.app, staff, &path(1)).await;
        for (number, to, act) in [(4, "to-singh", "freeze"), (5, "to-blanchet", "cancel")] {
            plan(to).await;
            staff.post(&format!("{}/{act}", path(number)), &[]).await.expect(303);
        }
        let all = (1..=5).map(|number| (Role::Staff, path(number)));
        all.chain([(Role::Owner, path(2))]).collect()
    }
    /// The record of an addressee who has answered and was spoken to, with a reply that is shown.
    pub async fn replies(&self) -> Vec<(Role, String)> {
        let staff = self.member(Role::Staff);
        let record = format!("{SITE}/addressees/trudeau");
        staff.post(&format!("{record}/replies"), &replies::typed()).await.expect(303);
        staff.post(&format!("{SITE}/replies/1/show"), &[("revision", "1")]).await.expect(303);
        let contact = [
            ("means", "meeting"),
            ("day", "2026-11-20"),
            ("with", "محمد علي عبد الرحمن الحسيني"),
            ("note", "They read it.\n\nThey call back."),
        ];
        staff.post(&format!("{record}/contacts"), &contact).await.expect(303);
        staff.post(&format!("{record}/follow-up"), &[("due", "2026-12-10")]).await.expect(303);
        let paths = [format!("{record}/replies"), format!("{SITE}/replies/1"), record];
        paths.map(|path| (Role::Staff, path)).to_vec()
    }
}
