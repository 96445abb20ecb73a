//! In which order people stand on a roll: those of the addressee's own riding first, then by country, the campaign's own before
//! the others, by region and riding, and then as they signed.

use std::collections::HashMap;

use uuid::Uuid;

use super::roll::Place;
use crate::domain::moment::Moment;

/// People who are to be put in order: of each no more is kept than that takes, since there may be millions.
#[derive(Default)]
pub struct Queue {
    places: HashMap<Place, u32>,
    all: Vec<(u32, Moment, Uuid)>,
}

impl Queue {
    /// With room for so many.
    pub fn with_room(people: usize) -> Self {
        Self { places: HashMap::new(), all: Vec::with_capacity(people) }
    }

    pub fn add(&mut self, place: Place, signed: Moment, id: Uuid) {
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(place).or_insert(next);
        self.all.push((place, signed, id));
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
        for (rank, (_, place)) in (0..).zip(&places) {
            ranks[*place as usize] = rank;
        }
        for (place, ..) in &mut self.all {
            *place = ranks[*place as usize];
        }
        self.all.sort_unstable();
        self.all.into_iter().map(|(.., id)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, Place, Queue, Uuid};

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
            queue.add(place, Moment(at), Uuid::from_u128(number as u128));
        }
        let order: Vec<u128> = queue.in_order("35002", "CA").map(|id| id.as_u128()).collect();
        assert_eq!(order, [5, 2, 4, 3, 1, 0]);
    }
}
