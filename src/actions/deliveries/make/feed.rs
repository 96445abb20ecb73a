//! The roll of a delivery, read page by page and opened line by line, so that only a page of it is ever in memory.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::iter::successors;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::{MakeError, Work};
use crate::actions::deliveries::list_left;
use crate::actions::signature_sheets::open_signatory as open_row;
use crate::actions::{Desk, seat, sign_on};
use crate::domain::delivery::roll::{Kind, Line, Named, Place, Shown};
use crate::domain::delivery::{promised, stricter};
use crate::domain::disclosure::Disclosure;
use crate::domain::ledger::row::State as RowState;
use crate::domain::name::FullName;
use crate::domain::person::Person;
use crate::domain::riding::Ridings;
use crate::domain::sign_on::{SignOn, Signatory, State as SignOnState};
use crate::storage::deliveries::Of;
use crate::storage::deliveries::lines::{self, Kept, Page, Signed};
use crate::storage::ledger::rows;
use crate::storage::{Db, StorageError, sign_ons};

/// How many lines are read at once.
const PAGE: i64 = 500;

/// So many pages are being read, or wait to be opened: reading takes the longest.
const AHEAD: usize = 4;

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
        Ok(self.handle.block_on(list_left(&self.desk, of))?)
    }

    fn read(&self, span: (i64, i64)) -> JoinHandle<Result<Page, StorageError>> {
        let (db, of): (Db, _) =
            (self.desk.db.clone(), (self.work.delivery.campaign, self.work.delivery.number));
        self.handle.spawn(async move { lines::list(db.apart(), of, span).await })
    }

    /// Opens the lines after one place up to another, page by page, while the next pages are read and the one before is worked on.
    fn open(&self, (after, until): (i64, i64), give: &SyncSender<Vec<Line>>) -> Result<(), MakeError> {
        let begins = successors(Some(after), |at| Some(at + PAGE)).take_while(|at| *at < until);
        let mut pages = begins.map(|at| self.read((at, until.min(at + PAGE))));
        let mut coming: VecDeque<_> = pages.by_ref().take(AHEAD).collect();
        let (mut place, mut room, mut missing) = (Arc::default(), Vec::new(), until - after);
        while let Some(page) = coming.pop_front() {
            let page = self.handle.block_on(page).map_err(io::Error::other)??;
            coming.extend(pages.next());
            missing -= i64::try_from(page.lines.len()).unwrap_or(0);
            let mut lines = Vec::with_capacity(page.lines.len());
            for kept in &page.lines {
                let line = match &kept.signed {
                    Some(signed) => self.person(kept, signed, (page.sealed(signed), &mut room))?,
                    None => self.line(kept, &place)?,
                };
                place.clone_from(&line.place);
                lines.push(line);
            }
            if give.send(lines).is_err() {
                coming.iter().for_each(JoinHandle::abort);
                return Ok(());
            }
        }
        // A roll with fewer lines than are counted would be signed as if it were whole.
        if missing == 0 { Ok(()) } else { Err(io::Error::other("lines of a roll are missing").into()) }
    }

    /// Hands over the lines after one place up to another, in their order. Reading them, opening them and what is done with them
    /// take about as long each, and go on beside each other.
    pub fn each(
        &self,
        span: (i64, i64),
        mut take: impl FnMut(&Line) -> Result<(), MakeError>,
    ) -> Result<(), MakeError> {
        thread::scope(|scope| {
            let (give, pages) = sync_channel(1);
            let opener = scope.spawn(move || self.open(span, &give));
            for page in pages {
                page.iter().try_for_each(&mut take)?;
            }
            opener.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// A line of one who did not sign online; of one who has left nothing is known, and they stand where the line before them does.
    fn line(&self, kept: &Kept, before: &Arc<Place>) -> Result<Line, MakeError> {
        let (number, kind) = (kept.place, kept.kind);
        let gone = Line { number, kind, place: Arc::clone(before), text_version: 0, shown: Shown::Left };
        match kind {
            Kind::Person => Ok(gone),
            Kind::Organisation | Kind::Professional => self.sign_on(kept, gone),
            Kind::Paper => self.row(kept, gone),
        }
    }

    fn person(
        &self,
        kept: &Kept,
        signed: &Signed,
        (sealed, room): (&[u8], &mut Vec<u8>),
    ) -> Result<Line, MakeError> {
        let (number, text_version) = (kept.place, signed.text_version);
        let shown = if signed.stands && !sealed.is_empty() {
            let level = stricter(&self.promised, text_version, self.work.delivery.disclosure);
            if level < Disclosure::NamePlace {
                Shown::Withheld
            } else {
                let seat = seat(self.work.delivery.campaign, kept.subject);
                named(self.desk.vault.open_within(seat, sealed, room)?).at(level)
            }
        } else {
            Shown::Left
        };
        Ok(Line { number, kind: Kind::Person, place: Arc::clone(&signed.at), text_version, shown })
    }

    fn sign_on(&self, kept: &Kept, gone: Line) -> Result<Line, MakeError> {
        let found = sign_ons::find(self.desk.db.read(), self.work.delivery.campaign, kept.subject);
        let Some(one) = self.handle.block_on(found)? else { return Ok(gone) };
        let place = Arc::new(Place { country: one.country.clone(), ..Place::default() });
        let text_version = one.text_version;
        if one.state != SignOnState::Vetted || one.sealed.is_empty() {
            return Ok(Line { place, text_version, ..gone });
        }
        let shown = match signatory(&one, &sign_on::open_signatory(self.desk.vault, &one)?, kept.kind) {
            Some(named) => named.at(self.work.delivery.disclosure),
            None => Shown::Withheld,
        };
        Ok(Line { place, text_version, shown, ..gone })
    }

    fn row(&self, kept: &Kept, gone: Line) -> Result<Line, MakeError> {
        let found = rows::find(self.desk.db.read(), self.work.delivery.campaign, kept.subject);
        let Some(row) = self.handle.block_on(found)? else { return Ok(gone) };
        if row.state != RowState::Stands || row.sealed.is_empty() {
            return Ok(gone);
        }
        let who = open_row(self.desk.vault, self.work.delivery.campaign, &row)?;
        let place = Arc::new(Place { country: who.country, ..Place::default() });
        let named = Named {
            name: who.name,
            detail: String::new(),
            city: who.city,
            // Whoever signs a sheet sees that names and places stand on it, and was promised nothing about more.
            postal_code: String::new(),
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
        city: if person.region.is_empty() { person.city } else { joined(&[&person.city, &person.region]) },
        name: person.name,
        detail: String::new(),
        postal_code: person.postal_code,
        comment: person.comment,
    }
}

/// What of somebody under the open letter is handed over: what everybody can read there, as they were told. Nothing of a
/// professional whose name is not shown.
fn signatory(one: &SignOn, who: &Signatory, kind: Kind) -> Option<Named> {
    let (name, detail) = if kind == Kind::Professional {
        let name = FullName::parse(&who.person.name).ok().and_then(|name| one.display.of(&name))?;
        (name, joined(&[&who.profession, &who.affiliation]))
    } else {
        let own = one.names.iter().find(|name| name.lang.as_str() == one.lang.code()).or(one.names.first());
        (own.map_or_else(|| who.organisation.clone(), |name| name.name.clone()), who.website.clone())
    };
    let nothing = String::new;
    Some(Named { name, detail, city: nothing(), postal_code: nothing(), comment: nothing() })
}
