use std::collections::HashMap;

use crate::domain::condition::Condition;
use crate::domain::judgement::{Ground, Judgement, parse_note};
use crate::domain::signature::State;
use crate::domain::zone::Zone;
use crate::web::form::Fields;

/// A judgement as it was typed.
#[derive(Debug, Default)]
pub struct Typed {
    pub judgement: String,
    pub ground: String,
    pub note: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Judgement,
    Ground,
    Note,
    /// It is no longer as it was shown.
    Overtaken,
}

impl Typed {
    pub fn from(fields: &mut Fields) -> Self {
        Self { judgement: fields.take("judgement"), ground: fields.take("ground"), note: fields.take("note") }
    }

    pub fn parse(&self) -> Result<(Judgement, Ground, String), Vec<Fault>> {
        let judgement = Judgement::parse(&self.judgement);
        let fits = |ground: &Ground| judgement.is_none_or(|judgement| ground.fits(judgement));
        let ground = Ground::parse(&self.ground).filter(fits);
        let note = parse_note(&self.note);
        match (judgement, ground, note) {
            (Some(judgement), Some(ground), Some(note)) => Ok((judgement, ground, note)),
            (judgement, ground, note) => {
                let faults = [
                    judgement.is_none().then_some(Fault::Judgement),
                    ground.is_none().then_some(Fault::Ground),
                    note.is_none().then_some(Fault::Note),
                ];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// What a filter in an address says: what is held, where it says nothing.
pub fn filter(query: &HashMap<String, String>, zone: &Zone) -> Result<Condition, &'static str> {
    if query.keys().all(|name| name == "before") {
        return Ok(Condition { state: Some(State::Held), ..Condition::default() });
    }
    Condition::parse(zone, |name| query.get(name).cloned().unwrap_or_default())
}
