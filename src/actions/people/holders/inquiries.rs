use super::super::{addresses, open_asker};
use super::Sought;
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::inquiries;

/// What they asked before, and what came of it.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let by = addresses(desk, "inquiry", &sought.email);
    let mut found = Vec::new();
    for inquiry in inquiries::list_of(desk.db.read(), sought.organisation, &by).await? {
        let asker = open_asker(desk.vault, &inquiry)?;
        let mut holding = Holding::new(Kind::Inquiry, None, inquiry.id, Fate::Proves)
            .number(What::Number, i64::from(inquiry.number))
            .text(What::Name, &asker.name)
            .text(What::Email, &asker.email)
            .text(What::Note, &asker.note)
            .word(What::Asked, inquiry.asked.as_str())
            .word(What::Checked, inquiry.checked.as_str())
            .at(What::Since, inquiry.opened_at);
        if let Some((at, outcome)) = inquiry.done {
            holding = holding.word(What::Outcome, outcome.as_str()).at(What::EndedAt, at);
        }
        found.push(holding);
    }
    Ok(found)
}
