use std::collections::HashMap;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::refusal::Reason;

/// RFC 5321, 4.5.3.1: the longest forward path that a mail server must take.
const MAX_EMAIL: usize = 254;
const MAX_LOCAL: usize = 64;

/// An email address as it was typed, which is where mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    typed: String,
    local: String,
    /// In the ASCII form of IDNA, lower case.
    domain: String,
}

impl EmailAddress {
    pub fn parse(typed: &str) -> Result<Self, Reason> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Reason::Missing);
        }
        if typed.len() > MAX_EMAIL {
            return Err(Reason::TooLong(MAX_EMAIL));
        }
        if typed.chars().any(super::name::is_forbidden) {
            return Err(Reason::ControlCharacters);
        }
        if typed.contains(char::is_whitespace) {
            return Err(Reason::EmailSpace);
        }
        if typed.contains('"') {
            return Err(Reason::EmailQuoted);
        }
        let mut parts = typed.split('@');
        let (Some(local), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else {
            return Err(Reason::EmailAt);
        };
        if !is_local_part(local) {
            return Err(Reason::EmailLocal);
        }
        let domain = parse_domain(domain).ok_or(Reason::EmailDomain)?;
        Ok(Self { typed: typed.to_owned(), local: local.to_owned(), domain })
    }

    pub fn as_typed(&self) -> &str {
        &self.typed
    }

    /// The domain in the ASCII form of IDNA, lower case.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Where to send: the local part as typed, the domain in the form that every mail server takes.
    pub fn to_send(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// What is compared: lower case, IDNA, and the provider's own rules for dots, tags and aliases.
    pub fn canonical(&self, rules: &EmailRules) -> String {
        let mut local: String = self.local.nfkc().flat_map(char::to_lowercase).collect();
        let Some(rule) = rules.0.get(&self.domain) else {
            return format!("{local}@{}", self.domain);
        };
        if let Some((before, _)) = rule.tag.and_then(|tag| local.split_once(tag))
            && !before.is_empty()
        {
            local = before.to_owned();
        }
        let bare: String = local.chars().filter(|c| !rule.ignored.contains(*c)).collect();
        if !bare.is_empty() {
            local = bare;
        }
        format!("{local}@{}", rule.same_as)
    }
}

/// RFC 5322 `dot-atom`, and the letters beyond ASCII of RFC 6531.
fn is_local_part(local: &str) -> bool {
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || !c.is_ascii();
    !local.is_empty()
        && local.len() <= MAX_LOCAL
        && local.split('.').all(|part| !part.is_empty() && part.chars().all(atom))
}

/// A domain with a top, in the ASCII form of IDNA, lower case.
pub fn parse_domain(typed: &str) -> Option<String> {
    let domain = idna::domain_to_ascii_strict(typed).ok()?.to_ascii_lowercase();
    let labels: Vec<&str> = domain.split('.').collect();
    let sound = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let top_is_a_name =
        labels.last().is_some_and(|top| top.len() > 1 && !top.chars().all(|c| c.is_ascii_digit()));
    (labels.len() > 1 && domain.len() <= 253 && labels.iter().all(sound) && top_is_a_name).then_some(domain)
}

/// How providers spell one mailbox in several ways, from `config/email-domains.toml`.
#[derive(Clone, Debug, Default)]
pub struct EmailRules(HashMap<String, DomainRule>);

#[derive(Clone, Debug)]
struct DomainRule {
    same_as: String,
    ignored: String,
    tag: Option<char>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    provider: Vec<Provider>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provider {
    /// The first is the one the others are aliases of, if `aliases` is set.
    domains: Vec<String>,
    #[serde(default)]
    aliases: bool,
    #[serde(default)]
    ignored: String,
    tag: Option<char>,
}

impl EmailRules {
    /// Whether anybody may have a mailbox at this domain.
    pub fn is_public(&self, domain: &str) -> bool {
        self.0.contains_key(domain)
    }

