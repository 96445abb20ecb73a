use std::sync::Arc;

use serde::Serialize;

use super::asked::{Asked, Beside, Refused};
use super::compared::Compared;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::gauge::Gauge;
use crate::domain::moment::Moment;
use crate::domain::story::Story;
use crate::domain::stretch::Stretch;
use crate::domain::tally::{Dimension, next_milestone};
use crate::domain::zone::Zone;
use crate::storage::{StorageError, arrivals, gauges, tallies};
use crate::web::studio::member::Present;

/// How a campaign stands at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Signatures, online and on paper.
    pub counted: i64,
    pub paper: i64,
    /// Postcards, written here and on paper.
    pub postcards: i64,
    pub next_milestone: i64,
    #[serde(flatten)]
    pub gauge: Gauge,
}

impl Standing {
    /// The count as it is, and what stands beside it as it was some seconds ago at the most: however many watch, the
    /// database is asked that seldom.
    pub async fn of(app: &App, campaign: &Campaign) -> Result<Self, StorageError> {
        let now = app.tools.clock.now();
        let sight = app.hub.sight(campaign.id);
        let (counted, paper) = (sight.counted(), sight.sides.paper);
        let postcards = sight.sides.cards_online + sight.sides.cards_paper;
        let gauge = if let Some(gauge) = app.hub.gauge(campaign.id, now) {
            gauge
        } else {
            let gauge = gauges::read(app.tools.db.read(), campaign.id, now).await?;
            app.hub.gauged(campaign.id, gauge, now);
            gauge
        };
        let next_milestone = next_milestone(&campaign.content.milestones, counted);
        Ok(Self { counted, paper, postcards, next_milestone, gauge })
    }
}

/// How new what is read of a campaign must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// As it is.
    Now,
    /// As it was some seconds ago at the most, so that all who watch read it once together.
    Recent,
}

/// What was counted of a campaign, read from what is grouped already; no signature is looked at.
async fn story(app: &App, campaign: i32, age: Age) -> Result<Arc<Story>, StorageError> {
    let (db, now) = (app.tools.db.read(), app.tools.clock.now());
    if let Some(known) = app.hub.story(campaign, now).filter(|_| age == Age::Recent) {
        return Ok(known);
    }
    let counted = tallies::list_parts_of(db, campaign, &Dimension::OF_WHOM).await?;
    let confirmed = tallies::list_hours(db, campaign).await?;
    let story = Arc::new(Story::new(counted, confirmed, arrivals::list(db, campaign).await?));
    app.hub.told(campaign, story.clone(), now);
    Ok(story)
}

/// What is to be seen of a campaign: its counts in the time that is asked for, and what they are compared with.
pub struct Figures {
    pub zone: Zone,
    pub now: Moment,
    pub story: Arc<Story>,
    pub stretch: Stretch,
    pub beside: Beside,
    pub compared: Option<Compared>,
    /// The other campaign, if that is what is compared with.
    pub other: Option<Arc<Story>>,
    /// What is shown: what was asked for, without what is refused of it.
    pub shown: Asked,
    pub refused: Option<Refused>,
}

impl Figures {
    /// Where the days that are asked for are none, the last week is shown.
    pub async fn of(
        app: &App,
        present: &Present,
        campaign: &Campaign,
        asked: &Asked,
        age: Age,
    ) -> Result<Self, StorageError> {
        let zone = present.zone();
        let now = app.tools.clock.now();
        let beside = asked.beside(app, campaign);
        let story = story(app, campaign.id, age).await?;
        let other = match &beside {
            Beside::Campaign(other) => Some(self::story(app, other.id, age).await?),
            Beside::Nothing | Beside::Before => None,
        };
        let (shown, refused) = asked.sound(&zone, now);
        let stretch = shown.stretch(&zone, story.first(now), now);
        let compared = shown.beside_stretch(&beside, &stretch, &zone, now).map(|others| {
            let is_chosen = !shown.since.is_empty();
            Compared::new(&beside, others, is_chosen, &story, other.as_deref())
        });
        Ok(Self { zone, now, story, stretch, beside, compared, other, shown, refused })
    }
}
