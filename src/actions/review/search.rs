use uuid::Uuid;

use super::{comparable, name_mark, place_mark, record};
use crate::actions::{ActionError, Desk, network_index};
use crate::domain::condition::Condition;
use crate::domain::country::CountryCode;
use crate::domain::email::EmailAddress;
use crate::domain::person::Person;
use crate::domain::postal::PostalCode;
use crate::domain::signature::Signature;
use crate::storage::reviews;

/// How many are opened at the most to find whom somebody looks for, and how many are shown.
const OPENED: u64 = 2000;
pub const SHOWN: usize = 50;

/// Whom somebody looks for. All that is given must fit; without an address, a name or a postal code nobody is looked for.
#[derive(Clone, Default)]
pub struct Sought {
    pub email: Option<EmailAddress>,
    /// As names are compared.
    pub name: String,
    pub country: Option<CountryCode>,
    pub postal_code: Option<PostalCode>,
    pub city: String,
}

impl Sought {
    pub fn is_enough(&self) -> bool {
        self.email.is_some() || !self.name.is_empty() || self.postal_code.is_some()
    }

    /// What was given, as the audit log has it: no values.
    fn kinds(&self) -> String {
        let given = [
            ("email", self.email.is_some()),
            ("name", !self.name.is_empty()),
            ("country", self.country.is_some()),
            ("postal_code", self.postal_code.is_some()),
            ("city", !self.city.is_empty()),
        ];
        let kinds: Vec<&str> = given.into_iter().filter(|(_, given)| *given).map(|(kind, _)| kind).collect();
        kinds.join(" ")
    }

    fn fits(&self, desk: &Desk<'_>, signature: &Signature, person: &Person) -> bool {
        let is_email = |email: &EmailAddress| signature.email_index == Some(desk.email_index(email));
        self.email.as_ref().is_none_or(is_email)
            && (self.name.is_empty() || comparable(&person.name) == self.name)
            && self.country.as_ref().is_none_or(|country| country.as_str() == signature.country)
            && self.postal_code.as_ref().is_none_or(|code| code.as_str() == person.postal_code)
            && (self.city.is_empty() || comparable(&person.city) == comparable(&self.city))
    }
}

/// Looks for the signatures from a network: the condition that they meet. It is put on record without the network.
pub async fn search_network(
    desk: &Desk<'_>,
    campaign: i32,
    network: &str,
    actor: &str,
) -> Result<Condition, ActionError> {
    let network = Some(network_index(desk.vault, network));
    let tx = desk.db.write().await?;
    record(&tx, desk, actor, ("search_signatures", campaign), (String::new(), "network".to_owned())).await?;
    tx.commit().await?;
    Ok(Condition { network, ..Condition::default() })
}

/// Finds the signatures of whoever is looked for: all the ids, and whether there were more than are looked through. It is put on
/// record by what kinds of things somebody was looked for, never by which.
pub async fn search(
    desk: &Desk<'_>,
    campaign: i32,
    sought: &Sought,
    actor: &str,
) -> Result<(Vec<Uuid>, bool), ActionError> {
    let db = desk.db.read();
    let rows = if let Some(email) = &sought.email {
        reviews::list_at(db, campaign, desk.email_index(email)).await?
    } else {
        let name = (!sought.name.is_empty()).then(|| name_mark(desk, &sought.name));
        let place = sought.postal_code.as_ref().zip(sought.country.as_ref());
        let place = place.map(|(code, country)| place_mark(desk, country.as_str(), code.as_str()));
        if name.is_none() && place.is_none() {
            return Ok((Vec::new(), false));
        }
        reviews::list_marked(db, campaign, (name, place), OPENED).await?
    };
    let more = rows.len() as u64 == OPENED;
    let mut found = Vec::new();
    for signature in rows.iter().filter(|signature| !signature.sealed.is_empty()) {
        if sought.fits(desk, signature, &desk.person(signature)?) {
            found.push(signature.id);
        }
    }
    let tx = desk.db.write().await?;
    let detail = format!("{}: {} found", sought.kinds(), found.len());
    record(&tx, desk, actor, ("search_signatures", campaign), (String::new(), detail)).await?;
    tx.commit().await?;
    Ok((found, more))
}
