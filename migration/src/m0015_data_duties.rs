use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, string_null, uuid};

/// Requests of people about their own data, each with the date by which it is answered.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn inquiry() -> TableCreateStatement {
    Table::create()
        .table("inquiry")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("organisation_id"))
        .col(integer("number"))
        .col(uuid("account_id"))
        .col(string("asked"))
        .col(string("checked"))
        .col(ColumnDef::new("sealed").blob().not_null())
        .col(ColumnDef::new("email_index").blob())
        .col(big_integer("opened_at"))
        .col(big_integer("due_at"))
        .col(big_integer_null("done_at"))
        .col(string_null("outcome"))
        .foreign_key(ForeignKey::create().from("inquiry", "organisation_id").to("organisation", "id"))
        .take()
}

/// No number is given twice within an organisation; what one person asked is found by their address.
const INDEXES: [&str; 2] = [
    "CREATE UNIQUE INDEX inquiry_number ON inquiry (organisation_id, number)",
    "CREATE INDEX inquiry_email ON inquiry (email_index)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(inquiry()).await?;
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("inquiry").if_exists().take()).await
    }
}
