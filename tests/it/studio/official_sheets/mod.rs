//! Petitions to parliaments on paper.

mod logging;
mod printing;
mod writing;

use crate::support::{Member, Reply};

pub const CANADA: &str = "/studio/campaigns/recognize-celil/official-sheets/ca-house-of-commons";
pub const BRITAIN: &str = "/studio/campaigns/recognize-celil/official-sheets/uk-parliament";

pub const GRIEVANCE: &str = "Whereas Huseyin Celil has been a Canadian citizen since 2005;\r\n\r\nWhereas he was detained in March 2006;";
pub const PRAYER: &str =
    "Therefore, we, the undersigned, call upon the Government of Canada to seek consular access.";

/// A text that can be printed, in English; `more` stands in place of what has its name.
pub fn text<'a>(revision: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("revision", revision),
        ("addressee", "house"),
        ("repeats", "prayer"),
        ("subject.en", "Huseyin Celil"),
        ("grievance.en", GRIEVANCE),
        ("prayer.en", PRAYER),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

pub async fn write(member: &Member, revision: &str, more: &[(&str, &str)]) -> Reply {
    member.post(CANADA, &text(revision, more)).await
}
