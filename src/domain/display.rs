use serde::{Deserialize, Serialize};

use super::name::FullName;
use super::refusal::Reason;

/// How a signatory's name shows in public, from least to most. Hidden unless they choose otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Display {
    #[default]
    Hidden,
    Initials,
    FirstName,
    Full,
}

impl Display {
    pub const ALL: [Self; 4] = [Self::Hidden, Self::Initials, Self::FirstName, Self::Full];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Initials => "initials",
            Self::FirstName => "first_name",
            Self::Full => "full",
        }
    }

    /// Empty means hidden: nobody is shown by leaving a field out.
    pub fn parse(typed: &str) -> Result<Self, Reason> {
        match typed.trim() {
            "" => Ok(Self::Hidden),
            typed => Self::ALL.into_iter().find(|display| display.as_str() == typed).ok_or(Reason::Unknown),
        }
    }

    /// The name as the public sees it, or nothing.
    pub fn of(self, name: &FullName) -> Option<String> {
        let words: Vec<&str> = name.as_str().split(' ').collect();
        match self {
            Self::Hidden => None,
            Self::Full => Some(name.as_str().to_owned()),
            // A name in one word is a whole name, which was not asked to be shown.
            Self::FirstName if words.len() > 1 => Some(words[0].to_owned()),
            Self::Initials | Self::FirstName => Some(initials(&words)),
        }
    }
}

fn initials(words: &[&str]) -> String {
    let letters = words.iter().filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Display, FullName};

    #[test]
    fn a_name_shows_no_more_than_was_chosen() {
        let shown = |display: Display, name: &str| display.of(&FullName::parse(name).unwrap());
        assert_eq!(shown(Display::Hidden, "Anna Roy"), None);
        assert_eq!(shown(Display::Initials, "Anna (Annie) Roy").as_deref(), Some("A. A. R."));
        assert_eq!(shown(Display::FirstName, "Anna Roy").as_deref(), Some("Anna"));
        assert_eq!(shown(Display::FirstName, "王炳章").as_deref(), Some("王."));
        assert_eq!(shown(Display::Full, "王炳章").as_deref(), Some("王炳章"));
    }
}
