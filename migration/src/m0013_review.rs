use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, text, uuid};

/// Judging signatures: by what they are found, what was ruled, and what each was before it.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().null().take()
}

fn small_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().null().take()
}

/// By what a signature is found besides its address. No index: these are looked for seldom, and signing would pay for it.
fn marks() -> [ColumnDef; 3] {
    [blob_null("domain_index"), small_null("name_mark"), small_null("place_mark")]
}

fn ruling() -> TableCreateStatement {
    Table::create()
        .table("ruling")
        .col(integer("campaign_id"))
        .col(uuid("id"))
        .col(string("judgement"))
        .col(string("ground"))
        .col(text("note"))
        .col(text("condition"))
        .col(string("actor"))
        .col(big_integer("at"))
        .col(big_integer("frozen_at"))
        .col(string("phase"))
        .col(uuid("cursor"))
        .col(big_integer("expected"))
        .col(big_integer("done"))
        .col(big_integer("passed_over"))
        .col(big_integer("undone"))
        .primary_key(Index::create().col("campaign_id").col("id"))
        .foreign_key(ForeignKey::create().from("ruling", "campaign_id").to("campaign", "id"))
        .take()
}

fn decision() -> TableCreateStatement {
    Table::create()
        .table("decision")
        .col(integer("campaign_id"))
        .col(uuid("ruling_id"))
        .col(uuid("signature_id"))
        .col(integer("number"))
        .col(big_integer("at"))
        .col(big_integer_null("undone_at"))
        .col(string("state"))
        .col(ColumnDef::new("hold_reason").string().null())
        .col(big_integer_null("confirmed_at"))
        .col(big_integer_null("place"))
        .col(big_integer_null("kept_until"))
        .col(blob_null("sealed"))
        .col(blob_null("email_index"))
        .col(blob_null("name_index"))
        .col(blob_null("postal_index"))
        .col(blob_null("network_index"))
        .col(blob_null("domain_index"))
        .col(small_null("name_mark"))
        .col(small_null("place_mark"))
        .col(ColumnDef::new("display").string().null())
        .col(big_integer_null("updates_since"))
        .primary_key(Index::create().col("campaign_id").col("ruling_id").col("signature_id"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 4] = [
    // What was decided about one signature.
    "CREATE UNIQUE INDEX decision_signature ON decision (campaign_id, signature_id, number)",
    // Whose person has been kept for long enough.
    "CREATE INDEX decision_kept ON decision (kept_until) WHERE kept_until IS NOT NULL",
    // What is under way.
    "CREATE INDEX ruling_open ON ruling (at) WHERE phase IN ('running', 'undoing')",
    // Signatures of before there were marks.
    "CREATE INDEX signature_unmarked ON signature (campaign_id, id) WHERE name_mark IS NULL AND email_index IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in marks() {
            manager.alter_table(Table::alter().table("signature").add_column(column).take()).await?;
        }
        for table in [ruling(), decision()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP INDEX signature_unmarked").await?;
        for table in ["decision", "ruling"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        for column in ["place_mark", "name_mark", "domain_index"] {
            manager.alter_table(Table::alter().table("signature").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
