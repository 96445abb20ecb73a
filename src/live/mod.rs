//! The count as everyone sees it now: commits come in, watchers are told. Nobody who reads it touches the database.

mod herald;
mod tally;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, RwLock};
use std::time::Duration;

use tokio::sync::Notify;

pub use herald::{Frame, Watcher};
pub use tally::Tally;

use crate::domain::bulletin::News;
use crate::domain::campaign::{Campaign, Edition};
use crate::domain::defence::Defence;
use crate::domain::delivery::delivered::Delivered;
use crate::domain::gauge::Gauge;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::domain::postcard::Offer;
use crate::domain::reply::Replies;
use crate::domain::source::Source;
use crate::domain::story::Story;
use crate::domain::tally::Sides;
use crate::storage::tallies::Count;

/// How many sources of one campaign a node tells apart.
const MOST_SOURCES: usize = 100;

/// For how long what stands beside a count is not read again.
const GAUGED: Duration = Duration::from_secs(2);

/// For how long what was counted of a campaign is not read again for those who watch.
const TOLD: Duration = Duration::from_secs(4);

/// A count at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    pub online: i64,
    pub sides: Sides,
    pub revision: i64,
    pub at: Moment,
    /// The revision of the open letter, whose figures are told beside it.
    pub letter: i32,
}

impl Sight {
    /// Signatures, online and on paper.
    pub const fn counted(&self) -> i64 {
        self.online + self.sides.paper
    }
}

/// Every campaign with its count.
#[derive(Default)]
pub struct Hub {
    counts: RwLock<HashMap<i32, Sight>>,
    campaigns: RwLock<Known>,
    defences: RwLock<HashMap<i32, Defence>>,
    letters: RwLock<HashMap<i32, Arc<Letter>>>,
    offers: RwLock<HashMap<i32, Arc<Offer>>>,
    news: RwLock<HashMap<i32, Arc<News>>>,
    delivered: RwLock<HashMap<i32, Arc<Delivered>>>,
    replies: RwLock<HashMap<i32, Arc<Replies>>>,
    sources: RwLock<HashMap<i32, HashSet<Source>>>,
    gauges: RwLock<HashMap<i32, (Moment, Gauge)>>,
    stories: RwLock<HashMap<i32, (Moment, Arc<Story>)>>,
    streams: herald::Streams,
    /// Rung when a count has moved.
    moved: Notify,
}

#[derive(Default)]
struct Known {
    by_slug: HashMap<String, Arc<Campaign>>,
    /// The versions of each campaign's text, ascending.
    editions: HashMap<i32, Vec<Edition>>,
}

fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl Hub {
    /// Takes in counts that moved; an older one than is known changes nothing.
    pub fn moved(&self, counts: &[Count], now: Moment) {
        let mut known = write(&self.counts);
        for count in counts {
            let Count { online, sides, revision, .. } = *count;
            let sight = Sight { online, sides, revision, at: now, letter: 0 };
            let seen = known.entry(count.campaign).or_insert(sight);
            if count.revision > seen.revision {
                *seen = Sight { letter: seen.letter, ..sight };
                self.moved.notify_one();
            }
        }
    }

    /// The count now.
    pub fn sight(&self, campaign: i32) -> Sight {
        read(&self.counts).get(&campaign).copied().unwrap_or_default()
    }

    /// Takes in a campaign, new or changed.
    pub fn publish(&self, campaign: Campaign, editions: Vec<Edition>) {
        let mut known = write(&self.campaigns);
        known.editions.insert(campaign.id, editions);
        known.by_slug.insert(campaign.slug.clone(), Arc::new(campaign));
    }

    /// A campaign that was published.
    pub fn campaign(&self, slug: &str) -> Option<Arc<Campaign>> {
        self.campaign_or_draft(slug).filter(|campaign| campaign.is_public())
    }

    pub fn campaign_by_id(&self, id: i32) -> Option<Arc<Campaign>> {
        let known = read(&self.campaigns);
        known.by_slug.values().find(|campaign| campaign.id == id && campaign.is_public()).cloned()
    }

    /// All campaigns that were published, newest first.
    pub fn campaigns(&self) -> Vec<Arc<Campaign>> {
        self.campaigns_and_drafts().into_iter().filter(|campaign| campaign.is_public()).collect()
    }

    /// The same, or one that is being made: for those who make it.
    pub fn campaign_or_draft(&self, slug: &str) -> Option<Arc<Campaign>> {
        read(&self.campaigns).by_slug.get(slug).cloned()
    }

    /// What was published and what is being made, newest first: for those who make them.
    pub fn campaigns_and_drafts(&self) -> Vec<Arc<Campaign>> {
        let mut all: Vec<_> = read(&self.campaigns).by_slug.values().cloned().collect();
        all.sort_by_key(|campaign| std::cmp::Reverse(campaign.id));
        all
    }

    /// Whether a campaign is known as it stands in the database.
    pub fn knows(&self, id: i32, revision: i32) -> bool {
        let known = read(&self.campaigns);
        known.by_slug.values().any(|campaign| campaign.id == id && campaign.revision == revision)
    }

    /// Takes in how campaigns are defended.
    pub fn defended(&self, defences: &[(i32, Defence)]) {
        write(&self.defences).extend(defences.iter().copied());
    }

    /// How a campaign is defended: calmly, where nothing else is known.
    pub fn defence(&self, campaign: i32) -> Defence {
        read(&self.defences).get(&campaign).copied().unwrap_or_default()
    }

    /// Takes in a campaign's open letter, new or changed, and has its figures told.
    pub fn lettered(&self, campaign: i32, letter: Letter, now: Moment) {
        let revision = letter.revision;
        write(&self.letters).insert(campaign, Arc::new(letter));
        let mut known = write(&self.counts);
        if let Some(seen) = known.get_mut(&campaign).filter(|seen| seen.letter != revision) {
            (seen.letter, seen.at) = (revision, now);
            self.moved.notify_one();
        }
    }

    /// A campaign's open letter, shown or not.
    pub fn letter(&self, campaign: i32) -> Option<Arc<Letter>> {
        read(&self.letters).get(&campaign).cloned()
    }

    /// A campaign's open letter, if it is shown.
    pub fn open_letter(&self, campaign: i32) -> Option<Arc<Letter>> {
        self.letter(campaign).filter(|letter| letter.terms.shown)
    }

    /// Takes in whether and to whom a campaign's supporters may write cards.
    pub fn offered(&self, campaign: i32, offer: Offer) {
        write(&self.offers).insert(campaign, Arc::new(offer));
    }

    /// To whom a campaign's supporters may write cards, offered or not.
    pub fn offer(&self, campaign: i32) -> Option<Arc<Offer>> {
        read(&self.offers).get(&campaign).cloned()
    }

    /// Takes in a campaign's newest updates.
    pub fn heard(&self, campaign: i32, news: News) {
        write(&self.news).insert(campaign, Arc::new(news));
    }

    /// A campaign's newest updates.
    pub fn news(&self, campaign: i32) -> Arc<News> {
        read(&self.news).get(&campaign).cloned().unwrap_or_default()
    }

    /// Takes in what of a campaign was delivered.
    pub fn handed_over(&self, campaign: i32, delivered: Delivered) {
        write(&self.delivered).insert(campaign, Arc::new(delivered));
    }

    /// What of a campaign was delivered.
    pub fn delivered(&self, campaign: i32) -> Arc<Delivered> {
        read(&self.delivered).get(&campaign).cloned().unwrap_or_default()
    }

    /// Takes in what a campaign's addressees have answered.
    pub fn replied(&self, campaign: i32, replies: Replies) {
        write(&self.replies).insert(campaign, Arc::new(replies));
    }

    /// What a campaign's addressees have answered, as far as it is shown.
    pub fn replies(&self, campaign: i32) -> Arc<Replies> {
        read(&self.replies).get(&campaign).cloned().unwrap_or_default()
    }

    /// What the public is told of a count.
    pub fn tally(&self, campaign: &Campaign, sight: Sight, as_of: Moment) -> Tally {
        let delivered = self.delivered(campaign.id).signatures();
        Tally::new(campaign, sight, (self.open_letter(campaign.id).as_deref(), delivered), as_of)
    }

    /// The source as a campaign counts it: one more than it tells apart is another.
    pub fn source(&self, campaign: i32, source: &Source) -> Source {
        let is_known = |known: &HashMap<i32, HashSet<Source>>| {
            known.get(&campaign).is_some_and(|known| known.contains(source))
        };
        if source.is_unknown() || is_known(&read(&self.sources)) {
            return source.clone();
        }
        let mut known = write(&self.sources);
        let known = known.entry(campaign).or_default();
        if known.len() >= MOST_SOURCES {
            return Source::other();
        }
        known.insert(source.clone());
        source.clone()
    }

    /// Takes in which sources are counted in truth, and forgets those of forms that nobody confirmed: whoever sends many with
    /// codes made up takes the room from the others for some minutes only.
    pub fn learn_sources(&self, counted: Vec<(i32, Source)>) {
        let mut by_campaign: HashMap<i32, HashSet<Source>> = HashMap::new();
        for (campaign, source) in counted.into_iter().filter(|(_, source)| !source.is_unknown()) {
            by_campaign.entry(campaign).or_default().insert(source);
        }
        *write(&self.sources) = by_campaign;
    }

    /// What stands beside a count, if it was read a short time ago.
    pub fn gauge(&self, campaign: i32, now: Moment) -> Option<Gauge> {
        let known = read(&self.gauges).get(&campaign).copied();
        known.filter(|(at, _)| (*at..*at + GAUGED).contains(&now)).map(|(_, gauge)| gauge)
    }

    /// Takes in what stands beside a count.
    pub fn gauged(&self, campaign: i32, gauge: Gauge, now: Moment) {
        write(&self.gauges).insert(campaign, (now, gauge));
    }

    /// What was counted of a campaign, if it was read a short time ago.
    pub fn story(&self, campaign: i32, now: Moment) -> Option<Arc<Story>> {
        let known = read(&self.stories).get(&campaign).cloned();
        known.filter(|(at, _)| (*at..*at + TOLD).contains(&now)).map(|(_, story)| story)
    }

    /// Takes in what was counted of a campaign.
    pub fn told(&self, campaign: i32, story: Arc<Story>, now: Moment) {
        write(&self.stories).insert(campaign, (now, story));
    }

    /// The texts of a campaign that may be signed, the current one last.
    pub fn editions(&self, campaign: i32) -> Vec<Edition> {
        read(&self.campaigns).editions.get(&campaign).cloned().unwrap_or_default()
    }
}
