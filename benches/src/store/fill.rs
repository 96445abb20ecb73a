//! Fills a database: some hundred signatures came in through the product, and are multiplied where they lie. Columns that
//! are not named here are copied as they are, so that a later step of the schema does not matter.

use rusqlite::Connection;

use super::{Store, postgres, sqlite};
use crate::clock::now_ms;
use crate::service::connect_postgres;

/// Over how long the signatures are spread: younger than what the product's own cleaning touches.
const SPREAD_MS: i64 = 20 * 24 * 3_600_000;
/// Mails of the last days are still on record.
const RECORD_MS: i64 = 6 * 24 * 3_600_000;

/// What differs between the two dialects.
struct Dialect {
    /// A UUID of version 7 at the time `at`.
    uuid: &'static str,
    /// Sixteen random bytes.
    index: &'static str,
    /// A table `n` with the numbers below `{count}` in `i`.
    numbers: &'static str,
    hour: &'static str,
}

const SQLITE: Dialect = Dialect {
    uuid: "unhex(printf('%012x', at) || '7' || substr(hex(randomblob(2)), 2) || '8' || substr(hex(randomblob(8)), 2))",
    index: "randomblob(16)",
    numbers: "n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count})",
    hour: "strftime('%Y-%m-%dT%H', confirmed_at / 1000, 'unixepoch')",
};

const POSTGRES: Dialect = Dialect {
    uuid: "(lpad(to_hex(at), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid",
    index: "decode(md5(random()::text || i), 'hex')",
    numbers: "n AS (SELECT generate_series(0, {count} - 1) AS i)",
    hour: "to_char(to_timestamp(confirmed_at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24')",
};

impl Dialect {
    /// One statement that multiplies the confirmed signatures until there are `count` more.
    fn signatures(&self, columns: &[String], count: u64, base: i64, now: i64) -> String {
        let step = (SPREAD_MS / i64::try_from(count).unwrap_or(1)).max(0);
        let begin = now - SPREAD_MS;
        let value = |column: &String| match column.as_str() {
            "id" => self.uuid.to_owned(),
            "email_index" | "name_index" | "postal_index" | "network_index" => self.index.to_owned(),
            "display" => "'hidden'".to_owned(),
            "slot" | "code_attempts" => "0".to_owned(),
            "created_at" => "at".to_owned(),
            "confirmed_at" => "at + 60000".to_owned(),
            "expires_at" => "at + 604800000".to_owned(),
            "place" => format!("{base} + i + 1"),
            column => format!("b.{column}"),
        };
        let values: Vec<String> = columns.iter().map(value).collect();
        let numbers = self.numbers.replace("{count}", &count.to_string());
        format!(
            "WITH RECURSIVE {numbers}, \
             b AS (SELECT s.*, row_number() OVER (ORDER BY s.id) - 1 AS k FROM signature s WHERE s.state = 'confirmed'), \
             t AS (SELECT i, {begin} + i * {step} AS at FROM n) \
             INSERT INTO signature ({}) SELECT {} FROM t JOIN b ON b.k = t.i % {base} ORDER BY i",
            columns.join(", "),
            values.join(", ")
        )
    }

    /// The mails that those signatures had, as far as they are still on record.
    fn mails(&self, columns: &[String], now: i64) -> String {
        let value = |column: &String| match column.as_str() {
            "id" => self.uuid.to_owned(),
            "subject_id" => "s.id".to_owned(),
            "recipient_index" => "s.email_index".to_owned(),
            "state" => "'sent'".to_owned(),
            "created_at" | "due_at" => "at".to_owned(),
            "ended_at" => "at + 1000".to_owned(),
            column => format!("b.{column}"),
        };
        let values: Vec<String> = columns.iter().map(value).collect();
        format!(
            "WITH b AS (SELECT * FROM outbox WHERE kind = 'confirm' ORDER BY id LIMIT 1), \
             s AS (SELECT id, email_index, created_at AS at FROM signature WHERE created_at > {} AND state = 'confirmed') \
             INSERT INTO outbox ({}) SELECT {} FROM s CROSS JOIN b",
            now - RECORD_MS,
            columns.join(", "),
            values.join(", ")
        )
    }

