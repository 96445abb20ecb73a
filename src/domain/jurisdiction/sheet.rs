//! What stands on a sheet: the template of the parliament filled with the text.

use super::text::PetitionText;
use super::{Jurisdiction, Paragraph, Repeats, Style};
use crate::domain::tag::Tag;

/// The first sheet has the full text, the later ones repeat a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    First,
    Later,
}

/// A paragraph as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub style: Style,
    pub text: String,
}

/// What stands on a sheet in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub tag: Tag,
    pub lines: Vec<Line>,
    /// The heads of the columns for name, address and signature.
    pub columns: [String; 3],
}

/// Puts what a text says into the places of a template, once: what was typed is not read as a place.
fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, next)| Some((value(name)?, next)));
        if let Some((value, next)) = place {
            filled.push_str(&value);
            rest = next;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled + rest
}

impl Jurisdiction {
    /// A sheet in one language; nothing where the text is not written in it.
    pub fn side(&self, text: &PetitionText, tag: &Tag, order: Order) -> Option<Side> {
        let code = tag.as_str();
        let wording = text.wording(code)?;
        let addressee = self.addressee(&text.addressee)?;
        let said = |words: &super::Words| words.written(code).unwrap_or_default().to_owned();
        let named = |words| fill(&said(words), |place| (place == "name").then(|| wording.name.clone()));
        let value = |place: &str| {
            Some(match place {
                "to" => named(&addressee.to),
                "attention" => named(&addressee.attention),
                "petitioners" if self.asks_petitioners() => wording.petitioners.clone(),
                "petitioners" => said(&self.petitioners),
                "subject" => wording.subject.clone(),
                "grievance" => wording.grievance.clone(),
                "prayer" => wording.prayer.clone(),
                "repeated" => match text.repeats {
                    Repeats::Prayer => wording.prayer.clone(),
                    Repeats::Subject => wording.subject.clone(),
                },
                _ => return None,
            })
        };
        let line = |one: &Paragraph| Line { style: one.style, text: fill(&said(&one.words), value) };
        let paragraphs = if order == Order::First { &self.first } else { &self.later };
        let columns = [&self.columns.name, &self.columns.address, &self.columns.signature].map(said);
        Some(Side { tag: tag.clone(), lines: paragraphs.iter().map(line).collect(), columns })
    }

    /// The sides of a sheet in the languages that are asked for: two stand beside each other.
    pub fn sides(&self, text: &PetitionText, tags: &[Tag], order: Order) -> Vec<Side> {
        tags.iter().filter_map(|tag| self.side(text, tag, order)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, fill};
    use crate::domain::jurisdiction::text::{PetitionText, Wording};
    use crate::domain::jurisdiction::{Jurisdiction, Repeats};
    use crate::domain::tag::Tag;

    #[test]
    fn the_first_sheet_has_the_full_text_and_the_later_ones_repeat_a_part() {
        let canada = Jurisdiction::find("ca-house-of-commons").unwrap();
        let mut text = PetitionText::new(canada);
        let wording = Wording {
            subject: "A prisoner".into(),
            grievance: "Whereas {prayer} and {};".into(),
            prayer: "We ask {to} you.".into(),
            ..Wording::default()
        };
        let en = Tag::parse("en").unwrap();
        text.wordings.insert(en.clone(), wording);
        let lines = |text: &PetitionText, order| {
            let side = canada.side(text, &en, order).unwrap();
            side.lines.into_iter().map(|line| line.text).collect::<Vec<_>>()
        };
        let first = lines(&text, Order::First);
        let opening = "We, the undersigned citizens or residents of Canada, draw the attention of the House of Commons to the following:";
        assert_eq!(first[..2], ["Petition to the House of Commons in Parliament assembled", opening]);
        // What was typed is taken as it is.
        assert_eq!(first[2..], ["Whereas {prayer} and {};", "We ask {to} you."]);
        assert_eq!(lines(&text, Order::Later)[1..], ["We ask {to} you."]);
        text.repeats = Repeats::Subject;
        assert_eq!(lines(&text, Order::Later)[1..], ["A prisoner"]);
        assert!(canada.side(&text, &Tag::parse("fr").unwrap(), Order::First).is_none());
    }

    #[test]
    fn a_brace_that_is_no_place_stays() {
        assert_eq!(fill("a { b {x} {y", |place| (place == "x").then(|| "{x}".to_owned())), "a { b {x} {y");
    }
}
