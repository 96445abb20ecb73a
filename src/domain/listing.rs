//! Networks and mail domains that an organisation has blocked or allowed.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv6Net};
use uuid::Uuid;

use super::caution::is_in;
use super::email::parse_domain;
use super::moment::Moment;

/// How many an organisation may list, which every node keeps in memory.
pub const MOST: usize = 1000;

/// The widest network that may be listed: an IPv4 /8, an IPv6 /20. A wider one is a mistake, and the whole Internet is one.
const WIDEST: (u8, u8) = (8, 20);

/// An IPv6 household is a /64: nothing narrower is told apart.
const HOUSEHOLD: u8 = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its forms are refused.
    BlockedNetwork,
    /// Its forms are not limited by their number.
    AllowedNetwork,
    /// Signatures wait for review.
    BlockedDomain,
    /// Signatures do not wait, although the domain is known for throw-away mailboxes.
    AllowedDomain,
}

impl Kind {
    pub const ALL: [Self; 4] =
        [Self::BlockedNetwork, Self::AllowedNetwork, Self::BlockedDomain, Self::AllowedDomain];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BlockedNetwork => "blocked_network",
            Self::AllowedNetwork => "allowed_network",
            Self::BlockedDomain => "blocked_domain",
            Self::AllowedDomain => "allowed_domain",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    pub const fn is_network(self) -> bool {
        matches!(self, Self::BlockedNetwork | Self::AllowedNetwork)
    }
}

/// What is listed, who listed it, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub id: Uuid,
    pub kind: Kind,
    pub value: String,
    pub note: String,
    pub added_by: String,
    pub added_at: Moment,
    pub expires_at: Option<Moment>,
}

/// Why a line was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    NoNetwork,
    NoDomain,
    TooWide,
    /// Whoever lists it, or a proxy before us, is in it.
    Own,
    TooMany,
}

/// Whose addresses may not be blocked: of whoever asks, and of the proxies before us.
pub struct Own<'a> {
    pub address: IpAddr,
    pub proxies: &'a [IpNet],
}

/// Parses one entry a line; empty lines and what stands behind `#` are passed over. What is wrong is told by its line.
pub fn parse_lines(kind: Kind, typed: &str, own: &Own<'_>) -> Result<Vec<String>, Vec<(usize, LineFault)>> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for (at, line) in typed.lines().enumerate() {
        let entry = line.split('#').next().unwrap_or_default().trim();
        if entry.is_empty() {
            continue;
        }
        match parse(kind, entry, own) {
            Ok(value) if values.contains(&value) => {}
            Ok(_) if values.len() == MOST => faults.push((at + 1, LineFault::TooMany)),
            Ok(value) => values.push(value),
            Err(fault) => faults.push((at + 1, fault)),
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

fn parse(kind: Kind, entry: &str, own: &Own<'_>) -> Result<String, LineFault> {
    if !kind.is_network() {
        return parse_domain(entry.trim_start_matches('@')).ok_or(LineFault::NoDomain);
    }
    let network = entry.parse::<IpNet>().or_else(|_| entry.parse::<IpAddr>().map(IpNet::from));
    let network = match network.map_err(|_| LineFault::NoNetwork)? {
        IpNet::V6(v6) if v6.prefix_len() > HOUSEHOLD => Ipv6Net::new_assert(v6.addr(), HOUSEHOLD).into(),
        network => network,
    };
    let network = network.trunc();
    let widest = if network.addr().is_ipv4() { WIDEST.0 } else { WIDEST.1 };
    if network.prefix_len() < widest {
        return Err(LineFault::TooWide);
    }
    let overlaps = |other: &IpNet| network.contains(other) || other.contains(&network);
    let is_own = network.contains(&own.address.to_canonical())
        || network.addr().is_loopback()
        || own.proxies.iter().any(overlaps);
    if kind == Kind::BlockedNetwork && is_own {
        return Err(LineFault::Own);
    }
    Ok(network.to_string())
}

/// What is listed about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Blocked,
    Allowed,
}

/// All that an organisation lists, ready to be asked. What is allowed wins over what is blocked.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    networks: Vec<(Kind, IpNet, Option<Moment>)>,
    domains: Vec<(Kind, String, Option<Moment>)>,
}

