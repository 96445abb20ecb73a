//! In which order people stand on a roll: those of the addressee's own riding first, then by country, the campaign's own before
//! the others, by region and riding, and then as they signed.

use std::collections::HashMap;

use uuid::Uuid;

use super::census::{Cell, week};
use super::roll::Place;
use crate::domain::moment::Moment;

/// How many bits of a key say when somebody signed, in milliseconds: enough until the year 2527. Those above them say where.
const TIME: u32 = 44;

/// Where somebody stands, and under which version of the text they signed: what many have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    place: u64,
    text_version: i32,
}

/// People who are to be put in order: of each no more is kept than that takes, 24 bytes, since there may be millions.
#[derive(Default)]
pub struct Queue {
    places: HashMap<Place, u64>,
    all: Vec<(u64, Uuid)>,
    /// How many are of one spot, by the week in which they signed.
    cells: HashMap<(Spot, i64), i64>,
}

impl Queue {
    /// With room for so many.
    pub fn with_room(people: usize) -> Self {
        Self { all: Vec::with_capacity(people), ..Self::default() }
    }

    pub fn spot(&mut self, place: Place, text_version: i32) -> Spot {
        let next = self.places.len() as u64;
        Spot { place: *self.places.entry(place).or_insert(next), text_version }
    }

    pub fn add(&mut self, spot: Spot, signed: Moment, id: Uuid) {
        *self.cells.entry((spot, week(signed))).or_default() += 1;
        let time = u64::try_from(signed.0).unwrap_or(0).min((1 << TIME) - 1);
        self.all.push((spot.place << TIME | time, id));
    }

    /// How many they are, and from where.
    pub fn cells(&self) -> Vec<Cell> {
        let mut places: Vec<(&Place, u64)> = self.places.iter().map(|(place, at)| (place, *at)).collect();
        places.sort_unstable_by_key(|(_, at)| *at);
        let cell = |(&(spot, week), &many): (&(Spot, i64), &i64)| {
            let at = places[usize::try_from(spot.place).unwrap_or(0)].0.clone();
            let text_version = spot.text_version;
            Cell { country: at.country, region: at.region, riding: at.riding, week, text_version, many }
        };
        self.cells.iter().map(cell).collect()
    }

    /// All of them in their order.
    pub fn in_order(mut self, own_riding: &str, home: &str) -> impl ExactSizeIterator<Item = Uuid> {
        let key = |place: &Place| {
            let is_own = !place.riding.is_empty() && place.riding == own_riding;
            (!is_own, place.country != home, place.clone())
        };
        let mut places: Vec<_> = self.places.into_iter().collect();
        places.sort_by_cached_key(|(place, _)| key(place));
        let mut ranks = vec![0; places.len()];
        for (rank, (_, place)) in (0_u64..).zip(&places) {
            ranks[usize::try_from(*place).unwrap_or(0)] = rank;
        }
        for (key, _) in &mut self.all {
            let place = usize::try_from(*key >> TIME).unwrap_or(0);
            *key = ranks[place] << TIME | *key & ((1 << TIME) - 1);
        }
        self.all.sort_unstable();
        self.all.into_iter().map(|(_, id)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Moment, Place, Queue, Uuid};

    fn place(country: &str, region: &str, riding: &str) -> Place {
        Place { country: country.into(), region: region.into(), riding: riding.into() }
    }

    #[test]
    fn ones_own_come_first_and_then_by_place_and_time() {
        let mut queue = Queue::with_room(6);
        let people = [
            (place("US", "US-NY", ""), 1),
            (place("CA", "CA-QC", "24001"), 2),
            (place("CA", "CA-ON", "35002"), 9),
            (place("CA", "CA-ON", "35001"), 4),
            (place("CA", "CA-ON", ""), 5),
            (place("CA", "CA-ON", "35002"), 3),
        ];
        for (number, (place, at)) in people.into_iter().enumerate() {
            let spot = queue.spot(place, 1);
            queue.add(spot, Moment(at), Uuid::from_u128(number as u128));
        }
        let order: Vec<u128> = queue.in_order("35002", "CA").map(|id| id.as_u128()).collect();
        assert_eq!(order, [5, 2, 4, 3, 1, 0]);
    }

    #[test]
    fn cells_count_those_of_one_place_week_and_version() {
        const WEEK: i64 = 7 * 86_400_000;
        let mut queue = Queue::default();
        for (region, at, version) in
            [("CA-ON", 0, 1), ("CA-ON", 1, 1), ("CA-ON", WEEK, 1), ("CA-QC", 2, 2), ("CA-ON", 3, 2)]
        {
            let spot = queue.spot(place("CA", region, ""), version);
            queue.add(spot, Moment(at), Uuid::nil());
        }
        let mut cells = queue.cells();
        cells.sort_by_key(|cell| (cell.region.clone(), cell.week, cell.text_version));
        let told = |cell: &Cell| (cell.region.clone(), cell.week, cell.text_version, cell.many);
        let told: Vec<_> = cells.iter().map(told).collect();
        let cell = |region: &str, week, version, many| (region.to_owned(), week, version, many);
        assert_eq!(
            told,
            [cell("CA-ON", 0, 1, 2), cell("CA-ON", 0, 2, 1), cell("CA-ON", 1, 1, 1), cell("CA-QC", 0, 2, 1)]
        );
    }
}
