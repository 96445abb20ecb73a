//! The kit for a table at an event: what hangs behind it, what stands on it, what is counted on, and what volunteers read before.

mod instructions;
mod leaf;
mod poster;
mod table_card;
mod tally_sheet;

use std::collections::BTreeSet;

use super::geometry::{Placing, Size};
use super::mark::Mark;
use super::official_sheet;
use super::pdf::{About, Content, Face, Page, Pdf, Unwritable};
use crate::domain::campaign::Campaign;
use crate::domain::jurisdiction::Paper;
use crate::domain::lang::Lang;
use crate::domain::source::Source;
use crate::domain::words::{Said, Words};
use crate::i18n::t;
use crate::paths;

/// One of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Poster,
    /// Folded, it stands on the table and is read from both sides.
    TableCard,
    TallySheet,
    Instructions,
}

impl Piece {
    pub const ALL: [Self; 4] = [Self::Poster, Self::TableCard, Self::TallySheet, Self::Instructions];

    /// As addresses and files name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::TableCard => "table-card",
            Self::TallySheet => "tally-sheet",
            Self::Instructions => "instructions",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|piece| piece.as_str() == text)
    }

    /// Whether it leads to the campaign's page, which then has to be there.
    pub const fn leads(self) -> bool {
        matches!(self, Self::Poster | Self::TableCard)
    }

    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Poster => t!(lang, "kit-poster"),
            Self::TableCard => t!(lang, "kit-table-card"),
            Self::TallySheet => t!(lang, "kit-tally-sheet"),
            Self::Instructions => t!(lang, "kit-instructions"),
        }
    }
}

/// Why a paper cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// No face has these characters of the campaign's words.
    Uncovered(BTreeSet<char>),
    /// The address is longer than a code holds.
    Address,
}

/// A paper as it is printed: on each page what stands there, and where.
pub struct Laid {
    pub size: Size,
    pub pages: Vec<Vec<(Placing, Face)>>,
}

impl Laid {
    /// A page as one drawing.
    pub fn marks(&self, page: usize) -> Vec<Mark> {
        let faces = self.pages.get(page).into_iter().flatten();
        let drawn = |(placing, face): &(Placing, Face)| {
            let marks = face.iter().filter_map(|part| match &part.content {
                Content::Marks(marks) => Some(marks.iter().cloned()),
                Content::Filled(..) => None,
            });
            Mark::Placed(*placing, marks.flatten().collect())
        };
        faces.map(drawn).collect()
    }
}

/// For which campaign, on which paper, in which languages.
pub struct Kit<'a> {
    pub campaign: &'a Campaign,
    pub paper: Paper,
    /// Each language has a page of its own, and a side of its own on the card for the table.
    pub langs: &'a [Lang],
    /// Where the service is.
    pub public_url: &'a str,
    /// The code under which those are counted who come by the kit; of none, each paper has its own.
    pub source: &'a Source,
}

impl Kit<'_> {
    pub fn lay_out(&self, piece: Piece) -> Result<Laid, Misfit> {
        let size = official_sheet::size(self.paper);
        let alone = |face: Face| vec![(Placing::HERE, face)];
        let pages = match piece {
            Piece::TableCard => vec![table_card::faces(self, size)?],
            Piece::Poster => self.each(|lang| Ok(alone(poster::face(self, lang, size)?)))?,
            Piece::TallySheet => self.each(|lang| Ok(alone(tally_sheet::face(self, lang, size)?)))?,
            Piece::Instructions => self.each(|lang| Ok(alone(instructions::face(self, lang, size)?)))?,
        };
        Ok(Laid { size, pages })
    }

    fn each<T>(&self, page: impl Fn(Lang) -> Result<T, Misfit>) -> Result<Vec<T>, Misfit> {
        self.langs.iter().map(|lang| page(*lang)).collect()
    }

    /// A paper as a file.
    pub fn pdf(&self, piece: Piece, laid: &Laid) -> Result<Vec<u8>, Unwritable> {
        let lang = self.langs.first().copied().unwrap_or(Lang::En);
        let title = format!("{} – {}", piece.words(lang), self.title(lang).text);
        let mut pdf = Pdf::new(&About { title: &title, lang: lang.code() });
        for page in &laid.pages {
            let faces = page.iter().map(|(placing, face)| (*placing, face)).collect();
            pdf.page(&Page { size: laid.size, trim: None, faces });
        }
        pdf.finish()
    }

    /// Words of the campaign for readers of a language.
    fn said<'w>(&'w self, words: &'w Words, lang: Lang) -> Said<'w> {
        words.said(lang.code(), &self.campaign.content.language)
    }

    /// What the campaign is called; its address while it has no title.
    fn title(&self, lang: Lang) -> Said<'_> {
        let said = self.said(&self.campaign.content.title, lang);
        if said.text.is_empty() { Said { text: &self.campaign.slug, tag: lang.code() } } else { said }
    }

    fn url(&self, lang: Lang) -> String {
        format!("{}{}", self.public_url, paths::campaign(lang, &self.campaign.slug))
    }

    /// What the code says. Those who come by it are counted as such.
    fn code(&self, lang: Lang, own: &str) -> String {
        let source = if self.source.is_unknown() { own } else { self.source.as_str() };
        format!("{}?source={source}", self.url(lang))
    }

    /// The address as people type it.
    fn address(&self, lang: Lang) -> String {
        let url = self.url(lang);
        url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).to_owned()
    }
}

/// Words of the product.
fn own(lang: Lang, text: &str) -> Said<'_> {
    Said { text, tag: lang.code() }
}
