use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, uuid};

/// The register of incidents: each with its entries, which are only ever added to.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn incident() -> TableCreateStatement {
    Table::create()
        .table("incident")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("organisation_id"))
        .col(integer("number"))
        .col(big_integer("created_at"))
        .foreign_key(ForeignKey::create().from("incident", "organisation_id").to("organisation", "id"))
        .take()
}

fn incident_entry() -> TableCreateStatement {
    Table::create()
        .table("incident_entry")
        .col(uuid("incident_id"))
        .col(integer("number"))
        .col(uuid("account_id"))
        .col(ColumnDef::new("sealed").blob().not_null())
        .col(big_integer("at"))
        .primary_key(Index::create().col("incident_id").col("number"))
        .foreign_key(ForeignKey::create().from("incident_entry", "incident_id").to("incident", "id"))
        .take()
}

/// Incidents of an organisation are numbered, and no number is given twice.
const INDEX: &str = "CREATE UNIQUE INDEX incident_number ON incident (organisation_id, number)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [incident(), incident_entry()] {
            manager.create_table(table).await?;
        }
        manager.get_connection().execute_unprepared(INDEX).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["incident_entry", "incident"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
