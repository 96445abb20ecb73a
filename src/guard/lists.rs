//! What organisations have set for their forms, as this node knows it: read anew within a second of a change.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::listing::{Lists, Standing};
use crate::domain::moment::Moment;
use crate::domain::own_limits::OwnLimits;
use crate::domain::signature::HoldReason;

/// What one organisation has set.
#[derive(Clone, Debug, Default)]
pub struct House {
    pub revision: i32,
    pub limits: OwnLimits,
    pub lists: Lists,
}

/// All of them, each by its organisation.
#[derive(Default)]
pub struct Houses(RwLock<HashMap<i32, Arc<House>>>);

impl Houses {
    fn find(&self, organisation: i32) -> Option<Arc<House>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&organisation).cloned()
    }

    /// Whether this is what is known already.
    pub fn knows(&self, organisation: i32, revision: i32) -> bool {
        self.find(organisation).is_some_and(|house| house.revision == revision)
    }

    pub fn learn(&self, organisation: i32, house: House) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(organisation, Arc::new(house));
    }

    pub fn limits(&self, organisation: i32) -> OwnLimits {
        self.find(organisation).map(|house| house.limits).unwrap_or_default()
    }

    pub fn network(&self, organisation: i32, address: IpAddr, now: Moment) -> Option<Standing> {
        self.find(organisation)?.lists.network(address, now)
    }

    /// Why a signature waits for review, once what is listed of its domain is known.
    pub fn hold_reason(
        &self,
        organisation: i32,
        domain: &str,
        known: Option<HoldReason>,
        now: Moment,
    ) -> Option<HoldReason> {
        let standing = self.find(organisation).and_then(|house| house.lists.domain(domain, now));
        match (standing, known) {
            (Some(Standing::Blocked), None) => Some(HoldReason::BlockedDomain),
            (Some(Standing::Allowed), Some(HoldReason::DisposableDomain)) => None,
            (_, known) => known,
        }
    }
}
