//! An incident: personal data was seen, changed, lost or handed over as it should not have been.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::date::PartialDate;
use super::form::parse_text;
use super::moment::{HOUR, Moment};

/// Where the GDPR holds, the authority is told within as long of becoming aware (article 33).
pub const TELL_WITHIN: Duration = HOUR.saturating_mul(72);

/// The longest text of a report, in characters.
pub const MAX_TEXT: usize = 4000;

/// How bad it may become for those whose data it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Not judged yet.
    Open,
    /// No real risk of serious harm.
    Low,
    /// A real risk of serious harm: the authority and the people must be told.
    Serious,
}

impl Risk {
    pub const ALL: [Self; 3] = [Self::Open, Self::Low, Self::Serious];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Low => "low",
            Self::Serious => "serious",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|risk| risk.as_str() == text)
    }
}

/// What is known of an incident at a moment. It may name people, so it is sealed where it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub what: String,
    pub noticed: PartialDate,
    /// Which kinds of data.
    pub kinds: String,
    /// How many people; none: not known.
    pub people: Option<u32>,
    pub risk: Risk,
    pub measures: String,
    pub authority_told: Option<PartialDate>,
    pub people_told: Option<PartialDate>,
}

/// Keeps a report out of logs and panics.
impl std::fmt::Debug for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Report(…)")
    }
}

impl Report {
    /// Until when the authority is told at the latest, counted from the beginning of the day on which it was noticed; none once
    /// it was told, or where there is no real risk.
    pub fn tell_by(&self) -> Option<Moment> {
        let is_owed = self.risk != Risk::Low && self.authority_told.is_none();
        is_owed.then(|| self.noticed.start() + TELL_WITHIN)
    }

    /// Whether the people are still to be told.
    pub fn owes_people(&self) -> bool {
        self.risk == Risk::Serious && self.people_told.is_none()
    }
}

/// A report as it was typed.
#[derive(Clone, Default)]
pub struct Typed {
    pub what: String,
    pub noticed: String,
    pub kinds: String,
    pub people: String,
    pub risk: String,
    pub measures: String,
    pub authority_told: String,
    pub people_told: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    What,
    Noticed,
    Kinds,
    People,
    Risk,
    Measures,
    AuthorityTold,
    PeopleTold,
}

fn day(typed: &str) -> Option<PartialDate> {
    PartialDate::parse(typed.trim()).filter(|date| date.day.is_some())
}

fn day_if_any(typed: &str) -> Result<Option<PartialDate>, ()> {
    if typed.trim().is_empty() { Ok(None) } else { day(typed).map(Some).ok_or(()) }
}

impl Typed {
    pub fn of(report: &Report) -> Self {
        let written = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            what: report.what.clone(),
            noticed: report.noticed.to_string(),
            kinds: report.kinds.clone(),
            people: report.people.map(|people| people.to_string()).unwrap_or_default(),
            risk: report.risk.as_str().to_owned(),
            measures: report.measures.clone(),
            authority_told: written(report.authority_told),
            people_told: written(report.people_told),
        }
    }

    /// Checks what was typed, and says all that is wrong with it.
    pub fn parse(&self) -> Result<Report, Vec<Fault>> {
        let text = |typed: &str, fault| parse_text(typed, MAX_TEXT).map_err(|_| fault);
        let what = text(&self.what, Fault::What)
            .and_then(|text| if text.is_empty() { Err(Fault::What) } else { Ok(text) });
        let noticed = day(&self.noticed).ok_or(Fault::Noticed);
        let kinds = text(&self.kinds, Fault::Kinds);
        let people = match self.people.trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| Fault::People),
        };
        let risk = Risk::parse(&self.risk).ok_or(Fault::Risk);
        let measures = text(&self.measures, Fault::Measures);
        let authority_told = day_if_any(&self.authority_told).map_err(|()| Fault::AuthorityTold);
        let people_told = day_if_any(&self.people_told).map_err(|()| Fault::PeopleTold);
        match (what, noticed, kinds, people, risk, measures, authority_told, people_told) {
            (
                Ok(what),
                Ok(noticed),
                Ok(kinds),
                Ok(people),
                Ok(risk),
                Ok(measures),
                Ok(authority_told),
                Ok(people_told),
            ) => Ok(Report { what, noticed, kinds, people, risk, measures, authority_told, people_told }),
            (what, noticed, kinds, people, risk, measures, authority, told) => {
                let faults = [
                    what.err(),
                    noticed.err(),
                    kinds.err(),
                    people.err(),
                    risk.err(),
                    measures.err(),
                    authority.err(),
                    told.err(),
                ];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// An incident of an organisation's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    pub id: Uuid,
    pub organisation: i32,
    /// Counts from 1 within the organisation.
    pub number: i32,
    pub created_at: Moment,
}

/// What somebody wrote of it, once and for all.
#[derive(Clone, Debug)]
pub struct Entry {
    pub incident: Uuid,
    /// Counts from 1.
    pub number: i32,
    /// Who of staff wrote it.
    pub account: Uuid,
    pub sealed: Vec<u8>,
    pub at: Moment,
}
