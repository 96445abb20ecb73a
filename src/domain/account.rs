use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::lang::Lang;
use super::moment::Moment;
use super::role::{Act, Role};
use super::tag::Tag;

/// The organisation that every campaign belongs to unless it was given to another.
pub const FIRST_ORGANISATION: &str = "main";

/// Who campaigns here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: i32,
    pub slug: String,
    /// Empty: the operator's name.
    pub name: String,
    /// As it stands on an envelope, line by line; empty: not told yet.
    pub postal_address: String,
    /// IANA name of the time zone in which its people type times.
    pub time_zone: String,
    /// Where replies to its mail go; empty: not told.
    pub reply_address: String,
    /// In which it begins campaigns, the main one first; empty: not told.
    pub languages: Vec<Tag>,
}

impl Organisation {
    /// What it is called; without a name of its own, as the operator is.
    pub fn name_or<'a>(&'a self, operator: &'a str) -> &'a str {
        if self.name.is_empty() { operator } else { &self.name }
    }

    /// Where post reaches it. Without an address and a name of its own it is the operator, who has one.
    pub fn address_or<'a>(&'a self, operator: &'a str) -> &'a str {
        let own = self.postal_address.trim();
        if own.is_empty() && self.name.is_empty() { operator.trim() } else { own }
    }
}

/// Somebody who works for an organisation, without what is personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: Uuid,
    pub organisation: i32,
    pub role: Role,
    pub created_at: Moment,
    pub disabled_at: Option<Moment>,
}

/// What is personal of an account, as it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub email: String,
    /// As they call themselves; empty where nobody has asked.
    #[serde(default)]
    pub name: String,
    /// In which they last logged in; none before they have.
    #[serde(default)]
    pub lang: Option<Lang>,
}

/// Keeps an account's address out of logs and panics.
impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Profile(…)")
    }
}

/// Whether somebody may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Yes,
    /// Not in this role.
    No,
    /// It is another organisation's: as if it were not there.
    Elsewhere,
}

/// The one rule: what an account may do to what belongs to an organisation.
pub fn may(account: &Account, act: Act, organisation: i32) -> Verdict {
    if account.organisation != organisation {
        Verdict::Elsewhere
    } else if account.disabled_at.is_none() && account.role.may(act) {
        Verdict::Yes
    } else {
        Verdict::No
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Account, Verdict, may};
    use crate::domain::moment::Moment;
    use crate::domain::role::{Act, Role};

    #[test]
    fn nobody_may_anything_beyond_the_wall_and_nobody_who_is_disabled_anything_at_all() {
        for role in Role::ALL {
            for act in Act::ALL {
                let account = Account {
                    id: Uuid::nil(),
                    organisation: 1,
                    role,
                    created_at: Moment(0),
                    disabled_at: None,
                };
                assert_eq!(may(&account, act, 2), Verdict::Elsewhere);
                let expected = if role.may(act) { Verdict::Yes } else { Verdict::No };
                assert_eq!(may(&account, act, 1), expected);
                let disabled = Account { disabled_at: Some(Moment(0)), ..account };
                assert_eq!(may(&disabled, act, 1), Verdict::No);
            }
        }
    }
}
