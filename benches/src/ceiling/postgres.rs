use tokio::sync::mpsc;
use tokio_postgres::{Client, Statement};

use super::sign::{GROUP, Job};
use crate::service::connect_postgres;

const SCHEMA: &str = "
    CREATE TABLE signature (campaign_id integer NOT NULL, id uuid NOT NULL, state text NOT NULL, sealed bytea NOT NULL,
        email_index bytea NOT NULL, country text NOT NULL, created_at bigint NOT NULL, PRIMARY KEY (campaign_id, id));
    CREATE UNIQUE INDEX signature_address ON signature (campaign_id, email_index);
    CREATE TABLE outbox (id uuid NOT NULL PRIMARY KEY, campaign_id integer NOT NULL, kind text NOT NULL,
        subject_id uuid NOT NULL, recipient_index bytea NOT NULL, state text NOT NULL, due_at bigint NOT NULL);
    CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'queued';";

/// Both rows of a whole group in one statement, which is one transaction and one journey to the server and back.
const GROUP_OF_ROWS: &str = "
    WITH given AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::bigint[])
            AS g (id, mail, sealed, email_index, country, at)),
        signed AS (INSERT INTO signature SELECT 1, id, 'pending', sealed, email_index, country, at FROM given
            ON CONFLICT DO NOTHING RETURNING id)
    INSERT INTO outbox SELECT mail, 1, 'confirm', id, email_index, 'queued', at FROM given";

/// One connection that writes group after group.
pub async fn writer(url: &str) -> anyhow::Result<mpsc::Sender<Job>> {
    let db = connect_postgres(url).await?;
    db.batch_execute(SCHEMA).await?;
    let statement = db.prepare(GROUP_OF_ROWS).await?;
    let (sender, mut jobs) = mpsc::channel::<Job>(8 * GROUP);
    tokio::spawn(async move {
        let mut group = Vec::with_capacity(GROUP);
        while jobs.recv_many(&mut group, GROUP).await > 0 {
            let stored = commit(&db, &statement, &group).await.is_ok();
            for (_, answer) in group.drain(..) {
                let _ = answer.send(stored);
            }
        }
    });
    Ok(sender)
}

async fn commit(db: &Client, statement: &Statement, group: &[Job]) -> Result<u64, tokio_postgres::Error> {
    let rows = || group.iter().map(|(row, _)| row);
    let ids: Vec<_> = rows().map(|row| row.id).collect();
    let mails: Vec<_> = rows().map(|row| row.mail).collect();
    let sealed: Vec<_> = rows().map(|row| row.sealed.as_slice()).collect();
    let indexes: Vec<_> = rows().map(|row| row.email_index.as_slice()).collect();
    let countries: Vec<_> = rows().map(|row| row.country.as_str()).collect();
    let moments: Vec<_> = rows().map(|row| row.at).collect();
    db.execute(statement, &[&ids, &mails, &sealed, &indexes, &countries, &moments]).await
}
