use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, pk_auto, string, text, uuid};

/// Who works here: organisations with a wall between them, their accounts, and where those are logged in. The campaigns that
/// are there already belong to the first organisation.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn organisation() -> TableCreateStatement {
    Table::create()
        .table("organisation")
        .col(pk_auto("id"))
        .col(string("slug").unique_key())
        .col(text("name"))
        .col(big_integer("created_at"))
        .take()
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("organisation_id"))
        .col(blob("sealed"))
        .col(blob("email_index").unique_key().take())
        .col(string("role"))
        .col(text("password_hash"))
        .col(big_integer("created_at"))
        .col(big_integer_null("disabled_at"))
        .foreign_key(ForeignKey::create().from("account", "organisation_id").to("organisation", "id"))
        .take()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(ColumnDef::new("hash").blob().not_null().primary_key())
        .col(uuid("id"))
        .col(uuid("account_id"))
        .col(string("device"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("expires_at"))
        .foreign_key(ForeignKey::create().from("session", "account_id").to("account", "id"))
        .take()
}

/// What each statement is for, beside it.
const STATEMENTS: [&str; 3] = [
    // There is one organisation from the start. Without a name of its own it has that of the operator.
    "INSERT INTO organisation (slug, name, created_at) VALUES ('main', '', 0)",
    // The sessions of an account, to list and to end them.
    "CREATE INDEX session_account ON session (account_id)",
    // What has ended is deleted.
    "CREATE INDEX session_expires ON session (expires_at)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [organisation(), account(), session()] {
            manager.create_table(table).await?;
        }
        for statement in STATEMENTS {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        // The first row of a new table has the number 1, on both databases.
        let of = ColumnDef::new("organisation_id").integer().not_null().default(1).take();
        manager.alter_table(Table::alter().table("campaign").add_column(of).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("campaign").drop_column("organisation_id").take()).await?;
        for table in ["session", "account", "organisation"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
