use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, text, uuid};

/// What an organisation sets for the forms of its campaigns: its own limits, and the networks and mail domains that it lists.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn count(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().null().take()
}

fn own_limit() -> TableCreateStatement {
    Table::create()
        .table("own_limit")
        .col(ColumnDef::new("organisation_id").integer().not_null().primary_key())
        .col(count("network_burst"))
        .col(count("network_sustained"))
        .col(count("campaign_burst"))
        .col(count("campaign_sustained"))
        .col(integer("revision"))
        .col(string("changed_by"))
        .col(big_integer("changed_at"))
        .foreign_key(ForeignKey::create().from("own_limit", "organisation_id").to("organisation", "id"))
        .take()
}

fn listing() -> TableCreateStatement {
    Table::create()
        .table("listing")
        .col(integer("organisation_id"))
        .col(uuid("id"))
        .col(string("kind"))
        .col(string("value"))
        .col(text("note"))
        .col(string("added_by"))
        .col(big_integer("added_at"))
        .col(big_integer_null("expires_at"))
        .primary_key(Index::create().col("organisation_id").col("id"))
        .foreign_key(ForeignKey::create().from("listing", "organisation_id").to("organisation", "id"))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [own_limit(), listing()] {
            manager.create_table(table).await?;
        }
        // Nothing is listed twice.
        let index = "CREATE UNIQUE INDEX listing_value ON listing (organisation_id, kind, value)";
        manager.get_connection().execute_unprepared(index).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["listing", "own_limit"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
