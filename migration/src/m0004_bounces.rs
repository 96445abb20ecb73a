use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, string};

/// Mail that came back: which signatures it was about, and which addresses get no more, whatever the campaign.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let bounced_at = ColumnDef::new("bounced_at").big_integer().null().take();
        manager.alter_table(Table::alter().table("signature").add_column(bounced_at).take()).await?;
        let block = Table::create()
            .table("address_block")
            .col(ColumnDef::new("email_index").blob().not_null())
            .col(string("reason"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("email_index").col("reason"))
            .take();
        manager.create_table(block).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("address_block").if_exists().take()).await?;
        manager.alter_table(Table::alter().table("signature").drop_column("bounced_at").take()).await
    }
}
