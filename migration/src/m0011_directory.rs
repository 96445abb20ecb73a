use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, text, text_null, uuid, uuid_null};

/// The directory of officials with its imports.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// A table whose rows have an id of their own and belong to an organisation.
fn owned(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("organisation_id"))
        .foreign_key(ForeignKey::create().from(name, "organisation_id").to("organisation", "id"))
        .take()
}

fn official() -> TableCreateStatement {
    owned("official")
        .col(integer("revision"))
        .col(text("details"))
        .col(text("sorting"))
        .col(text("name"))
        .col(string("party"))
        .col(string("province"))
        .col(string("riding"))
        .col(string("until"))
        .col(uuid_null("merged_into"))
        .col(text_null("merged_over"))
        .col(big_integer("updated_at"))
        .take()
}

fn official_import() -> TableCreateStatement {
    owned("official_import")
        .col(uuid("account_id"))
        .col(string("state"))
        .col(text("content"))
        .col(integer("added"))
        .col(integer("changed"))
        .col(big_integer("created_at"))
        .foreign_key(ForeignKey::create().from("official_import", "account_id").to("account", "id"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 2] = [
    // A page of the directory, in its order.
    "CREATE INDEX official_sorting ON official (organisation_id, sorting, id)",
    // The imports of an organisation, newest first.
    "CREATE INDEX official_import_created ON official_import (organisation_id, created_at)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [official(), official_import()] {
            manager.create_table(table).await?;
        }
        for statement in INDEXES {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["official_import", "official"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
