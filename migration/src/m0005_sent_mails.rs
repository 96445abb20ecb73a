use sea_orm_migration::prelude::*;

/// An address finds the mails that it was sent, and those that wait but for first ones, which their signatures name. Signing
/// then writes to one place at random instead of two.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP INDEX outbox_recipient").await?;
        let index =
            "CREATE INDEX outbox_recipient ON outbox (recipient_index, created_at) WHERE state = 'sent'";
        db.execute_unprepared(index).await?;
        let index =
            "CREATE INDEX outbox_again ON outbox (recipient_index) WHERE state = 'queued' AND number <> 1";
        db.execute_unprepared(index).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP INDEX outbox_again").await?;
        db.execute_unprepared("DROP INDEX outbox_recipient").await?;
        let index = "CREATE INDEX outbox_recipient ON outbox (recipient_index, created_at)";
        db.execute_unprepared(index).await.map(|_| ())
    }
}
