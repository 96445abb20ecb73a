use crate::domain::display::Display;
use crate::domain::name::FullName;
use crate::domain::person::Person;
use crate::domain::refusal::Reason;

/// How the sender stands on their card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sender {
    /// Full name and place.
    Full,
    /// First name and place.
    #[default]
    FirstName,
    Initials,
}

impl Sender {
    pub const ALL: [Self; 3] = [Self::Full, Self::FirstName, Self::Initials];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::FirstName => "first_name",
            Self::Initials => "initials",
        }
    }

    /// Left out, it is what `public` asks for, and the first name where that asks for nothing.
    pub fn parse(typed: &str, public: Display) -> Result<Self, Reason> {
        match typed.trim() {
            "" => Ok(match public {
                Display::Full => Self::Full,
                Display::Initials => Self::Initials,
                Display::Hidden | Display::FirstName => Self::FirstName,
            }),
            typed => Self::ALL.into_iter().find(|sender| sender.as_str() == typed).ok_or(Reason::Unknown),
        }
    }

    /// The lines on the card. `country` is its name where that is not the country the card goes to, else empty; `region` is
    /// what the postal code tells, such as `ON`.
    pub fn lines(self, person: &Person, region: &str, country: &str) -> Vec<String> {
        let Ok(name) = FullName::parse(&person.name) else { return Vec::new() };
        let display = match self {
            Self::Full => Display::Full,
            Self::FirstName => Display::FirstName,
            Self::Initials => Display::Initials,
        };
        let name = display.of(&name).unwrap_or_default();
        if self == Self::Initials {
            return vec![name];
        }
        let region = if person.region.is_empty() { region } else { &person.region };
        let place: Vec<&str> =
            [&*person.city, region, country].into_iter().filter(|part| !part.is_empty()).collect();
        [name, place.join(", ")].into_iter().filter(|line| !line.is_empty()).collect()
    }
}
