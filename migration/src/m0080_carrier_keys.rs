use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, small_integer, uuid};

/// Packages that staff carry encrypted: their keys, what encloses a package while it is fetched, and whether it must be enclosed.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn id(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().primary_key().take()
}

fn sealed() -> ColumnDef {
    ColumnDef::new("sealed").blob().not_null().take()
}

fn carrier_key() -> TableCreateStatement {
    Table::create()
        .table("carrier_key")
        .col(id("id"))
        .col(uuid("account_id"))
        .col(sealed())
        .col(big_integer("added_at"))
        .foreign_key(ForeignKey::create().from("carrier_key", "account_id").to("account", "id"))
        .take()
}

fn fetch_envelope() -> TableCreateStatement {
    Table::create()
        .table("fetch_envelope")
        .col(id("fetch_id"))
        .col(sealed())
        .foreign_key(ForeignKey::create().from("fetch_envelope", "fetch_id").to("delivery_fetch", "id"))
        .take()
}

const INDEX: &str = "CREATE INDEX carrier_key_account ON carrier_key (account_id)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [carrier_key(), fetch_envelope()] {
            manager.create_table(table).await?;
        }
        manager.get_connection().execute_unprepared(INDEX).await?;
        let keys = small_integer("keys").default(0).take();
        manager.alter_table(Table::alter().table("delivery_fetch").add_column(keys).take()).await?;
        let encrypted = boolean("encrypted").default(false).take();
        manager.alter_table(Table::alter().table("organisation").add_column(encrypted).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("organisation", "encrypted"), ("delivery_fetch", "keys")] {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        for table in ["fetch_envelope", "carrier_key"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
