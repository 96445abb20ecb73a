use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, string};

/// How each campaign is defended, proofs of work that were spent, and signatures that need their code.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn defence() -> TableCreateStatement {
    Table::create()
        .table("defence")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(string("mode"))
        .col(big_integer("asking_until"))
        .col(string("reason"))
        .col(big_integer("changed_at"))
        .foreign_key(ForeignKey::create().from("defence", "campaign_id").to("campaign", "id"))
        .take()
}

fn spent_challenge() -> TableCreateStatement {
    Table::create()
        .table("spent_challenge")
        .col(ColumnDef::new("mark").blob().not_null().primary_key())
        .col(big_integer("expires_at"))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(defence()).await?;
        manager.create_table(spent_challenge()).await?;
        // What has expired is deleted every minute.
        let index = "CREATE INDEX spent_challenge_expires ON spent_challenge (expires_at)";
        manager.get_connection().execute_unprepared(index).await?;
        let code_only = ColumnDef::new("code_only").boolean().not_null().default(false).take();
        manager.alter_table(Table::alter().table("signature").add_column(code_only).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("signature").drop_column("code_only").take()).await?;
        for table in ["spent_challenge", "defence"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
