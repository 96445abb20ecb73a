use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, pk_auto, string, uuid};

/// Campaigns, their texts, signatures, the count, the outbox.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().take()
}

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn blob_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().null().take()
}

fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

fn campaign() -> TableCreateStatement {
    Table::create()
        .table("campaign")
        .col(pk_auto("id"))
        .col(string("slug").unique_key())
        .col(integer("revision"))
        .col(string("state"))
        .col(big_integer("opens_at"))
        .col(big_integer_null("closes_at"))
        .col(integer("text_version"))
        .col(text("content"))
        .col(big_integer("updated_at"))
        .take()
}

fn text_version() -> TableCreateStatement {
    Table::create()
        .table("text_version")
        .col(integer("campaign_id"))
        .col(integer("version"))
        .col(text("content"))
        .col(string("digest"))
        .col(big_integer("published_at"))
        .primary_key(Index::create().col("campaign_id").col("version"))
        .foreign_key(ForeignKey::create().from("text_version", "campaign_id").to("campaign", "id"))
        .take()
}

fn signature() -> TableCreateStatement {
    Table::create()
        .table("signature")
        .col(integer("campaign_id"))
        .col(uuid("id"))
        .col(string("state"))
        .col(string("lang"))
        .col(integer("text_version"))
        .col(blob("sealed"))
        .col(blob_null("email_index"))
        .col(blob_null("name_index"))
        .col(blob_null("postal_index"))
        .col(blob_null("network_index"))
        .col(ColumnDef::new("slot").small_integer().null())
        .col(string("country"))
        .col(string("region"))
        .col(string("display"))
        .col(big_integer_null("updates_since"))
        .col(ColumnDef::new("hold_reason").string().null())
        .col(small("mails"))
        .col(small("code_attempts"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("confirmed_at"))
        .col(big_integer_null("place"))
        .col(big_integer_null("ended_at"))
        .primary_key(Index::create().col("campaign_id").col("id"))
        .foreign_key(
            ForeignKey::create()
                .from("signature", ("campaign_id", "text_version"))
                .to("text_version", ("campaign_id", "version")),
        )
        .check(Expr::cust("slot IS NULL OR slot IN (0, 1)"))
        .check(Expr::cust("(slot IS NULL) = (email_index IS NULL)"))
        .take()
}

fn repeat() -> TableCreateStatement {
    Table::create()
        .table("repeat")
        .col(integer("campaign_id"))
        .col(uuid("id"))
        .col(uuid("signature_id"))
        .col(flag("own"))
        .col(blob("sealed"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .primary_key(Index::create().col("campaign_id").col("id"))
        .take()
}

fn tally() -> TableCreateStatement {
    Table::create()
        .table("tally")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(big_integer("online"))
        .col(big_integer("revision"))
        .col(big_integer("changed_at"))
        .foreign_key(ForeignKey::create().from("tally", "campaign_id").to("campaign", "id"))
        .check(Expr::cust("online >= 0"))
        .take()
}

fn tally_part() -> TableCreateStatement {
    Table::create()
        .table("tally_part")
        .col(integer("campaign_id"))
        .col(string("dimension"))
        .col(string("part"))
        .col(big_integer("counted"))
        .primary_key(Index::create().col("campaign_id").col("dimension").col("part"))
        .take()
}

fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(string("kind"))
        .col(ColumnDef::new("subject_id").uuid().null())
        .col(small("number"))
        .col(blob_null("sealed"))
        .col(blob_null("recipient_index"))
        .col(string("state"))
        .col(small("attempts"))
        .col(big_integer("due_at"))
        .col(big_integer("leased_until"))
        .col(big_integer("created_at"))
        .col(big_integer_null("ended_at"))
        .take()
}

fn suppression() -> TableCreateStatement {
    Table::create()
        .table("suppression")
        .col(integer("campaign_id"))
        .col(blob("email_index"))
        .col(string("reason"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("campaign_id").col("email_index"))
        .take()
}

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(big_integer("at"))
        .col(string("actor"))
        .col(string("act"))
        .col(ColumnDef::new("campaign_id").integer().null())
        .col(string("subject"))
        .col(text("detail"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 6] = [
    // The duplicate rule, kept by the database: at most two signatures of a campaign share an address.
    "CREATE UNIQUE INDEX signature_address ON signature (campaign_id, email_index, slot)",
    // The names that may be shown, newest first; small, since nearly all are hidden.
    "CREATE INDEX signature_shown ON signature (campaign_id, confirmed_at) WHERE state = 'confirmed' AND display <> 'hidden'",
    // What lapses next.
    "CREATE INDEX signature_pending ON signature (expires_at) WHERE state = 'pending'",
    "CREATE INDEX signature_held ON signature (campaign_id, id) WHERE state = 'held'",
    // The mail that is owed, in the order it falls due.
    "CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'queued'",
    // How many mails one address has had of late.
    "CREATE INDEX outbox_recipient ON outbox (recipient_index, created_at)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            campaign(),
            text_version(),
            signature(),
            repeat(),
            tally(),
            tally_part(),
            outbox(),
            suppression(),
            audit(),
        ] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "audit",
            "suppression",
            "outbox",
            "tally_part",
            "tally",
            "repeat",
            "signature",
            "text_version",
            "campaign",
        ] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
