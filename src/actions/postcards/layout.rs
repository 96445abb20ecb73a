//! A card as it is set: on the screen of its writer, before moderators, and on paper.

use crate::documents::postcard::{Back, Corner, Fit, Writing, set};
use crate::domain::lang::Lang;
use crate::domain::official::Details;
use crate::domain::person::Person;
use crate::domain::postal::PostalCode;
use crate::domain::postcard::address::Block;
use crate::domain::postcard::{Postcard, Sender, Written};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::rulebook::Rulebook;

/// What is set. Nothing in it need be sound yet: what is missing stays empty.
pub struct Layout<'a> {
    pub lang: Lang,
    pub message: &'a str,
    pub sender: Sender,
    pub person: &'a Person,
    /// The sender's, ISO 3166-1 alpha-2.
    pub country: &'a str,
    pub official: Option<&'a Details>,
    /// Who made the picture of the front.
    pub credit: &'a str,
    /// Whether there is an election: then nothing goes free of postage.
    pub elections: bool,
}

impl<'a> Layout<'a> {
    /// Of a card as it is kept.
    pub fn of(
        one: &'a Postcard,
        written: &'a Written,
        official: Option<&'a Details>,
        (credit, elections): (&'a str, bool),
    ) -> Self {
        Self {
            lang: one.lang,
            message: &written.message,
            sender: one.sender,
            person: &written.person,
            country: &one.country,
            official,
            credit,
            elections,
        }
    }

    /// The lines that say who sends it.
    pub fn sender_lines(&self, rules: &Rulebook) -> Vec<String> {
        let code = rules.countries.code(self.country).ok();
        let postal =
            code.and_then(|code| PostalCode::parse(&self.person.postal_code, &code, &rules.postal).ok()?);
        let region = postal.as_ref().and_then(PostalCode::region).and_then(|region| region.split('-').nth(1));
        let abroad = rules.countries.get(self.country).filter(|_| self.country != "CA");
        let country = abroad.map_or("", |country| country.name(self.lang));
        self.sender.lines(self.person, region.unwrap_or_default(), country)
    }

    /// The back as it is printed.
    pub fn back(&self, rules: &Rulebook) -> Back {
        let block = self.official.and_then(|details| Block::of(details, self.lang));
        let is_free = block.as_ref().is_some_and(|block| block.is_free(self.country, self.elections));
        self.back_to(rules, &block.map(|block| block.lines).unwrap_or_default(), is_free)
    }

    /// The same, to an address that was frozen.
    pub fn back_to(&self, rules: &Rulebook, addressee: &[String], is_free: bool) -> Back {
        set(&Writing {
            message: self.message,
            sender: &self.sender_lines(rules),
            addressee,
            corner: if is_free { Corner::NoPostage } else { Corner::Stamp },
            credit: self.credit,
        })
    }

    /// Why it cannot be printed, if so: too much for the card, or a character that no font has.
    pub fn refusals(&self, back: &Back) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        if let Fit::Over(by) = back.fit() {
            refusals.push(Refusal { field: Field::Message, reason: Reason::Overfull(by) });
        }
        if let Some(c) = back.uncovered().first() {
            let field = if self.message.contains(*c) { Field::Message } else { Field::Name };
            refusals.push(Refusal { field, reason: Reason::NotPrintable(*c) });
        }
        refusals
    }
}
