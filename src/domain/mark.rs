//! By what a signature is found besides its address.

use super::household::Index;

/// The domain of the address as a keyed hash, and 16 bits of one of the name and of the place. So many share a mark that
/// equal names do not show in the database; who is looked for is found among them by opening them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub domain: Index,
    pub name: i16,
    pub place: i16,
}

/// The first 16 bits of a keyed hash.
pub const fn mark(index: Index) -> i16 {
    i16::from_be_bytes([index[0], index[1]])
}
