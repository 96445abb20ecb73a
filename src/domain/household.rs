//! The rule for two signatures at one email address: two people may share it if their names differ and their postal
//! code is the same; a third never may.

use uuid::Uuid;

/// What a name or a postal code is compared by: a keyed hash, so that nobody need be decrypted to be compared.
pub type Index = [u8; 16];

/// A standing signature that takes one of an address's two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub signature: Uuid,
    /// 0 or 1.
    pub slot: i16,
    pub name: Index,
    pub postal: Index,
    pub pending: bool,
}

/// What a new form means for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Someone new, in this place.
    New { slot: i16 },
    /// The holder, once more.
    Same(Holder),
    /// Someone whom the rule does not let share this address; the holder who has it.
    Taken(Holder),
}

/// Judges a form by the signatures that hold its address, at most two.
pub fn judge(holders: &[Holder], name: Index, postal: Index) -> Verdict {
    if let Some(same) = holders.iter().find(|holder| holder.name == name) {
        return Verdict::Same(*same);
    }
    match holders {
        [] => Verdict::New { slot: 0 },
        [one] if one.postal == postal => Verdict::New { slot: 1 - one.slot },
        [holder, ..] => Verdict::Taken(*holder),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{Holder, Verdict, judge};

    fn index(n: u8) -> [u8; 16] {
        [n; 16]
    }

    proptest! {
        /// Whatever comes in whatever order, an address ends with at most two signatures, of different names and one postal code.
        #[test]
        fn an_address_never_holds_more_than_one_household(forms in prop::collection::vec((0u8..4, 0u8..3), 0..40)) {
            let mut holders: Vec<Holder> = Vec::new();
            for (name, postal) in forms {
                if let Verdict::New { slot } = judge(&holders, index(name), index(postal)) {
                    holders.push(Holder {
                        signature: Uuid::nil(), slot, name: index(name), postal: index(postal), pending: true,
                    });
                }
            }
            prop_assert!(holders.len() <= 2);
            if let [first, second] = &holders[..] {
                prop_assert_ne!(first.slot, second.slot);
                prop_assert_ne!(first.name, second.name);
                prop_assert_eq!(first.postal, second.postal);
            }
        }
    }

    #[test]
    fn a_place_that_was_left_is_taken_again() {
        let second =
            Holder { signature: Uuid::nil(), slot: 1, name: index(1), postal: index(9), pending: false };
        assert_eq!(judge(&[second], index(2), index(9)), Verdict::New { slot: 0 });
        assert_eq!(judge(&[second], index(2), index(8)), Verdict::Taken(second));
    }
}
