use crate::clock::now_ms;
use crate::figures::{Limit, Spread};
use crate::finding::{Finding, Line, Measure};
use crate::ground::Ground;
use crate::store::{Backend, Store};

/// Up to here a store is made anew for each round, since a round would make it grow noticeably.
const SMALL: u64 = 100_000;

/// What one size gave, round by round: confirming and signing.
#[derive(Default)]
struct Size {
    stored: u64,
    /// The store, and the moment before which its rows were filled in. What a round queues leaves in a later one, so all
    /// rounds are looked at together.
    store: Option<(Store, i64)>,
    confirming: Vec<f64>,
    signing: Vec<f64>,
}

/// The same work on more and more that is stored, the sizes in turn.
pub async fn grow(ground: &Ground, backend: Backend) -> anyhow::Result<Vec<Finding>> {
    let mut sizes: Vec<Size> =
        ground.effort.sizes.iter().map(|stored| Size { stored: *stored, ..Size::default() }).collect();
    for _ in 0..ground.effort.rounds {
        for size in &mut sizes {
            let (store, since) = if let Some(known) = size.store.take() {
                known
            } else {
                let name = format!("growth-{}", size.stored);
                (ground.stored(backend, &name, size.stored).await?, now_ms())
            };
            let (confirming, signing) = super::confirm::round(ground, &store, since).await?;
            size.confirming.push(confirming.rate());
            size.signing.push(signing.rate());
            size.store = (size.stored > SMALL).then_some((store, since));
        }
    }
    let mut findings = Vec::new();
    for (work, of) in [("sign", Size::signing as fn(&Size) -> &[f64]), ("confirm", Size::confirming)] {
        findings.extend(against_smallest(backend, work, of, &sizes));
    }
    Ok(findings)
}

impl Size {
    fn signing(&self) -> &[f64] {
        &self.signing
    }

    fn confirming(&self) -> &[f64] {
        &self.confirming
    }
}

/// A million as `1 million`.
fn words(stored: u64) -> String {
    match stored {
        n if n >= 1_000_000 => format!("{} million", n / 1_000_000),
        n => format!("{} thousand", n / 1000),
    }
}

fn against_smallest(backend: Backend, work: &str, of: fn(&Size) -> &[f64], sizes: &[Size]) -> Vec<Finding> {
    let Some((first, larger)) = sizes.split_first() else { return Vec::new() };
    let key = if backend == Backend::Sqlite { "growth" } else { "growth-postgres" };
    let points = sizes.iter().filter_map(|size| Some((size.stored as f64, Spread::of(of(size))?.median)));
    let line = Line { name: format!("{work}, {}", backend.name()), points: points.collect() };
    let mut findings: Vec<Finding> = larger
        .iter()
        .map(|size| {
            let name = format!("{work} with {} stored, {}", words(size.stored), backend.name());
            let against = format!("with {}", words(first.stored));
            Finding::new(key, "/s", (&name, &against), of(size), of(first))
                .held_to(Measure::Ratio, Limit::at_least(0.8))
        })
        .collect();
    if let Some(last) = findings.last_mut() {
        last.curves.push(line);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{Backend, Size, against_smallest, words};

    #[test]
    fn every_size_is_held_against_the_smallest() {
        let size = |stored, rate| Size { stored, signing: vec![rate; 3], ..Size::default() };
        let sizes = [size(10_000, 100.0), size(1_000_000, 90.0), size(10_000_000, 70.0)];
        let found = against_smallest(Backend::Sqlite, "sign", Size::signing, &sizes);
        assert_eq!(found.iter().map(|row| row.holds).collect::<Vec<_>>(), [Some(true), Some(false)]);
        assert_eq!(found[1].curves[0].points.len(), 3);
        assert_eq!([words(10_000), words(10_000_000)], ["10 thousand", "10 million"]);
    }
}
