use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, integer, integer_null, string, text, uuid_null};

/// The ledger of paper: batches, what was counted of them, and the sheets of signatures that were typed in.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().take()
}

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn of_batch(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, ("campaign_id", "batch")).to("batch", ("campaign_id", "number")).take()
}

fn batch() -> TableCreateStatement {
    Table::create()
        .table("batch")
        .col(integer("campaign_id"))
        .col(integer("number"))
        .col(string("kind"))
        .col(text("label"))
        .col(uuid_null("opened_by"))
        .col(big_integer("opened_at"))
        .primary_key(Index::create().col("campaign_id").col("number"))
        .foreign_key(ForeignKey::create().from("batch", "campaign_id").to("campaign", "id"))
        .take()
}

fn ledger_entry() -> TableCreateStatement {
    Table::create()
        .table("ledger_entry")
        .col(id())
        .col(integer("campaign_id"))
        .col(integer("batch"))
        .col(integer("number"))
        .col(string("step"))
        .col(big_integer("many"))
        .col(integer_null("corrects"))
        .col(string("happened_on"))
        .col(blob("sealed"))
        .col(boolean("has_photo"))
        .col(uuid_null("written_by"))
        .col(big_integer("written_at"))
        .foreign_key(&mut of_batch("ledger_entry"))
        .take()
}

fn ledger_photo() -> TableCreateStatement {
    Table::create()
        .table("ledger_photo")
        .col(ColumnDef::new("entry_id").uuid().not_null().primary_key())
        .col(blob("sealed"))
        .foreign_key(ForeignKey::create().from("ledger_photo", "entry_id").to("ledger_entry", "id"))
        .take()
}

fn signature_sheet() -> TableCreateStatement {
    Table::create()
        .table("signature_sheet")
        .col(integer("campaign_id"))
        .col(integer("batch"))
        .col(integer("number"))
        .col(uuid_null("opened_by"))
        .col(big_integer("opened_at"))
        .primary_key(Index::create().col("campaign_id").col("batch").col("number"))
        .foreign_key(&mut of_batch("signature_sheet"))
        .take()
}

fn sheet_row() -> TableCreateStatement {
    let mut sheet = ForeignKey::create()
        .from("sheet_row", ("campaign_id", "batch", "sheet"))
        .to("signature_sheet", ("campaign_id", "batch", "number"))
        .take();
    Table::create()
        .table("sheet_row")
        .col(id())
        .col(integer("campaign_id"))
        .col(integer("batch"))
        .col(integer("sheet"))
        .col(integer("place"))
        .col(string("state"))
        .col(string("because"))
        .col(blob("sealed"))
        .col(ColumnDef::new("name_index").blob().null().take())
        .col(ColumnDef::new("person_index").blob().null().take())
        .col(uuid_null("typed_by"))
        .col(big_integer("typed_at"))
        .col(uuid_null("decided_by"))
        .foreign_key(&mut sheet)
        .take()
}

const INDEXES: [&str; 4] = [
    "CREATE UNIQUE INDEX ledger_entry_number ON ledger_entry (campaign_id, batch, number)",
    "CREATE UNIQUE INDEX sheet_row_place ON sheet_row (campaign_id, batch, sheet, place)",
    "CREATE INDEX sheet_row_person ON sheet_row (campaign_id, person_index) WHERE person_index IS NOT NULL",
    "CREATE INDEX sheet_row_name ON sheet_row (campaign_id, name_index) WHERE name_index IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [batch(), ledger_entry(), ledger_photo(), signature_sheet(), sheet_row()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["sheet_row", "signature_sheet", "ledger_photo", "ledger_entry", "batch"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
