//! Which signatures are meant: what a filter in an address says.

use super::email::parse_domain;
use super::household::Index;
use super::lang::Lang;
use super::moment::Moment;
use super::signature::State;
use super::zone::{Meant, Zone};

/// A condition that signatures meet or not. What is empty says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    pub state: Option<State>,
    /// Why they are held, or would be.
    pub reason: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// As its postal code told it, ISO 3166-2: a province, a state.
    pub region: Option<String>,
    /// Of the address, in the ASCII form of IDNA.
    pub domain: Option<String>,
    pub network: Option<Index>,
    /// The mark of a name, which some other names share.
    pub name: Option<i16>,
    pub lang: Option<Lang>,
    /// Signed from then on.
    pub from: Option<Moment>,
    /// Signed before then.
    pub until: Option<Moment>,
    /// Confirmed so many seconds after signing, from the first to before the second.
    pub delay: Option<(i64, i64)>,
}

/// The names of its parts in an address.
pub const PARTS: [&str; 11] =
    ["state", "reason", "country", "region", "domain", "network", "name", "lang", "from", "until", "delay"];

impl Condition {
    /// Reads what a filter says, by the names of its parts; times without a `Z` at their end are those of a zone. What cannot
    /// be read is told by its name.
    pub fn parse(zone: &Zone, part: impl Fn(&str) -> String) -> Result<Self, &'static str> {
        let mut condition = Self::default();
        for name in PARTS {
            let typed = part(name);
            let typed = typed.trim();
            if !typed.is_empty() {
                condition.set(name, typed, zone).ok_or(name)?;
            }
        }
        Ok(condition)
    }

    fn set(&mut self, name: &str, typed: &str, zone: &Zone) -> Option<()> {
        match name {
            "state" => self.state = Some(State::parse(typed)?),
            "reason" => {
                let is_word = typed.chars().all(|c| c.is_ascii_lowercase() || c == '_') && typed.len() <= 40;
                self.reason = Some(typed.to_owned()).filter(|_| is_word);
                self.reason.as_ref()?;
            }
            "country" => {
                let is_code = typed.len() == 2 && typed.chars().all(|c| c.is_ascii_alphabetic());
                self.country = is_code.then(|| typed.to_ascii_uppercase());
                self.country.as_ref()?;
            }
            "region" => {
                let (country, code) = match typed.split_once('-') {
                    Some((country, code)) => (country, code),
                    None => (self.country.as_deref()?, typed),
                };
                let is_code = |part: &str| {
                    (1..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
                };
                let region = format!("{country}-{code}").to_ascii_uppercase();
                self.region = (is_code(country) && is_code(code)).then_some(region);
                self.region.as_ref()?;
            }
            "domain" => self.domain = Some(parse_domain(typed.trim_start_matches('@'))?),
            "network" => self.network = Some(index(typed)?),
            "name" => self.name = Some(i16::from_be_bytes(bytes(typed)?)),
            "lang" => self.lang = Some(typed.parse().ok()?),
            "from" => self.from = Some(minute(typed, zone)?),
            "until" => self.until = Some(minute(typed, zone)?),
            _ => self.delay = Some(span(typed)?),
        }
        Some(())
    }

    /// Its parts as an address has them.
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let texts = [
            ("state", self.state.map(|state| state.as_str().to_owned())),
            ("reason", self.reason.clone()),
            ("country", self.country.clone()),
            ("region", self.region.clone()),
            ("domain", self.domain.clone()),
            ("network", self.network.map(|network| super::digest::hexadecimal(&network))),
            ("name", self.name.map(|name| super::digest::hexadecimal(&name.to_be_bytes()))),
            ("lang", self.lang.map(|lang| lang.code().to_owned())),
            ("from", self.from.map(written)),
            ("until", self.until.map(written)),
            ("delay", self.delay.map(|(from, until)| format!("{from}-{until}"))),
        ];
        texts.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
    }

    /// The same, joined. None of the parts needs escaping.
    pub fn query(&self) -> String {
        let parts = self.parts().into_iter().map(|(name, text)| format!("{name}={text}"));
        parts.collect::<Vec<_>>().join("&")
    }

    /// What [`Self::query`] wrote.
    pub fn read(query: &str) -> Result<Self, &'static str> {
        let pairs: Vec<_> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let find = |name: &str| pairs.iter().find(|(known, _)| *known == name);
        Self::parse(&Zone::named("UTC"), |name| {
            find(name).map_or_else(String::new, |(_, text)| (*text).to_owned())
        })
    }
}

