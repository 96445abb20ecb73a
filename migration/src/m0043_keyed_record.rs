use sea_orm_migration::prelude::*;

/// The audit log is chained under a key, which the program makes with the next entry: no key is at hand here. What is there stays
/// as it was chained.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let key = Table::create()
            .table("audit_key")
            .col(ColumnDef::new("id").integer().not_null().primary_key())
            .col(ColumnDef::new("sealed").blob().not_null())
            .take();
        manager.create_table(key).await?;
        let seal = ColumnDef::new("seal").text().not_null().default("").take();
        manager.alter_table(Table::alter().table("audit_head").add_column(seal).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("audit_head").drop_column("seal").take()).await?;
        manager.drop_table(Table::drop().table("audit_key").if_exists().take()).await
    }
}
