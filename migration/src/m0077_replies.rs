use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, small_integer_null, string, text, uuid_null,
};

/// What addressees answer, and what the team writes down of its dealings with them.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn of_campaign(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "campaign_id").to("campaign", "id").take()
}

fn reply() -> TableCreateStatement {
    Table::create()
        .table("reply")
        .col(integer("campaign_id"))
        .col(integer("number"))
        .col(string("addressee_key"))
        .col(integer("text_version"))
        .col(string("day"))
        .col(string("original"))
        .col(text("words"))
        .col(text("source"))
        .col(text("link"))
        .col(text("stances"))
        .col(big_integer_null("shown_at"))
        .col(big_integer_null("first_shown_at"))
        .col(big_integer_null("corrected_at"))
        .col(small_integer_null("told"))
        .col(integer("revision"))
        .col(uuid_null("entered_by"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("campaign_id").col("number"))
        .foreign_key(&mut of_campaign("reply"))
        .take()
}

fn reply_document() -> TableCreateStatement {
    let of_reply = ForeignKey::create()
        .from("reply_document", ("campaign_id", "number"))
        .to("reply", ("campaign_id", "number"))
        .take();
    Table::create()
        .table("reply_document")
        .col(integer("campaign_id"))
        .col(integer("number"))
        .col(string("kind"))
        .col(string("hash"))
        .col(big_integer("size"))
        .col(ColumnDef::new("sealed").blob().not_null())
        .primary_key(Index::create().col("campaign_id").col("number"))
        .foreign_key(&mut of_reply.clone())
        .take()
}

/// How often what the public is told of a campaign's replies has changed, so that a running service notices.
fn replied() -> TableCreateStatement {
    Table::create()
        .table("replied")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(integer("revision"))
        .foreign_key(&mut of_campaign("replied"))
        .take()
}

fn contact() -> TableCreateStatement {
    Table::create()
        .table("contact")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(string("addressee_key"))
        .col(string("means"))
        .col(string("day"))
        .col(ColumnDef::new("sealed").blob().not_null())
        .col(uuid_null("account_id"))
        .col(big_integer("created_at"))
        .foreign_key(&mut of_campaign("contact"))
        .take()
}

fn follow_up() -> TableCreateStatement {
    Table::create()
        .table("follow_up")
        .col(integer("campaign_id"))
        .col(string("addressee_key"))
        .col(string("due"))
        .col(uuid_null("set_by"))
        .primary_key(Index::create().col("campaign_id").col("addressee_key"))
        .foreign_key(&mut of_campaign("follow_up"))
        .take()
}

/// Whoever wanted to be told of dates wants to be told of these.
const CHANGES: [&str; 3] = [
    "CREATE INDEX contact_addressee ON contact (campaign_id, addressee_key)",
    "ALTER TABLE reminder_choice ADD COLUMN follow_ups boolean NOT NULL DEFAULT FALSE",
    "UPDATE reminder_choice SET follow_ups = dates",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [reply(), reply_document(), replied(), contact(), follow_up()] {
            manager.create_table(table).await?;
        }
        for change in CHANGES {
            manager.get_connection().execute_unprepared(change).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .get_connection()
            .execute_unprepared("ALTER TABLE reminder_choice DROP COLUMN follow_ups")
            .await?;
        for table in ["follow_up", "contact", "replied", "reply_document", "reply"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
