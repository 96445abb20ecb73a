use crate::domain::country::Countries;
use crate::domain::delivery::census::OTHER;
use crate::domain::lang::Lang;
use crate::domain::official::province_words;
use crate::domain::riding::Ridings;
use crate::i18n::t;

/// What the parts of figures are called.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub lang: Lang,
    pub countries: &'a Countries,
    pub ridings: &'a Ridings,
}

impl Names<'_> {
    fn country(&self, code: &str) -> String {
        self.countries.get(code).map_or_else(|| code.to_owned(), |country| country.name(self.lang).to_owned())
    }

    /// The part of a dimension, such as a riding by its code.
    pub fn part(&self, dimension: &str, part: &str) -> String {
        match (dimension, part) {
            (_, "") => t!(self.lang, "package-part-unknown"),
            (_, OTHER) => t!(self.lang, "package-part-other"),
            ("country", code) => self.country(code),
            ("region", region) => match region.split_once('-') {
                Some(("CA", province)) => province_words(self.lang, province).to_owned(),
                Some((code, region)) => format!("{} – {region}", self.country(code)),
                None => self.country(region),
            },
            ("riding", code) => {
                let known = self.ridings.riding(code);
                known.map_or_else(|| code.to_owned(), |riding| riding.name(self.lang).to_owned())
            }
            (_, other) => other.to_owned(),
        }
    }
}
