//! The roll of a delivery, read page by page and opened line by line, so that only a page of it is ever in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::runtime::Handle;
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{MakeError, Work};
use crate::actions::signature_sheets::open_signatory as open_row;
use crate::actions::{Desk, seat, sign_on};
use crate::domain::delivery::roll::{Kind, Line, Named, Place, Shown};
use crate::domain::delivery::{promised, stricter};
use crate::domain::disclosure::Disclosure;
use crate::domain::ledger::row::State as RowState;
use crate::domain::person::Person;
use crate::domain::riding::Ridings;
use crate::domain::sign_on::{SignOn, State as SignOnState};
use crate::storage::deliveries::Of;
use crate::storage::deliveries::lines::{self, Kept, Signed};
use crate::storage::ledger::rows;
use crate::storage::{Db, StorageError, sign_ons};

/// How many lines are read at once.
const PAGE: i64 = 2_000;

/// What lines are read with.
pub(super) struct Feed<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) handle: &'a Handle,
    work: &'a Work,
    promised: BTreeMap<i32, Disclosure>,
    /// As they are called in the language of the addressee.
    ridings: Arc<Ridings>,
}

impl<'a> Feed<'a> {
    pub fn new(desk: Desk<'a>, handle: &'a Handle, work: &'a Work) -> Self {
        let texts: Vec<_> = work.editions.iter().map(|one| (one.version, one.text.clone())).collect();
        let promised = promised(&texts, &work.delivery.to.key);
        Self { ridings: desk.atlas.ridings(), desk, handle, work, promised }
    }

    /// What a riding is called; nothing where the code is none.
    pub fn riding(&self, code: &str) -> &str {
        self.ridings.riding(code).map_or("", |riding| riding.name(self.work.delivery.to.lang))
    }

    /// The places of those who have left a delivery.
    pub fn left(&self, of: Of) -> Result<Vec<i64>, MakeError> {
        Ok(self.handle.block_on(lines::list_left(self.desk.db.read(), of))?)
    }

    /// Reads a page while the one before is worked on.
    fn read(&self, after: i64, until: i64) -> JoinHandle<Result<Vec<Kept>, StorageError>> {
        let (db, of): (Db, _) =
            (self.desk.db.clone(), (self.work.delivery.campaign, self.work.delivery.number));
        self.handle.spawn(async move { lines::list(db.read(), of, (after, until.min(after + PAGE))).await })
    }

    /// Hands over the lines after one place up to another, in their order.
    pub fn each(
        &self,
        (after, until): (i64, i64),
        mut take: impl FnMut(&Line) -> Result<(), MakeError>,
    ) -> Result<(), MakeError> {
        let mut at = after;
        let mut place = Place::default();
        let mut coming = self.read(at, until);
        while at < until {
            let page = self.handle.block_on(coming).map_err(std::io::Error::other)??;
            at = until.min(at + PAGE);
            coming = self.read(at, until);
            for kept in page {
                let line = self.line(kept, &place)?;
                take(&line)?;
                place = line.place;
            }
        }
        coming.abort();
        Ok(())
    }

    /// A line; of one who has left nothing is known, and they stand where the line before them does.
    fn line(&self, kept: Kept, before: &Place) -> Result<Line, MakeError> {
        let (number, kind) = (kept.place, kept.kind);
        if let Some(signed) = kept.signed {
            return self.person((number, kept.subject), signed);
        }
        let gone = Line { number, kind, place: before.clone(), text_version: 0, shown: Shown::Left };
        match kind {
            Kind::Person => Ok(gone),
            Kind::Organisation | Kind::Professional => self.sign_on(&kept, gone),
            Kind::Paper => self.row(&kept, gone),
        }
    }

    fn person(&self, (number, id): (i64, Uuid), signed: Signed) -> Result<Line, MakeError> {
        let (place, text_version) = (signed.at, signed.text_version);
        let shown = if signed.stands && !signed.sealed.is_empty() {
            let level = stricter(&self.promised, text_version, self.work.delivery.disclosure);
            if level < Disclosure::NamePlace {
                Shown::Withheld
            } else {
                let seat = seat(self.work.delivery.campaign, id);
                named(self.desk.vault.open(seat, &signed.sealed)?).at(level)
            }
        } else {
            Shown::Left
        };
        Ok(Line { number, kind: Kind::Person, place, text_version, shown })
    }

    fn sign_on(&self, kept: &Kept, gone: Line) -> Result<Line, MakeError> {
        let found = sign_ons::find(self.desk.db.read(), self.work.delivery.campaign, kept.subject);
        let Some(one) = self.handle.block_on(found)? else { return Ok(gone) };
        let place = Place { country: one.country.clone(), ..Place::default() };
        let text_version = one.text_version;
        if one.state != SignOnState::Vetted || one.sealed.is_empty() {
            return Ok(Line { place, text_version, ..gone });
        }
        let named = signatory(&one, &sign_on::open_signatory(self.desk.vault, &one)?, kept.kind);
        Ok(Line { place, text_version, shown: named.at(self.work.delivery.disclosure), ..gone })
    }

    fn row(&self, kept: &Kept, gone: Line) -> Result<Line, MakeError> {
        let found = rows::find(self.desk.db.read(), self.work.delivery.campaign, kept.subject);
        let Some(row) = self.handle.block_on(found)? else { return Ok(gone) };
        if row.state != RowState::Stands || row.sealed.is_empty() {
            return Ok(gone);
        }
        let who = open_row(self.desk.vault, self.work.delivery.campaign, &row)?;
        let place = Place { country: who.country, ..Place::default() };
        let named = Named {
            name: who.name,
            detail: String::new(),
            city: who.city,
            postal_code: who.postal_code,
            comment: String::new(),
        };
        Ok(Line { place, shown: named.at(self.work.delivery.disclosure), ..gone })
    }
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn named(person: Person) -> Named {
    Named {
        city: joined(&[&person.city, &person.region]),
        name: person.name,
        detail: String::new(),
        postal_code: person.postal_code,
        comment: person.comment,
    }
}

fn signatory(one: &SignOn, who: &crate::domain::sign_on::Signatory, kind: Kind) -> Named {
    let person = named(who.person.clone());
    if kind == Kind::Professional {
        let detail = joined(&[&who.profession, &who.role, &who.affiliation]);
        return Named { detail, ..person };
    }
    let own = one.names.iter().find(|name| name.lang.as_str() == one.lang.code()).or(one.names.first());
    let name = own.map_or_else(|| who.organisation.clone(), |name| name.name.clone());
    Named { name, detail: who.website.clone(), ..person }
}
