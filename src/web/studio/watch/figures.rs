use std::collections::BTreeMap;

use serde::Serialize;

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::gauge::Gauge;
use crate::domain::moment::Moment;
use crate::domain::tally::{Dimension, next_milestone};
use crate::storage::{StorageError, arrivals, gauges, tallies};

/// How a campaign stands at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    pub counted: i64,
    pub next_milestone: i64,
    #[serde(flatten)]
    pub gauge: Gauge,
}

impl Standing {
    /// The count as it is, and what stands beside it as it was some seconds ago at the most: however many watch, the
    /// database is asked that seldom.
    pub async fn of(app: &App, campaign: &Campaign) -> Result<Self, StorageError> {
        let now = app.tools.clock.now();
        let counted = app.hub.sight(campaign.id).online;
        let gauge = if let Some(gauge) = app.hub.gauge(campaign.id, now) {
            gauge
        } else {
            let gauge = gauges::read(app.tools.db.read(), campaign.id, now).await?;
            app.hub.gauged(campaign.id, gauge, now);
            gauge
        };
        Ok(Self { counted, next_milestone: next_milestone(&campaign.content.milestones, counted), gauge })
    }
}

/// What was counted of a campaign: hour by hour, and by every other part.
#[derive(Default)]
pub struct Story {
    pub confirmed: BTreeMap<Moment, i64>,
    pub signed: BTreeMap<Moment, i64>,
    parts: BTreeMap<String, Vec<(String, i64)>>,
}

fn by_hours(rows: Vec<(String, i64)>) -> BTreeMap<Moment, i64> {
    rows.into_iter().filter_map(|(hour, n)| Some((Moment::of_hour(&hour)?, n))).collect()
}

impl Story {
    /// Read from what is grouped already; no signature is looked at.
    pub async fn of(app: &App, campaign: i32) -> Result<Self, StorageError> {
        let db = app.tools.db.read();
        let mut parts: BTreeMap<String, Vec<(String, i64)>> = BTreeMap::new();
        for (dimension, part, n) in tallies::list_parts(db, campaign).await? {
            if n != 0 {
                parts.entry(dimension).or_default().push((part, n));
            }
        }
        let confirmed = by_hours(parts.remove(Dimension::Hour.as_str()).unwrap_or_default());
        for rows in parts.values_mut() {
            rows.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        }
        Ok(Self { confirmed, signed: by_hours(arrivals::list(db, campaign).await?), parts })
    }

    /// The parts of a dimension, the largest first.
    pub fn parts(&self, dimension: Dimension) -> &[(String, i64)] {
        self.parts.get(dimension.as_str()).map_or(&[], Vec::as_slice)
    }

    /// When the first was counted; now, where none was.
    pub fn first(&self, now: Moment) -> Moment {
        self.confirmed.keys().next().copied().unwrap_or(now)
    }
}
