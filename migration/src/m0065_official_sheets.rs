use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, integer, string, text, uuid_null};

/// Petitions to parliaments on paper: the text, its frozen versions, and the sheets.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn of_campaign(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "campaign_id").to("campaign", "id").take()
}

fn official_petition() -> TableCreateStatement {
    Table::create()
        .table("official_petition")
        .col(integer("campaign_id"))
        .col(string("jurisdiction"))
        .col(text("text"))
        .col(integer("revision"))
        .col(uuid_null("saved_by"))
        .col(big_integer("saved_at"))
        .primary_key(Index::create().col("campaign_id").col("jurisdiction"))
        .foreign_key(&mut of_campaign("official_petition"))
        .take()
}

fn day(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).string().null().take()
}

fn official_version() -> TableCreateStatement {
    Table::create()
        .table("official_version")
        .col(integer("campaign_id"))
        .col(string("jurisdiction"))
        .col(integer("version"))
        .col(text("text"))
        .col(string("digest"))
        .col(big_integer("frozen_at"))
        .col(text("certificate"))
        .col(day("certified_on"))
        .col(day("presented_on"))
        .col(day("answered_on"))
        .col(integer("revision"))
        .primary_key(Index::create().col("campaign_id").col("jurisdiction").col("version"))
        .foreign_key(&mut of_campaign("official_version"))
        .take()
}

fn official_sheet() -> TableCreateStatement {
    Table::create()
        .table("official_sheet")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(string("jurisdiction"))
        .col(integer("number"))
        .col(integer("version"))
        .col(boolean("is_first"))
        .col(string("languages"))
        .col(integer("lines"))
        .col(big_integer("printed_at"))
        .col(day("out_on"))
        .col(day("back_on"))
        .col(day("given_on"))
        .col(ColumnDef::new("filled").integer().null())
        .col(integer("doubtful"))
        .col(boolean("is_void"))
        .col(ColumnDef::new("sealed").blob().not_null())
        .col(integer("revision"))
        .foreign_key(&mut of_campaign("official_sheet"))
        .take()
}

/// No number is given twice.
const INDEX: &str =
    "CREATE UNIQUE INDEX official_sheet_number ON official_sheet (campaign_id, jurisdiction, number)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [official_petition(), official_version(), official_sheet()] {
            manager.create_table(table).await?;
        }
        manager.get_connection().execute_unprepared(INDEX).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["official_sheet", "official_version", "official_petition"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
