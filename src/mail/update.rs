use super::{Letter, List, Part, Sender};
use crate::domain::account::Organisation;
use crate::domain::bulletin::Piece;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;

/// An update, as those get it who asked for updates: its words, where they stand on the site, who sends them, and the way off
/// the list. Nothing in it tells whether it was read.
pub struct Update<'a> {
    pub sender: Sender<'a>,
    /// The language of the words around it.
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub organisation: &'a Organisation,
    pub number: i16,
    /// The language it is written in.
    pub tag: &'a str,
    pub piece: &'a Piece,
    pub reader: Reader<'a>,
}

/// Who it goes to.
#[derive(Clone, Copy)]
pub enum Reader<'a> {
    /// Somebody who asked for updates, and the token that ends them.
    Supporter { unsubscribe: &'a str },
    /// Whoever writes it.
    Writer,
}

impl Update<'_> {
    /// The list it goes to, as mail programs know it (RFC 2919, RFC 8058).
    pub fn list(&self, unsubscribe: &str) -> List {
        let unsubscribe = format!("{}{}", self.sender.public_url, paths::unsubscribe(unsubscribe));
        List { name: self.campaign.slug.clone(), unsubscribe }
    }

    pub fn letter(&self) -> Letter {
        let (lang, piece) = (self.lang, self.piece);
        let url = |path: String| format!("{}{path}", self.sender.public_url);
        let read = paths::update(lang, &self.campaign.slug, self.number);
        let title = i18n::isolate(self.campaign.content.title.get(lang));
        let mut parts = Vec::new();
        if matches!(self.reader, Reader::Writer) {
            let tag = Tag::parse(self.tag).unwrap_or_default();
            parts.push(Part::Small(t!(lang, "mail-update-rehearsal", language = tag.own_name())));
        }
        parts.push(Part::Heading { text: piece.title.clone(), lang: self.tag.to_owned() });
        parts.push(Part::Prose { markdown: piece.body.clone(), lang: self.tag.to_owned() });
        match self.reader {
            Reader::Supporter { unsubscribe } => {
                parts.push(Part::Link { label: t!(lang, "mail-update-read"), url: url(read) });
                parts.push(Part::Small(t!(lang, "mail-update-why", title = title)));
                let path = paths::unsubscribe(unsubscribe);
                parts.push(Part::Link { label: t!(lang, "mail-update-stop"), url: url(path) });
            }
            Reader::Writer => parts.push(Part::Small(t!(lang, "mail-update-why", title = title))),
        }
        let name = self.organisation.name_or(&self.sender.operator.name);
        let address = self.organisation.address_or(&self.sender.operator.address);
        parts.push(Part::Small(format!("{name}\n{address}")));
        let subject = match self.reader {
            Reader::Supporter { .. } => piece.title.clone(),
            Reader::Writer => t!(lang, "mail-update-rehearsal-subject", title = piece.title.as_str()),
        };
        Letter { lang, subject, parts }
    }
}
