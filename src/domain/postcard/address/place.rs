//! The lines of an address that say where it is: town, province and postal code.

use super::tidy;
use crate::domain::official::code_of;
use crate::domain::riding::Place;

/// An address as it was written, in the form that is read.
pub(super) fn postal_lines(address: &str) -> Vec<String> {
    let written: Vec<&str> = match address.lines().count() {
        1 => address.split(',').collect(),
        _ => address.lines().collect(),
    };
    let mut lines: Vec<String> = Vec::new();
    for line in written {
        let line = place_line(line);
        // In one line `Ottawa, Ontario, K1A 0A2` is one place all the same.
        match lines.last_mut() {
            Some(last) if is_code(&line) => {
                last.push_str("  ");
                last.push_str(line.trim());
            }
            Some(last) if is_province(&line) && !last.contains(|c: char| c.is_ascii_digit()) => {
                last.push(' ');
                last.push_str(&with_province(&line));
            }
            _ => lines.push(line),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn is_code(line: &str) -> bool {
    Place::parse(line).is_some()
}

/// A line that is a province, with its postal code or without.
fn is_province(line: &str) -> bool {
    code_of(line.split("  ").next().unwrap_or_default()).is_some()
}

/// The same with the province in its two letters.
fn with_province(line: &str) -> String {
    let (province, code) = line.split_once("  ").unwrap_or((line, ""));
    let short = code_of(province).unwrap_or(province);
    if code.is_empty() { short.to_owned() } else { format!("{short}  {code}") }
}

/// A line whose province is its two letters, and whose postal code stands two spaces behind it.
fn place_line(line: &str) -> String {
    let line = tidy(line);
    let words: Vec<&str> = line.split(' ').collect();
    let (mut words, code) = with_code(words);
    // The longest name of a province at the end: `PRINCE EDWARD ISLAND`.
    for count in (1..=4.min(words.len())).rev() {
        let last = words[words.len() - count..].join(" ");
        if let Some(short) = code_of(&last).filter(|_| words.len() > count || code.is_some()) {
            words.truncate(words.len() - count);
            words.push(short);
            break;
        }
    }
    match code {
        Some(code) if words.is_empty() => code,
        Some(code) => format!("{}  {code}", words.join(" ")),
        None => words.join(" "),
    }
}

/// Words and the Canadian postal code that they end with.
fn with_code(words: Vec<&str>) -> (Vec<&str>, Option<String>) {
    let spaced = |code: &str| format!("{} {}", &code[..3], &code[3..]);
    match &*words {
        [before @ .., first, last] if first.len() == 3 && is_code(&format!("{first}{last}")) => {
            (before.to_vec(), Some(spaced(&format!("{first}{last}"))))
        }
        [before @ .., code] if code.len() == 6 && is_code(code) => (before.to_vec(), Some(spaced(code))),
        _ => (words, None),
    }
}
