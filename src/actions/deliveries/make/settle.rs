//! Writing down who is in a delivery that was frozen.

use tokio::runtime::Handle;
use uuid::Uuid;

use super::{LEASE, MakeError, Watch, Work};
use crate::actions::Desk;
use crate::actions::deliveries::cancel::clear;
use crate::actions::deliveries::preview::counted;
use crate::domain::delivery::census::Cell;
use crate::domain::delivery::manifest::Counts;
use crate::domain::delivery::roll::Kind;
use crate::domain::delivery::{Delivery, PackageState as State, Scope, Stage};
use crate::storage::deliveries::{self, census, freeze, packages};
use crate::storage::{Connection, StorageError};

/// So many lines are written down at once: signing waits for no more.
const SOME: usize = 1_000;

impl Work {
    /// Writes down who is in it, in the order of the roll, and how many they are. Begun anew, it begins from the first.
    pub(super) fn settle(
        &self,
        desk: Desk<'_>,
        handle: &Handle,
        watch: &Watch,
    ) -> Result<Delivery, MakeError> {
        let of = (self.delivery.campaign, self.delivery.number);
        // Stopped before it began, and perhaps frozen anew since: those lines are not ours.
        handle.block_on(self.hold(desk.db.read(), desk, watch))?;
        handle.block_on(clear(&desk, of))?;
        let (lines, many, cells) = handle.block_on(self.find_lines(desk))?;
        let many = i64::try_from(many).unwrap_or(i64::MAX);
        watch.set(0, many);
        let (mut place, mut lines) = (1, lines.peekable());
        while lines.peek().is_some() {
            let some: Vec<_> = lines.by_ref().take(SOME).collect();
            handle.block_on(self.put(desk, watch, (place, &some)))?;
            let count = i64::try_from(some.len()).unwrap_or(i64::MAX);
            place += count;
            watch.step(count)?;
        }
        handle.block_on(self.close(desk, watch, (many, &cells)))
    }

    /// Fails where this is no longer to be made, or by somebody else.
    async fn hold(&self, db: &impl Connection, desk: Desk<'_>, watch: &Watch) -> Result<(), MakeError> {
        let is_held = packages::progress(db, self.key(), watch.progress(), desk.now + LEASE).await?;
        if is_held { Ok(()) } else { Err(MakeError::Unwanted) }
    }

    /// Who stands on which line and how many these are; and how many of them signed online, from where.
    async fn find_lines(
        &self,
        desk: Desk<'_>,
    ) -> Result<(impl Iterator<Item = (Kind, Uuid)>, usize, Vec<Cell>), MakeError> {
        let (db, one) = (desk.db.read(), &self.delivery);
        let cut_off = one.cut_off.unwrap_or(desk.now);
        let home = self.campaign.content.country.as_deref().unwrap_or("CA");
        let mut before = Vec::new();
        for kind in [Kind::Organisation, Kind::Professional] {
            let found = freeze::list_sign_ons(db, one, (kind, cut_off)).await?;
            before.extend(found.into_iter().map(|id| (kind, id)));
        }
        let people = freeze::list_people(desk.db, one, cut_off).await?;
        let cells = people.cells();
        let people = people.in_order(&one.to.riding, home).map(|id| (Kind::Person, id));
        let rows = freeze::list_rows(db, (one.campaign, one.number)).await?;
        let many = before.len() + people.len() + rows.len();
        let lines = before.into_iter().chain(people).chain(rows.into_iter().map(|id| (Kind::Paper, id)));
        Ok((lines, many, cells))
    }

    async fn put(
        &self,
        desk: Desk<'_>,
        watch: &Watch,
        (place, some): (i64, &[(Kind, Uuid)]),
    ) -> Result<(), MakeError> {
        let tx = desk.db.write().await?;
        // What was cancelled in between gets no lines behind the back of whoever cleared it.
        self.hold(&*tx, desk, watch).await?;
        freeze::insert(&*tx, (self.delivery.campaign, self.delivery.number), place, some).await?;
        tx.commit().await?;
        Ok(())
    }

    /// From here on the delivery is frozen; one that nobody is in is planned as before.
    async fn close(
        &self,
        desk: Desk<'_>,
        watch: &Watch,
        (lines, cells): (i64, &[Cell]),
    ) -> Result<Delivery, MakeError> {
        let of = (self.delivery.campaign, self.delivery.number);
        let counts = self.count(desk, cells).await?;
        let tx = desk.db.write().await?;
        let found = deliveries::find_to_change(&*tx, of).await?;
        let mut one = found.filter(|one| one.stage == Stage::Freezing).ok_or(MakeError::Unwanted)?;
        // Stopped while it was counted, and frozen anew: those are the lines of somebody else, who has only begun.
        self.hold(&*tx, desk, watch).await?;
        let is_empty = lines == 0 && counts.paper == 0 && counts.postcards == 0;
        if is_empty {
            one.plan_again(desk.now);
            packages::drop(&*tx, self.package.id, (State::Making, State::Cancelled), desk.now).await?;
        } else {
            (one.stage, one.lines, one.counts, one.changed_at) = (Stage::Frozen, lines, counts, desk.now);
        }
        deliveries::save(&*tx, &one).await?;
        tx.commit().await?;
        if is_empty { Err(MakeError::Unwanted) } else { Ok(one) }
    }

    async fn count(&self, desk: Desk<'_>, cells: &[Cell]) -> Result<Counts, StorageError> {
        let (db, one) = (desk.db.apart(), &self.delivery);
        let (mut counts, _) = counted(db, one, cells).await?;
        counts.since_previous = match one.scope {
            Scope::New => counts.online,
            Scope::All => census::count_new(db, one).await?,
        };
        Ok(counts)
    }
}
