use super::{Kind, Signatory};
use crate::domain::campaign::Edition;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::name::{FullName, parse_line};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::signature::{MAX_PLACE, NewSignature};
use crate::domain::website::Website;

/// The form as it was typed: a signature's, and what is asked besides.
#[derive(Clone, Default)]
pub struct SignOnForm {
    pub kind: String,
    pub organisation: String,
    pub role: String,
    pub profession: String,
    pub affiliation: String,
    pub website: String,
    pub person: SignatureForm,
}

/// A form that passed every rule.
#[derive(Clone, Debug)]
pub struct NewSignOn {
    pub kind: Kind,
    pub person: NewSignature,
    pub organisation: String,
    pub role: String,
    pub profession: String,
    pub affiliation: String,
    pub website: Option<Website>,
}

impl SignOnForm {
    /// A form of one kind in which nothing has been typed.
    pub fn empty(kind: Kind) -> Self {
        Self { kind: kind.as_str().to_owned(), ..Self::default() }
    }

    /// Parses every field, or says of each refused one why, in the order in which the form asks.
    pub fn parse(
        &self,
        lang: Lang,
        editions: &[Edition],
        rules: &Rulebook,
    ) -> Result<NewSignOn, Vec<Refusal>> {
        let Some(kind) = Kind::parse(self.kind.trim()) else {
            return Err(vec![Refusal { field: Field::Kind, reason: Reason::Missing }]);
        };
        let mut refusals = Vec::new();
        let mut checked = |field, parsed: Result<String, Reason>| {
            parsed.map_err(|reason| refusals.push(Refusal { field, reason })).unwrap_or_default()
        };
        let line = |typed: &str| parse_line(typed, MAX_PLACE);
        let named = |typed: &str| FullName::parse(typed).map(|name| name.as_str().to_owned());
        let is_organisation = kind == Kind::Organisation;
        let organisation = if is_organisation { named(&self.organisation) } else { Ok(String::new()) };
        let organisation = checked(Field::Organisation, organisation);
        let website = Website::parse(&self.website);
        checked(Field::Website, website.clone().map(|_| String::new()));
        let profession = if is_organisation { Ok(String::new()) } else { named(&self.profession) };
        let profession = checked(Field::Profession, profession);
        let affiliation = checked(Field::Affiliation, line(&self.affiliation));
        let role = checked(Field::Role, line(&self.role));
        let person = self.person.parse(lang, editions, rules);
        match (person, website) {
            (Ok(person), Ok(website)) if refusals.is_empty() => {
                Ok(NewSignOn { kind, person, organisation, role, profession, affiliation, website })
            }
            (person, _) => {
                refusals.extend(person.err().into_iter().flatten());
                Err(refusals)
            }
        }
    }
}

/// Keeps a form out of logs and panics.
impl std::fmt::Debug for SignOnForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignOnForm(…)")
    }
}

impl NewSignOn {
    pub fn signatory(&self) -> Signatory {
        Signatory {
            person: self.person.person(),
            organisation: self.organisation.clone(),
            role: self.role.clone(),
            profession: self.profession.clone(),
            affiliation: self.affiliation.clone(),
            website: self.website.as_ref().map_or_else(String::new, |site| site.address().to_owned()),
        }
    }
}
