use serde::{Deserialize, Serialize};

use super::lang::Lang;
use super::name::FullName;
use super::refusal::{Field, Reason, Refusal};
use super::tag::Tag;

/// How many names one organisation may have.
pub const MAX_NAMES: usize = 6;

/// A name in a language of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LocalName {
    pub lang: Tag,
    pub name: String,
}

impl LocalName {
    pub fn parse(lang: &str, name: &str) -> Result<Self, Refusal> {
        let refused = |field, reason| Refusal { field, reason };
        let missing = if lang.trim().is_empty() { Reason::Missing } else { Reason::LanguageTag };
        let lang = Tag::parse(lang).ok_or_else(|| refused(Field::NameLanguage, missing))?;
        let name = FullName::parse(name).map_err(|reason| refused(Field::Organisation, reason))?;
        Ok(Self { lang, name: name.as_str().to_owned() })
    }

    /// One name a line, each after its language: `fr: Amnistie internationale`.
    pub fn parse_lines(typed: &str) -> Result<Vec<Self>, Refusal> {
        let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            return Err(Refusal { field: Field::Organisation, reason: Reason::Missing });
        }
        if lines.len() > MAX_NAMES {
            let most = i32::try_from(MAX_NAMES).unwrap_or(i32::MAX);
            return Err(Refusal { field: Field::Organisation, reason: Reason::NotBetween(1, most) });
        }
        let of_line = |line: &&str| {
            let no_tag = Refusal { field: Field::Organisation, reason: Reason::LanguageTag };
            let (lang, name) = line.split_once(':').ok_or(no_tag)?;
            Self::parse(lang, name).map_err(|refusal| Refusal { field: Field::Organisation, ..refusal })
        };
        lines.iter().map(of_line).collect()
    }
}

/// The lines that [`LocalName::parse_lines`] takes.
pub fn lines(names: &[LocalName]) -> String {
    names.iter().map(|one| format!("{}: {}", one.lang, one.name)).collect::<Vec<_>>().join("\n")
}

/// The name for a reader: the one in their language, else the first.
pub fn choose(names: &[LocalName], lang: Lang) -> Option<&LocalName> {
    let theirs = |name: &&LocalName| name.lang.as_str().split('-').next() == Some(lang.code());
    names.iter().find(theirs).or_else(|| names.first())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Lang, LocalName, Reason, choose, lines};

    fn name(lang: &str, name: &str) -> LocalName {
        LocalName::parse(lang, name).unwrap()
    }

    #[test]
    fn a_name_is_shown_in_the_readers_language_or_in_the_first() {
        let names = [
            name("ug", "كانادا ئۇيغۇر جەمئىيىتى"),
            name("EN-ca", "Uyghur Canadian Society"),
            name("fr", "Société ouïghoure"),
        ];
        assert_eq!(choose(&names, Lang::En).unwrap().name, "Uyghur Canadian Society");
        assert_eq!(choose(&names[..2], Lang::Fr).unwrap().lang.as_str(), "ug");
        assert_eq!((names[0].lang.direction(), names[1].lang.direction()), ("rtl", "ltr"));
        assert_eq!(names[1].lang.as_str(), "en-CA");
        assert_eq!(choose(&[], Lang::Fr), None);
    }

    #[test]
    fn names_are_typed_one_a_line_each_after_its_language() {
        let typed = "en: Uyghur Canadian Society\r\n\n ug:كانادا ئۇيغۇر جەمئىيىتى ";
        let names = LocalName::parse_lines(typed).unwrap();
        assert_eq!(names, [name("en", "Uyghur Canadian Society"), name("ug", "كانادا ئۇيغۇر جەمئىيىتى")]);
        assert_eq!(LocalName::parse_lines(&lines(&names)).unwrap(), names);
        let seven = "en: A\n".repeat(7);
        for (bad, reason) in [
            ("", Reason::Missing),
            ("Uyghur Canadian Society", Reason::LanguageTag),
            ("english: Society", Reason::LanguageTag),
            ("en: ", Reason::Missing),
            ("en: =cmd()", Reason::LeadingSign),
            ("en: a\u{202e}b", Reason::ControlCharacters),
            (&*seven, Reason::NotBetween(1, 6)),
        ] {
            assert_eq!(LocalName::parse_lines(bad).unwrap_err().reason, reason, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_taken_or_refused(typed in "\\PC{0,60}") {
            if let Ok(names) = LocalName::parse_lines(&typed) {
                prop_assert_eq!(LocalName::parse_lines(&lines(&names)).unwrap(), names);
            }
        }
    }
}
