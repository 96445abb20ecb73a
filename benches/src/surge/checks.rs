//! What must be true when the day is over.

use std::collections::HashSet;

use serde::Serialize;

use super::mix::{Kind, Shared};
use super::stage::{Stage, Tale};
use crate::store::Truth;
use crate::token::Id;

/// Something that must be so, what was seen, and whether it is.
#[derive(Serialize)]
pub struct Check {
    pub what: &'static str,
    pub seen: String,
    pub holds: bool,
}

fn check(what: &'static str, holds: bool, seen: impl Into<String>) -> Check {
    Check { what, seen: seen.into(), holds }
}

fn total(stages: &[Stage], figure: fn(&Tale) -> u64) -> u64 {
    stages.iter().map(|stage| stage.sum(figure)).sum()
}

fn of_kind(stages: &[Stage], kind: Kind, figure: fn(&Tale) -> u64) -> u64 {
    stages.iter().filter_map(|stage| stage.tale(kind)).map(figure).sum()
}

/// How the service behaved while they came.
pub fn behaviour(stages: &[Stage], watchers_lost: usize, back_after: Option<f64>) -> Vec<Check> {
    let lost = total(stages, |tale| tale.lost);
    let wrong = total(stages, |tale| tale.wrong);
    let (shed, silent) = (total(stages, |tale| tale.shed), total(stages, |tale| tale.shed_without_when));
    let people = of_kind(stages, Kind::People, |tale| tale.limited);
    let bots = of_kind(stages, Kind::Bots, |tale| tale.limited);
    let sent = of_kind(stages, Kind::Bots, |tale| tale.sent);
    let words = stages.iter().flat_map(|stage| &stage.tales).find_map(|tale| tale.first_wrong.as_deref());
    vec![
        check("Nobody was left without an answer", lost == 0, format!("{lost} lost")),
        check(
            "Every answer was one of those that should be",
            wrong == 0,
            format!("{wrong} were not {}", words.unwrap_or_default()),
        ),
        check(
            "Every 503 said when to come again",
            silent == 0,
            format!("{shed} shed, {silent} without Retry-After"),
        ),
        check("No person was limited", people == 0, format!("{people} limited")),
        check("Bots from few networks were limited", bots > sent / 4, format!("{bots} of {sent} limited")),
        check("No watcher was cut off", watchers_lost == 0, format!("{watchers_lost} cut off")),
        check(
            "It came back by itself",
            back_after.is_some(),
            back_after.map_or_else(|| "it did not".to_owned(), |after| format!("after {after:.0} s")),
        ),
    ]
}

/// The exact recount.
pub fn recount(
    stages: &[Stage],
    shared: &Shared,
    truth: &Truth,
    drift: Option<String>,
    mails_twice: u64,
) -> Vec<Check> {
    let (signed, confirmed) = (shared.signed.ids(), shared.confirmed.ids());
    let missing = truth.missing(&signed);
    let stored = truth.signatures.len() + truth.repeats.len();
    let unasked = stored.saturating_sub(signed.len() - missing);
    // Told 503 or cut off while their group was being committed: stored, and not told so.
    let untold = usize::try_from(total(stages, |tale| tale.shed + tale.lost)).unwrap_or(usize::MAX);
    vec![
        check(
            "Everything acknowledged is stored",
            missing == 0,
            format!("{} acknowledged, {stored} stored, {missing} missing", signed.len()),
        ),
        check(
            "Nothing is stored that was not acknowledged, but for those who were told 503 or got no answer",
            unasked <= untold,
            format!("{unasked} more stored"),
        ),
        all_confirmed(&confirmed, truth),
        counted(truth),
        check(
            "The service's own recount finds no drift",
            drift.is_none(),
            drift.unwrap_or_else(|| "none".into()),
        ),
        check("No mail left twice", mails_twice == 0, format!("{mails_twice} twice")),
    ]
}

fn all_confirmed(acknowledged: &HashSet<Id>, truth: &Truth) -> Check {
    let missing = acknowledged.difference(&truth.confirmed).count();
    let (told, found) = (acknowledged.len(), truth.confirmed.len());
    let seen = format!("{told} acknowledged, {found} confirmed, {missing} missing");
    check("Everything acknowledged as confirmed is confirmed", missing == 0, seen)
}

fn counted(truth: &Truth) -> Check {
    let counted = truth.check_count();
    let holds = counted.is_ok();
    let whole = || format!("{} in all, in {} dimensions", truth.online, truth.parts.len());
    let seen = counted.map_or_else(|error| error.to_string(), |()| whole());
    check("Confirmed = counted, and the parts of the count are the whole", holds, seen)
}

#[cfg(test)]
mod tests {
    use super::{Kind, Shared, Stage, Tale, Truth, behaviour, recount};
    use crate::latency::Percentiles;

    fn tale(kind: Kind, accepted: u64, limited: u64, shed: u64) -> Tale {
        Tale {
            kind,
            sent: accepted + limited + shed,
            accepted,
            limited,
            shed,
            shed_without_when: 0,
            wrong: 0,
            first_wrong: None,
            lost: 0,
            took: Percentiles::default(),
            seconds: Vec::new(),
        }
    }

    fn stage(tales: Vec<Tale>) -> Stage {
        Stage { people_a_second: 66.0, tales, load_late: Percentiles::default() }
    }

    #[test]
    fn people_who_are_limited_and_bots_who_are_not_are_both_faults() {
        let faults = |people, bots| {
            let tales = vec![tale(Kind::People, 90, people, 0), tale(Kind::Bots, 10, bots, 0)];
            let checks = behaviour(&[stage(tales)], 0, Some(3.0));
            checks.iter().filter(|check| !check.holds).count()
        };
        assert_eq!((faults(0, 90), faults(1, 90), faults(0, 0)), (0, 1, 1));
    }

    #[test]
    fn more_may_be_stored_than_was_acknowledged_only_where_somebody_got_no_answer() {
        let mut truth = Truth::default();
        truth.signature([1; 16], "pending");
        let holds = |shed| {
            let stages = [stage(vec![tale(Kind::People, 0, 0, shed)])];
            recount(&stages, &Shared::default(), &truth, None, 0).iter().all(|check| check.holds)
        };
        assert!(holds(1) && !holds(0));
    }
}
