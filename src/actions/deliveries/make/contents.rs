//! Which files a package has.

use super::Work;
use crate::documents::delivery::roll::VOLUME;
use crate::domain::disclosure::Disclosure;
use crate::package::CHECKER;

/// A file of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Cover,
    Text,
    Method,
    Figures,
    CaseFiles,
    /// A volume of the roll, counted from 0.
    Volume(i64),
    Csv,
    Xlsx,
    /// Who has left since earlier deliveries, by their numbers there.
    Supplement,
    Checker,
}

impl Content {
    pub fn name(self) -> String {
        match self {
            Self::Cover => "cover.pdf".to_owned(),
            Self::Text => "text.pdf".to_owned(),
            Self::Method => "method.pdf".to_owned(),
            Self::Figures => "figures.pdf".to_owned(),
            Self::CaseFiles => "case-files.pdf".to_owned(),
            Self::Volume(number) => format!("roll/roll-{:03}.pdf", number + 1),
            Self::Csv => "roll.csv".to_owned(),
            Self::Xlsx => "roll.xlsx".to_owned(),
            Self::Supplement => "supplement.csv".to_owned(),
            Self::Checker => CHECKER.to_owned(),
        }
    }

    /// Whether it is another file once whoever stands in this place of the roll has left.
    pub const fn holds(self, place: i64) -> bool {
        match self {
            Self::Cover | Self::Text | Self::Figures | Self::CaseFiles | Self::Supplement | Self::Checker => {
                false
            }
            // It tells how many have.
            Self::Method | Self::Csv | Self::Xlsx => true,
            Self::Volume(number) => (place - 1) / VOLUME == number,
        }
    }

    /// How many lines are read to write it.
    pub fn lines(self, all: i64) -> i64 {
        match self {
            Self::Volume(number) => (all - number * VOLUME).min(VOLUME),
            Self::Csv | Self::Xlsx => all,
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
        let mut contents = vec![Content::Cover, Content::Text, Content::Method, Content::Figures];
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
        contents.push(Content::Checker);
        contents
    }
}
