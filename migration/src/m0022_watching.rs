use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string};

/// What the figures of a campaign are read from, so that nobody goes through its signatures for them.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// How many of a campaign's signatures had their mail come back. Few do, and nobody who signs or confirms is in it.
const BOUNCED: &str =
    "CREATE INDEX signature_bounced ON signature (campaign_id, bounced_at) WHERE bounced_at IS NOT NULL";

fn arrival() -> TableCreateStatement {
    Table::create()
        .table("arrival")
        .col(integer("campaign_id"))
        .col(string("hour"))
        .col(big_integer("signed"))
        .primary_key(Index::create().col("campaign_id").col("hour"))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(arrival()).await?;
        manager.get_connection().execute_unprepared(BOUNCED).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP INDEX signature_bounced").await?;
        manager.drop_table(Table::drop().table("arrival").take()).await
    }
}
