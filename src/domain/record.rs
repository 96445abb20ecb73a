//! The audit log as a chain: each entry is hashed with the hash of the one before, so that none can be changed, taken out or put
//! in without all that follow being wrong.

use serde_json::json;
use uuid::Uuid;

use super::digest::sha256;
use super::moment::Moment;

/// The end of a chain: how long it is, and the hash of its last entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    /// In hexadecimal; empty before the first entry.
    pub hash: String,
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

    /// Its hash: SHA-256 over the hash before, a line feed, and itself.
    pub fn hash(&self, before: &str) -> String {
        sha256(format!("{before}\n{}", self.canonical()).as_bytes())
    }
}

/// Walks along a chain, entry by entry with its stored hash.
#[derive(Debug, Default)]
pub struct Walk {
    head: Head,
}

impl Walk {
    /// Goes one on; the number at which the chain is broken where the entry is not what was chained.
    pub fn step(&mut self, entry: &Recorded, hash: &str) -> Result<(), i64> {
        let expected = self.head.number + 1;
        if entry.number != expected || entry.hash(&self.head.hash) != hash {
            return Err(expected);
        }
        self.head = Head { number: expected, hash: hash.to_owned() };
        Ok(())
    }

    /// How long the chain is, if it ends where it should; else the number of the first entry that is missing.
    pub fn end(self, head: &Head) -> Result<i64, i64> {
        if self.head == *head { Ok(head.number) } else { Err(self.head.number + 1) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Head, Recorded, Walk};
    use crate::domain::moment::Moment;

    fn chain(length: i64) -> (Vec<(Recorded, String)>, Head) {
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
            let hash = entry.hash(&head.hash);
            head = Head { number, hash: hash.clone() };
            entries.push((entry, hash));
        }
        (entries, head)
    }

    fn walk(entries: &[(Recorded, String)], head: &Head) -> Result<i64, i64> {
        let mut walk = Walk::default();
        for (entry, hash) in entries {
            walk.step(entry, hash)?;
        }
        walk.end(head)
    }

    #[test]
    fn whatever_is_changed_taken_out_or_cut_off_is_found_where_it_happened() {
        let (entries, head) = chain(5);
        assert_eq!(walk(&entries, &head), Ok(5));
        assert_eq!(walk(&[], &Head::default()), Ok(0));
        let mut changed = entries.clone();
        changed[2].0.detail = "x".into();
        assert_eq!(walk(&changed, &head), Err(3));
        // Hashed anew, it is the next one that does not fit.
        changed[2].1 = changed[2].0.hash(&changed[1].1);
        assert_eq!(walk(&changed, &head), Err(4));
        let mut without = entries.clone();
        without.remove(1);
        assert_eq!(walk(&without, &head), Err(2));
        assert_eq!(walk(&entries[..4], &head), Err(5));
        let mut other = entries.clone();
        other[0].0.organisation = Some(2);
        assert_eq!(walk(&other, &head), Err(1));
    }

    #[test]
    fn the_form_that_is_hashed_is_the_one_of_the_documents() {
        let (entries, _) = chain(1);
        let written =
            r#"[1,"00000000-0000-0000-0000-000000000001",1000,"account \"one\"","log_in",null,1,"é",""]"#;
        assert_eq!(entries[0].0.canonical(), written);
    }
}
