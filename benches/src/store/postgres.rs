use std::collections::BTreeMap;
use std::pin::pin;

use futures_util::TryStreamExt;
use tokio_postgres::Client;

use super::truth::{COUNTED, MAILS, ONLINE, PARTS, REPEATS, ROWS, Truth};
use crate::service::connect_postgres;

async fn sums(db: &Client, sql: &str) -> anyhow::Result<BTreeMap<String, i64>> {
    Ok(db.query(sql, &[]).await?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

pub async fn truth(url: &str, since: i64) -> anyhow::Result<Truth> {
    let db = connect_postgres(url).await?;
    let mut truth = Truth::default();
    let mut rows = pin!(db.query_raw(ROWS, [since]).await?);
    while let Some(row) = rows.try_next().await? {
        let id: uuid::Uuid = row.get(0);
        truth.signature(id.into_bytes(), row.get(1));
    }
    let repeats = db.query(REPEATS, &[&since]).await?;
    truth.repeats = repeats.iter().map(|row| row.get::<_, uuid::Uuid>(0).into_bytes()).collect();
    truth.counted = db.query_one(COUNTED, &[]).await?.get(0);
    truth.online = db.query_one(ONLINE, &[]).await?.get(0);
    truth.parts = sums(&db, PARTS).await?;
    truth.mails = sums(&db, MAILS).await?;
    Ok(truth)
}

/// The columns of a table, in their order.
pub async fn columns(db: &Client, table: &str) -> anyhow::Result<Vec<String>> {
    let sql = "SELECT column_name::text FROM information_schema.columns \
        WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
    Ok(db.query(sql, &[&table]).await?.iter().map(|row| row.get(0)).collect())
}

/// The indexes of a table that can be dropped and made anew: name, and how. Those of a constraint stay.
pub async fn indexes(db: &Client, table: &str) -> anyhow::Result<Vec<(String, String)>> {
    let sql = "SELECT i.indexname::text, i.indexdef FROM pg_indexes i \
        WHERE i.schemaname = current_schema() AND i.tablename = $1 \
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)";
    Ok(db.query(sql, &[&table]).await?.iter().map(|row| (row.get(0), row.get(1))).collect())
}
