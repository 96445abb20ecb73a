//! What somebody typed of a row, checked.

use super::{NewRow, Signatory};
use crate::domain::name::{FullName, parse_line};
use crate::domain::postal::PostalCode;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::signature::MAX_PLACE;

/// What was typed of a row.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub name: String,
    pub postal_code: String,
    pub city: String,
    pub country: String,
    pub is_doubted: bool,
}

/// What people write, and type, for "the same as above".
const DITTO: [&str; 8] = ["\"", "\"\"", "''", "″", "〃", "”", "«", "»"];

impl Typed {
    /// With what is to be the same as on the row above.
    #[must_use]
    pub fn below(mut self, above: Option<&Signatory>) -> Self {
        let repeat = |typed: &mut String, above: Option<&String>| {
            if DITTO.contains(&typed.trim()) {
                *typed = above.cloned().unwrap_or_default();
            }
        };
        repeat(&mut self.postal_code, above.map(|above| &above.postal_code));
        repeat(&mut self.city, above.map(|above| &above.city));
        repeat(&mut self.country, above.map(|above| &above.country));
        self
    }

    /// Checks what was typed, and says all that is wrong with it. A name that cannot be read is left empty and the row
    /// marked as doubtful.
    pub fn parse(&self, rules: &Rulebook) -> Result<NewRow, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut refuse = |field, reason| refusals.push(Refusal { field, reason });
        let name = match FullName::parse(&self.name) {
            Ok(name) => name.as_str().to_owned(),
            Err(Reason::Missing) if self.is_doubted => String::new(),
            Err(reason) => {
                refuse(Field::Name, reason);
                String::new()
            }
        };
        let city = parse_line(&self.city, MAX_PLACE).unwrap_or_else(|reason| {
            refuse(Field::City, reason);
            String::new()
        });
        let country = rules.countries.code(&self.country);
        let code = match &country {
            Ok(country) => PostalCode::parse(&self.postal_code, country, &rules.postal),
            Err(_) => Ok(None),
        };
        let code = code.unwrap_or_else(|reason| {
            refuse(Field::PostalCode, reason);
            None
        });
        let country = match country {
            Ok(country) => country.as_str().to_owned(),
            Err(reason) => {
                refuse(Field::Country, reason);
                String::new()
            }
        };
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let postal_code = code.map(|code| code.as_str().to_owned()).unwrap_or_default();
        let is_doubted = self.is_doubted;
        Ok(NewRow::of(Signatory { name, postal_code, city, country, is_doubted }, rules))
    }
}
