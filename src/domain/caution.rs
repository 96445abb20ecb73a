//! What is asked about once more before it is blocked, because many who mean well would be shut out.

use ipnet::IpNet;

use super::email::EmailRules;
use super::listing::Kind;

/// A network wider than an IPv4 /16 or an IPv6 /32 is that of whole providers.
const WIDE: (u8, u8) = (16, 32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// A network of whole providers.
    Wide,
    /// A domain, or one below it, at which anybody may have a mailbox.
    PublicMail,
    /// A domain of the organisation's people, or of this service.
    OwnDomain,
}

/// Which of those that are to be listed are asked about once more, and why. `own` are the domains of those who list.
pub fn cautions(kind: Kind, values: &[String], own: &[String], rules: &EmailRules) -> Vec<(String, Caution)> {
    let found = values.iter().filter_map(|value| {
        let caution = match kind {
            Kind::BlockedNetwork => is_wide(value).then_some(Caution::Wide),
            Kind::BlockedDomain
                if own.iter().any(|domain| is_in(domain, value) && !rules.is_public(domain)) =>
            {
                Some(Caution::OwnDomain)
            }
            Kind::BlockedDomain => {
                rules.domains().any(|domain| is_in(domain, value)).then_some(Caution::PublicMail)
            }
            Kind::AllowedNetwork | Kind::AllowedDomain => None,
        };
        Some((value.clone(), caution?))
    });
    found.collect()
}

fn is_wide(value: &str) -> bool {
    let least = |network: &IpNet| if network.addr().is_ipv4() { WIDE.0 } else { WIDE.1 };
    value.parse::<IpNet>().is_ok_and(|network| network.prefix_len() < least(&network))
}

/// Whether a domain is this one or below it.
pub fn is_in(domain: &str, listed: &str) -> bool {
    domain.strip_suffix(listed).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{Caution, Kind, cautions, is_in};
    use crate::domain::rulebook::Rulebook;

    fn asked(kind: Kind, values: &[&str]) -> Vec<Caution> {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let own = ["mail.example.org".to_owned(), "gmail.com".to_owned()];
        cautions(kind, &values, &own, &Rulebook::built_in().email).into_iter().map(|(_, why)| why).collect()
    }

    #[test]
    fn what_shuts_out_many_is_asked_about_and_what_lets_in_is_not() {
        let wide = ["10.0.0.0/8", "198.51.0.0/16", "2001::/20", "2001:db8::/32"];
        assert_eq!(asked(Kind::BlockedNetwork, &wide), [Caution::Wide, Caution::Wide]);
        assert!(asked(Kind::AllowedNetwork, &wide).is_empty());
        let domains = ["gmail.com", "co.uk", "example.org", "example.net", "aol.com", "l.com"];
        assert_eq!(
            asked(Kind::BlockedDomain, &domains),
            [Caution::PublicMail, Caution::PublicMail, Caution::OwnDomain, Caution::PublicMail]
        );
        assert!(asked(Kind::AllowedDomain, &domains).is_empty());
    }

    #[test]
    fn a_domain_is_in_itself_and_in_those_above_it() {
        assert!(is_in("example.org", "example.org") && is_in("a.example.org", "example.org"));
        assert!(!is_in("notexample.org", "example.org") && !is_in("example.org", "a.example.org"));
    }
}
