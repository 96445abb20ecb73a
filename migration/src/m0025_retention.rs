use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string};

/// How long an organisation keeps the people who signed, and from when on.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn retention_term() -> TableCreateStatement {
    Table::create()
        .table("retention_term")
        .col(integer("organisation_id"))
        .col(string("kind"))
        .col(integer("days"))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("organisation_id").col("kind"))
        .foreign_key(ForeignKey::create().from("retention_term", "organisation_id").to("organisation", "id"))
        .check(Expr::cust("days > 0"))
        .take()
}

fn final_delivery() -> TableCreateStatement {
    Table::create()
        .table("final_delivery")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(big_integer("at"))
        .col(big_integer("changed_at"))
        .foreign_key(ForeignKey::create().from("final_delivery", "campaign_id").to("campaign", "id"))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [retention_term(), final_delivery()] {
            manager.create_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["final_delivery", "retention_term"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
