//! Writing the files of a package, those that are not there yet.

use std::collections::BTreeSet;
use std::io::Write;

use tokio::runtime::Handle;

use super::contents::Content;
use super::feed::Feed;
use super::sink::{ARCHIVE, Sink};
use super::{MakeError, Watch, Work, delete};
use crate::actions::Desk;
use crate::actions::deliveries::list_left;
use crate::domain::delivery::manifest::MOST_FILES;
use crate::domain::sheet;
use crate::package::write::OWN;
use crate::package::{CHECKER_PAGE, csv, xlsx};
use crate::storage::deliveries::{files, packages};

impl Work {
    /// Writes what is not there, packs it all, and hands it over; anew where somebody has left meanwhile.
    pub(super) fn write_all(&self, desk: Desk<'_>, handle: &Handle, watch: &Watch) -> Result<(), MakeError> {
        if self.contents().len() + OWN > MOST_FILES {
            return Err(MakeError::TooMany);
        }
        let mut known = None;
        loop {
            let gone = handle.block_on(self.freshen(desk, &mut known))?;
            self.write_missing(desk, handle, (watch, gone))?;
            let whole = self.pack(desk, handle, watch, gone)?;
            let key = self.key();
            let (is_there, is_stale) = handle.block_on(async {
                let db = desk.db.read();
                if packages::end(db, key, &whole, desk.now).await? {
                    return Ok::<_, MakeError>((true, false));
                }
                Ok((false, packages::find_stale(db, key).await?))
            })?;
            if is_there {
                return Ok(());
            }
            if !is_stale {
                return Err(MakeError::Unwanted);
            }
        }
    }

    /// Deletes what is not whole, what names somebody who has left, and what another began that may be otherwise by now; how many
    /// have left. `known` are those of whom the files that
    /// are there know already; nothing where this was not looked at yet.
    async fn freshen(&self, desk: Desk<'_>, known: &mut Option<BTreeSet<i64>>) -> Result<i64, MakeError> {
        let db = desk.db.read();
        let is_first = known.is_none();
        // Whoever was killed may have taken note of it, and not have come to what follows from it.
        let is_stale = packages::take_stale(db, self.key()).await? || is_first;
        let known = known.get_or_insert_default();
        let left = list_left(&desk, (self.delivery.campaign, self.delivery.number)).await?;
        let new: Vec<i64> = left.iter().copied().filter(|place| !known.contains(place)).collect();
        let is_outdated = |name: &str| {
            let content = self.contents().into_iter().find(|content| content.name() == name);
            content.is_none_or(|content| {
                is_stale && content.is_of_others()
                    || is_first && content.is_of_the_day()
                    || new.iter().any(|place| content.holds(*place))
            })
        };
        for file in files::list(db, self.package.id).await? {
            if file.name == ARCHIVE || is_outdated(&file.name) {
                delete(&desk, file.id).await?;
            }
        }
        for file in files::list_unfinished(db, self.package.id).await? {
            delete(&desk, file).await?;
        }
        known.extend(new);
        Ok(i64::try_from(left.len()).unwrap_or(i64::MAX))
    }

    /// Writes what is not there; so many have left.
    fn write_missing(
        &self,
        desk: Desk<'_>,
        handle: &Handle,
        (watch, gone): (&Watch, i64),
    ) -> Result<(), MakeError> {
        let there = handle.block_on(files::list(desk.db.read(), self.package.id))?;
        let there: BTreeSet<String> = there.into_iter().map(|file| file.name).collect();
        let contents = self.contents();
        let lines = |content: &Content| content.lines(self.delivery.lines).max(1);
        let whole: i64 = contents.iter().map(lines).sum();
        let done = contents.iter().filter(|content| there.contains(&content.name())).map(lines).sum();
        // Packing takes about as long as reading the roll once.
        watch.set(done, whole + self.delivery.lines.max(1));
        let feed = Feed::new(desk, handle, self);
        for content in contents.into_iter().filter(|content| !there.contains(&content.name())) {
            let mut sink = Sink::begin(desk, handle, self.package.id, &content.name())?;
            self.write((content, gone), &feed, watch, &mut sink)?;
            sink.finish()?;
        }
        Ok(())
    }

    fn csv(&self, feed: &Feed<'_>, watch: &Watch, out: &mut dyn Write) -> Result<(), MakeError> {
        let mut roll = csv::Roll::begin(out)?;
        feed.each((0, self.delivery.lines), |line| {
            roll.line(line, feed.riding(&line.place.riding))?;
            watch.step(1)
        })?;
        Ok(roll.finish()?)
    }

    fn xlsx(
        &self,
        feed: &Feed<'_>,
        (watch, gone): (&Watch, i64),
        out: &mut dyn Write,
    ) -> Result<(), MakeError> {
        let mut roll = xlsx::Roll::begin(out)?;
        feed.each((0, self.delivery.lines), |line| {
            roll.line(line, feed.riding(&line.place.riding))?;
            watch.step(1)
        })?;
        Ok(roll.finish(&self.told(gone))?)
    }

    fn write(
        &self,
        (content, gone): (Content, i64),
        feed: &Feed<'_>,
        watch: &Watch,
        out: &mut dyn Write,
    ) -> Result<(), MakeError> {
        match content {
            Content::Csv => self.csv(feed, watch, out),
            Content::Xlsx => self.xlsx(feed, (watch, gone), out),
            Content::Volume(number) => self.volume(feed, (number, gone), watch, out),
            Content::Words(of_letter, version) => {
                out.write_all(self.words(of_letter, version).as_bytes())?;
                watch.step(1)
            }
            Content::Checker => {
                out.write_all(CHECKER_PAGE.as_bytes())?;
                watch.step(1)
            }
            Content::Cards(run, portion) => self.cards(feed, (run, portion), watch, out),
            Content::Scan(leaf) => self.scan(feed, leaf.at, watch, out),
            Content::Supplement => {
                self.supplement(feed, out)?;
                watch.step(1)
            }
            _ => {
                self.paper(feed.desk, (content, gone), out)?;
                watch.step(1)
            }
        }
    }

    /// A text as it is stored and hashed.
    fn words(&self, of_letter: bool, version: i32) -> &str {
        let stored = if of_letter {
            self.letters.iter().find(|one| one.version == version).map(|one| &one.stored)
        } else {
            self.editions.iter().find(|one| one.version == version).map(|one| &one.stored)
        };
        stored.map_or("", String::as_str)
    }

    /// Who has left since the deliveries before this one, by their numbers there: no name stands in it.
    fn supplement(&self, feed: &Feed<'_>, out: &mut dyn Write) -> Result<(), MakeError> {
        let mut rows = vec![["delivery".to_owned(), "number".to_owned()]];
        for number in &self.earlier {
            for place in feed.left((self.delivery.campaign, *number))? {
                rows.push([number.to_string(), place.to_string()]);
            }
        }
        Ok(out.write_all(&sheet::file(rows))?)
    }
}
