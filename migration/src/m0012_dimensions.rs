use sea_orm_migration::prelude::*;

/// Signatures are counted by language and by what led to them as well.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// What was signed before is counted by its language; what led to it nobody knows.
const COUNTED: [&str; 2] = [
    "INSERT INTO tally_part (campaign_id, dimension, part, counted) \
     SELECT campaign_id, 'language', lang, COUNT(*) FROM signature WHERE state = 'confirmed' GROUP BY campaign_id, lang",
    "INSERT INTO tally_part (campaign_id, dimension, part, counted) \
     SELECT campaign_id, 'source', '', COUNT(*) FROM signature WHERE state = 'confirmed' GROUP BY campaign_id",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let source = ColumnDef::new("source").string().not_null().default("").take();
        manager.alter_table(Table::alter().table("signature").add_column(source).take()).await?;
        for statement in COUNTED {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let parts = "DELETE FROM tally_part WHERE dimension IN ('language', 'source')";
        manager.get_connection().execute_unprepared(parts).await?;
        manager.alter_table(Table::alter().table("signature").drop_column("source").take()).await
    }
}
