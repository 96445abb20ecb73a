use std::collections::HashSet;

use super::country::Countries;
use super::email::EmailRules;
use super::postal::PostalRules;
use super::postcard::doubt::DoubtRules;

/// The rules that are data: countries, postal codes, mail providers, throw-away domains, doubtful words.
#[derive(Clone, Debug)]
pub struct Rulebook {
    pub countries: Countries,
    pub postal: PostalRules,
    pub email: EmailRules,
    /// What marks the message of a postcard.
    pub doubts: DoubtRules,
    disposable: HashSet<&'static str>,
}

impl Rulebook {
    /// The rules built into the program, from `config/`. A test parses them, so they are sound.
    pub fn built_in() -> Self {
        let listed = include_str!("../../config/disposable-domains.txt").lines();
        Self {
            countries: Countries::built_in(),
            postal: PostalRules::parse(include_str!("../../config/postal-codes.toml"))
                .expect("config/postal-codes.toml"),
            email: EmailRules::parse(include_str!("../../config/email-domains.toml"))
                .expect("config/email-domains.toml"),
            doubts: DoubtRules::parse(include_str!("../../config/doubts.toml")).expect("config/doubts.toml"),
            disposable: listed.filter(|line| !line.is_empty() && !line.starts_with('#')).collect(),
        }
    }

    /// Whether a domain, or one that it is under, gives out throw-away mailboxes.
    pub fn is_disposable(&self, domain: &str) -> bool {
        let mut rest = domain;
        loop {
            if self.disposable.contains(rest) {
                return true;
            }
            match rest.split_once('.') {
                Some((_, parent)) if parent.contains('.') => rest = parent,
                _ => return false,
            }
        }
    }
}
