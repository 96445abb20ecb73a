//! An update to supporters. The interface calls it an update; in the code that word is a verb.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::campaign::Campaign;
use super::form::parse_text;
use super::lang::Lang;
use super::moment::Moment;
use super::tag::Tag;

/// The longest title and body, in characters.
pub const MAX_TITLE: usize = 150;
pub const MAX_BODY: usize = 20_000;

/// The languages in which a campaign's updates are written, its main one first.
pub fn languages(campaign: &Campaign) -> Vec<Tag> {
    let content = &campaign.content;
    let mut all = vec![content.language.clone()];
    for tag in Lang::ALL.into_iter().map(Tag::from).chain(content.title.tags().cloned()) {
        if !all.contains(&tag) {
            all.push(tag);
        }
    }
    all
}

/// What an update says in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub title: String,
    /// Markdown.
    pub body: String,
}

/// How much of an update is written in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Whole,
    /// A title without a body, or a body without a title.
    Half,
    Nothing,
}

impl Piece {
    /// Takes what was typed: line ends and control characters set right. `None` where it is longer than it may be, or holds
    /// what no keyboard makes.
    pub fn parse(title: &str, body: &str) -> Option<Self> {
        let title = parse_text(title, MAX_TITLE).ok().filter(|title| !title.contains('\n'))?;
        Some(Self { title, body: parse_text(body, MAX_BODY).ok()? })
    }

    const fn written(&self) -> Written {
        match (self.title.is_empty(), self.body.is_empty()) {
            (false, false) => Written::Whole,
            (true, true) => Written::Nothing,
            _ => Written::Half,
        }
    }
}

static NOTHING: Piece = Piece { title: String::new(), body: String::new() };

/// What an update says, by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wording(BTreeMap<String, Piece>);

impl Wording {
    /// What is written in a language, which may be nothing.
    pub fn piece(&self, tag: &str) -> &Piece {
        self.0.get(tag).unwrap_or(&NOTHING)
    }

    pub fn written(&self, tag: &str) -> Written {
        self.piece(tag).written()
    }

    /// The languages in which it can be read.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(_, piece)| piece.written() == Written::Whole).map(|(tag, _)| &**tag)
    }

    /// The language in which somebody reads it: their own, else the campaign's main one, else any.
    pub fn best<'a>(&'a self, wanted: &str, languages: &[Tag]) -> Option<(&'a str, &'a Piece)> {
        let mut wanted = [wanted].into_iter().chain(languages.iter().map(Tag::as_str));
        let tag = wanted.find_map(|tag| self.tags().find(|whole| *whole == tag));
        let tag = tag.or_else(|| self.tags().next())?;
        Some((tag, self.piece(tag)))
    }

    /// Whether it can be published: whole in one language, half in none.
    pub fn is_whole(&self) -> bool {
        self.tags().next().is_some() && self.0.values().all(|piece| piece.written() != Written::Half)
    }

    /// A title to know it by in a list.
    pub fn name(&self, wanted: &str) -> &str {
        let own = &*self.piece(wanted).title;
        let any = || self.0.values().map(|piece| &*piece.title).find(|title| !title.is_empty());
        if own.is_empty() { any().unwrap_or_default() } else { own }
    }
}

impl FromIterator<(String, Piece)> for Wording {
    /// Languages in which nothing is written are left out.
    fn from_iter<I: IntoIterator<Item = (String, Piece)>>(pieces: I) -> Self {
        Self(pieces.into_iter().filter(|(_, piece)| piece.written() != Written::Nothing).collect())
    }
}

/// An update as those who write it see it.
#[derive(Clone, Debug)]
pub struct Bulletin {
    pub campaign: i32,
    /// Counts from 1 in each campaign.
    pub number: i16,
    pub draft: Wording,
    pub revision: i32,
    /// The newest published version; 0: none yet.
    pub version: i32,
    pub created_at: Moment,
    pub changed_at: Moment,
    pub changed_by: Option<Uuid>,
    pub published_at: Option<Moment>,
}

/// A published update, in its newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub number: i16,
    pub version: i32,
    pub wording: Wording,
    /// When its first version was published.
    pub published_at: Moment,
    /// When this version was.
    pub changed_at: Moment,
}

impl Published {
    /// When it was corrected last, if it was.
    pub fn corrected_at(&self) -> Option<Moment> {
        (self.version > 1).then_some(self.changed_at)
    }
}

/// The newest updates of a campaign, as its page lists them.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// Rises with every publication and correction.
    pub revision: i32,
    pub latest: Vec<Published>,
}

#[cfg(test)]
mod tests {
    use super::{Lang, Piece, Wording, Written};

    fn wording(json: &str) -> Wording {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn an_update_is_whole_in_one_language_and_half_in_none_before_it_is_published() {
        let languages = [Lang::En.into(), Lang::Fr.into()];
        let whole = wording(r#"{"fr":{"title":"Un","body":"Deux"}}"#);
        assert!(whole.is_whole());
        let best = |wanted| whole.best(wanted, &languages).map(|(tag, _)| tag);
        assert_eq!((best("en"), best("fr"), best("ug")), (Some("fr"), Some("fr"), Some("fr")));
        let half = wording(r#"{"fr":{"title":"Un","body":"Deux"},"en":{"title":"One","body":""}}"#);
        assert_eq!((half.written("en"), half.written("ug")), (Written::Half, Written::Nothing));
        assert!(!half.is_whole() && !Wording::default().is_whole());
        assert_eq!(Wording::default().best("en", &languages), None);
        assert_eq!((half.name("en"), half.name("ug")), ("One", "One"));
    }

    #[test]
    fn what_is_too_long_or_no_text_is_not_taken() {
        assert_eq!(Piece::parse(" A ", "b\r\nc ").unwrap(), Piece { title: "A".into(), body: "b\nc".into() });
        assert!(Piece::parse(&"a".repeat(151), "").is_none() && Piece::parse("a\nb", "").is_none());
        assert!(Piece::parse("a", &"b".repeat(20_001)).is_none() && Piece::parse("a", "\u{7}").is_none());
    }
}
