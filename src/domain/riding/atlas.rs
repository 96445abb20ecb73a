use std::sync::{Arc, PoisonError, RwLock};

use super::Ridings;

/// The table that is in use on this node.
#[derive(Default)]
pub struct Atlas(RwLock<Arc<Ridings>>);

impl Atlas {
    pub fn ridings(&self) -> Arc<Ridings> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The code of the riding in which a postal code lies; empty where no table tells.
    pub fn code_of(&self, country: &str, postal_code: &str) -> String {
        self.ridings().find(country, postal_code).map_or_else(String::new, |riding| riding.code.clone())
    }

    /// Puts another table in its place.
    pub fn replace(&self, ridings: Ridings) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ridings);
    }
}
