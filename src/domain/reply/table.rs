//! What was answered to each demand by each addressee: the newest stance, and how it came to be.

use super::{Replies, Reply, Stance};
use crate::domain::content::Demand;
use crate::domain::tag::Tag;

/// A stance, and the reply that says so.
pub type Said<'a> = (Stance, &'a Reply);

/// What the table says of an addressee and a demand.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// They never answered.
    Missing,
    /// They have answered, but not to these words.
    ToOtherWords,
    /// What they say now.
    Now(Said<'a>, Vec<Said<'a>>),
}

/// What an addressee answered to a demand: what they say now, and what they said before, newest first.
pub fn answer<'a>(replies: &'a Replies, key: &'a str, demand: &Demand, main: &Tag) -> Answer<'a> {
    let mut told = told(replies, key, demand, main);
    if !told.is_empty() {
        return Answer::Now(told.remove(0), told);
    }
    if replies.of(key).next().is_some() { Answer::ToOtherWords } else { Answer::Missing }
}

/// What an addressee says to a demand: each time it changed, newest first; nothing where they never answered.
///
/// A reply that says nothing of a demand leaves what was said before as it is. A demand is the same in two versions of the text
/// where its words in the main language are: what was answered to other words is no answer to these.
fn told<'a>(replies: &'a Replies, key: &'a str, demand: &Demand, main: &Tag) -> Vec<Said<'a>> {
    let mut told: Vec<Said<'a>> = Vec::new();
    for reply in replies.of(key) {
        let Some(stance) = stance(replies, reply, demand, main) else { continue };
        match told.last() {
            Some((_, _)) if stance == Stance::NoAnswer => {}
            Some((before, _)) if *before == stance => {}
            Some((Stance::NoAnswer, _)) => *told.last_mut().expect("there is one") = (stance, reply),
            _ => told.push((stance, reply)),
        }
    }
    told.reverse();
    told
}

/// What a reply says to a demand; nothing where the text that it answers had none of these words.
fn stance(replies: &Replies, reply: &Reply, demand: &Demand, main: &Tag) -> Option<Stance> {
    let text = replies.texts.get(&reply.text_version)?;
    let at = text.demands.iter().position(|one| one.text.says_the_same(&demand.text, main))?;
    Some(reply.stance(at + 1))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::{Reply, Stances, Written};
    use super::{Answer, Demand, Replies, Stance, answer, told};
    use crate::domain::content::Text;
    use crate::domain::date::PartialDate;
    use crate::domain::lang::Lang;
    use crate::domain::moment::Moment;
    use crate::domain::words::Words;

    fn demand(words: &str) -> Demand {
        Demand { text: [(Lang::En, words.to_owned())].into_iter().collect() }
    }

    fn text(demands: &[&str]) -> Text {
        let demands = demands.iter().map(|words| demand(words)).collect();
        Text { body: Words::default(), demands, addressees: Vec::new() }
    }

    fn reply(number: i32, text_version: i32, stances: &[Stance]) -> Reply {
        let written = Written {
            day: PartialDate { year: 2026, month: Some(12), day: u8::try_from(number).ok() },
            original: Lang::En.into(),
            words: Words::default(),
            source: String::new(),
            link: String::new(),
            stances: (1..).zip(stances.iter().copied()).collect::<Stances>(),
        };
        Reply {
            campaign: 1,
            number,
            key: "pm".to_owned(),
            text_version,
            written,
            document: None,
            shown_at: Some(Moment(0)),
            first_shown_at: Some(Moment(0)),
            corrected_at: None,
            told: None,
            revision: 1,
            entered_by: None,
            created_at: Moment(0),
        }
    }

    fn seen(all: Vec<Reply>, words: &str) -> Vec<(Stance, i32)> {
        let texts = BTreeMap::from([(1, text(&["Recognize", "Free"])), (2, text(&["Free", "Bring home"]))]);
        let replies = Replies { all, texts, ..Replies::default() };
        told(&replies, "pm", &demand(words), &Lang::En.into())
            .into_iter()
            .map(|(stance, reply)| (stance, reply.number))
            .collect()
    }

    #[test]
    fn a_stance_stands_until_another_is_told_and_history_is_kept() {
        use Stance::{Agrees, NoAnswer, Partly, Refuses};
        let all = || {
            vec![
                reply(1, 1, &[NoAnswer, Refuses]),
                reply(2, 1, &[Agrees, Refuses]),
                reply(3, 2, &[Partly, NoAnswer]),
                reply(4, 2, &[NoAnswer, NoAnswer]),
            ]
        };
        assert_eq!(seen(all(), "Free"), [(Partly, 3), (Refuses, 1)]);
        assert_eq!(
            seen(all(), "Recognize"),
            [(Agrees, 2)],
            "silence before an answer is no stance that changed"
        );
        assert_eq!(seen(all(), "Bring home"), [(NoAnswer, 3)]);
        assert_eq!(seen(all(), "Other words"), []);
        assert_eq!(seen(Vec::new(), "Free"), []);
    }

    #[test]
    fn a_translation_empties_no_answer_and_other_words_are_not_taken_for_silence() {
        let texts = BTreeMap::from([(1, text(&["Free"]))]);
        let replies = Replies { all: vec![reply(1, 1, &[Stance::Agrees])], texts, ..Replies::default() };
        let words = [(Lang::En, "Free".to_owned()), (Lang::Fr, "Libre".to_owned())];
        let translated = Demand { text: words.into_iter().collect() };
        let seen = |key, demand: &Demand| match answer(&replies, key, demand, &Lang::En.into()) {
            Answer::Missing => "none",
            Answer::ToOtherWords => "to other words",
            Answer::Now((stance, _), before) => {
                assert!(before.is_empty());
                stance.as_str()
            }
        };
        assert_eq!(seen("pm", &translated), "agrees");
        assert_eq!(seen("pm", &demand("Free at once")), "to other words");
        assert_eq!(seen("leader", &demand("Free at once")), "none");
    }

    proptest! {
        #[test]
        fn what_stands_is_what_was_said_last(said in proptest::collection::vec(0usize..4, 0..12)) {
            let stances: Vec<Stance> = said.iter().map(|at| Stance::ALL[*at]).collect();
            let all = stances.iter().zip(1..).map(|(stance, number)| reply(number, 1, &[*stance])).collect();
            let told = seen(all, "Recognize");
            let last = stances.iter().rev().find(|stance| **stance != Stance::NoAnswer).or(stances.last());
            prop_assert_eq!(told.first().map(|(stance, _)| *stance), last.copied());
            prop_assert!(told.windows(2).all(|two| two[0].0 != two[1].0 && two[0].1 > two[1].1));
        }
    }
}
