//! What a moderator should look at before a card is printed. These rules only mark: none of them lets a card pass or stops it.

use std::collections::BTreeSet;

use crate::domain::email::EmailAddress;
use crate::domain::name::has_url;
use crate::domain::official::folded;
use crate::domain::person::Person;
use crate::domain::riding::Place;

/// Why a card is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    Link,
    /// The address of a mailbox.
    Email,
    Phone,
    Threat,
    /// The postal code of somebody else.
    PostalCode,
    /// Where somebody lives.
    Street,
}

impl Doubt {
    pub const ALL: [Self; 6] =
        [Self::Link, Self::Email, Self::Phone, Self::Threat, Self::PostalCode, Self::Street];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Threat => "threat",
            Self::PostalCode => "postal_code",
            Self::Street => "street",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|doubt| doubt.as_str() == text)
    }

    /// As several are stored: none is empty.
    pub fn written(doubts: &[Self]) -> String {
        doubts.iter().map(|doubt| doubt.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub fn read(stored: &str) -> Vec<Self> {
        stored.split(' ').filter_map(Self::parse).collect()
    }
}

/// The words that may be a threat, each in its folded form: `config/doubts.toml`.
#[derive(Clone, Debug, Default)]
pub struct DoubtRules {
    threats: Vec<Vec<String>>,
    streets: BTreeSet<String>,
    endings: Vec<String>,
}

/// As the file is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    threats: Vec<String>,
    streets: Vec<String>,
    endings: Vec<String>,
}

impl DoubtRules {
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        let File { threats, streets, endings } = toml::from_str(toml)?;
        Ok(Self {
            threats: threats.iter().map(|line| words(line)).collect(),
            streets: streets.iter().map(|word| folded(word)).collect(),
            endings: endings.iter().map(|ending| ending.to_lowercase()).collect(),
        })
    }

    /// All that is doubtful in a message. `person` is its writer, whose own postal code is no doubt.
    pub fn of(&self, message: &str, person: &Person) -> Vec<Doubt> {
        let found = |doubt: Doubt| match doubt {
            Doubt::Link => has_url(message) || message.split_whitespace().any(|word| self.is_site(word)),
            Doubt::Email => message.split_whitespace().any(is_mailbox),
            Doubt::Phone => has_phone(message),
            Doubt::Threat => self.is_threat(message),
            Doubt::PostalCode => has_postal_code(message, &person.postal_code),
            Doubt::Street => self.has_street(message),
        };
        Doubt::ALL.into_iter().filter(|doubt| found(*doubt)).collect()
    }

    /// Whether a word is the name of a site, such as `www.example.org` or `example.org/page`.
    fn is_site(&self, word: &str) -> bool {
        let word = bare(word).to_lowercase();
        if word.starts_with("www.") {
            return true;
        }
        let host = word.split(['/', '?', '#']).next().unwrap_or_default();
        let Some((name, ending)) = host.rsplit_once('.') else { return false };
        name.chars().any(char::is_alphanumeric)
            && !name.contains('@')
            && self.endings.iter().any(|one| one == ending)
    }

    fn is_threat(&self, message: &str) -> bool {
        let said = words(message);
        self.threats
            .iter()
            .any(|threat| !threat.is_empty() && said.windows(threat.len()).any(|some| some == threat))
    }

    /// A number beside a word that streets are called by: `12 Main Street`, `12, rue Principale`.
    fn has_street(&self, message: &str) -> bool {
        let said: Vec<&str> = message.split_whitespace().map(bare).collect();
        let is_number = |word: &str| {
            word.len() <= 6
                && word.starts_with(|c: char| c.is_ascii_digit())
                && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let is_street = |word: &str| self.streets.contains(&folded(word));
        said.iter()
            .enumerate()
            .any(|(at, word)| is_number(word) && said[at + 1..].iter().take(3).any(|word| is_street(word)))
    }
}

