use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, string, string_null, text, uuid, uuid_null,
};

/// Talking to supporters who asked for it: updates with their versions, the sending of each, what consent was given to which
/// words; and reminders to the team.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn small(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn of_campaign(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "campaign_id").to("campaign", "id").take()
}

fn of_bulletin(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, ("campaign_id", "number"))
        .to("bulletin", ("campaign_id", "number"))
        .take()
}

fn key(name: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create().name(name).take();
    for column in columns {
        key.col(*column);
    }
    key
}

fn bulletin() -> TableCreateStatement {
    Table::create()
        .table("bulletin")
        .col(integer("campaign_id"))
        .col(small("number"))
        .col(text("draft"))
        .col(integer("revision"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .col(uuid_null("changed_by"))
        .col(big_integer_null("published_at"))
        .primary_key(&mut key("bulletin_key", &["campaign_id", "number"]))
        .foreign_key(&mut of_campaign("bulletin"))
        .take()
}

fn bulletin_version() -> TableCreateStatement {
    Table::create()
        .table("bulletin_version")
        .col(integer("campaign_id"))
        .col(small("number"))
        .col(integer("version"))
        .col(text("wording"))
        .col(big_integer("published_at"))
        .primary_key(&mut key("bulletin_version_key", &["campaign_id", "number", "version"]))
        .foreign_key(&mut of_bulletin("bulletin_version"))
        .take()
}

fn rehearsal() -> TableCreateStatement {
    Table::create()
        .table("rehearsal")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(small("number"))
        .col(uuid("account_id"))
        .col(string("lang"))
        .col(big_integer("created_at"))
        .take()
}

fn mailing() -> TableCreateStatement {
    Table::create()
        .table("mailing")
        .col(integer("campaign_id"))
        .col(small("number"))
        .col(string("state"))
        .col(blob("reached"))
        .col(boolean("is_listed"))
        .col(big_integer("expected"))
        .col(big_integer("queued"))
        .col(big_integer("sent"))
        .col(big_integer("failed"))
        .col(big_integer("skipped"))
        .col(big_integer("started_at"))
        .col(big_integer_null("ended_at"))
        .primary_key(&mut key("mailing_key", &["campaign_id", "number"]))
        .foreign_key(&mut of_bulletin("mailing"))
        .take()
}

fn consent() -> TableCreateStatement {
    Table::create()
        .table("consent")
        .col(integer("campaign_id"))
        .col(uuid("signature_id"))
        .col(big_integer("given_at"))
        .col(string("given_by"))
        .col(string("lang"))
        .col(string_null("digest"))
        .col(big_integer_null("ended_at"))
        .col(string_null("ended_by"))
        .primary_key(&mut key("consent_key", &["campaign_id", "signature_id", "given_at"]))
        .take()
}

fn consent_wording() -> TableCreateStatement {
    Table::create()
        .table("consent_wording")
        .col(string("lang"))
        .col(string("digest"))
        .col(text("words"))
        .col(big_integer("first_at"))
        .col(big_integer("last_at"))
        .primary_key(&mut key("consent_wording_key", &["lang", "digest"]))
        .take()
}

fn reminder() -> TableCreateStatement {
    Table::create()
        .table("reminder")
        .col(integer("campaign_id"))
        .col(small("number"))
        .col(string("occasion"))
        .col(big_integer("created_at"))
        .primary_key(&mut key("reminder_key", &["campaign_id", "number"]))
        .foreign_key(&mut of_campaign("reminder"))
        .take()
}

fn reminder_watch() -> TableCreateStatement {
    Table::create()
        .table("reminder_watch")
        .col(ColumnDef::new("campaign_id").integer().not_null().primary_key())
        .col(big_integer("counted"))
        .col(big_integer("looked_at"))
        .foreign_key(&mut of_campaign("reminder_watch"))
        .take()
}

fn reminder_choice() -> TableCreateStatement {
    Table::create()
        .table("reminder_choice")
        .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
        .col(boolean("milestones"))
        .col(boolean("dates"))
        .col(string("lang"))
        .foreign_key(ForeignKey::create().from("reminder_choice", "account_id").to("account", "id"))
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 3] = [
    // Each occasion is told once, whichever node is first.
    "CREATE UNIQUE INDEX reminder_occasion ON reminder (campaign_id, occasion)",
    // How many have unsubscribed since an update was sent.
    "CREATE INDEX consent_ended ON consent (campaign_id, ended_at) WHERE ended_at IS NOT NULL",
    // What has served is deleted.
    "CREATE INDEX rehearsal_created ON rehearsal (created_at)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            bulletin(),
            bulletin_version(),
            rehearsal(),
            mailing(),
            consent(),
            consent_wording(),
            reminder(),
            reminder_watch(),
            reminder_choice(),
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
            "reminder_choice",
            "reminder_watch",
            "reminder",
            "consent_wording",
            "consent",
            "mailing",
            "rehearsal",
            "bulletin_version",
            "bulletin",
        ] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
