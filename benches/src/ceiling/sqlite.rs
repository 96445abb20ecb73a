use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior, params};
use tokio::sync::mpsc;

use super::sign::{GROUP, Job};
use crate::store::Store;

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = 0;
    CREATE TABLE signature (campaign_id INTEGER NOT NULL, id BLOB NOT NULL, state TEXT NOT NULL, sealed BLOB NOT NULL,
        email_index BLOB NOT NULL, country TEXT NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (campaign_id, id));
    CREATE UNIQUE INDEX signature_address ON signature (campaign_id, email_index);
    CREATE TABLE outbox (id BLOB NOT NULL PRIMARY KEY, campaign_id INTEGER NOT NULL, kind TEXT NOT NULL,
        subject_id BLOB NOT NULL, recipient_index BLOB NOT NULL, state TEXT NOT NULL, due_at INTEGER NOT NULL);
    CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'queued';";

const SIGNATURE: &str =
    "INSERT INTO signature VALUES (1, ?1, 'pending', ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
const MAIL: &str = "INSERT INTO outbox VALUES (?1, 1, 'confirm', ?2, ?3, 'queued', ?4)";

/// How often what was committed is brought from the log into the database, on a connection of its own, so that no commit
/// waits for it.
const CHECKPOINT: Duration = Duration::from_millis(250);

/// One thread that writes, with prepared statements.
pub fn writer(folder: &Path) -> anyhow::Result<mpsc::Sender<Job>> {
    let file = Store::file(folder);
    let mut db = Connection::open(&file)?;
    db.execute_batch(SCHEMA)?;
    let beside = Connection::open(&file)?;
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(CHECKPOINT);
            let _ = beside.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()));
        }
    });
    let (sender, mut jobs) = mpsc::channel::<Job>(8 * GROUP);
    std::thread::spawn(move || {
        let mut group = Vec::with_capacity(GROUP);
        while jobs.blocking_recv_many(&mut group, GROUP) > 0 {
            let stored = commit(&mut db, &group).is_ok();
            for (_, answer) in group.drain(..) {
                let _ = answer.send(stored);
            }
        }
    });
    Ok(sender)
}

fn commit(db: &mut Connection, group: &[Job]) -> rusqlite::Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    {
        let mut signature = tx.prepare_cached(SIGNATURE)?;
        let mut mail = tx.prepare_cached(MAIL)?;
        for (row, _) in group {
            let id = row.id.as_bytes().as_slice();
            signature.execute(params![id, row.sealed, row.email_index.as_slice(), row.country, row.at])?;
            mail.execute(params![row.mail.as_bytes().as_slice(), id, row.email_index.as_slice(), row.at])?;
        }
    }
    tx.commit()
}
