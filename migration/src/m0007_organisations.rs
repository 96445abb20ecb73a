use sea_orm_migration::prelude::*;

/// Where an organisation is: its postal address, which mail to supporters names, and its time zone, in which times are typed.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let address = ColumnDef::new("postal_address").text().not_null().default("").take();
        let zone = ColumnDef::new("time_zone").string().not_null().default("America/Toronto").take();
        for column in [address, zone] {
            manager.alter_table(Table::alter().table("organisation").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["time_zone", "postal_address"] {
            manager.alter_table(Table::alter().table("organisation").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
