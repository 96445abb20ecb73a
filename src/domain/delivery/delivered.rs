//! What the public is told of the deliveries of a campaign.

use std::collections::BTreeMap;

use super::To;
use crate::domain::moment::Moment;

/// One that has left the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    pub number: i32,
    pub to: To,
    pub at: Moment,
    /// How many signatures were in it, online and on paper.
    pub signatures: i64,
    /// Of these, how many are in none that the addressee was handed besides and that was frozen before.
    pub new: i64,
    pub postcards: i64,
    /// When it was acknowledged, and by whom as they want it told.
    pub acknowledged: Option<(Moment, String)>,
}

/// All that have, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Rises with every change.
    pub revision: i32,
    pub handed: Vec<Handed>,
}

impl Delivered {
    /// How many signatures were delivered: to whom most were. Nobody counts twice because several were handed them.
    pub fn signatures(&self) -> i64 {
        let mut to: BTreeMap<&str, i64> = BTreeMap::new();
        for one in &self.handed {
            *to.entry(&one.to.key).or_default() += one.new;
        }
        to.into_values().max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Delivered, Handed, Moment, To};
    use crate::domain::lang::Lang;
    use crate::domain::words::Words;

    #[test]
    fn nobody_is_delivered_twice_in_the_count() {
        let one = |key: &str, signatures, new| Handed {
            number: 1,
            to: To {
                key: key.to_owned(),
                name: String::new(),
                office: Words::default(),
                official: None,
                lang: Lang::En,
                riding: String::new(),
                address: Vec::new(),
            },
            at: Moment(0),
            signatures,
            new,
            postcards: 0,
            acknowledged: None,
        };
        let handed = vec![one("pm", 100, 100), one("leader", 100, 100), one("pm", 130, 30)];
        assert_eq!(Delivered { revision: 3, handed }.signatures(), 130);
        assert_eq!(Delivered::default().signatures(), 0);
    }
}
