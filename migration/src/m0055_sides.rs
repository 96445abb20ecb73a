use sea_orm_migration::prelude::*;

/// What is counted beside the signatures given online: on paper, and postcards.
#[derive(DeriveMigrationName)]
pub struct Migration;

const SIDES: [&str; 4] = ["paper", "cards_online", "cards_paper", "cards_sent"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for side in SIDES {
            let column = ColumnDef::new(side).big_integer().not_null().default(0).take();
            manager.alter_table(Table::alter().table("tally").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for side in SIDES {
            manager.alter_table(Table::alter().table("tally").drop_column(side).take()).await?;
        }
        Ok(())
    }
}
