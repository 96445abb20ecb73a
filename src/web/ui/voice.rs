use maud::{Markup, html};

use super::markdown;
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::domain::words::{Said, Words};

/// Says what organisers wrote to a reader: in the reader's language, else in the campaign's main one, and then it says so.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The language of the page around it.
    pub lang: Lang,
    /// The language that is looked for first.
    wanted: &'a str,
    main: &'a Tag,
}

impl<'a> Voice<'a> {
    pub const fn new(lang: Lang, main: &'a Tag) -> Self {
        Self { lang, wanted: lang.code(), main }
    }

    /// In a language that the reader has asked for by its tag.
    pub const fn speaking(lang: Lang, wanted: &'a str, main: &'a Tag) -> Self {
        Self { lang, wanted, main }
    }

    fn said(&self, words: &'a Words) -> Said<'a> {
        words.said(self.wanted, self.main)
    }

    /// Plain words, for where there is no markup.
    pub fn text(&self, words: &'a Words) -> &'a str {
        self.said(words).text
    }

    /// The language of a text, where it is not the page's.
    pub fn foreign_tag(&self, words: &'a Words) -> Option<&'a str> {
        Some(self.said(words).tag).filter(|tag| *tag != self.lang.code())
    }

    /// A line, marked with its language where that is not the page's.
    pub fn say(&self, words: &'a Words) -> Markup {
        let said = self.said(words);
        match self.foreign(&said) {
            None => html! { (said.text) },
            Some(direction) => html! { span lang=(said.tag) dir=(direction) { (said.text) } },
        }
    }

    /// A text of paragraphs, likewise.
    pub fn markdown(&self, words: &'a Words) -> Markup {
        let said = self.said(words);
        match self.foreign(&said) {
            None => markdown(said.text),
            Some(direction) => html! { div lang=(said.tag) dir=(direction) { (markdown(said.text)) } },
        }
    }

    /// The direction of what is in another language than the page.
    fn foreign(&self, said: &Said<'_>) -> Option<&'static str> {
        let is_foreign = said.tag != self.lang.code();
        is_foreign.then(|| Tag::parse(said.tag).unwrap_or_default().direction())
    }
}
