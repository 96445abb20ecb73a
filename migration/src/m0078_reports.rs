use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, small_integer, string, text, uuid, uuid_null,
};

/// Recurring reports: what is sent to whom and when, who gets it, what was told each time, and what became of the mails.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn of_report(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, ("campaign_id", "report")).to("report", ("campaign_id", "number")).take()
}

fn report() -> TableCreateStatement {
    Table::create()
        .table("report")
        .col(integer("campaign_id"))
        .col(integer("number"))
        .col(integer("revision"))
        .col(text("addressee_key"))
        .col(text("partner"))
        .col(string("disclosure"))
        .col(string("lang"))
        .col(string("rhythm"))
        .col(small_integer("day"))
        .col(small_integer("hour"))
        .col(text("intro"))
        .col(boolean("skips"))
        .col(string("state"))
        .col(string("because"))
        .col(big_integer("owed_after"))
        .col(uuid_null("set_by"))
        .col(uuid_null("approved_by"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("campaign_id").col("number"))
        .foreign_key(ForeignKey::create().from("report", "campaign_id").to("campaign", "id"))
        .take()
}

fn report_receiver() -> TableCreateStatement {
    Table::create()
        .table("report_receiver")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(integer("report"))
        .col(blob("sealed"))
        .col(blob("email_index"))
        .col(big_integer("created_at"))
        .col(big_integer_null("left_at"))
        .col(big_integer_null("removed_at"))
        .foreign_key(&mut of_report("report_receiver"))
        .take()
}

fn report_issue() -> TableCreateStatement {
    Table::create()
        .table("report_issue")
        .col(integer("campaign_id"))
        .col(integer("report"))
        .col(small_integer("number"))
        .col(string("day"))
        .col(big_integer("cut_off"))
        .col(big_integer("made_at"))
        .col(boolean("skipped"))
        .col(text("facts"))
        .primary_key(Index::create().col("campaign_id").col("report").col("number"))
        .foreign_key(&mut of_report("report_issue"))
        .take()
}

fn report_mail() -> TableCreateStatement {
    let mut issue = ForeignKey::create()
        .from("report_mail", ("campaign_id", "report", "issue"))
        .to("report_issue", ("campaign_id", "report", "number"))
        .take();
    Table::create()
        .table("report_mail")
        .col(uuid("receiver_id"))
        .col(small_integer("issue"))
        .col(integer("campaign_id"))
        .col(integer("report"))
        .col(string("state"))
        .col(big_integer_null("ended_at"))
        .primary_key(Index::create().col("receiver_id").col("issue"))
        .foreign_key(&mut issue)
        .take()
}

fn report_try() -> TableCreateStatement {
    Table::create()
        .table("report_try")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(integer("report"))
        .col(uuid("account_id"))
        .col(text("facts"))
        .col(big_integer("created_at"))
        .foreign_key(&mut of_report("report_try"))
        .take()
}

const INDEXES: [&str; 4] = [
    "CREATE INDEX report_on ON report (campaign_id) WHERE state = 'on'",
    "CREATE UNIQUE INDEX report_receiver_address ON report_receiver (campaign_id, report, email_index)",
    // What is due on a day is made once, whoever makes it.
    "CREATE UNIQUE INDEX report_issue_day ON report_issue (campaign_id, report, day)",
    "CREATE INDEX report_mail_issue ON report_mail (campaign_id, report, issue)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [report(), report_receiver(), report_issue(), report_mail(), report_try()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["report_try", "report_mail", "report_issue", "report_receiver", "report"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
