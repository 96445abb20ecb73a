//! Times as they are typed into a form: a day, a time of it, and, where the clocks show it twice, which of the two.

use crate::domain::moment::Moment;
use crate::domain::zone::{Meant, Zone};
use crate::web::form::Fields;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub date: String,
    pub time: String,
    /// `first` or `again`.
    pub which: String,
}

/// Why that is no time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Nothing,
    Past,
    /// The clocks jump from one to the other.
    Gap {
        from: String,
        until: String,
    },
    /// The clocks show it twice, at these distances from UTC.
    Twice {
        first: String,
        again: String,
    },
}

/// Takes the fields that begin so.
pub fn typed(fields: &Fields, name: &str) -> Typed {
    let field = |part: &str| fields.get(&format!("{name}-{part}")).unwrap_or_default().trim().to_owned();
    Typed { date: field("date"), time: field("time"), which: field("which") }
}

/// What was meant, if that is still to come.
pub fn meant(typed: &Typed, zone: &Zone, now: Moment) -> Result<Moment, Fault> {
    let at = match zone.meant(&typed.date, &typed.time) {
        Meant::Nothing => return Err(Fault::Nothing),
        Meant::Gap { from, until } => return Err(Fault::Gap { from, until }),
        Meant::At(at) => at,
        Meant::Twice(first, again) => match typed.which.as_str() {
            "first" => first,
            "again" => again,
            _ => {
                let offset = |at| zone.shown(at).2;
                return Err(Fault::Twice { first: offset(first), again: offset(again) });
            }
        },
    };
    if at > now { Ok(at) } else { Err(Fault::Past) }
}
