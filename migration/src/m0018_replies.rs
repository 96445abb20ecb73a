use sea_orm_migration::prelude::*;

/// Organisations say where replies to their mail go, and in which languages they begin campaigns.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["reply_address", "languages"] {
            let column = ColumnDef::new(name).string().not_null().default("").take();
            manager.alter_table(Table::alter().table("organisation").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["reply_address", "languages"] {
            manager.alter_table(Table::alter().table("organisation").drop_column(name).take()).await?;
        }
        Ok(())
    }
}
