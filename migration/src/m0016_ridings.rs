use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, blob, boolean, integer, string, uuid};

/// Ridings: the table of postal codes, and in which one somebody signed.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Nobody is placed yet.
const COUNTED: &str = "INSERT INTO tally_part (campaign_id, dimension, part, counted) \
    SELECT campaign_id, 'riding', '', COUNT(*) FROM signature WHERE state = 'confirmed' GROUP BY campaign_id";

fn riding_table() -> TableCreateStatement {
    Table::create()
        .table("riding_table")
        .col(integer("id").primary_key())
        .col(integer("revision"))
        .col(string("name"))
        .col(integer("codes"))
        .col(integer("shared"))
        .col(big_integer("loaded_at"))
        .col(boolean("keeps"))
        .col(integer("cursor_campaign"))
        .col(uuid("cursor_id"))
        .col(big_integer_null("placed_at"))
        .take()
}

fn riding() -> TableCreateStatement {
    Table::create()
        .table("riding")
        .col(integer("place").primary_key())
        .col(string("code").unique_key())
        .col(string("name_en"))
        .col(string("name_fr"))
        .take()
}

fn riding_area() -> TableCreateStatement {
    Table::create().table("riding_area").col(integer("area").primary_key()).col(blob("codes")).take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = ColumnDef::new("riding").string().not_null().default("").take();
        manager.alter_table(Table::alter().table("signature").add_column(column).take()).await?;
        manager.get_connection().execute_unprepared(COUNTED).await?;
        for table in [riding_table(), riding(), riding_area()] {
            manager.create_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["riding_area", "riding", "riding_table"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        manager
            .get_connection()
            .execute_unprepared("DELETE FROM tally_part WHERE dimension = 'riding'")
            .await?;
        manager.alter_table(Table::alter().table("signature").drop_column("riding").take()).await
    }
}
