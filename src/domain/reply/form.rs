use super::{Stance, Stances};
use crate::domain::date::PartialDate;
use crate::domain::form::parse_text;
use crate::domain::name::parse_line;
use crate::domain::tag::Tag;
use crate::domain::website::Website;
use crate::domain::words::Words;

/// The longest reply in one language, in characters.
pub const MAX_WORDS: usize = 20_000;
/// The longest source, in characters.
pub const MAX_SOURCE: usize = 200;
/// Nobody whom this is for was asked before.
const EARLIEST: i32 = 1900;

/// A reply as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub day: String,
    /// The language it came in.
    pub original: String,
    /// What it says, in each language in which somebody may write it down.
    pub words: Vec<(Tag, String)>,
    /// Where it is from, such as *letter* or *statement in the House*.
    pub source: String,
    /// Where it can be read, if it can.
    pub link: String,
    /// The stance to each demand, in their order.
    pub stances: Vec<String>,
}

/// What of the form was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Day,
    /// It lies in the future.
    Ahead,
    /// The words in this language are too long, or hold what no keyboard makes.
    Words(Tag),
    /// Nothing is written in the language it came in.
    Unwritten,
    Original,
    Source,
    NoSource,
    Link,
    /// Of the demand of this number.
    Stance(usize),
}

/// What a reply says, when, and where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub day: PartialDate,
    /// The language it came in; in the others it is a translation.
    pub original: Tag,
    /// Markdown.
    pub words: Words,
    pub source: String,
    /// An address of the web; empty where there is none.
    pub link: String,
    pub stances: Stances,
}

/// A day that has been, written `2026-11-22`; `today` is as those see it who typed.
pub fn parse_day(typed: &str, today: &str) -> Result<PartialDate, Fault> {
    let day = PartialDate::parse(typed.trim()).filter(|date| date.day.is_some()).ok_or(Fault::Day)?;
    if day.to_string().as_str() > today {
        return Err(Fault::Ahead);
    }
    if day.year < EARLIEST { Err(Fault::Day) } else { Ok(day) }
}

impl Form {
    /// Takes what was typed, or says all that is wrong with it. So many demands stand in the text.
    pub fn parse(&self, demands: usize, today: &str) -> Result<Written, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut kept = |fault: Fault| faults.push(fault);
        let day = parse_day(&self.day, today).map_err(&mut kept).ok();
        let original = self.words.iter().map(|(tag, _)| tag).find(|tag| tag.as_str() == self.original);
        let words = self.words(&mut kept);
        match original {
            None => kept(Fault::Original),
            Some(tag) if words.written(tag.as_str()).is_none() && !self.is_refused(tag) => {
                kept(Fault::Unwritten);
            }
            Some(_) => {}
        }
        let source = parse_line(&self.source, MAX_SOURCE).map_err(|_| kept(Fault::Source)).ok();
        if source.as_ref().is_some_and(String::is_empty) {
            kept(Fault::NoSource);
        }
        let link = Website::parse(&self.link).map_err(|_| kept(Fault::Link)).ok();
        let stances = self.stances(demands, &mut kept);
        match (day, original, source, link) {
            (Some(day), Some(original), Some(source), Some(link)) if faults.is_empty() => Ok(Written {
                day,
                original: original.clone(),
                words,
                source,
                link: link.map(|link| link.address().to_owned()).unwrap_or_default(),
                stances,
            }),
            _ => Err(faults),
        }
    }

    /// Whether what is written in a language is no text.
    fn is_refused(&self, tag: &Tag) -> bool {
        self.words.iter().any(|(one, typed)| one == tag && parse_text(typed, MAX_WORDS).is_err())
    }

    fn words(&self, kept: &mut impl FnMut(Fault)) -> Words {
        let parse = |(tag, typed): &(Tag, String)| {
            let text = parse_text(typed, MAX_WORDS).map_err(|_| kept(Fault::Words(tag.clone()))).ok()?;
            (!text.is_empty()).then(|| (tag.clone(), text))
        };
        self.words.iter().filter_map(parse).collect()
    }

    fn stances(&self, demands: usize, kept: &mut impl FnMut(Fault)) -> Stances {
        let mut stances = Stances::new();
        for number in 1..=demands {
            let typed = self.stances.get(number - 1).map_or("", String::as_str);
            match Stance::parse(typed) {
                Some(stance) => _ = stances.insert(number, stance),
                None => kept(Fault::Stance(number)),
            }
        }
        stances
    }
}

