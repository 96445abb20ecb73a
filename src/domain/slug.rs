//! The end of a campaign's address, made from its title.

use unicode_normalization::UnicodeNormalization;

/// The longest that is proposed: room is left for a number behind it.
const LONGEST: usize = 50;

/// What a title comes to in small letters, digits and hyphens; nothing of a script that has none of them.
pub fn propose(title: &str) -> String {
    let mut slug = String::new();
    for c in title.to_lowercase().nfkd() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'œ' => slug.push_str("oe"),
            'æ' => slug.push_str("ae"),
            'ß' => slug.push_str("ss"),
            // The accent that stood on a letter.
            '\u{300}'..='\u{36f}' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(LONGEST);
    slug.trim_end_matches('-').to_owned()
}

/// The same with a number behind it.
pub fn numbered(slug: &str, n: u32) -> String {
    let base: String = slug.chars().take(LONGEST).collect();
    format!("{}-{n}", base.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::{numbered, propose};

    #[test]
    fn a_title_becomes_an_address() {
        assert_eq!(propose("Gardons la bibliothèque ouverte!"), "gardons-la-bibliotheque-ouverte");
        assert_eq!(propose("  L’œuvre – ½ "), "l-oeuvre-1-2");
        assert_eq!(propose("ئۇيغۇرچە"), "");
        assert_eq!(propose(&"long ".repeat(40)).len(), 49);
        assert_eq!(numbered("library", 2), "library-2");
        assert!(crate::domain::content::is_slug(&numbered(&"a".repeat(60), 12)));
    }
}