    /// Counts everything anew.
    fn tally(&self) -> String {
        let parts = [("hour", self.hour), ("country", "country"), ("region", "region"), ("riding", "riding"), ("language", "lang"), ("source", "source")].map(|(dimension, part)| {
            format!(
                "INSERT INTO tally_part (campaign_id, dimension, part, counted) \
                 SELECT campaign_id, '{dimension}', {part}, COUNT(*) FROM signature WHERE state = 'confirmed' \
                 GROUP BY campaign_id, {part};"
            )
        });
        format!(
            "DELETE FROM tally_part; {} UPDATE tally SET revision = revision + 1, online = \
             (SELECT COUNT(*) FROM signature s WHERE s.state = 'confirmed' AND s.campaign_id = tally.campaign_id);",
            parts.concat()
        )
    }
}

/// Brings a store with some hundred confirmed signatures to `size` of them.
pub async fn fill(store: &Store, size: u64) -> anyhow::Result<()> {
    match store {
        Store::Sqlite { folder } => fill_sqlite(&Store::file(folder), size),
        Store::Postgres { url, .. } => fill_postgres(url, size).await,
    }
}

fn fill_sqlite(file: &std::path::Path, size: u64) -> anyhow::Result<()> {
    let db = Connection::open(file)?;
    db.execute_batch(
        "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY",
    )?;
    let base = sqlite::number(&db, "SELECT COUNT(*) FROM signature WHERE state = 'confirmed'")?;
    let Some(more) = size.checked_sub(base.unsigned_abs()).filter(|more| *more > 0) else { return Ok(()) };
    let mut indexes = sqlite::indexes(&db, "signature")?;
    indexes.extend(sqlite::indexes(&db, "outbox")?);
    for (name, _) in &indexes {
        db.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    let now = now_ms();
    db.execute_batch(&SQLITE.signatures(&sqlite::columns(&db, "signature")?, more, base, now))?;
    db.execute_batch(&SQLITE.mails(&sqlite::columns(&db, "outbox")?, now))?;
    for (_, make) in &indexes {
        db.execute_batch(make)?;
    }
    db.execute_batch(&SQLITE.tally())?;
    db.execute_batch("PRAGMA journal_mode = WAL")?;
    drop(db);
    std::fs::File::open(file)?.sync_all()?;
    Ok(())
}

async fn fill_postgres(url: &str, size: u64) -> anyhow::Result<()> {
    let db = connect_postgres(url).await?;
    let base: i64 =
        db.query_one("SELECT COUNT(*) FROM signature WHERE state = 'confirmed'", &[]).await?.get(0);
    let Some(more) = size.checked_sub(base.unsigned_abs()).filter(|more| *more > 0) else { return Ok(()) };
    let mut indexes = postgres::indexes(&db, "signature").await?;
    indexes.extend(postgres::indexes(&db, "outbox").await?);
    for (name, _) in &indexes {
        db.batch_execute(&format!("DROP INDEX {name}")).await?;
    }
    let now = now_ms();
    let columns = postgres::columns(&db, "signature").await?;
    db.batch_execute(&POSTGRES.signatures(&columns, more, base, now)).await?;
    db.batch_execute(&POSTGRES.mails(&postgres::columns(&db, "outbox").await?, now)).await?;
    db.batch_execute("SET maintenance_work_mem = '1GB'").await?;
    for (_, make) in &indexes {
        db.batch_execute(make).await?;
    }
    db.batch_execute(&POSTGRES.tally()).await?;
    // As autovacuum would have left it.
    db.batch_execute("VACUUM ANALYZE signature, outbox, tally_part").await?;
    db.batch_execute("CHECKPOINT").await?;
    Ok(())
}
