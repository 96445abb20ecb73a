use std::collections::BTreeMap;

use crate::actions::Desk;
use crate::domain::reply::Replies;
use crate::domain::words::Words;
use crate::storage::{StorageError, replies, texts};

/// What the public is told of the replies to a campaign, as it stands at a revision: all but their words, which are read where
/// they are shown. Of those that are not shown only the day is in it.
pub async fn shown(desk: &Desk<'_>, campaign: i32, revision: i32) -> Result<Replies, StorageError> {
    let db = desk.db.read();
    let mut all = replies::list_shown(db, campaign).await?;
    let mut found = BTreeMap::new();
    for reply in &mut all {
        reply.written.words = Words::default();
        if let std::collections::btree_map::Entry::Vacant(place) = found.entry(reply.text_version)
            && let Some(stored) = texts::find(db, campaign, reply.text_version).await?
        {
            place.insert(stored.text);
        }
    }
    let days = replies::list_days(db, campaign).await?;
    let last = days.into_iter().filter_map(|(key, days)| Some((key, days.into_iter().max()?))).collect();
    Ok(Replies { revision, all, texts: found, last })
}
