use serde::{Deserialize, Serialize};

use super::campaign::Edition;
use super::display::Display;
use super::email::EmailAddress;
use super::lang::Lang;
use super::name::{FullName, has_stacked_marks, is_forbidden, parse_line};
use super::postal::PostalCode;
use super::refusal::{Field, Reason, Refusal};
use super::rulebook::Rulebook;
use super::signature::{HoldReason, MAX_COMMENT, MAX_PLACE, NewSignature};
use super::source::Source;

/// The signature form as it was typed. Everything may be wrong in it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignatureForm {
    pub name: String,
    pub email: String,
    pub country: String,
    pub postal_code: String,
    pub city: String,
    pub region: String,
    pub public: String,
    pub updates: String,
    pub comment: String,
    /// The number or the mark of the text that the page showed; empty means the current one.
    pub text_version: String,
    /// What led to the page, as its address told.
    pub source: String,
    /// The honeypot: people never see it, let alone fill it.
    pub homepage: String,
}

/// Collects refusals while the good fields are parsed.
struct Checked(Vec<Refusal>);

impl Checked {
    fn take<T>(&mut self, field: Field, parsed: Result<T, Reason>) -> Option<T> {
        parsed.map_err(|reason| self.0.push(Refusal { field, reason })).ok()
    }
}

impl SignatureForm {
    /// A form in which nothing has been typed.
    pub const fn empty() -> Self {
        Self {
            name: String::new(),
            email: String::new(),
            country: String::new(),
            postal_code: String::new(),
            city: String::new(),
            region: String::new(),
            public: String::new(),
            updates: String::new(),
            comment: String::new(),
            text_version: String::new(),
            source: String::new(),
            homepage: String::new(),
        }
    }

    /// Parses every field, or says of each refused one why. `editions` are the texts that may be signed, the current one last.
    pub fn parse(
        &self,
        lang: Lang,
        editions: &[Edition],
        rules: &Rulebook,
    ) -> Result<NewSignature, Vec<Refusal>> {
        let mut checked = Checked(Vec::new());
        let name = checked.take(Field::Name, FullName::parse(&self.name));
        let email = checked.take(Field::Email, EmailAddress::parse(&self.email));
        let country = checked.take(Field::Country, rules.countries.code(&self.country));
        let postal_code = match &country {
            Some(country) => {
                checked.take(Field::PostalCode, PostalCode::parse(&self.postal_code, country, &rules.postal))
            }
            None => None,
        };
        let city = checked.take(Field::City, parse_line(&self.city, MAX_PLACE));
        let region = checked.take(Field::Region, parse_line(&self.region, MAX_PLACE));
        let comment = checked.take(Field::Comment, parse_text(&self.comment, MAX_COMMENT));
        let display = checked.take(Field::Public, Display::parse(&self.public));
        let updates = checked.take(Field::Updates, parse_consent(&self.updates));
        let text_version = checked.take(Field::TextVersion, self.version(editions));
        match (name, email, country, postal_code, city, region, comment, display, updates, text_version) {
            (
                Some(name),
                Some(email),
                Some(country),
                Some(postal_code),
                Some(city),
                Some(region),
                Some(comment),
                Some(display),
                Some(updates),
                Some(text_version),
            ) => {
                let hold_reason = self.hold_reason(&email, rules);
                Ok(NewSignature {
                    name,
                    email,
                    country,
                    postal_code,
                    city,
                    region,
                    comment,
                    display,
                    updates,
                    text_version,
                    lang,
                    source: Source::parse(&self.source),
                    hold_reason,
                })
            }
            _ => Err(checked.0),
        }
    }

    fn version(&self, editions: &[Edition]) -> Result<i32, Reason> {
        let typed = self.text_version.trim();
        let shown = match typed {
            "" => editions.last(),
            typed => editions
                .iter()
                .find(|edition| typed == edition.version.to_string() || typed == edition.mark()),
        };
        shown.map(|edition| edition.version).ok_or(Reason::OtherText)
    }

