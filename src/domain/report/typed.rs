use super::{MOST_RECEIVERS, PARTNER_LEVELS, Rhythm, Schedule, Terms, To};
use crate::domain::content::Addressee;
use crate::domain::disclosure::Disclosure;
use crate::domain::email::{EmailAddress, EmailRules};
use crate::domain::name::parse_line;
use crate::domain::report::{EARLIEST, LATEST};

/// The longest name of a partner and the longest sentence before the figures, in characters.
pub const MOST_PARTNER: usize = 120;
pub const MOST_INTRO: usize = 300;

/// What stands before the key of an addressee in the form.
const ADDRESSEE: &str = "addressee-";

/// A report as it was typed.
#[derive(Clone, Default)]
pub struct Typed {
    /// `addressee-` and a key, or `partner`.
    pub to: String,
    pub partner: String,
    pub level: String,
    pub emails: String,
    pub lang: String,
    pub rhythm: String,
    pub weekday: String,
    pub day: String,
    pub hour: String,
    pub intro: String,
    pub skips: bool,
}

/// Keeps addresses out of logs and panics.
impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(…)")
    }
}

/// What is wrong with the addresses; which of them, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailFault {
    Missing,
    TooMany,
    Bad(usize),
    /// It stands there already.
    Twice(usize),
    /// Its owner wants no more reports.
    Left(usize),
}

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    To,
    Partner,
    Level,
    Emails(EmailFault),
    Lang,
    Rhythm,
    Weekday,
    Day,
    Hour,
    Intro,
}

/// The addresses of a report: some, and each once.
#[derive(Clone, Debug)]
pub struct Addresses(Vec<EmailAddress>);

impl Addresses {
    pub fn as_slice(&self) -> &[EmailAddress] {
        &self.0
    }

