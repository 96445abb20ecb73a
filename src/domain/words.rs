use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::lang::Lang;
use super::tag::Tag;

/// A text in the languages in which it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<Tag, String>);

impl FromIterator<(Tag, String)> for Words {
    fn from_iter<I: IntoIterator<Item = (Tag, String)>>(words: I) -> Self {
        Self(words.into_iter().collect())
    }
}

/// A text as a reader is given it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    pub text: &'a str,
    /// The language it is in, which need not be the reader's.
    pub tag: &'a str,
}

impl FromIterator<(Lang, String)> for Words {
    fn from_iter<T: IntoIterator<Item = (Lang, String)>>(texts: T) -> Self {
        Self(texts.into_iter().map(|(lang, text)| (lang.into(), text)).collect())
    }
}

impl Words {
    /// The text in exactly this language.
    pub fn written(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str).filter(|text| !text.trim().is_empty())
    }

    /// The text in a language of the product, else in another: where there is room for plain words only. A page says which
    /// language it has with `said`.
    pub fn get(&self, lang: Lang) -> &str {
        let ours = [lang].into_iter().chain(Lang::ALL).find_map(|lang| self.written(lang.code()));
        ours.or_else(|| self.0.keys().find_map(|tag| self.written(tag.as_str()))).unwrap_or_default()
    }

    /// The text in the reader's language, else in the campaign's main one, else in any.
    pub fn said<'a>(&'a self, wanted: &'a str, main: &'a Tag) -> Said<'a> {
        let tags = [wanted, main.as_str()].into_iter().chain(self.0.keys().map(Tag::as_str));
        let found = tags.into_iter().find_map(|tag| Some(Said { text: self.written(tag)?, tag }));
        found.unwrap_or(Said { text: "", tag: wanted })
    }

    /// Whether another text says the same: in the main language, else in every language that both are written in. A translation
    /// added to one of them changes nothing of what it says.
    pub fn says_the_same(&self, other: &Self, main: &Tag) -> bool {
        let both = |tag: &Tag| self.written(tag.as_str()).zip(other.written(tag.as_str()));
        if let Some((own, theirs)) = both(main) {
            return own == theirs;
        }
        let mut shared = self.tags().filter_map(both).peekable();
        shared.peek().is_some() && shared.all(|(own, theirs)| own == theirs)
    }

    /// The languages in which something is written.
    pub fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.0.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(tag, _)| tag)
    }

    /// The languages of the product in which nothing is written.
    pub fn missing(&self) -> impl Iterator<Item = Lang> {
        Lang::ALL.into_iter().filter(|lang| self.written(lang.code()).is_none())
    }

    /// The length of the longest translation, in characters.
    pub fn longest(&self) -> usize {
        self.0.values().map(|text| text.chars().count()).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, Words};
    use crate::domain::lang::Lang;
    use crate::domain::tag::Tag;

    #[test]
    fn a_reader_gets_their_language_else_the_main_one() {
        let words: Words = serde_json::from_str(r#"{"en":"Hello","ug":"سالام","fr":" "}"#).unwrap();
        let main = Tag::parse("ug").unwrap();
        assert_eq!(words.said("en", &main), Said { text: "Hello", tag: "en" });
        assert_eq!(words.said("fr", &main), Said { text: "سالام", tag: "ug" });
        assert_eq!(words.get(Lang::Fr), "Hello");
        assert!(serde_json::from_str::<Words>(r#"{"not a tag":"x"}"#).is_err());
    }

    #[test]
    fn two_texts_are_the_same_in_the_main_language_else_in_all_that_both_have() {
        let main = Tag::parse("fr").unwrap();
        let same = |one: &str, other: &str| {
            let words = |json: &str| serde_json::from_str::<Words>(json).unwrap();
            let (one, other) = (words(one), words(other));
            assert_eq!(one.says_the_same(&other, &main), other.says_the_same(&one, &main));
            one.says_the_same(&other, &main)
        };
        assert!(same(r#"{"fr":"Libre"}"#, r#"{"fr":"Libre","en":"Free"}"#), "a translation is added");
        assert!(same(r#"{"fr":"Libre","en":"Fre"}"#, r#"{"fr":"Libre","en":"Free"}"#), "a slip in another");
        assert!(!same(r#"{"fr":"Libre","en":"Free"}"#, r#"{"fr":"Libérez","en":"Free"}"#));
        assert!(same(r#"{"en":"Free"}"#, r#"{"fr":"Libre","en":"Free"}"#), "the main one is missing in one");
        assert!(!same(r#"{"en":"Free","ug":"x"}"#, r#"{"en":"Free","ug":"y"}"#), "all that both have count");
        assert!(
            !same(r#"{"en":"Free"}"#, r#"{"fr":"Libre"}"#) && !same("{}", "{}"),
            "nothing is no sameness"
        );
    }
}
