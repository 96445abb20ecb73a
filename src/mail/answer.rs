use super::confirm::signed_off;
use super::{Letter, Part, Sender};
use crate::domain::lang::Lang;
use crate::i18n::{self, t};

/// What the organisers answer to a message, with what was asked.
pub struct AnswerMail<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub subject: &'a str,
    pub text: &'a str,
    /// What was asked, and who by.
    pub asked: &'a str,
    pub name: &'a str,
}

impl AnswerMail<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let mut parts: Vec<Part> = self.text.split("\n\n").map(|text| Part::Text(text.to_owned())).collect();
        parts.push(Part::Small(t!(lang, "mail-answer-asked", name = i18n::isolate(self.name))));
        parts.push(Part::Quote(self.asked.to_owned()));
        parts.push(signed_off(self.sender, lang));
        Letter { lang, subject: self.subject.to_owned(), parts }
    }
}
