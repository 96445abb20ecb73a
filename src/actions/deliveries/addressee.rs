use crate::actions::Desk;
use crate::domain::campaign::Campaign;
use crate::domain::content::Addressee;
use crate::domain::delivery::{Delivery, To};
use crate::domain::lang::Lang;
use crate::domain::official::{Details, Part, folded};
use crate::domain::postcard::address::Block;
use crate::storage::{StorageError, officials};

/// Who an addressee is today: as the directory has them, else as the text has them.
pub async fn addressed(desk: &Desk<'_>, addressee: &Addressee, lang: Lang) -> Result<To, StorageError> {
    let known = match addressee.official {
        Some(id) => officials::find(desk.db.read(), id).await?,
        None => None,
    };
    let mut to = To {
        key: addressee.key.clone(),
        name: addressee.name.clone(),
        office: addressee.office.clone(),
        official: addressee.official,
        lang,
        riding: String::new(),
        address: Vec::new(),
    };
    if let Some(official) = known {
        let now = official.addressee(addressee.disclosure);
        if now.office.tags().next().is_some() {
            to.office = now.office;
        }
        to.name = official.details.named(lang);
        to.riding = riding(desk, &official.details);
        to.address = Block::of(&official.details, lang).map(|block| block.lines).unwrap_or_default();
    }
    Ok(to)
}

/// A delivery that is planned, as it would be frozen now: to whom the addressee is today, and telling no more than they may be told
/// today. Who is asked no more by the text stays as they were when it was planned.
pub async fn as_of_today(
    desk: &Desk<'_>,
    campaign: &Campaign,
    planned: Delivery,
) -> Result<Delivery, StorageError> {
    let addressee = campaign.text.addressees.iter().find(|addressee| addressee.key == planned.to.key);
    let Some(addressee) = addressee else { return Ok(planned) };
    let to = addressed(desk, addressee, planned.to.lang).await?;
    let disclosure = addressee.disclosure.min(planned.disclosure);
    Ok(Delivery { to, disclosure, ..planned })
}

/// The code of the riding that somebody stands for, where the table of ridings knows its name.
fn riding(desk: &Desk<'_>, details: &Details) -> String {
    let name = folded(details.get(Part::Riding));
    if name.is_empty() {
        return String::new();
    }
    let ridings = desk.atlas.ridings();
    let found = ridings.all().iter().find(|one| folded(&one.en) == name || folded(&one.fr) == name);
    found.map(|one| one.code.clone()).unwrap_or_default()
}
