use super::{CampaignError, of, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::{Campaign, Switch};
use crate::domain::content::Text;
use crate::domain::draft::Reading;
use crate::domain::words::Words;
use crate::storage::campaigns::{self, Publication};
use crate::storage::{Transaction, drafts, texts};

/// Whether what is written would be another version of the text, which those who signed the last one have not signed.
pub async fn needs_version(desk: &Desk<'_>, campaign: &Campaign, text: &Text) -> Result<bool, CampaignError> {
    Ok(*text != campaign.text && texts::is_fixed(desk.db.read(), campaign.id, campaign.text_version).await?)
}

/// Whether the new version says in the main language what it changes.
pub(super) fn is_told(read: &Reading, note: &Words) -> bool {
    note.written(read.content.language.as_str()).is_some()
}

/// Makes public what is written, if it is whole. A text that somebody has signed stays, and is followed by the next version,
/// which says what it changes.
pub async fn publish(desk: &Desk<'_>, campaign: i32, note: &Words, by: By<'_>) -> Result<i32, CampaignError> {
    publish_if(desk, campaign, note, by, |_, read, is_new| {
        if is_new && !is_told(read, note) { Err(CampaignError::Untold) } else { Ok(()) }
    })
    .await
}

/// The same, unless something speaks against it: how the campaign stands, what is written, whether that is a new version.
pub(super) async fn publish_if(
    desk: &Desk<'_>,
    campaign: i32,
    note: &Words,
    by: By<'_>,
    check: impl Fn(&Campaign, &Reading, bool) -> Result<(), CampaignError>,
) -> Result<i32, CampaignError> {
    let tx = desk.db.write().await?;
    let campaign = campaigns::find(&*tx, campaign).await?.ok_or(CampaignError::Unfit)?;
    let is_first = !campaign.is_public();
    let is_over = is_first && campaign.closes_at.is_some_and(|at| at <= desk.now);
    if campaign.is_retired() || is_over {
        return Err(CampaignError::Unfit);
    }
    let written = drafts::read(&*tx, &campaign).await?;
    let read = written.draft.read();
    let is_new =
        read.text != campaign.text && texts::is_fixed(&*tx, campaign.id, campaign.text_version).await?;
    check(&campaign, &read, is_new)?;
    if !read.is_sound() {
        return Err(CampaignError::Incomplete);
    }
    let text_version = store_text(desk, &tx, &campaign, (&read.text, note), is_new).await?;
    let new = Publication {
        content: &read.content,
        text_version,
        switch: if is_first { Switch::On } else { campaign.switch },
        opens_at: if is_first { desk.now } else { campaign.opens_at },
        updated_at: desk.now,
    };
    if !campaigns::publish(&*tx, campaign.id, campaign.revision, &new).await? {
        return Err(CampaignError::Changed);
    }
    drafts::mark_published(&*tx, campaign.id, &written.saved).await?;
    record(&tx, desk, by, "publish", of(&campaign), format!("text version {text_version}")).await?;
    tx.commit().await?;
    Ok(text_version)
}

/// The number of the version under which the text stands now.
async fn store_text(
    desk: &Desk<'_>,
    tx: &Transaction,
    campaign: &Campaign,
    (text, note): (&Text, &Words),
    is_new: bool,
) -> Result<i32, CampaignError> {
    let version = campaign.text_version;
    if *text == campaign.text && campaign.is_public() {
        return Ok(version);
    }
    // Corrected before anybody has signed it, a version keeps what it says of the one before.
    let (version, note) = if is_new { (version + 1, note) } else { (version, &campaign.text_note) };
    texts::replace(&**tx, campaign.id, version, text, desk.now, note).await?;
    Ok(version)
}
