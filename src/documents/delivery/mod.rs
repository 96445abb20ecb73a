//! What an office reads of a delivery: the cover, the text that was signed, how signatures were verified, the roll, the figures
//! and the case files. All in the language of the addressee.

mod blocks;
pub mod case_files;
mod charts;
pub mod cover;
pub mod figures;
mod fitted;
pub(in crate::documents) mod flow;
pub mod method;
mod names;
pub(in crate::documents) mod parted;
pub mod roll;
pub mod text;

use std::num::NonZeroU16;

pub use self::names::Names;
use super::geometry::{Size, inches, mm};
use super::pdf::Role;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::Delivery;
use crate::domain::delivery::manifest::Counts;
use crate::domain::disclosure::Disclosure;
use crate::domain::lang::Lang;
use crate::i18n::t;

/// What every document of a delivery is made of.
pub struct Facts<'a> {
    pub campaign: &'a Campaign,
    pub delivery: &'a Delivery,
    /// What may be told of its counts.
    pub counts: &'a Counts,
    /// Who hands it over, and where they have their mail.
    pub organisation: &'a str,
    pub postal_address: &'a str,
    pub names: Names<'a>,
}

impl Facts<'_> {
    pub const fn lang(&self) -> Lang {
        self.delivery.to.lang
    }

    /// Letter in North America, A4 elsewhere.
    pub fn paper(&self) -> Size {
        paper(self.campaign)
    }

    /// What the campaign is called; in another language where it has no title in this one.
    pub fn title(&self) -> &str {
        let content = &self.campaign.content;
        content.title.said(self.lang().code(), &content.language).text
    }

    pub fn office(&self) -> &str {
        self.delivery.to.office.said(self.lang().code(), &self.campaign.content.language).text
    }

    /// What is told of each person, in a sentence; in two where cards say more than that.
    fn disclosed(&self) -> String {
        let (lang, disclosure) = (self.lang(), self.delivery.disclosure);
        let words = match disclosure {
            Disclosure::Numbers => t!(lang, "package-tells-numbers"),
            Disclosure::Place => t!(lang, "package-tells-place"),
            Disclosure::NamePlace => t!(lang, "package-tells-name-place"),
            Disclosure::Full => t!(lang, "package-tells-full"),
        };
        if self.counts.postcards > 0 && disclosure < Disclosure::NamePlace {
            format!("{words} {}", t!(lang, "package-tells-cards"))
        } else {
            words
        }
    }

    /// What a document is called: what it is, and of which delivery.
    fn named(&self, what: &str) -> String {
        t!(self.lang(), "package-document", what = what, number = self.delivery.number)
    }
}

/// Letter in North America, A4 elsewhere.
pub(in crate::documents) fn paper(campaign: &Campaign) -> Size {
    match campaign.content.country.as_deref() {
        None | Some("CA" | "US" | "MX") => Size { width: inches(8.5), height: inches(11.0) },
        Some(_) => Size { width: mm(210.0), height: mm(297.0) },
    }
}

fn heading(level: u16) -> Role {
    NonZeroU16::new(level).map_or(Role::Paragraph, Role::Heading)
}