/// The words of a text in the form in which they are compared.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !is_inside(c));
    parts.map(folded).filter(|word| !word.is_empty()).collect()
}

/// What stands within a word, such as an accent by itself.
fn is_inside(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_mailbox(word: &str) -> bool {
    EmailAddress::parse(bare(word)).is_ok()
}

/// Seven digits or more in a row, as phone numbers are written: with spaces, hyphens, dots and brackets.
fn has_phone(message: &str) -> bool {
    let mut digits = 0;
    for c in message.chars() {
        if c.is_ascii_digit() || is_other_digit(c) {
            digits += 1;
            if digits >= 7 {
                return true;
            }
        } else if !matches!(c, ' ' | '-' | '.' | '(' | ')' | '+' | '/' | '\u{a0}' | '\u{2011}' | '\u{2013}') {
            digits = 0;
        }
    }
    false
}

/// Arabic and Persian digits, in full width and others that people write numbers with.
const fn is_other_digit(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{966}'..='\u{96f}' | '\u{ff10}'..='\u{ff19}')
}

/// A Canadian postal code that is not the writer's own, with its space or without.
fn has_postal_code(message: &str, own: &str) -> bool {
    let own = Place::parse(own);
    let said: Vec<&str> = message.split_whitespace().map(bare).collect();
    let whole = said.iter().filter_map(|word| Place::parse(word));
    let halves = said.windows(2).filter(|pair| pair.iter().all(|half| half.len() == 3));
    let halves = halves.filter_map(|pair| Place::parse(&pair.concat()));
    whole.chain(halves).any(|place| Some(place) != own)
}

#[cfg(test)]
mod tests {
    use super::{Doubt, DoubtRules};
    use crate::domain::person::Person;

    fn doubts(message: &str) -> Vec<Doubt> {
        let rules = DoubtRules::parse(include_str!("../../../config/doubts.toml")).unwrap();
        let text = String::new;
        let person = Person {
            name: "Anna Roy".into(),
            email: "anna@example.org".into(),
            postal_code: "K1A 0B1".into(),
            city: text(),
            region: text(),
            comment: text(),
        };
        rules.of(message, &person)
    }

    #[test]
    fn links_numbers_threats_and_what_is_others_is_marked() {
        for (message, doubt) in [
            ("See https://example.org now", Doubt::Link),
            ("see WWW.EXAMPLE.ORG.", Doubt::Link),
            ("on example.com/petition", Doubt::Link),
            ("Write to bela@example.org!", Doubt::Email),
            ("Call (613) 555-0199", Doubt::Phone),
            ("٠٦١٣٥٥٥٠١٩٩", Doubt::Phone),
            ("I will kill you.", Doubt::Threat),
            ("je vais te tuer", Doubt::Threat),
            ("JE VAIS VOUS TUER!", Doubt::Threat),
            ("My neighbour at H2X 1Y4", Doubt::PostalCode),
            ("h2x1y4", Doubt::PostalCode),
            ("He lives at 12 Main Street", Doubt::Street),
            ("au 12, rue Principale", Doubt::Street),
        ] {
            assert!(doubts(message).contains(&doubt), "{message}: {:?}", doubts(message));
        }
    }

    #[test]
    fn what_people_write_to_a_minister_is_not_doubtful() {
        for message in [
            "Dear Prime Minister,\nplease bring Hüseyin Celil home. He has been in prison since 2006, for 20 years.",
            "Monsieur le Premier ministre, son opinion no 14/2006 est claire. Merci.",
            "I live in Ottawa, K1A 0B1, and I vote.",
            "On 26 March 2006 he was arrested; 19 April 2007 he was sentenced. e.g. this, i.e. that.",
            "We have asked for 12 years on every street.",
        ] {
            assert_eq!(doubts(message), [], "{message}");
        }
        let every = Doubt::ALL;
        assert_eq!(Doubt::read(&Doubt::written(&every)), every);
        assert_eq!(Doubt::read(""), []);
    }
}
