use super::{CampaignError, of, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::draft::{Section, Tree};
use crate::domain::moment::HOUR;
use crate::storage::campaigns;
use crate::storage::drafts::{self, Save};

/// Keeps what was typed into a section, complete or not; returns its revision. Whoever has not seen the last one is refused.
pub async fn save(
    desk: &Desk<'_>,
    campaign: &Campaign,
    (section, seen): (Section, i32),
    typed: Tree,
    by: By<'_>,
) -> Result<i32, CampaignError> {
    let tx = desk.db.write().await?;
    // As it stands now: another node may have published since.
    let campaign = &campaigns::find(&*tx, campaign.id).await?.ok_or(CampaignError::Unfit)?;
    let before = drafts::read(&*tx, campaign).await?;
    if before.revision(section) != seen {
        return Err(CampaignError::Changed);
    }
    if before.draft.section(section) == typed {
        return Ok(seen);
    }
    let new = Save { section, seen, typed: &typed, by: by.account(), at: desk.now };
    if !drafts::save(&*tx, campaign.id, new).await? {
        return Err(CampaignError::Changed);
    }
    // Once an hour for each who writes: every few words would bury what else is on record.
    let is_told =
        before.saved(section).is_some_and(|last| last.by == by.account() && last.at + HOUR > desk.now);
    if !is_told {
        record(&tx, desk, by, "edit_draft", of(campaign), section.as_str().to_owned()).await?;
    }
    if !campaign.is_public() {
        let content = before.draft.with(section, typed).read().content;
        campaigns::set_content(&*tx, campaign.id, &content).await?;
    }
    tx.commit().await?;
    Ok(seen + 1)
}
