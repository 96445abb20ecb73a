use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::small_integer_null;

/// By which update supporters are told of a delivery.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let told = small_integer_null("told");
        manager.alter_table(Table::alter().table("delivery").add_column(told).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("delivery").drop_column("told").take()).await
    }
}
