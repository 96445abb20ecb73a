use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, text, uuid};

/// What organisations list is sealed, as a network may be somebody's. What was listed in clear before is not kept: no key is at
/// hand here that could seal it.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn listing(said: [ColumnDef; 2]) -> TableCreateStatement {
    let [first, second] = said;
    Table::create()
        .table("listing")
        .col(integer("organisation_id"))
        .col(uuid("id"))
        .col(string("kind"))
        .col(first)
        .col(second)
        .col(string("added_by"))
        .col(big_integer("added_at"))
        .col(big_integer_null("expires_at"))
        .primary_key(Index::create().col("organisation_id").col("id"))
        .foreign_key(ForeignKey::create().from("listing", "organisation_id").to("organisation", "id"))
        .take()
}

/// Makes the table anew; nothing is listed twice.
async fn replace(
    manager: &SchemaManager<'_>,
    table: TableCreateStatement,
    unique: &str,
) -> Result<(), DbErr> {
    manager.drop_table(Table::drop().table("listing").take()).await?;
    manager.create_table(table).await?;
    let db = manager.get_connection();
    db.execute_unprepared(&format!(
        "CREATE UNIQUE INDEX listing_{unique} ON listing (organisation_id, kind, {unique})"
    ))
    .await?;
    // Every node reads it anew.
    db.execute_unprepared("UPDATE own_limit SET revision = revision + 1").await.map(|_| ())
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, listing([blob("mark"), blob("sealed")]), "mark").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        replace(manager, listing([string("value").take(), text("note").take()]), "value").await
    }
}
