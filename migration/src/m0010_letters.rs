use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, string_null, text, uuid};

/// Open letters: who signs on, and what is asked of the organisers through the contact form.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn blob_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().null().take()
}

fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

fn uuid_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().null().take()
}

fn letter() -> TableCreateStatement {
    Table::create()
        .table("letter")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(integer("revision"))
        .col(flag("shown"))
        .col(flag("organisations"))
        .col(flag("professionals"))
        .col(string("sorting"))
        .col(integer("text_version"))
        .foreign_key(ForeignKey::create().from("letter", "campaign_id").to("campaign", "id"))
        .take()
}

fn letter_text() -> TableCreateStatement {
    Table::create()
        .table("letter_text")
        .col(integer("campaign_id"))
        .col(integer("version"))
        .col(text("body"))
        .col(string("digest"))
        .col(big_integer("published_at"))
        .primary_key(Index::create().col("campaign_id").col("version"))
        .foreign_key(ForeignKey::create().from("letter_text", "campaign_id").to("campaign", "id"))
        .take()
}

fn sign_on() -> TableCreateStatement {
    Table::create()
        .table("sign_on")
        .col(integer("campaign_id"))
        .col(uuid("id"))
        .col(string("kind"))
        .col(string("state"))
        .col(string("lang"))
        .col(integer("text_version"))
        .col(blob("sealed"))
        .col(blob_null("email_index"))
        .col(blob_null("mark_index"))
        .col(blob_null("name_index"))
        .col(blob_null("host_index"))
        .col(blob_null("claim_index"))
        .col(string("country"))
        .col(string("display"))
        .col(big_integer_null("updates_since"))
        .col(string_null("hold_reason"))
        .col(small("mails"))
        .col(small("code_attempts"))
        .col(flag("code_only"))
        .col(uuid_null("repeat_of"))
        .col(flag("own"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("confirmed_at"))
        .col(big_integer_null("decided_at"))
        .col(string_null("decline_reason"))
        .col(string_null("told"))
        .col(big_integer_null("ended_at"))
        .col(text("names"))
        .col(integer("weight"))
        .primary_key(Index::create().col("campaign_id").col("id"))
        .foreign_key(
            ForeignKey::create()
                .from("sign_on", ("campaign_id", "text_version"))
                .to("letter_text", ("campaign_id", "version")),
        )
        .take()
}

fn message() -> TableCreateStatement {
    Table::create()
        .table("message")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(string("state"))
        .col(string("lang"))
        .col(blob("sealed"))
        .col(blob("email_index"))
        .col(blob("note"))
        .col(big_integer("created_at"))
        .foreign_key(ForeignKey::create().from("message", "campaign_id").to("campaign", "id"))
        .take()
}

fn answer() -> TableCreateStatement {
    Table::create()
        .table("message_answer")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(uuid("message_id"))
        .col(blob("sealed"))
        .col(uuid("account_id"))
        .col(big_integer("created_at"))
        .foreign_key(ForeignKey::create().from("message_answer", "message_id").to("message", "id"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 11] = [
    // One row alone stands for an organisation or a professional.
    "CREATE UNIQUE INDEX sign_on_claim ON sign_on (campaign_id, claim_index)",
    // What an address has signed, in every campaign.
    "CREATE INDEX sign_on_address ON sign_on (email_index)",
    // What waits to be vetted, oldest first; what is listed.
    "CREATE INDEX sign_on_state ON sign_on (campaign_id, state, id)",
    // Which version of the text somebody has signed.
    "CREATE INDEX sign_on_text ON sign_on (campaign_id, text_version)",
    // What may be the same organisation or person.
    "CREATE INDEX sign_on_name ON sign_on (campaign_id, name_index)",
    "CREATE INDEX sign_on_host ON sign_on (campaign_id, host_index)",
    // What lapses next.
    "CREATE INDEX sign_on_pending ON sign_on (expires_at) WHERE state IN ('pending', 'repeat')",
    // The inbox, newest first.
    "CREATE INDEX message_campaign ON message (campaign_id, state, id)",
    // What has been kept long enough.
    "CREATE INDEX message_created ON message (created_at)",
    // What one person wrote.
    "CREATE INDEX message_address ON message (email_index)",
    "CREATE INDEX message_answer_of ON message_answer (message_id)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [letter(), letter_text(), sign_on(), message(), answer()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["message_answer", "message", "sign_on", "letter_text", "letter"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
