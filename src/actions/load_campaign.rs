use super::{Desk, set_letter};
use crate::domain::campaign::{Campaign, Switch};
use crate::domain::content::CampaignFile;
use crate::domain::words::Words;
use crate::storage::audits::Entry;
use crate::storage::campaigns::{self, Row};
use crate::storage::{StorageError, Transaction, drafts, tallies, texts};

/// What loading a content file did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    Created,
    Updated,
}

/// Why a content file was not loaded; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(
        "version {0} of the text has been signed, so its words, demands and addressees stay as they are: \
         put the new text under [text] version = {next}", next = .0 + 1
    )]
    Signed(i32),
    #[error("the campaign is at version {current} of its text; the file goes back to {file}")]
    Older { current: i32, file: i32 },
}

/// Adds a campaign from its content file, or brings it up to date.
pub async fn load_campaign(desk: &Desk<'_>, file: &CampaignFile, actor: &str) -> Result<Loaded, LoadError> {
    let tx = desk.db.write().await?;
    let known = campaigns::find_by_slug(&*tx, &file.slug).await?;
    let row = Row {
        slug: &file.slug,
        switch: match (file.paused, &known) {
            (Some(true), _) => Switch::Paused,
            (None, Some(campaign)) if campaign.is_public() => campaign.switch,
            (Some(false) | None, _) => Switch::On,
        },
        opens_at: file.opens.start(),
        closes_at: file.closes.map(|date| date.start()),
        text_version: file.text.version,
        content: &file.content,
        updated_at: desk.now,
    };
    let (id, loaded) = if let Some(campaign) = known {
        replace_text(&tx, &campaign, file).await?;
        campaigns::update(&*tx, campaign.id, campaign.revision, row).await?;
        drafts::overtake(&*tx, campaign.id, desk.now).await?;
        (campaign.id, Loaded::Updated)
    } else {
        let id = campaigns::insert(&*tx, row).await?;
        let text = &file.text;
        texts::replace(&*tx, id, text.version, &text.text, text.published.start(), &Words::default()).await?;
        tallies::insert(&*tx, id, desk.now).await?;
        (id, Loaded::Created)
    };
    if let Some(terms) = &file.letter {
        set_letter::put(&tx, desk, id, terms).await?;
    }
    let entry = Entry {
        actor,
        act: "load_campaign",
        campaign: Some(id),
        subject: file.slug.clone(),
        detail: format!("text version {}", file.text.version),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(loaded)
}

/// Stores the text of the file, unless that would change words somebody has signed.
async fn replace_text(tx: &Transaction, campaign: &Campaign, file: &CampaignFile) -> Result<(), LoadError> {
    let text = &file.text;
    if text.version < campaign.text_version {
        return Err(LoadError::Older { current: campaign.text_version, file: text.version });
    }
    if text.version == campaign.text_version && text.text == campaign.text {
        return Ok(());
    }
    if texts::is_fixed(&**tx, campaign.id, text.version).await? {
        return Err(LoadError::Signed(text.version));
    }
    let note = Words::default();
    texts::replace(&**tx, campaign.id, text.version, &text.text, text.published.start(), &note).await?;
    Ok(())
}
