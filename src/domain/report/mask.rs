//! What is left out of a comment before it is told without its writer: email addresses, telephone numbers, and the writer's own
//! name and postal code. Rather too much than too little: who reads on knows nothing of what stood there.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::domain::official::folded;
use crate::domain::person::Person;

/// What stands where something was left out.
pub const GAP: &str = "[…]";

/// So many digits in a row may be a telephone number.
const PHONE: usize = 7;

/// A word of a name by itself is left out from so many letters on; from so many, also where an ending is attached.
const SHORTEST: usize = 3;
const ENDED: usize = 5;

/// A word of a text, and what is compared of it.
struct Word {
    at: Range<usize>,
    folded: String,
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = c.is_alphanumeric() || is_combining_mark(c);
        match begun {
            None if is_inside => begun = Some(at),
            Some(from) if !is_inside => {
                words.push(Word { at: from..at, folded: folded(&text[from..at]) });
                begun = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether a script is written without spaces between its words, or with endings that no space keeps apart.
const fn runs_on(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..)
}

/// From where to where `@` stands in an address.
fn mailboxes(text: &str, found: &mut Vec<Range<usize>>) {
    let is_part = |c: char| !c.is_whitespace() && !"<>()[]{}\"“”«»,;:".contains(c);
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '@' | '\u{ff20}' | '\u{fe6b}')) {
        let before = text[..at].chars().rev().take_while(|c| is_part(*c)).map(char::len_utf8).sum::<usize>();
        let after: usize =
            text[at + sign.len_utf8()..].chars().take_while(|c| is_part(*c)).map(char::len_utf8).sum();
        if before > 0 && after > 0 {
            found.push(at - before..at + sign.len_utf8() + after);
        }
    }
}

/// A whole date, such as `2006-03-26`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts.concat().bytes().all(|byte| byte.is_ascii_digit())
}

fn phones(text: &str, found: &mut Vec<Range<usize>>) {
    let is_between = |c: char| {
        c.is_whitespace()
            || "-.()+/·_\u{ad}\u{200b}".contains(c)
            || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    let mut run: Option<(Range<usize>, usize)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), 'x')]) {
        match (&mut run, c.is_numeric()) {
            (None, true) => run = Some((at..at + c.len_utf8(), 1)),
            (Some((of, digits)), true) => (of.end, *digits) = (at + c.len_utf8(), *digits + 1),
            (Some((of, digits)), false) if !is_between(c) => {
                if *digits >= PHONE && !is_date(&text[of.clone()]) {
                    found.push(of.clone());
                }
                run = None;
            }
            _ => {}
        }
    }
}

/// Where some words in a row are a text, with or without what stands between them.
fn rows(said: &[Word], sought: &[String], found: &mut Vec<Range<usize>>) {
    for row in said.windows(sought.len().max(1)) {
        if !sought.is_empty() && row.iter().map(|word| &word.folded).eq(sought) {
            found.push(row[0].at.start..row[row.len() - 1].at.end);
        }
    }
}

/// Where a text stands in the midst of a word: of its letters the ones it is made of.
fn within(text: &str, word: &Word, sought: &str, found: &mut Vec<Range<usize>>) {
    let mut letters: Vec<(char, Range<usize>)> = Vec::new();
    for (at, c) in text[word.at.clone()].char_indices() {
        let at = word.at.start + at;
        let of = at..at + c.len_utf8();
        letters.extend(folded(c.encode_utf8(&mut [0; 4])).chars().map(|letter| (letter, of.clone())));
    }
    let sought: Vec<char> = sought.chars().collect();
    for row in letters.windows(sought.len().max(1)) {
        if !sought.is_empty() && row.iter().map(|(letter, _)| letter).eq(&sought) {
            found.push(row[0].1.start..row[row.len() - 1].1.end);
        }
    }
}

fn names(text: &str, said: &[Word], name: &str, found: &mut Vec<Range<usize>>) {
    let own: Vec<String> =
        words(name).into_iter().map(|word| word.folded).filter(|word| !word.is_empty()).collect();
    rows(said, &own, found);
    // Written in one, as `annaroy`.
    let whole = own.concat();
    let long = |word: &str, most: usize| word.chars().count() >= most;
    for word in said {
        let is_own = |own: &&String| {
            let is_whole = word.folded == **own && long(own, SHORTEST);
            is_whole || (long(own, ENDED) && word.folded.starts_with(own.as_str()))
        };
        if own.iter().chain([&whole]).any(|one| is_own(&one)) {
            found.push(word.at.clone());
        }
        for part in own.iter().chain([&whole]) {
            if long(part, 2) && part.chars().any(runs_on) {
                within(text, word, part, found);
            }
        }
    }
}

fn postal_codes(said: &[Word], own: &str, found: &mut Vec<Range<usize>>) {
    let own = folded(own);
    if own.chars().count() < 4 {
        return;
    }
    for length in 1..=3 {
        for row in said.windows(length) {
            if row.iter().map(|word| word.folded.as_str()).collect::<String>() == own {
                found.push(row[0].at.start..row[row.len() - 1].at.end);
            }
        }
    }
}

