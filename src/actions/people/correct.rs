use uuid::Uuid;

use super::{Sought, find_all, open_asker, record};
use crate::actions::review::person_marks;
use crate::actions::{ActionError, Desk, deliveries, seat};
use crate::domain::email::EmailAddress;
use crate::domain::form::parse_text;
use crate::domain::holding::{Holding, Kind};
use crate::domain::inquiry::Inquiry;
use crate::domain::name::{FullName, parse_line};
use crate::domain::person::Person;
use crate::domain::postal::PostalCode;
use crate::domain::rulebook::Rulebook;
use crate::domain::signature::{MAX_COMMENT, MAX_PLACE, Signature};
use crate::domain::tally::Change;
use crate::storage::tallies::Count;
use crate::storage::vault::VaultError;
use crate::storage::{StorageError, census, holders, people, signatures, tallies};

/// What of a signature may be corrected, as it was typed. The address may not: it is what was confirmed.
#[derive(Clone, Default)]
pub struct Typed {
    pub name: String,
    pub country: String,
    pub postal_code: String,
    pub city: String,
    pub region: String,
    pub comment: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Name,
    /// The other signature at this address stands under that name.
    NameTaken,
    Country,
    PostalCode,
    City,
    Region,
    Comment,
}

/// Why nothing was corrected.
#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    #[error(transparent)]
    Action(#[from] ActionError),
    #[error("not as it may stand")]
    Refused(Vec<Fault>),
}

impl From<StorageError> for CorrectError {
    fn from(error: StorageError) -> Self {
        Self::Action(error.into())
    }
}

impl From<VaultError> for CorrectError {
    fn from(error: VaultError) -> Self {
        Self::Action(error.into())
    }
}

/// A correction that passed every rule of the form.
struct Correction {
    name: FullName,
    country: String,
    postal_code: String,
    counted_region: String,
    city: String,
    region: String,
    comment: String,
}

impl Typed {
    fn parse(&self, rules: &Rulebook) -> Result<Correction, Vec<Fault>> {
        let name = FullName::parse(&self.name).map_err(|_| Fault::Name);
        let country = rules.countries.code(&self.country).map_err(|_| Fault::Country);
        let postal = match &country {
            Ok(country) => {
                PostalCode::parse(&self.postal_code, country, &rules.postal).map_err(|_| Fault::PostalCode)
            }
            Err(_) => Ok(None),
        };
        let city = parse_line(&self.city, MAX_PLACE).map_err(|_| Fault::City);
        let region = parse_line(&self.region, MAX_PLACE).map_err(|_| Fault::Region);
        let comment = parse_text(&self.comment, MAX_COMMENT).map_err(|_| Fault::Comment);
        match (name, country, postal, city, region, comment) {
            (Ok(name), Ok(country), Ok(postal), Ok(city), Ok(region), Ok(comment)) => {
                let counted = postal.as_ref().and_then(PostalCode::region).unwrap_or(country.as_str());
                Ok(Correction {
                    name,
                    counted_region: counted.to_owned(),
                    country: country.as_str().to_owned(),
                    postal_code: postal.as_ref().map_or_else(String::new, |code| code.as_str().to_owned()),
                    city,
                    region,
                    comment,
                })
            }
            (name, country, postal, city, region, comment) => {
                let faults =
                    [name.err(), country.err(), postal.err(), city.err(), region.err(), comment.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// The signature of a case, to be corrected, as it stands.
pub async fn signature(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    row: Uuid,
) -> Result<(Signature, Person), ActionError> {
    let asker = open_asker(desk.vault, inquiry)?;
    let sought = Sought::of(desk, inquiry.organisation, &asker).await?;
    let is_it = |holding: &&Holding| holding.kind == Kind::Signature && holding.id == row;
    let found = find_all(desk, &sought).await?;
    let campaign = found.iter().find(is_it).and_then(|holding| holding.campaign).ok_or(ActionError::Gone)?;
    let found = signatures::find(desk.db.read(), campaign, row).await?;
    // One that was struck out has no person to correct.
    let signature = found.filter(|signature| signature.state.stands()).ok_or(ActionError::Gone)?;
    let person = desk.person(&signature)?;
    Ok((signature, person))
}

/// Corrects a signature of whoever asks. The parts of the count follow the place.
pub async fn correct(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    by: Uuid,
    (row, typed): (Uuid, &Typed),
) -> Result<Count, CorrectError> {
    let (found, _) = signature(desk, inquiry, row).await?;
    let new = typed.parse(desk.rules).map_err(CorrectError::Refused)?;
    let campaign = found.campaign;
    let tx = desk.db.write().await?;
    // The count before its signatures, as everywhere.
    tallies::find_to_change(&*tx, campaign).await?;
    let found = signatures::find_to_change(&*tx, campaign, row).await?;
    let old = found.filter(|signature| signature.state.stands()).ok_or(ActionError::Gone)?;
    let email = desk.person(&old)?.email;
    let address = EmailAddress::parse(&email).map_err(|_| ActionError::Gone)?.canonical(&desk.rules.email);
    let [email_index, name_index, postal_index] =
        desk.indexes(&address, &new.name.comparable(), &new.country, &new.postal_code);
    let others = holders::list(&*tx, campaign, vec![email_index]).await?;
    if others.iter().any(|(_, holder)| holder.signature != row && holder.name == name_index) {
        return Err(CorrectError::Refused(vec![Fault::NameTaken]));
    }
    let person = Person {
        name: new.name.as_str().to_owned(),
        email,
        postal_code: new.postal_code,
        city: new.city,
        region: new.region,
        comment: new.comment,
    };
    let riding = desk.atlas.code_of(&new.country, &person.postal_code);
    let place = people::Place { country: new.country, region: new.counted_region, riding };
    let sealed = desk.vault.seal(seat(campaign, row), &person);
    people::correct(&*tx, (campaign, row), sealed, [name_index, postal_index], &place).await?;
    let corrected = Signature { country: place.country.clone(), ..old.clone() };
    census::mark(&*tx, campaign, row, person_marks(desk, &corrected, &person)).await?;
    let mut change = Change::default();
    if let Some(mut counted) = old.counted() {
        change.remove(&counted);
        (counted.country, counted.region, counted.riding) = (place.country, place.region, place.riding);
        change.add(&counted);
    }
    let count = tallies::apply(&*tx, campaign, &change, desk.now).await?;
    // Packages say what was wrong.
    deliveries::retell(&tx, desk, campaign, vec![row]).await?;
    record(&tx, desk, by, ("correct_person", inquiry.id), format!("signature {row}")).await?;
    tx.commit().await?;
    Ok(count)
}
