use url::Url;

use super::refusal::Reason;

/// The longest address of a website, in characters.
pub const MAX_WEBSITE: usize = 200;

/// Where an organisation says that it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website {
    address: String,
    host: String,
}

impl Website {
    /// Takes `example.org` as well as `https://example.org/about`; nothing where nothing was typed.
    pub fn parse(typed: &str) -> Result<Option<Self>, Reason> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        if typed.chars().count() > MAX_WEBSITE {
            return Err(Reason::TooLong(MAX_WEBSITE));
        }
        if typed.chars().any(super::name::is_forbidden) {
            return Err(Reason::ControlCharacters);
        }
        let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let url = Url::parse(&whole).map_err(|_| Reason::Website)?;
        let is_web = matches!(url.scheme(), "https" | "http") && url.username().is_empty();
        let host = url.domain().filter(|host| is_web && is_name(host)).ok_or(Reason::Website)?;
        let host = host.strip_prefix("www.").filter(|rest| is_name(rest)).unwrap_or(host).to_owned();
        Ok(Some(Self { address: url.to_string(), host }))
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// The name of its host in the ASCII form of IDNA, without `www.`.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether mail of this domain is mail of this website: the same name, or one below it.
    pub fn has_mail(&self, domain: &str) -> bool {
        domain.strip_suffix(self.host.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

/// A name of several labels that does not end in a number.
fn is_name(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() > 1
        && labels.iter().all(|label| !label.is_empty() && label.len() <= 63)
        && labels.last().is_some_and(|top| top.len() > 1 && !top.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Reason, Website};

    #[test]
    fn a_website_is_an_address_of_the_web_and_nothing_else() {
        let host = |typed| Website::parse(typed).unwrap().unwrap().host().to_owned();
        assert_eq!(host("www.Amnesty.ca"), "amnesty.ca");
        assert_eq!(host(" https://amnistie.ca/agir?x=1 "), "amnistie.ca");
        assert_eq!(host("http://société.example"), "xn--socit-esab.example");
        assert_eq!(Website::parse(" "), Ok(None));
        for bad in [
            "javascript:alert(1)",
            "javascript://amnesty.ca/%0aalert(1)",
            "data:text/html,x",
            "ftp://amnesty.ca",
            "https://user:pass@amnesty.ca",
            "localhost",
            "127.0.0.1",
            "http://[::1]/",
            "https://",
            "amnesty",
        ] {
            assert_eq!(Website::parse(bad), Err(Reason::Website), "{bad}");
        }
        assert_eq!(Website::parse("amnesty.ca\u{202e}"), Err(Reason::ControlCharacters));
        assert_eq!(Website::parse(&format!("a{}.ca", "b".repeat(300))), Err(Reason::TooLong(200)));
    }

    #[test]
    fn mail_of_a_website_has_its_domain_or_one_below_it() {
        let site = Website::parse("www.amnesty.ca").unwrap().unwrap();
        assert!(site.has_mail("amnesty.ca") && site.has_mail("post.amnesty.ca"));
        for other in ["notamnesty.ca", "amnesty.ca.example.org", "ca", "gmail.com", ""] {
            assert!(!site.has_mail(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_taken_or_refused(typed in "\\PC{0,80}") {
            if let Ok(Some(site)) = Website::parse(&typed) {
                prop_assert!(site.address().starts_with("http"));
                prop_assert!(site.has_mail(site.host()));
            }
        }
    }
}
