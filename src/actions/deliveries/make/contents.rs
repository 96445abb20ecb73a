//! Which files a package has.

use super::Work;
use crate::documents::delivery::roll::VOLUME;
use crate::domain::disclosure::Disclosure;
use crate::domain::ledger::Kind;
use crate::domain::ledger::scan::{self, Format, Scan};
use crate::package::CHECKER;

/// So many postcards stand in one file: as many as a small machine can lay out.
pub(super) const PORTION: u32 = 2_000;

/// The folder of the texts as they are hashed.
pub(super) const WORDS: &str = "texts/";

/// A scan: where it stands among those that go along, of what kind of paper it is, its batch and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    pub at: usize,
    kind: Kind,
    batch: i32,
    number: i32,
    format: Format,
}

/// A file of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Cover,
    Text,
    /// One of the texts that anybody may have signed, with exactly the bytes whose hash the manifest tells: whether it is one of the
    /// open letter, and its version.
    Words(bool, i32),
    Method,
    Figures,
    CaseFiles,
    /// A volume of the roll, counted from 0.
    Volume(i64),
    Csv,
    Xlsx,
    /// Who has left since earlier deliveries, by their numbers there.
    Supplement,
    /// Postcards of a print run, so many at a time: the run, and which portion, counted from 0.
    Cards(i32, u32),
    /// A scan of paper that goes along.
    Scan(Leaf),
    Checker,
}

impl Content {
    pub fn name(self) -> String {
        match self {
            Self::Cover => "cover.pdf".to_owned(),
            Self::Text => "text.pdf".to_owned(),
            Self::Words(false, version) => format!("{WORDS}text-{version}.json"),
            Self::Words(true, version) => format!("{WORDS}letter-{version}.json"),
            Self::Method => "method.pdf".to_owned(),
            Self::Figures => "figures.pdf".to_owned(),
            Self::CaseFiles => "case-files.pdf".to_owned(),
            Self::Volume(number) => format!("roll/roll-{:03}.pdf", number + 1),
            Self::Csv => "roll.csv".to_owned(),
            Self::Xlsx => "roll.xlsx".to_owned(),
            Self::Supplement => "supplement.csv".to_owned(),
            Self::Cards(run, portion) => format!("postcards/run-{run}-{:03}.pdf", portion + 1),
            Self::Scan(Leaf { kind, batch, number, format, .. }) => {
                format!("{}/{}", scan::folder(kind), scan::name(batch, number, format))
            }
            Self::Checker => CHECKER.to_owned(),
        }
    }

    /// Whether it is another file once whoever stands in this place of the roll has left.
    pub const fn holds(self, place: i64) -> bool {
        match self {
            // It tells how many have.
            Self::Method | Self::Csv | Self::Xlsx => true,
            Self::Volume(number) => (place - 1) / VOLUME == number,
            _ => false,
        }
    }

    /// Whether it is another file once somebody has left who stands in no place of this roll: a writer of a card, or somebody
    /// who was in an earlier delivery.
    pub const fn is_of_others(self) -> bool {
        matches!(self, Self::Cards(..) | Self::Supplement)
    }

    /// Whether it tells what may be otherwise by the time that somebody goes on with the package: the texts, who asks, what was
    /// handed over before. It is little, and written anew, so that all files of a package say the same.
    pub const fn is_of_the_day(self) -> bool {
        matches!(
            self,
            Self::Cover | Self::Text | Self::Words(..) | Self::Method | Self::Figures | Self::CaseFiles
        )
    }

    /// How many lines are read to write it.
    pub fn lines(self, all: i64) -> i64 {
        match self {
            Self::Volume(number) => (all - number * VOLUME).min(VOLUME),
            Self::Csv | Self::Xlsx => all,
            Self::Cards(..) => i64::from(PORTION),
            _ => 1,
        }
    }
}

impl Work {
    /// How many volumes the roll has.
    pub(super) const fn volumes(&self) -> i64 {
        (self.delivery.lines + VOLUME - 1) / VOLUME
    }

    /// All files of the package, in the order in which they are packed.
    pub(super) fn contents(&self) -> Vec<Content> {
        let one = &self.delivery;
        let mut contents = vec![Content::Cover, Content::Text];
        contents.extend(self.editions.iter().map(|one| Content::Words(false, one.version)));
        contents.extend(self.letters.iter().map(|one| Content::Words(true, one.version)));
        contents.extend([Content::Method, Content::Figures]);
        if !self.campaign.content.case_files.is_empty() {
            contents.push(Content::CaseFiles);
        }
        if one.disclosure >= Disclosure::NamePlace && one.lines > 0 {
            contents.extend((0..self.volumes()).map(Content::Volume));
            contents.extend([Content::Csv, Content::Xlsx]);
        }
        if !self.earlier.is_empty() {
            contents.push(Content::Supplement);
        }
        for run in &self.runs {
            contents
                .extend((0..run.cards.div_ceil(PORTION)).map(|portion| Content::Cards(run.number, portion)));
        }
        for (at, (kind, scan)) in self.scans.iter().enumerate() {
            let Scan { batch, number, format, .. } = *scan;
            contents.push(Content::Scan(Leaf { at, kind: *kind, batch, number, format }));
        }
        contents.push(Content::Checker);
        contents
    }
}
