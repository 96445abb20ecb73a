//! The audit log as a chain: each entry is hashed with the hash of the one before, under a key that lies outside the database, so
//! that none can be changed, taken out or put in without all that follow being wrong. The end is sealed under the same key, so
//! that nothing can be cut off it.

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::digest::{hmac_sha256, sha256};
use super::moment::Moment;

/// Under what a chain is hashed. It outlives the keys that seal it, so that entries stay checkable after a change of keys.
#[derive(Clone, Serialize, Deserialize)]
pub struct ChainKey {
    /// The first entry that is hashed under it. Those before were chained by a program that had no key for it.
    pub since: i64,
    bytes: [u8; 32],
}

impl ChainKey {
    pub const fn new(since: i64, bytes: [u8; 32]) -> Self {
        Self { since, bytes }
    }
}

/// The end of a chain: how long it is, and the hash of its last entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    /// In hexadecimal; empty before the first entry.
    pub hash: String,
}

impl Head {
    /// What says that a chain ends here. No entry is hashed in this form.
    pub fn seal(&self, key: &ChainKey) -> String {
        hmac_sha256(&key.bytes, format!("end\n{}\n{}", self.number, self.hash).as_bytes())
    }
}

/// An act of staff, as it stands in the log for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub number: i64,
    pub id: Uuid,
    pub at: Moment,
    pub actor: String,
    pub act: String,
    pub campaign: Option<i32>,
    /// Who may read it; none for what concerns the installation as a whole.
    pub organisation: Option<i32>,
    pub subject: String,
    pub detail: String,
}

impl Recorded {
    /// What is hashed of it: a JSON array of its parts in this order, without spaces.
    fn canonical(&self) -> String {
        let Self { number, id, at, actor, act, campaign, organisation, subject, detail } = self;
        json!([number, id.to_string(), at.0, actor, act, campaign, organisation, subject, detail]).to_string()
    }

    /// Its hash: HMAC-SHA-256 over the hash before, a line feed, and itself; SHA-256 where it is from before the key.
    pub fn hash(&self, before: &str, key: Option<&ChainKey>) -> String {
        let text = format!("{before}\n{}", self.canonical());
        match key.filter(|key| key.since <= self.number) {
            Some(key) => hmac_sha256(&key.bytes, text.as_bytes()),
            None => sha256(text.as_bytes()),
        }
    }
}

/// Where a chain is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// This entry, or one before it, was changed, put in or taken out.
    Entry(i64),
    /// Entries were cut off or put in at the end.
    End,
    /// The key does not open, or is gone.
    Key,
}

/// Walks along a chain, entry by entry with its stored hash.
#[derive(Default)]
pub struct Walk {
    head: Head,
    key: Option<ChainKey>,
}

impl Walk {
    pub fn under(key: Option<ChainKey>) -> Self {
        Self { key, ..Self::default() }
    }

    /// Goes one on.
    pub fn step(&mut self, entry: &Recorded, hash: &str) -> Result<(), Broken> {
        let expected = self.head.number + 1;
        if entry.number != expected || entry.hash(&self.head.hash, self.key.as_ref()) != hash {
            return Err(Broken::Entry(expected));
        }
        self.head = Head { number: expected, hash: hash.to_owned() };
        Ok(())
    }

