use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, boolean, integer, string, text, uuid_null};

/// Campaigns are made in the studio: what is being written stands beside what is published, may be published by itself at a
/// time, and a campaign that is over can be put away. A version of the text says what it changed.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(integer("campaign_id"))
        .col(string("section"))
        .col(integer("revision"))
        .col(text("content"))
        .col(boolean("is_published"))
        .col(uuid_null("saved_by"))
        .col(big_integer("saved_at"))
        .primary_key(Index::create().col("campaign_id").col("section"))
        .foreign_key(ForeignKey::create().from("draft", "campaign_id").to("campaign", "id"))
        .take()
}

/// What is new of a campaign.
fn columns() -> [ColumnDef; 5] {
    [
        big_integer_null("archived_at").take(),
        big_integer_null("publish_at").take(),
        uuid_null("publish_by").take(),
        text("publish_note").default("").take(),
        big_integer_null("publish_missed_at").take(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(draft()).await?;
        for column in columns() {
            manager.alter_table(Table::alter().table("campaign").add_column(column).take()).await?;
        }
        let note = text("note").default("").take();
        manager.alter_table(Table::alter().table("text_version").add_column(note).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("text_version").drop_column("note").take()).await?;
        for column in ["publish_missed_at", "publish_note", "publish_by", "publish_at", "archived_at"] {
            manager.alter_table(Table::alter().table("campaign").drop_column(column).take()).await?;
        }
        manager.drop_table(Table::drop().table("draft").if_exists().take()).await
    }
}