    /// The domains at which anybody may have a mailbox.
    pub fn domains(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        let file: RulesFile = toml::from_str(toml)?;
        let mut rules = HashMap::new();
        for provider in file.provider {
            for domain in &provider.domains {
                let same_as = if provider.aliases { &provider.domains[0] } else { domain };
                let rule = DomainRule {
                    same_as: same_as.clone(),
                    ignored: provider.ignored.clone(),
                    tag: provider.tag,
                };
                rules.insert(domain.clone(), rule);
            }
        }
        Ok(Self(rules))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{EmailAddress, EmailRules, Reason};

    fn rules() -> EmailRules {
        EmailRules::parse(include_str!("../../config/email-domains.toml")).unwrap()
    }

    fn canonical(typed: &str) -> String {
        EmailAddress::parse(typed).expect(typed).canonical(&rules())
    }

    #[test]
    fn addresses_that_no_server_would_take_are_refused_with_their_reason() {
        let cases = [
            ("", Reason::Missing),
            ("anna", Reason::EmailAt),
            ("anna@@example.org", Reason::EmailAt),
            ("a@b@example.org", Reason::EmailAt),
            ("an na@example.org", Reason::EmailSpace),
            ("\"an na\"@example.org", Reason::EmailSpace),
            ("\"anna\"@example.org", Reason::EmailQuoted),
            ("@example.org", Reason::EmailLocal),
            (".anna@example.org", Reason::EmailLocal),
            ("an..na@example.org", Reason::EmailLocal),
            ("anna@", Reason::EmailDomain),
            ("anna@localhost", Reason::EmailDomain),
            ("anna@[127.0.0.1]", Reason::EmailDomain),
            ("anna@127.0.0.1", Reason::EmailDomain),
            ("anna@example..org", Reason::EmailDomain),
            ("anna@-example.org", Reason::EmailDomain),
            ("anna@example.org\u{0}", Reason::ControlCharacters),
        ];
        for (typed, reason) in cases {
            assert_eq!(EmailAddress::parse(typed), Err(reason), "{typed:?}");
        }
        assert_eq!(
            EmailAddress::parse(&format!("{}@example.org", "a".repeat(300))),
            Err(Reason::TooLong(254))
        );
    }

    #[test]
    fn one_mailbox_in_many_spellings_is_one_address() {
        for typed in ["anna.roy@gmail.com", "AnnaRoy@GMAIL.com", "a.n.n.a.roy+x+y@googlemail.com"] {
            assert_eq!(canonical(typed), "annaroy@gmail.com");
        }
        assert_eq!(canonical("Anna@MÜNCHEN.example"), canonical("anna@xn--mnchen-3ya.example"));
        assert_eq!(canonical("anna+tag@outlook.com"), "anna@outlook.com");
        assert_ne!(canonical("an.na@outlook.com"), canonical("anna@outlook.com"));
        assert_ne!(canonical("anna+a@example.org"), canonical("anna@example.org"));
    }

    #[test]
    fn mail_goes_to_the_address_as_typed() {
        let address = EmailAddress::parse("Anna.Roy+petition@Gmail.com").unwrap();
        assert_eq!(address.as_typed(), "Anna.Roy+petition@Gmail.com");
        assert_eq!(address.to_send(), "Anna.Roy+petition@gmail.com");
    }

    proptest! {
        #[test]
        fn the_canonical_form_is_an_address_and_its_own_canonical_form(typed in "[a-zA-Z0-9.+_-]{1,20}@(gmail\\.com|outlook\\.com|Example\\.org|proton\\.me)") {
            let Ok(address) = EmailAddress::parse(&typed) else { return Ok(()) };
            let once = address.canonical(&rules());
            if let Ok(again) = EmailAddress::parse(&once) {
                prop_assert_eq!(again.canonical(&rules()), once);
            }
        }

        #[test]
        fn parsing_never_panics(typed in "\\PC{0,80}") {
            let _ = EmailAddress::parse(&typed);
        }
    }
}
