use serde::Deserialize;

use crate::app::App;
use crate::domain::moment::{DAY, Moment};
use crate::domain::zone::{Meant, Zone};
use crate::storage::audits::Sought;
use crate::web::studio::member::Present;

/// What is looked for, as it stands in the address.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub act: String,
    pub actor: String,
    /// The slug of a campaign.
    pub campaign: String,
    /// A day; the first of the period.
    pub from: String,
    /// The last.
    pub until: String,
    pub before: Option<i64>,
}

/// The moment at which a day begins where the organisation is.
fn begin(zone: &Zone, day: &str) -> Option<Moment> {
    match zone.meant(day, "00:00") {
        Meant::At(moment) | Meant::Twice(moment, _) => Some(moment),
        // Where the clocks are put forward at midnight.
        Meant::Gap { until, .. } => match zone.meant(day, &until) {
            Meant::At(moment) => Some(moment),
            _ => None,
        },
        Meant::Nothing => None,
    }
}

impl Filter {
    /// What to ask the database for. A campaign that is not the organisation's own finds nothing, as one that does not exist.
    pub fn sought(&self, app: &App, present: &Present) -> Sought {
        let organisation = &present.member.organisation;
        let zone = Zone::named(&organisation.time_zone);
        let given = |text: &String| (!text.is_empty()).then(|| text.clone());
        let own = |slug: String| {
            let campaign = app.hub.campaign_or_draft(&slug);
            campaign.filter(|found| found.organisation == organisation.id).map_or(-1, |found| found.id)
        };
        Sought {
            organisation: organisation.id,
            act: given(&self.act),
            actor: given(&self.actor),
            campaign: given(&self.campaign).map(own),
            from: begin(&zone, &self.from),
            // Days of 23 and 25 hours end in the night that follows all the same.
            until: begin(&zone, &self.until)
                .and_then(|last| begin(&zone, &zone.shown(last + DAY + DAY / 12).0)),
            before: self.before,
        }
    }

    pub fn is_empty(&self) -> bool {
        [&self.act, &self.actor, &self.campaign, &self.from, &self.until].into_iter().all(String::is_empty)
    }

    /// The same as the query of an address, from another entry on.
    pub fn query(&self, before: Option<i64>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let parts = [
            ("act", &self.act),
            ("actor", &self.actor),
            ("campaign", &self.campaign),
            ("from", &self.from),
            ("until", &self.until),
        ];
        query.extend_pairs(parts.into_iter().filter(|(_, value)| !value.is_empty()));
        if let Some(before) = before {
            query.append_pair("before", &before.to_string());
        }
        query.finish()
    }
}