    /// Whether it ends where it should, with the seal that stands there.
    pub fn end(self, head: &Head, seal: &str) -> Result<(), Broken> {
        if self.head.number < head.number {
            return Err(Broken::Entry(self.head.number + 1));
        }
        let expected = self.key.map(|key| head.seal(&key)).unwrap_or_default();
        if self.head == *head && expected == seal { Ok(()) } else { Err(Broken::End) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Broken, ChainKey, Head, Recorded, Walk};
    use crate::domain::moment::Moment;

    const KEY: ChainKey = ChainKey::new(1, [7; 32]);

    type Chain = (Vec<(Recorded, String)>, Head);

    fn chain(length: i64, key: Option<&ChainKey>) -> Chain {
        let mut head = Head::default();
        let mut entries = Vec::new();
        for number in 1..=length {
            let entry = Recorded {
                number,
                id: Uuid::from_u128(u128::try_from(number).unwrap()),
                at: Moment(1000 * number),
                actor: "account \"one\"".into(),
                act: "log_in".into(),
                campaign: None,
                organisation: Some(1),
                subject: "é".into(),
                detail: String::new(),
            };
            let hash = entry.hash(&head.hash, key);
            head = Head { number, hash: hash.clone() };
            entries.push((entry, hash));
        }
        (entries, head)
    }

    fn walk(
        entries: &[(Recorded, String)],
        head: &Head,
        seal: &str,
        key: Option<ChainKey>,
    ) -> Result<(), Broken> {
        let mut walk = Walk::under(key);
        for (entry, hash) in entries {
            walk.step(entry, hash)?;
        }
        walk.end(head, seal)
    }

    #[test]
    fn whatever_is_changed_or_taken_out_is_found_where_it_happened() {
        let (entries, head) = chain(5, Some(&KEY));
        let walk = |entries: &[_]| walk(entries, &head, &head.seal(&KEY), Some(KEY));
        assert_eq!(walk(&entries), Ok(()));
        let mut changed = entries.clone();
        changed[2].0.detail = "x".into();
        assert_eq!(walk(&changed), Err(Broken::Entry(3)));
        // Nobody without the key can hash it anew.
        changed[2].1 = changed[2].0.hash(&changed[1].1, None);
        assert_eq!(walk(&changed), Err(Broken::Entry(3)));
        changed[2].1 = changed[2].0.hash(&changed[1].1, Some(&ChainKey::new(1, [8; 32])));
        assert_eq!(walk(&changed), Err(Broken::Entry(3)));
        let mut without = entries.clone();
        without.remove(1);
        assert_eq!(walk(&without), Err(Broken::Entry(2)));
        assert_eq!(walk(&entries[..4]), Err(Broken::Entry(5)));
        let mut other = entries.clone();
        other[0].0.organisation = Some(2);
        assert_eq!(walk(&other), Err(Broken::Entry(1)));
    }

    #[test]
    fn an_end_that_was_cut_off_is_found_although_the_head_was_set_back() {
        let (entries, head) = chain(5, Some(&KEY));
        let back = Head { number: 4, hash: entries[3].1.clone() };
        for seal in ["", &head.seal(&KEY), &entries[3].1] {
            assert_eq!(walk(&entries[..4], &back, seal, Some(KEY)), Err(Broken::End));
        }
        assert_eq!(walk(&[], &Head::default(), "", Some(KEY)), Err(Broken::End));
        // With the key gone too, what was hashed under it fits no more.
        assert_eq!(walk(&entries[..4], &back, "", None), Err(Broken::Entry(1)));
    }

    #[test]
    fn what_was_chained_before_there_was_a_key_is_held_by_what_follows() {
        let (mut entries, mut head) = chain(3, None);
        assert_eq!(walk(&entries, &head, "", None), Ok(()));
        assert_eq!(walk(&[], &Head::default(), "", None), Ok(()));
        let key = ChainKey::new(4, [7; 32]);
        let next = Recorded { number: 4, ..entries[2].0.clone() };
        let hash = next.hash(&head.hash, Some(&key));
        head = Head { number: 4, hash: hash.clone() };
        entries.push((next, hash));
        let sealed = |entries: &[_]| walk(entries, &head, &head.seal(&key), Some(key.clone()));
        assert_eq!(sealed(&entries), Ok(()));
        // Who changes it and chains it anew is stopped by the first entry under the key.
        entries[2].0.detail = "x".into();
        entries[2].1 = entries[2].0.hash(&entries[1].1, None);
        assert_eq!(sealed(&entries), Err(Broken::Entry(4)));
    }

    #[test]
    fn the_form_that_is_hashed_is_the_one_of_the_documents() {
        let (entries, _) = chain(1, None);
        let written =
            r#"[1,"00000000-0000-0000-0000-000000000001",1000,"account \"one\"","log_in",null,1,"é",""]"#;
        assert_eq!(entries[0].0.canonical(), written);
    }
}
