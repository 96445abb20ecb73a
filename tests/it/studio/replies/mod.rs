//! What addressees answer: entered, shown, told; the record of each; and who is reminded of whom.

mod bad;
mod record;
mod reminders;
mod showing;

use crate::support::{Member, Reply};

pub const RECORD: &str = "/studio/campaigns/recognize-celil/addressees/trudeau";
pub const PUBLIC: &str = "/en/campaigns/recognize-celil/replies";

/// A reply as it is typed, to four demands.
pub fn typed() -> Vec<(&'static str, &'static str)> {
    vec![
        ("text_version", "1"),
        ("day", "2026-11-20"),
        ("source", "Letter to the coalition"),
        ("link", "https://parl.example/letter"),
        ("original", "en"),
        ("words_en", "Thank you for your letter.\n\nWe **agree** with the first of your demands."),
        ("words_fr", "Merci de votre lettre."),
        ("stance_1", "agrees"),
        ("stance_2", "partly"),
        ("stance_3", "refuses"),
        ("stance_4", "no_answer"),
    ]
}

/// The same with some fields typed otherwise.
pub fn typed_with(other: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fields = typed();
    fields.retain(|(name, _)| other.iter().all(|(changed, _)| changed != name));
    fields.extend(other);
    fields
}

/// Enters a reply; where it is.
pub async fn enter(staff: &Member, fields: &[(&str, &str)]) -> String {
    staff.post(&format!("{RECORD}/replies"), fields).await.expect(303).header("location").to_owned()
}

/// Shows it as it stands.
pub async fn show(staff: &Member, path: &str) -> Reply {
    let page = staff.get(path).await.expect(200).body;
    let revision = page.split("name=\"revision\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    staff.post(&format!("{path}/show"), &[("revision", revision)]).await
}