/// A comment as it is told without its writer. What is left out may bring together what stood apart, so that it is looked through
/// until nothing more is found.
pub fn masked(comment: &str, writer: &Person) -> String {
    let mut told = comment.to_owned();
    loop {
        let next = once(&told, writer);
        if next == told {
            return told;
        }
        told = next;
    }
}

fn once(comment: &str, writer: &Person) -> String {
    let (said, mut found) = (words(comment), Vec::new());
    mailboxes(comment, &mut found);
    phones(comment, &mut found);
    names(comment, &said, &writer.name, &mut found);
    postal_codes(&said, &writer.postal_code, &mut found);
    found.sort_unstable_by_key(|of| (of.start, of.end));
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for of in found {
        match gaps.last_mut() {
            // Two beside each other are one: else it would be seen how many words there were.
            Some(gap) if of.start <= gap.end || comment[gap.end..of.start].chars().all(is_thin) => {
                gap.end = gap.end.max(of.end);
            }
            _ => gaps.push(of),
        }
    }
    let (mut told, mut at) = (String::with_capacity(comment.len()), 0);
    for gap in gaps {
        told.push_str(&comment[at..gap.start]);
        told.push_str(GAP);
        at = gap.end;
    }
    told.push_str(&comment[at..]);
    told
}

/// What stands between the words of one name.
fn is_thin(c: char) -> bool {
    c == ' ' || c == '-' || c == '.' || is_apostrophe(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{GAP, folded, masked, words};
    use crate::domain::person::Person;

    fn person(name: &str) -> Person {
        Person {
            name: name.to_owned(),
            email: "anna@example.org".to_owned(),
            postal_code: "K1A 0A6".to_owned(),
            city: String::new(),
            region: String::new(),
            comment: String::new(),
        }
    }

    #[test]
    fn who_wrote_and_how_they_are_reached_is_left_out() {
        for (name, comment, told) in [
            ("Anna Roy", "Bring him home. Anna Roy, Ottawa", "Bring him home. […], Ottawa"),
            ("Anna Roy", "signed: ANNA", "signed: […]"),
            ("Anna Roy", "Annaroy here", "[…] here"),
            ("Zoé Côté-Müller", "– zoe cote muller", "– […]"),
            ("Zoé Côté-Müller", "Mu\u{308}ller's family", "[…]'s family"),
            ("Li Na", "I, Li Na, ask", "I, […], ask"),
            ("Li Na", "Na, go on", "Na, go on"),
            ("王炳章", "我是王炳章，请放人", "我是[…]，请放人"),
            ("김민수", "저는 김민수입니다", "저는 […]"),
            ("ھۈسەيىن جېلىل", "مەن ھۈسەيىننىڭ دوستى", "مەن […] دوستى"),
            ("Anna Roy", "Write to me: anna.r+x@example.org!", "Write to me: […]"),
            ("Anna Roy", "<someone@example.org> knows", "<[…]> knows"),
            ("Anna Roy", "Call (613) 555-0199 or +1 613 555 0199.", "Call ([…] or +[…]."),
            ("Anna Roy", "٠٦١٣٥٥٥٠١٩٩ اتصل", "[…] اتصل"),
            ("Anna Roy", "I live at K1A 0A6, or k1a0a6", "I live at […], or […]"),
            (
                "Anna Roy",
                "Since 2006-03-26, for 20 years. e.g. 12 times.",
                "Since 2006-03-26, for 20 years. e.g. 12 times.",
            ),
            ("Roy", "Le roi et Royce", "Le roi et Royce"),
            ("", "Nobody's words @ home", "Nobody's words @ home"),
        ] {
            assert_eq!(masked(comment, &person(name)), told, "{name}: {comment}");
        }
    }

    proptest! {
        #[test]
        fn no_own_name_and_no_address_is_told_wherever_it_stands(
            before in "[a-zé ,.\\n]{0,40}",
            after in "[a-zé ,.\\n]{0,40}",
            first in "[A-ZÉ][a-zéü]{2,9}",
            last in "[A-ZÇ][a-zçñ]{2,9}",
            local in "[a-z0-9.+-]{1,12}",
            digits in "[0-9]{3}[- .]?[0-9]{3}[- .]?[0-9]{4}",
            shout: bool,
        ) {
            let name = format!("{first} {last}");
            let signed = if shout { name.to_uppercase() } else { name.clone() };
            let comment = format!("{before} {signed} ({local}@mail.example) tel {digits}; {first}, {after}");
            let told = masked(&comment, &person(&name));
            prop_assert!(!told.contains('@') && !told.contains(&digits), "{told}");
            for word in words(&told) {
                prop_assert!(word.folded != folded(&first) && word.folded != folded(&last), "{told}");
            }
            prop_assert!(told.contains(GAP));
        }

        #[test]
        fn anything_is_told_or_left_out_and_twice_is_once(comment in "\\PC{0,200}", name in "\\PC{0,30}") {
            let who = person(&name);
            let told = masked(&comment, &who);
            prop_assert_eq!(masked(&told, &who), told);
        }
    }
}
