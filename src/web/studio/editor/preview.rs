use std::sync::Arc;

use axum::extract::{Path, Query, State};
use maud::Markup;
use serde::Deserialize;

use crate::actions::campaigns::publish::needs_version;
use crate::app::App;
use crate::domain::campaign::{Campaign, Status, Switch};
use crate::domain::draft::Reading;
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::storage::texts::StoredText;
use crate::storage::{drafts, officials};
use crate::web::error::WebError;
use crate::web::studio::member::Present;
use crate::web::supporter::campaign::earlier;
use crate::web::supporter::views;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "in")]
    wanted: String,
}

/// The public page, made by the very same hands, from what is written.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, segment)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let known = super::campaign(&app, &present, &slug).await?;
    let lang: Lang = segment.parse().map_err(|()| WebError::NotFound)?;
    let draft = drafts::read(app.tools.db.read(), &known).await?.draft;
    let campaign = published(&app, &known, draft.read()).await?;
    let wanted = Tag::parse(&asked.wanted).filter(|tag| draft.languages.has(tag.as_str()));
    let now = app.tools.clock.now();
    if let Some(tag) = wanted {
        let stored = StoredText {
            version: campaign.text_version,
            text: campaign.text.clone(),
            stored: String::new(),
            digest: String::new(),
            published_at: campaign.text_published_at,
            note: campaign.text_note.clone(),
        };
        let (campaign, stored, wanted) = (&campaign, &stored, Some(&tag));
        return Ok(views::text::Page { app: &app, lang, campaign, stored, wanted, preview: true }.markup());
    }
    let tally = app.hub.tally(&campaign, app.hub.sight(campaign.id), now);
    let status = match campaign.status(now) {
        Status::Upcoming => Status::Open,
        status => status,
    };
    let mut versions = earlier(&app, &known);
    if campaign.text_version > known.text_version {
        versions.insert(0, known.text_version);
    }
    let page = views::campaign::Page {
        app: &app,
        lang,
        campaign: &campaign,
        status,
        asking: false,
        tally: &tally,
        names: &[],
        earlier: &versions,
        preview: true,
    };
    Ok(page.markup())
}

/// The campaign as it would be if it were published now.
async fn published(app: &App, known: &Campaign, reading: Reading) -> Result<Campaign, WebError> {
    let desk = app.desk();
    let is_new = known.is_public() && needs_version(&desk, known, &reading.text).await?;
    let officials = officials::list_asked(desk.db.read(), known.organisation, &reading.text).await?;
    Ok(Campaign {
        switch: if known.is_public() { known.switch } else { Switch::On },
        opens_at: if known.is_public() { known.opens_at } else { desk.now },
        text_version: known.text_version + i32::from(is_new),
        text_published_at: if reading.text == known.text { known.text_published_at } else { desk.now },
        text_note: if is_new { Words::default() } else { known.text_note.clone() },
        text: reading.text,
        officials,
        content: reading.content,
        ..known.clone()
    })
}
