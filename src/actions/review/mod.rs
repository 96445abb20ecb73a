//! Judging signatures: hold, release and strike out, one or many, and taking it back.

pub mod decide;
pub mod judge;
pub mod look;
pub mod mark_old;
pub mod patterns;
pub mod run;
pub mod search;
pub mod undo;

use super::Desk;
use crate::domain::email::EmailAddress;
use crate::domain::judgement::{Ground, Judgement};
use crate::domain::mark::{Marks, mark};
use crate::domain::name::FullName;
use crate::domain::person::Person;
use crate::domain::signature::Signature;
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction};

/// What a moderator orders, and why.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub campaign: i32,
    pub judgement: Judgement,
    pub ground: Ground,
    pub note: &'a str,
    pub actor: &'a str,
}

impl Order<'_> {
    /// As the audit log has it.
    fn detail(&self) -> String {
        match (self.ground, self.note) {
            (Ground::Other, "") => String::new(),
            (Ground::Other, note) => note.to_owned(),
            (ground, "") => ground.as_str().to_owned(),
            (ground, note) => format!("{}: {note}", ground.as_str()),
        }
    }
}

/// By what a signature is found besides its address.
pub fn marks(desk: &Desk<'_>, domain: &str, comparable: &str, country: &str, postal: &str) -> Marks {
    Marks {
        domain: domain_index(desk, domain),
        name: name_mark(desk, comparable),
        place: place_mark(desk, country, postal),
    }
}

/// The same of a signature that is stored.
pub fn person_marks(desk: &Desk<'_>, signature: &Signature, person: &Person) -> Marks {
    let email = EmailAddress::parse(&person.email);
    let domain = email.as_ref().map_or("", EmailAddress::domain);
    marks(desk, domain, &comparable(&person.name), &signature.country, &person.postal_code)
}

/// A name as names are compared.
pub(in crate::actions) fn comparable(name: &str) -> String {
    FullName::parse(name).map_or_else(|_| name.to_owned(), |name| name.comparable())
}

/// How the addresses of a domain are found.
pub fn domain_index(desk: &Desk<'_>, domain: &str) -> crate::domain::household::Index {
    desk.vault.index("mail domain", &[domain])
}

fn name_mark(desk: &Desk<'_>, comparable: &str) -> i16 {
    mark(desk.vault.index("whole name", &[comparable]))
}

fn place_mark(desk: &Desk<'_>, country: &str, postal: &str) -> i16 {
    mark(desk.vault.index("place", &[country, postal]))
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    actor: &str,
    (act, campaign): (&str, i32),
    (subject, detail): (String, String),
) -> Result<(), StorageError> {
    let entry = Entry { actor, act, campaign: Some(campaign), subject, detail };
    desk.record(tx, entry).await
}
