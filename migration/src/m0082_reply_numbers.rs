use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::integer;

/// The number of a reply is given once, even where the reply is deleted.
#[derive(DeriveMigrationName)]
pub struct Migration;

const KNOWN: &str = "UPDATE replied SET last_number = COALESCE((SELECT MAX(number) FROM reply \
    WHERE reply.campaign_id = replied.campaign_id), 0)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let last = integer("last_number").default(0).take();
        manager.alter_table(Table::alter().table("replied").add_column(last).take()).await?;
        manager.get_connection().execute_unprepared(KNOWN).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("replied").drop_column("last_number").take()).await
    }
}
