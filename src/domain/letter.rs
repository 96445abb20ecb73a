//! A campaign's open letter: its text, who may sign it, and the list under it: organisations that staff have vetted, and those
//! that stand on the campaign's page anyway, in one order.

use std::cmp::Reverse;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::campaign::Edition;
use super::content::Organisation;
use super::country::in_alphabet;
use super::lang::Lang;
use super::local_name::{LocalName, choose};
use super::moment::Moment;
use super::name::FullName;
use super::sign_on::Kind;
use super::tag::Tag;
use super::words::Words;

/// The longest text of a letter, in characters.
pub const MAX_TEXT: usize = 50_000;

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sorting {
    /// The heaviest first; of equal weight those of the campaign's page in its order, then the alphabet.
    #[default]
    Weight,
    Alphabet,
}

impl Sorting {
    pub const ALL: [Self; 2] = [Self::Weight, Self::Alphabet];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Alphabet => "alphabet",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sorting| sorting.as_str() == text)
    }
}

/// What organisers set about their letter; `[letter]` in a content file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Whether the letter is shown and signed.
    #[serde(default = "yes")]
    pub shown: bool,
    /// Markdown.
    pub body: Words,
    #[serde(default = "yes")]
    pub organisations: bool,
    #[serde(default = "yes")]
    pub professionals: bool,
    #[serde(default)]
    pub sorting: Sorting,
}

const fn yes() -> bool {
    true
}

/// How an organisation stands on the list. Of a professional only the weight: their name shows as they chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub names: Vec<LocalName>,
    pub weight: i32,
}

/// An open letter as every node knows it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Rises with every change of what its page shows.
    pub revision: i32,
    pub terms: Terms,
    /// The version of its text.
    pub version: i32,
    pub published_at: Moment,
    /// The versions of its text, ascending.
    pub editions: Vec<Edition>,
    /// The organisations that staff have vetted.
    pub organisations: Vec<Line>,
    /// How many professionals they have.
    pub professionals: usize,
}

fn comparable(name: &str) -> String {
    FullName::parse(name).map_or_else(|_| name.to_owned(), |name| name.comparable())
}

impl Letter {
    pub const fn takes(&self, kind: Kind) -> bool {
        match kind {
            Kind::Organisation => self.terms.organisations,
            Kind::Professional => self.terms.professionals,
        }
    }

    /// Those vetted that the campaign's page does not name already.
    fn beyond<'a>(&'a self, content: &'a [Organisation]) -> impl Iterator<Item = &'a Line> {
        let named: HashSet<String> = content.iter().map(|one| comparable(&one.name)).collect();
        let is_new = move |line: &&Line| !line.names.iter().any(|one| named.contains(&comparable(&one.name)));
        self.organisations.iter().filter(is_new)
    }

    /// How many organisations stand under the letter.
    pub fn count(&self, content: &[Organisation]) -> usize {
        content.len() + self.beyond(content).count()
    }

    /// All of them, as a reader of `lang` sees them.
    pub fn lines(&self, content: &[Organisation], lang: Lang) -> Vec<Line> {
        let filed = content.iter().map(|one| {
            let lang = Tag::parse(&one.lang).unwrap_or_default();
            Line { names: vec![LocalName { lang, name: one.name.clone() }], weight: 0 }
        });
        let mut beyond: Vec<Line> = self.beyond(content).cloned().collect();
        beyond.sort_by_cached_key(|line| sorted_by(line, lang));
        let mut lines: Vec<Line> = filed.chain(beyond).collect();
        match self.terms.sorting {
            Sorting::Weight => lines.sort_by_key(|line| Reverse(line.weight)),
            Sorting::Alphabet => lines.sort_by_cached_key(|line| sorted_by(line, lang)),
        }
        lines
    }
}

fn sorted_by(line: &Line, lang: Lang) -> String {
    choose(&line.names, lang).map(|name| in_alphabet(&name.name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Letter, Line, Sorting, Terms};
    use crate::domain::content::Organisation;
    use crate::domain::lang::Lang;
    use crate::domain::local_name::{LocalName, choose};
    use crate::domain::moment::Moment;
    use crate::domain::words::Words;

    fn line(weight: i32, names: &[(&str, &str)]) -> Line {
        Line {
            names: names.iter().map(|(lang, name)| LocalName::parse(lang, name).unwrap()).collect(),
            weight,
        }
    }

    fn names(letter: &Letter, content: &[Organisation], lang: Lang) -> Vec<String> {
        let lines = letter.lines(content, lang);
        lines.iter().map(|line| choose(&line.names, lang).unwrap().name.clone()).collect()
    }

    #[test]
    fn both_sources_stand_in_one_list_and_nobody_twice() {
        let filed = |name: &str| Organisation { name: name.into(), lang: "en".into(), note: None };
        let content = [filed("PEN Canada"), filed("Amnesty International Canada")];
        let terms = Terms {
            shown: true,
            body: Words::default(),
            organisations: true,
            professionals: true,
            sorting: Sorting::Weight,
        };
        let organisations = vec![
            line(0, &[("fr", "Écrivains"), ("en", "Writers")]),
            line(5, &[("en", "Zebra")]),
            line(9, &[("en", "Pen  CANADA")]),
        ];
        let mut letter = Letter {
            revision: 1,
            terms,
            version: 1,
            published_at: Moment(0),
            editions: Vec::new(),
            organisations,
            professionals: 0,
        };
        assert_eq!(letter.count(&content), 4);
        assert_eq!(
            names(&letter, &content, Lang::En),
            ["Zebra", "PEN Canada", "Amnesty International Canada", "Writers"]
        );
        letter.terms.sorting = Sorting::Alphabet;
        assert_eq!(
            names(&letter, &content, Lang::En),
            ["Amnesty International Canada", "PEN Canada", "Writers", "Zebra"]
        );
        assert_eq!(
            names(&letter, &content, Lang::Fr),
            ["Amnesty International Canada", "Écrivains", "PEN Canada", "Zebra"]
        );
    }
}
