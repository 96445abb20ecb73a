use crate::actions::Desk;
use crate::domain::content::Addressee;
use crate::domain::delivery::To;
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
