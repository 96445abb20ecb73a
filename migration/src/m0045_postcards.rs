use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, small_integer_null, string, string_null, text, uuid, uuid_null,
};

/// Postcards, the pictures of their fronts, and whether and to whom they may be written.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().null().take()
}

fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

fn card_offer() -> TableCreateStatement {
    Table::create()
        .table("card_offer")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(integer("revision"))
        .col(flag("offered"))
        .col(text("officials"))
        .col(flag("by_riding"))
        .col(flag("elections"))
        .col(text("suggestion"))
        .foreign_key(ForeignKey::create().from("card_offer", "campaign_id").to("campaign", "id"))
        .take()
}

fn card_design() -> TableCreateStatement {
    Table::create()
        .table("card_design")
        .col(ColumnDef::new("picture_id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(integer("place"))
        .col(big_integer_null("retired_at"))
        .foreign_key(ForeignKey::create().from("card_design", "picture_id").to("picture", "id"))
        .foreign_key(ForeignKey::create().from("card_design", "campaign_id").to("campaign", "id"))
        .take()
}

fn postcard() -> TableCreateStatement {
    Table::create()
        .table("postcard")
        .col(integer("campaign_id"))
        .col(uuid("id"))
        .col(uuid("official_id"))
        .col(uuid("design_id"))
        .col(string("state"))
        .col(string("lang"))
        .col(string("sender"))
        .col(ColumnDef::new("sealed").blob().not_null().take())
        .col(blob_null("email_index"))
        .col(blob_null("name_index"))
        .col(blob_null("postal_index"))
        .col(small_integer_null("slot"))
        .col(string("country"))
        .col(string("doubts"))
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
        .col(string_null("because"))
        .col(string_null("told"))
        .col(big_integer_null("batched_at"))
        .col(big_integer_null("printed_at"))
        .col(big_integer_null("sent_at"))
        .col(big_integer_null("acknowledged_at"))
        .col(big_integer_null("ended_at"))
        .primary_key(Index::create().col("campaign_id").col("id"))
        .foreign_key(ForeignKey::create().from("postcard", "campaign_id").to("campaign", "id"))
        .foreign_key(ForeignKey::create().from("postcard", "design_id").to("card_design", "picture_id"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 6] = [
    // Two at an address may write to one official, and no third.
    "CREATE UNIQUE INDEX postcard_place ON postcard (campaign_id, official_id, email_index, slot)",
    // What an address has written, in every campaign.
    "CREATE INDEX postcard_address ON postcard (email_index)",
    // What waits for moderators, oldest first; what is to be printed.
    "CREATE INDEX postcard_state ON postcard (campaign_id, state, id)",
    // Who has this design on a card.
    "CREATE INDEX postcard_design ON postcard (design_id)",
    // What lapses next.
    "CREATE INDEX postcard_pending ON postcard (expires_at) WHERE state IN ('pending', 'repeat')",
    // The designs of a campaign, in their order.
    "CREATE INDEX card_design_campaign ON card_design (campaign_id, place)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [card_offer(), card_design(), postcard()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["postcard", "card_design", "card_offer"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
