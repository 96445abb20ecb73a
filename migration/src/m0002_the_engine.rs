use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, uuid};
use sea_orm_migration::sea_orm::DbBackend;

/// The outbox in lanes and keyed by campaign, and what nodes share: turns, usage of limits, and switches.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn blob_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().null().take()
}

fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox_in_lanes")
        .col(integer("campaign_id"))
        .col(uuid("id"))
        .col(string("kind"))
        .col(small("lane"))
        .col(ColumnDef::new("subject_id").uuid().null())
        .col(small("number"))
        .col(blob_null("sealed"))
        .col(blob_null("recipient_index"))
        .col(string("state"))
        .col(small("attempts"))
        .col(big_integer("due_at"))
        .col(big_integer("leased_until"))
        .col(big_integer("created_at"))
        .col(big_integer_null("ended_at"))
        .primary_key(Index::create().name("outbox_key").col("campaign_id").col("id"))
        .take()
}

/// Mails that wait in the old outbox keep their place.
const MOVE: &str = "INSERT INTO outbox_in_lanes (campaign_id, id, kind, lane, subject_id, number, sealed, \
    recipient_index, state, attempts, due_at, leased_until, created_at, ended_at) \
    SELECT campaign_id, id, kind, CASE kind WHEN 'confirm' THEN 0 ELSE 1 END, subject_id, number, sealed, \
    recipient_index, state, attempts, due_at, leased_until, created_at, ended_at FROM outbox";

fn turn() -> TableCreateStatement {
    Table::create()
        .table("turn")
        .col(ColumnDef::new("job").string().not_null().primary_key())
        .col(big_integer("next_at"))
        .take()
}

fn usage() -> TableCreateStatement {
    Table::create()
        .table("usage")
        .col(blob("key"))
        .col(big_integer("ends_at"))
        .col(big_integer("used"))
        .primary_key(Index::create().name("usage_key").col("key").col("ends_at"))
        .take()
}

fn switch() -> TableCreateStatement {
    Table::create()
        .table("switch")
        .col(ColumnDef::new("name").string().not_null().primary_key())
        .col(ColumnDef::new("is_on").boolean().not_null())
        .col(big_integer("changed_at"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 5] = [
    // The mail that is owed, lane by lane in the order it falls due.
    "CREATE INDEX outbox_due ON outbox (lane, due_at, id) WHERE state = 'queued'",
    // How many mails one address has had of late.
    "CREATE INDEX outbox_recipient ON outbox (recipient_index, created_at)",
    // The records that are old enough to be deleted.
    "CREATE INDEX outbox_ended ON outbox (ended_at) WHERE ended_at IS NOT NULL",
    "CREATE INDEX usage_ended ON usage (ends_at)",
    // Whose network is to be forgotten, so that forgetting need not look at everybody.
    "CREATE INDEX signature_network ON signature (created_at) WHERE network_index IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [outbox(), turn(), usage(), switch()] {
            manager.create_table(table).await?;
        }
        let db = manager.get_connection();
        db.execute_unprepared(MOVE).await?;
        manager.drop_table(Table::drop().table("outbox").take()).await?;
        manager.rename_table(Table::rename().table("outbox_in_lanes", "outbox").take()).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            // Checked row by row, it locks the one text that everybody signs, a thousand times a second. The form is parsed
            // against the texts there are, and a text is never deleted.
            let text = "ALTER TABLE signature DROP CONSTRAINT signature_campaign_id_text_version_fkey";
            db.execute_unprepared(text).await?;
        }
        for index in INDEXES {
            db.execute_unprepared(index).await?;
        }
        Ok(())
    }
}
