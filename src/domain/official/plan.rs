//! What importing a list would do to a directory. Nothing is changed by asking.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::roster::{Form, Record, Roster, Uneven};
use super::{Details, Fault, Official, Part, folded};
use crate::domain::digest::sha256;

/// What importing a list would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub new: Vec<New>,
    pub changed: Vec<Change>,
    pub unchanged: usize,
    /// Who came from such a list once, is in office, and does not stand in this one.
    pub gone: Vec<Gone>,
    /// New ones who have the name of somebody who is there already.
    pub alike: Vec<Alike>,
    pub wrong: Vec<Wrong>,
}

/// Somebody who is not in the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct New {
    pub place: usize,
    pub details: Details,
}

/// Somebody of whom the list says something else than the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub place: usize,
    pub id: Uuid,
    pub revision: i32,
    pub before: Details,
    pub after: Details,
}

/// A new one, and the one in the directory with the same name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    pub place: usize,
    pub id: Uuid,
}

/// Somebody who is missing in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    pub id: Uuid,
    pub name: String,
}

/// A line that cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrong {
    Uneven(Uneven),
    Fault(usize, Fault),
    /// The same person as on another line.
    Twice(usize, usize),
}

impl Wrong {
    pub const fn place(&self) -> usize {
        match self {
            Self::Uneven(uneven) => uneven.place,
            Self::Fault(place, _) | Self::Twice(place, _) => *place,
        }
    }
}

impl Plan {
    /// Names the plan: another directory or another list makes another one.
    pub fn digest(&self) -> String {
        sha256(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Whether it may be carried out: all of it, or nothing.
    pub fn is_sound(&self) -> bool {
        self.wrong.is_empty() && !(self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty())
    }
}

/// By what somebody is the same: what the source calls them, or else the name with the riding, or with the office.
fn keys(part: impl Fn(Part) -> String) -> Vec<String> {
    let name = folded(&format!("{}{}", part(Part::GivenName), part(Part::FamilyName)));
    let place = [part(Part::Riding), part(Part::OfficeEn), part(Part::OfficeFr)];
    let place = place.iter().map(|text| folded(text)).find(|text| !text.is_empty()).unwrap_or_default();
    let (source, external) = (part(Part::Source), part(Part::ExternalId));
    let named = (!external.is_empty()).then(|| format!("id {source}\n{external}"));
    named.into_iter().chain([format!("name {name}\n{place}")]).collect()
}

/// The directory, by what is compared.
struct Known<'a> {
    by_key: HashMap<String, &'a Official>,
    by_name: HashMap<String, &'a Official>,
}

impl<'a> Known<'a> {
    fn of(directory: &'a [Official]) -> Self {
        let mut known = Self { by_key: HashMap::new(), by_name: HashMap::new() };
        let by_id: HashMap<_, _> = directory.iter().map(|official| (official.id, official)).collect();
        // Who was merged into another is found under their own keys still, but the other's own come first.
        let (merged, standing): (Vec<_>, Vec<_>) =
            directory.iter().partition(|official| official.merged_into.is_some());
        for official in standing {
            known.by_name.entry(folded(&official.details.name())).or_insert(official);
            known.add(official, official);
        }
        for official in merged {
            let into = official.merged_into.and_then(|id| by_id.get(&id));
            if let Some(into) = into.filter(|into| into.merged_into.is_none()) {
                known.add(official, into);
            }
        }
        known
    }

    fn add(&mut self, named: &Official, is: &'a Official) {
        for key in keys(|part| named.details.get(part).to_owned()) {
            self.by_key.entry(key).or_insert(is);
        }
    }
}

/// What the list says of somebody, over what is known of them already.
fn over(known: Option<&Details>, record: &Record, form: Form) -> Result<Details, Vec<Fault>> {
    let mut parts = known.map(Details::as_typed).unwrap_or_default();
    for (part, text) in &record.parts {
        // An empty cell says nothing, but for the last day: who has none is in office.
        if !text.trim().is_empty() || *part == Part::Until {
            parts.insert(*part, text.clone());
        }
    }
    for (part, text) in form.defaults() {
        let entry = parts.entry(part).or_default();
        if entry.is_empty() {
            text.clone_into(entry);
        }
    }
    Details::parse(&parts)
}

/// Compares a list with the directory of an organisation, those included who were merged into others.
pub fn plan(roster: &Roster, directory: &[Official]) -> Plan {
    let known = Known::of(directory);
    let mut plan =
        Plan { wrong: roster.uneven.iter().copied().map(Wrong::Uneven).collect(), ..Plan::default() };
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut taken: HashSet<Uuid> = HashSet::new();
    for record in &roster.records {
        let place = record.place;
        let fresh = match over(None, record, roster.form) {
            Ok(details) => details,
            Err(faults) => {
                plan.wrong.extend(faults.into_iter().map(|fault| Wrong::Fault(place, fault)));
                continue;
            }
        };
        let keys = keys(|part| fresh.get(part).to_owned());
        // Somebody may hold two offices in one place: a mayor who is a regional councillor.
        let own = [&*keys[0], fresh.get(Part::OfficeEn), fresh.get(Part::OfficeFr)].join("\n");
        if let Some(first) = seen.insert(own, place) {
            plan.wrong.push(Wrong::Twice(place, first));
            continue;
        }
        let found = keys.iter().find_map(|key| known.by_key.get(key)).copied();
        if let Some(found) = found.filter(|found| taken.insert(found.id)) {
            plan.compare(found, record, roster.form);
            continue;
        }
        if let Some(alike) = known.by_name.get(&folded(&fresh.name())) {
            plan.alike.push(Alike { place, id: alike.id });
        }
        plan.new.push(New { place, details: fresh });
    }
    plan.wrong.sort_by_key(Wrong::place);
    plan.gone = gone(roster.form, directory, &taken);
    plan
}

/// Only a list that names its source says who is missing in it.
fn gone(form: Form, directory: &[Official], taken: &HashSet<Uuid>) -> Vec<Gone> {
    let is_gone = |official: &&Official| {
        let details = &official.details;
        !form.source().is_empty()
            && official.merged_into.is_none()
            && details.get(Part::Source) == form.source()
            && details.get(Part::Until).is_empty()
            && !taken.contains(&official.id)
    };
    let gone = directory.iter().filter(is_gone);
    gone.map(|official| Gone { id: official.id, name: official.details.full_name() }).collect()
}

impl Plan {
    fn compare(&mut self, found: &Official, record: &Record, form: Form) {
        let place = record.place;
        match over(Some(&found.details), record, form) {
            Err(faults) => self.wrong.extend(faults.into_iter().map(|fault| Wrong::Fault(place, fault))),
            Ok(after) if after == found.details => self.unchanged += 1,
            Ok(after) => {
                let (id, revision, before) = (found.id, found.revision, found.details.clone());
                self.changed.push(Change { place, id, revision, before, after });
            }
        }
    }
}

#[cfg(test)]
mod tests;