fn bytes<const N: usize>(typed: &str) -> Option<[u8; N]> {
    if typed.len() != N * 2 || !typed.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&typed[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}

fn index(typed: &str) -> Option<Index> {
    bytes(typed)
}

/// `2026-11-22`, or `2026-11-22T10:05`, of a zone, or of UTC with a `Z`. An hour that comes twice means the first.
fn minute(typed: &str, zone: &Zone) -> Option<Moment> {
    let utc = Zone::named("UTC");
    let (typed, zone) = typed.strip_suffix('Z').map_or((typed, zone), |typed| (typed, &utc));
    let Some((day, time)) = typed.split_once('T') else { return zone.date(typed) };
    match zone.meant(day, time) {
        Meant::At(at) | Meant::Twice(at, _) => Some(at),
        Meant::Gap { .. } | Meant::Nothing => None,
    }
}

/// The same for whoever reads it, wherever they are.
fn written(at: Moment) -> String {
    format!("{}Z", at.to_string().get(..16).unwrap_or_default())
}

/// As the clocks of a zone show it, for a field.
pub fn shown(at: Moment, zone: &Zone) -> String {
    let (day, time, _) = zone.shown(at);
    format!("{day}T{time}")
}

fn span(typed: &str) -> Option<(i64, i64)> {
    let (from, until) = typed.split_once('-')?;
    let span = (from.parse().ok()?, until.parse().ok()?);
    (0 <= span.0 && span.0 < span.1 && span.1 <= 100_000_000).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::{Condition, shown};
    use crate::domain::zone::Zone;

    #[test]
    fn what_an_address_says_is_read_and_written_alike() {
        let query = "state=held&reason=honeypot&country=CA&region=CA-ON&domain=example.org&network=000102030405060708090a0b0c0d0e0f\
            &name=ff01&lang=fr&from=2026-11-22T00:00Z&until=2026-11-22T10:05Z&delay=0-10";
        assert_eq!(Condition::read(query).unwrap().query(), query);
        assert_eq!(Condition::read("").unwrap(), Condition::default());
    }

    #[test]
    fn times_are_typed_as_the_clocks_show_them_and_handed_on_for_every_zone() {
        let toronto = Zone::named("America/Toronto");
        let from = |typed: &str| {
            Condition::parse(&toronto, |part| if part == "from" { typed.to_owned() } else { String::new() })
        };
        for (typed, query) in [
            ("2026-11-22", "from=2026-11-22T05:00Z"),
            ("2026-11-22T10:05", "from=2026-11-22T15:05Z"),
            ("2026-11-22T10:05Z", "from=2026-11-22T10:05Z"),
            ("2026-11-01T01:30", "from=2026-11-01T05:30Z"),
        ] {
            assert_eq!(from(typed).unwrap().query(), query, "{typed}");
            assert_eq!(Condition::read(query), from(typed), "{typed}");
        }
        assert_eq!(from("2027-03-14T02:30"), Err("from"), "an hour that is left out");
        let midnight = from("2026-11-22").unwrap().from.unwrap();
        assert_eq!(shown(midnight, &toronto), "2026-11-22T00:00");
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_name() {
        for (name, typed) in [
            ("state", "lost"),
            ("reason", "a b"),
            ("country", "Canada"),
            ("region", "ON"),
            ("region", "CA-O N"),
            ("domain", "nowhere"),
            ("network", "éé"),
            ("network", "10.0.0.0/8"),
            ("name", "Anna"),
            ("lang", "xx"),
            ("from", "2026-13-01"),
            ("from", "2026-11"),
            ("until", "2026-11-22T25:00"),
            ("until", "2026-11-22T1:5"),
            ("until", "2026-11-22T10:05ZZ"),
            ("delay", "10-5"),
            ("delay", "-1"),
        ] {
            assert_eq!(Condition::read(&format!("{name}={typed}")), Err(name), "{typed}");
        }
    }
}