    /// One a line, or with commas between them.
    fn parse(typed: &str, rules: &EmailRules) -> Result<Self, EmailFault> {
        let parts = typed.split(['\n', ',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let mut all: Vec<EmailAddress> = Vec::new();
        for (number, part) in (1..).zip(parts) {
            let email = EmailAddress::parse(part).map_err(|_| EmailFault::Bad(number))?;
            let is_known = |other: &EmailAddress| other.canonical(rules) == email.canonical(rules);
            if all.iter().any(is_known) {
                return Err(EmailFault::Twice(number));
            }
            if number > MOST_RECEIVERS {
                return Err(EmailFault::TooMany);
            }
            all.push(email);
        }
        if all.is_empty() { Err(EmailFault::Missing) } else { Ok(Self(all)) }
    }
}

impl Typed {
    /// What a report says now, as a form shows it.
    pub fn of(terms: &Terms, emails: &[String]) -> Self {
        let (rhythm, day) = terms.schedule.rhythm.parts();
        let (weekday, day) = match terms.schedule.rhythm {
            Rhythm::Weekly(_) => (day.to_string(), "1".to_owned()),
            Rhythm::Monthly(_) => ("1".to_owned(), day.to_string()),
        };
        let (to, partner, level) = match &terms.to {
            To::Addressee(key) => (Self::addressee(key), String::new(), Disclosure::Numbers),
            To::Partner { name, level } => ("partner".to_owned(), name.clone(), *level),
        };
        Self {
            to,
            partner,
            level: level.as_str().to_owned(),
            emails: emails.join("\n"),
            lang: terms.lang.code().to_owned(),
            rhythm: rhythm.to_owned(),
            weekday,
            day,
            hour: terms.schedule.hour.to_string(),
            intro: terms.intro.clone(),
            skips: terms.skips,
        }
    }

    /// How the form names an addressee.
    pub fn addressee(key: &str) -> String {
        format!("{ADDRESSEE}{key}")
    }

    fn to(&self, asked: &[Addressee], faults: &mut Vec<Fault>) -> Option<To> {
        if let Some(key) = self.to.strip_prefix(ADDRESSEE) {
            let known = asked.iter().find(|one| one.key == key);
            if known.is_none() {
                faults.push(Fault::To);
            }
            return known.map(|one| To::Addressee(one.key.clone()));
        }
        if self.to != "partner" {
            faults.push(Fault::To);
            return None;
        }
        let name = parse_line(&self.partner, MOST_PARTNER).ok().filter(|name| !name.is_empty());
        if name.is_none() {
            faults.push(Fault::Partner);
        }
        let level = Disclosure::parse(&self.level).filter(|level| PARTNER_LEVELS.contains(level));
        if level.is_none() {
            faults.push(Fault::Level);
        }
        name.zip(level).map(|(name, level)| To::Partner { name, level })
    }

    fn schedule(&self, faults: &mut Vec<Fault>) -> Option<Schedule> {
        let (typed, fault) = match &*self.rhythm {
            "weekly" => (&self.weekday, Fault::Weekday),
            "monthly" => (&self.day, Fault::Day),
            _ => {
                faults.push(Fault::Rhythm);
                return None;
            }
        };
        let rhythm = typed.trim().parse().ok().and_then(|day| Rhythm::of(&self.rhythm, day));
        if rhythm.is_none() {
            faults.push(fault);
        }
        let hour = self.hour.trim().parse().ok().filter(|hour| (EARLIEST..=LATEST).contains(hour));
        if hour.is_none() {
            faults.push(Fault::Hour);
        }
        rhythm.zip(hour).map(|(rhythm, hour)| Schedule { rhythm, hour })
    }

    /// Checks the form against whom the campaign asks; says all that is wrong at once.
    pub fn parse(&self, asked: &[Addressee], rules: &EmailRules) -> Result<(Terms, Addresses), Vec<Fault>> {
        let mut faults = Vec::new();
        let to = self.to(asked, &mut faults);
        let addresses = Addresses::parse(&self.emails, rules);
        faults.extend(addresses.as_ref().err().map(|fault| Fault::Emails(*fault)));
        let lang = self.lang.parse().ok();
        if lang.is_none() {
            faults.push(Fault::Lang);
        }
        let schedule = self.schedule(&mut faults);
        let intro = parse_line(&self.intro, MOST_INTRO).ok();
        if intro.is_none() {
            faults.push(Fault::Intro);
        }
        match (to, addresses, lang, schedule, intro) {
            (Some(to), Ok(addresses), Some(lang), Some(schedule), Some(intro)) => {
                Ok((Terms { to, lang, schedule, intro, skips: self.skips }, addresses))
            }
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EmailFault, Fault, Typed};
    use crate::domain::email::EmailRules;
    use crate::domain::report::{Rhythm, To};

    fn typed() -> Typed {
        let text = str::to_owned;
        Typed {
            to: text("partner"),
            partner: text("Society"),
            level: text("place"),
            emails: text("office@example.org"),
            lang: text("fr"),
            rhythm: text("monthly"),
            weekday: String::new(),
            day: text("31"),
            hour: text("8"),
            intro: String::new(),
            skips: true,
        }
    }

    fn faults(change: impl FnOnce(&mut Typed)) -> Vec<Fault> {
        let mut typed = typed();
        change(&mut typed);
        typed.parse(&[], &EmailRules::default()).map(|_| ()).unwrap_err()
    }

    #[test]
    fn what_is_sound_is_read_and_shown_again() {
        let (terms, addresses) = typed().parse(&[], &EmailRules::default()).unwrap();
        assert_eq!(terms.schedule.rhythm, Rhythm::Monthly(31));
        assert!(matches!(&terms.to, To::Partner { name, .. } if name == "Society"));
        let emails: Vec<String> = addresses.as_slice().iter().map(|one| one.as_typed().to_owned()).collect();
        let again = Typed::of(&terms, &emails).parse(&[], &EmailRules::default()).unwrap();
        assert_eq!(again.0, terms);
    }

    #[test]
    fn each_field_is_refused_for_its_own_reason() {
        use EmailFault::{Bad, Missing, TooMany, Twice};
        let emails = |text: &str| faults(|typed| text.clone_into(&mut typed.emails));
        assert_eq!(emails(" \n,"), [Fault::Emails(Missing)]);
        assert_eq!(emails("a@example.org\nnobody"), [Fault::Emails(Bad(2))]);
        assert_eq!(emails("a@example.org, A@EXAMPLE.org"), [Fault::Emails(Twice(2))]);
        let six = ["a", "b", "c", "d", "e", "f"].map(|name| format!("{name}@example.org")).join("\n");
        assert_eq!(emails(&six), [Fault::Emails(TooMany)]);
        assert_eq!(faults(|typed| typed.to = "addressee-pm".to_owned()), [Fault::To]);
        assert_eq!(faults(|typed| typed.to.clear()), [Fault::To]);
        assert_eq!(faults(|typed| typed.partner = " ".to_owned()), [Fault::Partner]);
        // Nobody was told that their words go to a partner.
        for level in ["name_place", "full", "all"] {
            assert_eq!(faults(|typed| level.clone_into(&mut typed.level)), [Fault::Level]);
        }
        for day in ["0", "32", "x", ""] {
            assert_eq!(faults(|typed| day.clone_into(&mut typed.day)), [Fault::Day]);
        }
        assert_eq!(faults(|typed| typed.rhythm = "daily".to_owned()), [Fault::Rhythm]);
        assert_eq!(faults(|typed| typed.rhythm = "weekly".to_owned()), [Fault::Weekday]);
        assert_eq!(faults(|typed| typed.hour = "23".to_owned()), [Fault::Hour]);
        assert_eq!(faults(|typed| typed.lang = "de".to_owned()), [Fault::Lang]);
        assert_eq!(faults(|typed| typed.intro = "x".repeat(301)), [Fault::Intro]);
        let all = Typed::default().parse(&[], &EmailRules::default()).map(|_| ()).unwrap_err();
        assert_eq!(all, [Fault::To, Fault::Emails(Missing), Fault::Lang, Fault::Rhythm]);
    }
}