impl Lists {
    pub fn new(listings: &[Listing]) -> Self {
        let mut lists = Self::default();
        for listing in listings {
            match listing.value.parse() {
                Ok(network) if listing.kind.is_network() => {
                    lists.networks.push((listing.kind, network, listing.expires_at));
                }
                _ => lists.domains.push((listing.kind, listing.value.clone(), listing.expires_at)),
            }
        }
        lists
    }

    pub fn network(&self, address: IpAddr, now: Moment) -> Option<Standing> {
        let address = address.to_canonical();
        let here = self.networks.iter().filter(|(_, network, _)| network.contains(&address));
        standing(here.map(|(kind, _, until)| (*kind, *until)), now)
    }

    /// A domain is listed with all below it.
    pub fn domain(&self, domain: &str, now: Moment) -> Option<Standing> {
        let here = self.domains.iter().filter(|(_, listed, _)| is_in(domain, listed));
        standing(here.map(|(kind, _, until)| (*kind, *until)), now)
    }
}

fn standing(found: impl Iterator<Item = (Kind, Option<Moment>)>, now: Moment) -> Option<Standing> {
    let mut standing = None;
    for (kind, _) in found.filter(|(_, until)| until.is_none_or(|until| now < until)) {
        match kind {
            Kind::AllowedNetwork | Kind::AllowedDomain => return Some(Standing::Allowed),
            Kind::BlockedNetwork | Kind::BlockedDomain => standing = Some(Standing::Blocked),
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Kind, LineFault, Listing, Lists, Own, Standing, parse_lines};
    use crate::domain::moment::Moment;

    fn lines(kind: Kind, typed: &str) -> Result<Vec<String>, Vec<(usize, LineFault)>> {
        let proxies = ["10.0.0.0/8".parse().unwrap()];
        parse_lines(kind, typed, &Own { address: "203.0.113.7".parse().unwrap(), proxies: &proxies })
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        let typed = "198.51.100.0/24\n\nsomewhere\n0.0.0.0/0 # all\n203.0.113.0/24\n::/0\n10.1.2.3\n127.0.0.1\n999.1.1.1";
        let told = lines(Kind::BlockedNetwork, typed).unwrap_err();
        assert_eq!(
            told,
            [
                (3, LineFault::NoNetwork),
                (4, LineFault::TooWide),
                (5, LineFault::Own),
                (6, LineFault::TooWide),
                (7, LineFault::Own),
                (8, LineFault::Own),
                (9, LineFault::NoNetwork),
            ]
        );
        assert_eq!(
            lines(Kind::BlockedDomain, "example.org\n@Élan.example\nnowhere").unwrap_err(),
            [(3, LineFault::NoDomain)]
        );
    }

    #[test]
    fn what_is_listed_is_written_in_one_way() {
        assert_eq!(
            lines(Kind::AllowedNetwork, "198.51.100.77/24\n198.51.100.0/24").unwrap(),
            ["198.51.100.0/24"]
        );
        assert_eq!(
            lines(Kind::BlockedNetwork, "198.51.100.7\n2001:db8::1").unwrap(),
            ["198.51.100.7/32", "2001:db8::/64"]
        );
        assert_eq!(lines(Kind::AllowedNetwork, "203.0.113.7").unwrap(), ["203.0.113.7/32"]);
        assert_eq!(lines(Kind::BlockedDomain, "EXAMPLE.org").unwrap(), ["example.org"]);
    }

    #[test]
    fn what_is_allowed_wins_and_what_has_expired_is_nothing() {
        let listing = |kind, value: &str, expires_at| Listing {
            id: Uuid::nil(),
            kind,
            value: value.into(),
            note: String::new(),
            added_by: String::new(),
            added_at: Moment(0),
            expires_at,
        };
        let lists = Lists::new(&[
            listing(Kind::BlockedNetwork, "198.51.0.0/16", None),
            listing(Kind::AllowedNetwork, "198.51.100.0/24", Some(Moment(10))),
            listing(Kind::BlockedDomain, "example.org", None),
        ]);
        let at = |address: &str, now| lists.network(address.parse().unwrap(), Moment(now));
        assert_eq!(at("198.51.100.1", 9), Some(Standing::Allowed));
        assert_eq!(at("198.51.100.1", 10), Some(Standing::Blocked));
        assert_eq!(at("::ffff:198.51.7.1", 0), Some(Standing::Blocked));
        assert_eq!(at("192.0.2.1", 0), None);
        assert_eq!(lists.domain("mail.example.org", Moment(0)), Some(Standing::Blocked));
        assert_eq!(lists.domain("notexample.org", Moment(0)), None);
    }
}
