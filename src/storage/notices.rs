//! Counts as nodes tell them to each other through PostgreSQL, at the commit that moves them.

use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{DbErr, RuntimeErr, Statement};

use super::db::{Connection, Db, StorageError, locks_rows};
use super::tallies::Count;
use crate::domain::tally::Sides;

const CHANNEL: &str = "postulo_tally";

/// Tells the other nodes, once the transaction commits. On SQLite there are none.
pub(super) async fn tell(db: &impl Connection, count: Count) -> Result<(), StorageError> {
    if !locks_rows(db) {
        return Ok(());
    }
    let Count { campaign, online, revision, sides } = count;
    let Sides { paper, cards_online, cards_paper, cards_sent } = sides;
    let notice = format!("{campaign} {online} {revision} {paper} {cards_online} {cards_paper} {cards_sent}");
    let sql = format!("SELECT pg_notify('{CHANNEL}', $1)");
    let notify = Statement::from_sql_and_values(db.get_database_backend(), sql, [notice.into()]);
    db.execute_raw(notify).await?;
    Ok(())
}

/// What the nodes tell.
pub struct Notices(PgListener);

impl Notices {
    /// Takes a connection of its own for it. Only on PostgreSQL.
    pub async fn listen(db: &Db) -> Result<Self, StorageError> {
        let mut listener =
            PgListener::connect_with(db.read().get_postgres_connection_pool()).await.map_err(refused)?;
        listener.listen(CHANNEL).await.map_err(refused)?;
        Ok(Self(listener))
    }

    /// Waits for the next notice.
    pub async fn next(&mut self) -> Result<Vec<Count>, StorageError> {
        let notice = self.0.recv().await.map_err(refused)?;
        Ok(parse(notice.payload()).into_iter().collect())
    }
}

fn refused(error: sea_orm::sqlx::Error) -> StorageError {
    StorageError(DbErr::Conn(RuntimeErr::SqlxError(error.into())))
}

fn parse(notice: &str) -> Option<Count> {
    let (campaign, numbers) = notice.split_once(' ')?;
    let numbers: Vec<i64> = numbers.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [online, revision, paper, cards_online, cards_paper, cards_sent] = numbers[..] else { return None };
    let sides = Sides { paper, cards_online, cards_paper, cards_sent };
    Some(Count { campaign: campaign.parse().ok()?, online, revision, sides })
}
