use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{MOST, Step};
use crate::domain::date::PartialDate;
use crate::domain::moment::Moment;
use crate::domain::name::{FullName, parse_line};

/// The longest of what is written about an entry, in characters.
const LONGEST: usize = 200;

/// Where it was and in whose hands. It names volunteers, so it is sealed where it is kept.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Custody {
    pub place: String,
    /// Who counted, printed, handed out or delivered.
    pub by: String,
    /// Who counted a second time, apart from the first.
    pub second: String,
    pub note: String,
}

/// Keeps who counted out of logs and panics.
impl std::fmt::Debug for Custody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Custody(…)")
    }
}

/// An entry as it stands in the ledger.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: Uuid,
    /// Counts from 1 within the batch.
    pub number: i32,
    pub step: Step,
    /// Above zero; of a correction the difference, with its sign.
    pub many: i64,
    /// The number of the entry that it corrects.
    pub corrects: Option<i32>,
    pub on: PartialDate,
    pub has_photo: bool,
    pub written_by: Option<Uuid>,
    pub written_at: Moment,
    pub sealed: Vec<u8>,
}

/// An entry that was checked. `many` is what was counted; of a correction, what it should have said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    pub step: Step,
    pub many: i64,
    pub on: PartialDate,
    pub custody: Custody,
}

/// What was typed of an entry.
#[derive(Clone, Default)]
pub struct Typed {
    pub many: String,
    /// What the second of the two counted.
    pub again: String,
    pub on: String,
    pub place: String,
    pub by: String,
    pub second: String,
    pub note: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No whole number above nothing.
    Many,
    /// The two did not count the same.
    Apart,
    On,
    /// A day that is still to come.
    Future,
    Place,
    By,
    Second,
    /// Who counted twice is one person.
    SamePerson,
    Note,
    /// A correction says why.
    NoNote,
}

impl Typed {
    /// Checks what was typed, and says all that is wrong with it. A correction may come to nothing and says why.
    pub fn parse(&self, step: Step, is_correction: bool, today: PartialDate) -> Result<NewEntry, Vec<Fault>> {
        let mut faults = Vec::new();
        let least = i64::from(!is_correction);
        let many = number(&self.many).filter(|many| (least..=MOST).contains(many));
        if many.is_none() {
            faults.push(Fault::Many);
        }
        if step == Step::Collected && many.is_some() && number(&self.again) != many {
            faults.push(Fault::Apart);
        }
        let on = PartialDate::parse(self.on.trim()).filter(|date| date.day.is_some());
        match on {
            None => faults.push(Fault::On),
            Some(on) if on > today => faults.push(Fault::Future),
            Some(_) => {}
        }
        let custody = self.custody(step, is_correction, &mut faults);
        match (many, on) {
            (Some(many), Some(on)) if faults.is_empty() => Ok(NewEntry { step, many, on, custody }),
            _ => Err(faults),
        }
    }

    fn custody(&self, step: Step, is_correction: bool, faults: &mut Vec<Fault>) -> Custody {
        let mut line = |typed: &str, is_needed: bool, fault| {
            let line = parse_line(typed, LONGEST).ok().filter(|line| !(is_needed && line.is_empty()));
            line.unwrap_or_else(|| {
                faults.push(fault);
                String::new()
            })
        };
        let is_counted = step == Step::Collected;
        let place = line(&self.place, step >= Step::Collected, Fault::Place);
        let by = line(&self.by, true, Fault::By);
        let second = if is_counted { line(&self.second, true, Fault::Second) } else { String::new() };
        let note = line(&self.note, false, Fault::Note);
        if is_counted && !by.is_empty() && comparable(&by) == comparable(&second) {
            faults.push(Fault::SamePerson);
        }
        if is_correction && self.note.trim().is_empty() {
            faults.push(Fault::NoNote);
        }
        Custody { place, by, second, note }
    }
}

fn comparable(name: &str) -> String {
    FullName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.comparable())
}

/// A whole number as people write it, with spaces, points or commas between thousands.
fn number(typed: &str) -> Option<i64> {
    let mut groups = typed.trim().split([' ', '\u{a0}', '\u{202f}', ',', '.', '\'', '’']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let are_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    if !is_grouped || !are_digits(first) || !rest.iter().all(|group| are_digits(group)) {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Fault, Typed, number};
    use crate::domain::date::PartialDate;
    use crate::domain::ledger::Step;

    fn typed(many: &str, again: &str) -> Typed {
        Typed {
            many: many.into(),
            again: again.into(),
            on: "2026-11-22".into(),
            place: "Ottawa".into(),
            by: "Anna Roy".into(),
            second: "Ben Ito".into(),
            note: String::new(),
        }
    }

    fn today() -> PartialDate {
        PartialDate::parse("2026-11-22").unwrap()
    }

    #[test]
    fn two_people_count_the_same() {
        let faults = |typed: Typed| typed.parse(Step::Collected, false, today()).unwrap_err();
        assert_eq!(typed("1 200", "1200").parse(Step::Collected, false, today()).unwrap().many, 1200);
        assert_eq!(faults(typed("40", "41")), [Fault::Apart]);
        assert_eq!(faults(typed("40", "")), [Fault::Apart]);
        assert_eq!(faults(Typed { second: "ANNA  ROY".into(), ..typed("40", "40") }), [Fault::SamePerson]);
        assert_eq!(faults(Typed { second: " ".into(), ..typed("40", "40") }), [Fault::Second]);
    }

    #[test]
    fn what_is_no_count_is_refused() {
        for many in ["-5", "0", "", "1.5", "4e3", "1 20", "99999999999999999999", "ten", "1000001", "٤٠"] {
            let faults = typed(many, many).parse(Step::Printed, false, today()).unwrap_err();
            assert_eq!(faults, [Fault::Many], "{many}");
        }
        let later = Typed { on: "2026-11-23".into(), ..typed("1", "1") };
        assert_eq!(later.parse(Step::Printed, false, today()).unwrap_err(), [Fault::Future]);
        let formula = Typed { place: "=1".into(), ..typed("1", "1") };
        assert_eq!(formula.parse(Step::Printed, false, today()).unwrap_err(), [Fault::Place]);
    }

    #[test]
    fn a_correction_may_come_to_nothing_and_says_why() {
        assert_eq!(typed("0", "0").parse(Step::Collected, true, today()).unwrap_err(), [Fault::NoNote]);
        let why = Typed { note: "counted twice".into(), ..typed("0", "0") };
        assert_eq!(why.parse(Step::Collected, true, today()).unwrap().many, 0);
    }

    #[test]
    fn thousands_are_read_as_each_language_writes_them() {
        for text in ["4000", "4,000", "4.000", "4 000", "4\u{202f}000", " 4’000 "] {
            assert_eq!(number(text), Some(4000), "{text}");
        }
        for text in ["4,00", "40,000,0", ",4", "4,", "+4", "4-"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
