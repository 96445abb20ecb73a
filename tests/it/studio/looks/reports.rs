use postulo::domain::role::Role;
use postulo::jobs;

use super::stage::Stage;
use crate::studio::reports::{REPORTS, on, set_up, staff};

impl Stage {
    /// Reports in every state, one of them sent.
    pub async fn reports(&mut self) -> Vec<(Role, String)> {
        let staff = staff(&self.app).await;
        let long = "marie-antoinette.de-la-rochefoucauld-montbazon@correspondence.example.org\noffice@parliament.example";
        let sent =
            on(&staff, &[("emails", long), ("intro", "Les chiffres de la semaine, comme convenu.")]).await;
        let partner =
            "Association internationale pour la défense des droits fondamentaux des prisonniers d’opinion";
        let new =
            [("after", "1"), ("to", "partner"), ("partner", partner), ("rhythm", "monthly"), ("day", "31")];
        let new = set_up(&staff, &new).await;
        let paused = on(&staff, &[("after", "2"), ("to", "addressee-trudeau"), ("skips", "")]).await;
        staff.post(&format!("{paused}/pause"), &[]).await.expect(303);
        let ended = set_up(&staff, &[("after", "3"), ("to", "addressee-paul")]).await;
        staff.post(&format!("{ended}/end"), &[]).await.expect(303);
        self.app.advance(std::time::Duration::from_hours(7 * 24));
        jobs::reports::step(&self.app.app).await.unwrap();
        self.app.run_mail().await;
        let edit = format!("{sent}/edit");
        [sent, edit, new, paused, ended, format!("{REPORTS}/new")].map(|path| (Role::Staff, path)).into()
    }
}
