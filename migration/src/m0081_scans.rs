use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, uuid, uuid_null};

/// Scans of the paper in batches of the ledger.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn ledger_scan() -> TableCreateStatement {
    let id = ColumnDef::new("id").uuid().not_null().primary_key().take();
    // The last number that was given is that of the batch: a scan that is removed leaves its number behind.
    Table::create()
        .table("ledger_scan")
        .col(id)
        .col(integer("campaign_id"))
        .col(integer("batch"))
        .col(integer("number"))
        .col(string("format"))
        .col(big_integer("bytes"))
        .col(integer("pieces"))
        .col(string("hash"))
        .col(uuid_null("added_by"))
        .col(big_integer("added_at"))
        .foreign_key(
            ForeignKey::create()
                .from("ledger_scan", ("campaign_id", "batch"))
                .to("batch", ("campaign_id", "number")),
        )
        .take()
}

fn scan_piece() -> TableCreateStatement {
    let sealed = ColumnDef::new("sealed").blob().not_null().take();
    Table::create()
        .table("scan_piece")
        .col(uuid("scan_id"))
        .col(integer("number"))
        .col(sealed)
        .primary_key(Index::create().col("scan_id").col("number"))
        .foreign_key(ForeignKey::create().from("scan_piece", "scan_id").to("ledger_scan", "id"))
        .take()
}

const INDEX: &str = "CREATE UNIQUE INDEX ledger_scan_number ON ledger_scan (campaign_id, batch, number)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [ledger_scan(), scan_piece()] {
            manager.create_table(table).await?;
        }
        manager.get_connection().execute_unprepared(INDEX).await?;
        let scans = integer("scans").default(0).take();
        manager.alter_table(Table::alter().table("batch").add_column(scans).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("batch").drop_column("scans").take()).await?;
        for table in ["scan_piece", "ledger_scan"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
