//! What stands out among signatures: evidence for people to judge by, and no judgement.

use std::collections::BTreeMap;

use super::condition::Condition;
use super::household::Index;
use super::lang::Lang;
use super::moment::Moment;

/// How many rows a table has at the most.
const MOST: usize = 10;

/// Fewer than this are no pattern.
const LEAST: usize = 3;

/// What is looked at of a signature.
#[derive(Clone)]
pub struct Trait {
    pub signed_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub network: Option<Index>,
    pub domain: String,
    /// The name as names are compared, and its mark.
    pub name: String,
    pub mark: i16,
    pub lang: Lang,
    pub country: String,
}

/// Keeps names out of logs and panics.
impl std::fmt::Debug for Trait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Trait(…)")
    }
}

/// So many share something; the condition leads to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub many: usize,
    pub condition: Condition,
}

/// The tables, each with the most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    pub looked_at: usize,
    /// When the first and the last of them signed.
    pub period: Option<(Moment, Moment)>,
    pub networks: Vec<Row>,
    pub domains: Vec<Row>,
    pub minutes: Vec<Row>,
    /// How long people took to confirm, from the fastest to the slowest.
    pub delays: Vec<Row>,
    /// Delays of the same second, as a program has them.
    pub seconds: Vec<Row>,
    pub names: Vec<Row>,
    pub places: Vec<Row>,
}

/// In seconds: where one span of delays ends and the next begins.
const SPANS: [(i64, i64); 5] = [(0, 5), (5, 15), (15, 60), (60, 3600), (3600, 100_000_000)];

fn count<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    keys.fold(BTreeMap::new(), |mut counts, key| {
        *counts.entry(key).or_default() += 1;
        counts
    })
}

fn top<K: Ord>(counts: BTreeMap<K, usize>, least: usize, condition: impl Fn(K) -> Condition) -> Vec<Row> {
    let mut counts: Vec<(K, usize)> = counts.into_iter().filter(|(_, many)| *many >= least).collect();
    counts.sort_by_key(|(_, many)| std::cmp::Reverse(*many));
    counts.truncate(MOST);
    counts.into_iter().map(|(key, many)| Row { many, condition: condition(key) }).collect()
}

fn delay(one: &Trait) -> Option<i64> {
    one.confirmed_at.map(|at| at.0.saturating_sub(one.signed_at.0).div_euclid(1000))
}

impl Patterns {
    pub fn of(all: &[Trait]) -> Self {
        let none = Condition::default;
        let minute = |at: i64| Moment(at * 60_000);
        let delays = |(from, until): (i64, i64)| {
            let many = all.iter().filter_map(delay).filter(|delay| (from..until).contains(delay)).count();
            Row { many, condition: Condition { delay: Some((from, until)), ..none() } }
        };
        Self {
            looked_at: all.len(),
            period: all.iter().map(|one| one.signed_at).min().zip(all.iter().map(|one| one.signed_at).max()),
            networks: top(count(all.iter().filter_map(|one| one.network)), LEAST, |network| Condition {
                network: Some(network),
                ..none()
            }),
            domains: top(count(all.iter().map(|one| &one.domain)), LEAST, |domain| Condition {
                domain: Some(domain.clone()),
                ..none()
            }),
            minutes: top(count(all.iter().map(|one| one.signed_at.0.div_euclid(60_000))), LEAST, |at| {
                Condition { from: Some(minute(at)), until: Some(minute(at + 1)), ..none() }
            }),
            delays: SPANS.map(delays).into_iter().filter(|row| row.many > 0).collect(),
            seconds: top(count(all.iter().filter_map(delay)), LEAST, |second| Condition {
                delay: Some((second, second + 1)),
                ..none()
            }),
            names: top(count(all.iter().map(|one| (&one.name, one.mark))), LEAST, |(_, mark)| Condition {
                name: Some(mark),
                ..none()
            }),
            places: top(count(all.iter().map(|one| (one.lang, &one.country))), 1, |(lang, country)| {
                Condition { lang: Some(lang), country: Some(country.clone()), ..none() }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Patterns, Trait};
    use crate::domain::lang::Lang;
    use crate::domain::moment::Moment;

    #[test]
    fn what_many_share_stands_out_and_what_few_share_does_not() {
        let one = |n: u8| Trait {
            signed_at: Moment(1_795_341_600_000 + i64::from(n) * 1000),
            confirmed_at: (n < 5).then_some(Moment(1_795_341_602_000 + i64::from(n) * 1000)),
            network: Some([n / 4; 16]),
            domain: if n == 0 { "example.net".into() } else { "example.org".into() },
            name: format!("anna{}", n % 5),
            mark: i16::from(n % 5),
            lang: Lang::En,
            country: "CA".into(),
        };
        let patterns = Patterns::of(&(0..10).map(one).collect::<Vec<_>>());
        let queries = |rows: &[super::Row]| {
            rows.iter().map(|row| (row.many, row.condition.query())).collect::<Vec<_>>()
        };
        assert_eq!(queries(&patterns.networks).len(), 2);
        assert_eq!(queries(&patterns.domains), [(9, "domain=example.org".to_owned())]);
        assert_eq!(
            queries(&patterns.minutes),
            [(10, "from=2026-11-22T10:00Z&until=2026-11-22T10:01Z".to_owned())]
        );
        assert_eq!(queries(&patterns.delays), [(5, "delay=0-5".to_owned())]);
        assert_eq!(queries(&patterns.seconds), [(5, "delay=2-3".to_owned())]);
        assert!(patterns.names.is_empty());
        assert_eq!(queries(&patterns.places), [(10, "country=CA&lang=en".to_owned())]);
    }
}