impl Written {
    /// As it is typed, to be changed: in every language in which it may be written.
    pub fn form(&self, languages: &[Tag], demands: usize) -> Form {
        let words =
            |tag: &Tag| (tag.clone(), self.words.written(tag.as_str()).unwrap_or_default().to_owned());
        let stance =
            |number| self.stances.get(&number).copied().unwrap_or(Stance::NoAnswer).as_str().to_owned();
        Form {
            day: self.day.to_string(),
            original: self.original.to_string(),
            words: languages.iter().map(words).collect(),
            source: self.source.clone(),
            link: self.link.clone(),
            stances: (1..=demands).map(stance).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Fault, Form, Tag};

    fn tag(text: &str) -> Tag {
        Tag::parse(text).unwrap()
    }

    fn form() -> Form {
        Form {
            day: "2026-11-20".to_owned(),
            original: "fr".to_owned(),
            words: vec![(tag("en"), String::new()), (tag("fr"), "Merci.\r\n\r\nOui.".to_owned())],
            source: " Letter ".to_owned(),
            link: "parl.example/answer".to_owned(),
            stances: vec!["agrees".to_owned(), "no_answer".to_owned()],
        }
    }

    #[test]
    fn a_reply_is_read_as_it_is_typed_and_typed_as_it_is_read() {
        let written = form().parse(2, "2026-11-22").unwrap();
        assert_eq!(written.words.written("fr"), Some("Merci.\n\nOui."));
        assert_eq!(
            (written.source.as_str(), written.link.as_str()),
            ("Letter", "https://parl.example/answer")
        );
        let again = written.form(&[tag("en"), tag("fr")], 2);
        assert_eq!(again.parse(2, "2026-11-22").unwrap(), written);
    }

    #[test]
    fn all_that_is_wrong_with_a_reply_is_said_at_once() {
        let faults = |form: Form| form.parse(2, "2026-11-22").unwrap_err();
        assert_eq!(
            faults(Form::default()),
            [Fault::Day, Fault::Original, Fault::NoSource, Fault::Stance(1), Fault::Stance(2)]
        );
        assert_eq!(faults(Form { day: "2026-11-23".to_owned(), ..form() }), [Fault::Ahead]);
        assert_eq!(faults(Form { day: "2026-11".to_owned(), ..form() }), [Fault::Day]);
        assert_eq!(faults(Form { day: "1066-10-14".to_owned(), ..form() }), [Fault::Day]);
        assert_eq!(faults(Form { original: "en".to_owned(), ..form() }), [Fault::Unwritten]);
        assert_eq!(faults(Form { original: "ug".to_owned(), ..form() }), [Fault::Original]);
        assert_eq!(faults(Form { link: "javascript:alert(1)".to_owned(), ..form() }), [Fault::Link]);
        assert_eq!(faults(Form { source: "x".repeat(201), ..form() }), [Fault::Source]);
        let long = vec![(tag("fr"), "x".repeat(20_001))];
        assert_eq!(faults(Form { words: long, ..form() }), [Fault::Words(tag("fr"))]);
        let stances = vec!["agrees".to_owned(), "perhaps".to_owned()];
        assert_eq!(faults(Form { stances, ..form() }), [Fault::Stance(2)]);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_taken_or_refused(day in "\\PC{0,12}", words in "\\PC{0,40}", source in "\\PC{0,40}", link in "\\PC{0,40}") {
            let typed = Form { day, words: vec![(tag("fr"), words)], source, link, ..form() };
            if let Ok(written) = typed.parse(2, "2026-11-22") {
                prop_assert!(written.words.tags().next().is_some() && !written.source.is_empty());
            }
        }
    }
}