    fn hold_reason(&self, email: &EmailAddress, rules: &Rulebook) -> Option<HoldReason> {
        if !self.homepage.trim().is_empty() {
            Some(HoldReason::Honeypot)
        } else if rules.is_disposable(email.domain()) {
            Some(HoldReason::DisposableDomain)
        } else {
            None
        }
    }
}

/// Consent is `yes` and nothing else; no answer is no.
fn parse_consent(typed: &str) -> Result<bool, Reason> {
    match typed.trim() {
        "" | "no" => Ok(false),
        "yes" => Ok(true),
        _ => Err(Reason::Unknown),
    }
}

/// Text of several lines: lines end with `\n`, and there are no control characters.
pub fn parse_text(typed: &str, most: usize) -> Result<String, Reason> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().count() > most {
        return Err(Reason::TooLong(most));
    }
    if text.chars().any(|c| c != '\n' && c != '\t' && is_forbidden(c)) {
        return Err(Reason::ControlCharacters);
    }
    if has_stacked_marks(text) {
        return Err(Reason::StackedMarks);
    }
    Ok(text.to_owned())
}

/// Keeps a form out of logs and panics.
impl std::fmt::Debug for SignatureForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignatureForm(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, SignatureForm};
    use crate::domain::lang::Lang;
    use crate::domain::refusal::{Field, Reason};
    use crate::domain::rulebook::Rulebook;
    use crate::domain::signature::HoldReason;

    fn form() -> SignatureForm {
        SignatureForm {
            name: "Anna Roy".into(),
            email: "anna@example.org".into(),
            country: "ca".into(),
            postal_code: "k1a0a6".into(),
            ..SignatureForm::default()
        }
    }

    fn editions(count: i32) -> Vec<Edition> {
        (1..=count).map(|version| Edition { version, digest: version.to_string().repeat(64) }).collect()
    }

    #[test]
    fn an_empty_form_is_told_what_is_missing_all_at_once() {
        let refusals =
            SignatureForm::default().parse(Lang::En, &editions(1), &Rulebook::built_in()).unwrap_err();
        let missing: Vec<Field> = refusals
            .iter()
            .filter(|refusal| refusal.reason == Reason::Missing)
            .map(|refusal| refusal.field)
            .collect();
        assert_eq!(missing, [Field::Name, Field::Email, Field::Country]);
    }

    #[test]
    fn a_signature_is_bound_to_the_version_that_was_shown() {
        let rules = Rulebook::built_in();
        assert_eq!(form().parse(Lang::En, &editions(2), &rules).unwrap().text_version, 2);
        let shown = SignatureForm { text_version: "1".into(), ..form() };
        assert_eq!(shown.parse(Lang::En, &editions(2), &rules).unwrap().text_version, 1);
        let marked = SignatureForm { text_version: "1-11111111".into(), ..form() };
        assert_eq!(marked.parse(Lang::En, &editions(2), &rules).unwrap().text_version, 1);
        let reworded = SignatureForm { text_version: "1-22222222".into(), ..form() };
        assert_eq!(reworded.parse(Lang::En, &editions(2), &rules).unwrap_err()[0].reason, Reason::OtherText);
        let unknown = SignatureForm { text_version: "3".into(), ..form() };
        assert_eq!(unknown.parse(Lang::En, &editions(2), &rules).unwrap_err()[0].reason, Reason::OtherText);
    }

    #[test]
    fn suspicion_holds_and_never_refuses() {
        let rules = Rulebook::built_in();
        let disposable = SignatureForm { email: "x@mailinator.com".into(), ..form() };
        let reason = disposable.parse(Lang::En, &editions(1), &rules).unwrap().hold_reason;
        assert_eq!(reason, Some(HoldReason::DisposableDomain));
        let filled = SignatureForm { homepage: "x".into(), ..form() };
        assert_eq!(
            filled.parse(Lang::En, &editions(1), &rules).unwrap().hold_reason,
            Some(HoldReason::Honeypot)
        );
        assert_eq!(form().parse(Lang::En, &editions(1), &rules).unwrap().hold_reason, None);
    }
}
