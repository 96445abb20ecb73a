use super::Sought;
use crate::actions::accounts::{index, invite, open_profile};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::{accounts, invitations};

/// Whether they are invited to work for the organisation.
pub(super) async fn find_invited(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let at = index(desk, &sought.email);
    let mut found = Vec::new();
    for invitation in invitations::list_at(desk.db.read(), sought.organisation, at).await? {
        let invited = invite::open(desk.vault, &invitation)?;
        let holding = Holding::new(Kind::Invitation, None, invitation.id, Fate::Works)
            .text(What::Email, &invited.email)
            .word(What::Role, invitation.role.as_str())
            .at(What::Since, invitation.invited_at)
            .at(What::LapsesAt, invitation.expires_at);
        found.push(holding);
    }
    Ok(found)
}

/// Whether they work for the organisation themselves.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let found = accounts::find_by_email(desk.db.read(), index(desk, &sought.email)).await?;
    let Some(stored) = found.filter(|stored| stored.account.organisation == sought.organisation) else {
        return Ok(Vec::new());
    };
    let profile = open_profile(desk.vault, &stored)?;
    let holding = Holding::new(Kind::Account, None, stored.account.id, Fate::Works)
        .text(What::Email, &profile.email)
        .word(What::Role, stored.account.role.as_str())
        .at(What::Since, stored.account.created_at)
        .at(What::EndedAt, stored.account.disabled_at);
    Ok(vec![holding])
}
