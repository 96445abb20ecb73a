use super::{CampaignError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Switch;
use crate::domain::content::{Content, Text};
use crate::domain::draft::{Draft, Languages, Section};
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::storage::campaigns::{self, Row};
use crate::storage::drafts::{self, Save};
use crate::storage::{Transaction, tallies, texts};

/// A campaign that is to be.
pub struct New<'a> {
    pub slug: &'a str,
    pub title: &'a str,
    /// The main language.
    pub language: Tag,
    pub others: &'a [Tag],
    pub organisation: i32,
    /// Who will be named under it, to begin with.
    pub organiser: &'a str,
}

/// Begins a campaign that nobody knows of yet.
pub async fn make(desk: &Desk<'_>, new: New<'_>, by: By<'_>) -> Result<(), CampaignError> {
    let draft = Draft::beginning(new.language, new.title, new.organiser);
    let begun = draft.read();
    let tx = desk.db.write().await?;
    let id = insert(desk, &tx, (new.slug, new.organisation), (&begun.content, &begun.text)).await?;
    let add = |languages: Languages, tag: &Tag| languages.clone().with(tag.clone()).unwrap_or(languages);
    let languages = new.others.iter().fold(draft.languages, add).tree();
    let first =
        Save { section: Section::Languages, seen: 0, typed: &languages, by: by.account(), at: desk.now };
    drafts::save(&*tx, id, first).await?;
    record(&tx, desk, by, "make_campaign", (id, new.slug), String::new()).await?;
    tx.commit().await?;
    Ok(())
}

/// Stores a campaign as a draft; its number.
pub(super) async fn insert(
    desk: &Desk<'_>,
    tx: &Transaction,
    (slug, organisation): (&str, i32),
    (content, text): (&Content, &Text),
) -> Result<i32, CampaignError> {
    if campaigns::find_by_slug(&**tx, slug).await?.is_some() {
        return Err(CampaignError::Taken);
    }
    let row = Row {
        slug,
        switch: Switch::Draft,
        opens_at: desk.now,
        closes_at: None,
        text_version: 1,
        content,
        updated_at: desk.now,
    };
    let id = campaigns::insert(&**tx, row).await.map_err(|error| {
        // Two who thought of the same address at once.
        if error.is_duplicate() { CampaignError::Taken } else { error.into() }
    })?;
    campaigns::give(&**tx, id, organisation).await?;
    texts::replace(&**tx, id, 1, text, desk.now, &Words::default()).await?;
    tallies::insert(&**tx, id, desk.now).await?;
    Ok(id)
}
