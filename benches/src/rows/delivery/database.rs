use std::time::Duration;

use anyhow::Context;
use postulo::actions::seat;
use postulo::domain::person::Person;
use postulo::entropy::Entropy;
use postulo::storage::keys;
use postulo::storage::vault::Vault;
use tokio_postgres::Client;
use uuid::Uuid;

use crate::clock::now_ms;
use crate::service::connect_postgres;
use crate::store::Store;

const NAMES: [&str; 5] = ["Anne Tremblay", "Zoë O’Neill", "王伟", "محمد الحسيني", "Николай Ковалёв"];
/// How many rows PostgreSQL is sent at once.
const AT_ONCE: usize = 20_000;

const SIGNATURES: &str = "SELECT campaign_id, id FROM signature";

/// The product's database, as the bench puts rows into it and looks at them.
pub enum Database {
    Sqlite(rusqlite::Connection),
    Postgres(Client),
}

/// How far the package is.
pub struct Progress {
    /// Of the table: none before it was begun, below zero while it is written.
    pub pieces: Option<i32>,
    pub state: String,
    pub bytes: i64,
}

/// A row and who is sealed in it.
type Sealed = (i32, Uuid, Vec<u8>);

fn sealed(vault: &Vault, number: usize, (campaign, id): (i32, Uuid)) -> Sealed {
    let name = NAMES[number % NAMES.len()];
    let person = Person {
        name: format!("{name} {number}"),
        email: format!("person.{number}@example.org"),
        postal_code: String::new(),
        city: "Trois-Rivières".to_owned(),
        region: String::new(),
        comment: String::new(),
    };
    (campaign, id, vault.seal(seat(campaign, id), &person))
}

impl Database {
    pub async fn open(store: &Store) -> anyhow::Result<Self> {
        Ok(match store {
            Store::Sqlite { folder } => {
                let db = rusqlite::Connection::open(Store::file(folder))?;
                db.busy_timeout(Duration::from_secs(30))?;
                Self::Sqlite(db)
            }
            Store::Postgres { url, .. } => Self::Postgres(connect_postgres(url).await?),
        })
    }

    /// Those who were multiplied where they lie are sealed to their own places, so that they open.
    pub async fn seal(&mut self, store: &Store) -> anyhow::Result<()> {
        let file = keys::read(&store.folder().join("keys.toml"))?;
        let vault = Vault::new(&file.secrets().context("keys")?, Entropy::System);
        match self {
            Self::Sqlite(db) => seal_sqlite(db, &vault),
            Self::Postgres(db) => seal_postgres(db, &vault).await,
        }
    }

    /// Freezes a delivery to whom names may be told, as pressing the button does; its package is made from there.
    pub async fn ask(&self) -> anyhow::Result<()> {
        let to = r#"{"key":"trudeau","name":"Justin Trudeau","office":{"en":"Prime Minister"},"official":null,"lang":"en","riding":"","address":[]}"#;
        let (now, id) = (now_ms(), Uuid::new_v4());
        let id = match self {
            Self::Sqlite(_) => format!("x'{}'", id.simple()),
            Self::Postgres(_) => format!("'{id}'"),
        };
        let sql = format!(
            "INSERT INTO delivery (campaign_id, number, addressee_key, addressee, disclosure, scope, planned_on, stage, cut_off, \
             lines, counts, created_at, changed_at) SELECT id, 1, 'trudeau', '{to}', 'name_place', 'all', '2026-12-01', \
             'freezing', {now}, 0, '', {now}, {now} FROM campaign LIMIT 1; \
             INSERT INTO delivery_package (id, campaign_id, delivery, edition, state, done, whole, bytes, gone, manifest, stale, \
             attempts, leased_until, created_at) SELECT {id}, campaign_id, 1, 1, 'making', 0, 0, 0, 0, '', FALSE, 0, 0, {now} \
             FROM delivery"
        );
        match self {
            Self::Sqlite(db) => db.execute_batch(&sql)?,
            Self::Postgres(db) => db.batch_execute(&sql).await?,
        }
        Ok(())
    }

    pub async fn progress(&self) -> anyhow::Result<Progress> {
        let sql = "SELECT (SELECT pieces FROM delivery_file WHERE name = 'roll.csv'), state, bytes FROM delivery_package";
        Ok(match self {
            Self::Sqlite(db) => db.query_row(sql, (), |row| {
                Ok(Progress { pieces: row.get(0)?, state: row.get(1)?, bytes: row.get(2)? })
            })?,
            Self::Postgres(db) => {
                let row = db.query_one(sql, &[]).await?;
                Progress { pieces: row.get(0), state: row.get(1), bytes: row.get(2) }
            }
        })
    }
}

fn seal_sqlite(db: &mut rusqlite::Connection, vault: &Vault) -> anyhow::Result<()> {
    let tx = db.transaction()?;
    {
        let mut all = tx.prepare(SIGNATURES)?;
        let mut put = tx.prepare("UPDATE signature SET sealed = ?3 WHERE campaign_id = ?1 AND id = ?2")?;
        let rows = all.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(i32, [u8; 16])> = rows.collect::<Result<_, _>>()?;
        for (number, (campaign, id)) in rows.into_iter().enumerate() {
            let (campaign, id, sealed) = sealed(vault, number, (campaign, Uuid::from_bytes(id)));
            put.execute((campaign, id.as_bytes(), sealed))?;
        }
    }
    tx.commit()?;
    Ok(())
}

async fn seal_postgres(db: &mut Client, vault: &Vault) -> anyhow::Result<()> {
    let rows = db.query(SIGNATURES, &[]).await?;
    let rows: Vec<(i32, Uuid)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    let tx = db.transaction().await?;
    let put = tx
        .prepare(
            "UPDATE signature s SET sealed = n.sealed FROM unnest($1::int[], $2::uuid[], $3::bytea[]) AS n(campaign, id, sealed) \
             WHERE s.campaign_id = n.campaign AND s.id = n.id",
        )
        .await?;
    for (part, rows) in rows.chunks(AT_ONCE).enumerate() {
        let (mut campaigns, mut ids, mut people) = (Vec::new(), Vec::new(), Vec::new());
        for (number, row) in rows.iter().enumerate() {
            let (campaign, id, sealed) = sealed(vault, part * AT_ONCE + number, *row);
            campaigns.push(campaign);
            ids.push(id);
            people.push(sealed);
        }
        tx.execute(&put, &[&campaigns, &ids, &people]).await?;
    }
    tx.commit().await?;
    // As the database itself would do some minutes later.
    db.batch_execute("VACUUM ANALYZE signature").await?;
    Ok(())
}
