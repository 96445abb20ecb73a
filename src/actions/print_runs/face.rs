//! What stands on a card, from what was written.

use crate::documents::postcard::{Back, Corner, Writing, set};
use crate::domain::lang::Lang;
use crate::domain::country::CountryCode;
use crate::domain::postal::PostalCode;
use crate::domain::postcard::{Sender, Written};
use crate::domain::print_run::PrintRun;
use crate::domain::rulebook::Rulebook;

/// How the sender stands on their card: the name as they chose, and the place. From abroad the country is named.
pub fn sender_lines(
    rules: &Rulebook,
    written: &Written,
    sender: Sender,
    (country, lang): (&str, Lang),
) -> Vec<String> {
    let person = &written.person;
    let code = rules.countries.code(country).ok();
    let postal = |code: &CountryCode| {
        PostalCode::parse(&person.postal_code, code, &rules.postal).ok().flatten()
    };
    let region = code.as_ref().and_then(postal).and_then(|code| code.region().map(str::to_owned));
    // `CA-ON` stands on a card as `ON`.
    let region = region.map(|region| region.rsplit('-').next().unwrap_or_default().to_owned());
    let abroad = rules.countries.get(country).filter(|_| country != "CA").map(|country| country.name(lang));
    sender.lines(person, &region.unwrap_or_default(), abroad.unwrap_or_default())
}

/// The back of a card of a run.
pub fn back(rules: &Rulebook, run: &PrintRun, written: &Written, (sender, country): (Sender, &str), credit: &str) -> Back {
    let corner = if run.is_free(country) { Corner::NoPostage } else { Corner::Stamp };
    let sender = sender_lines(rules, written, sender, (country, run.lang));
    set(&Writing { message: &written.message, sender: &sender, addressee: &run.addressee, corner, credit })
}
