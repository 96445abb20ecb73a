use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, integer_null, string, text, uuid, uuid_null,
};

/// Print runs: which postcards are printed together, and the files made of them.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn print_run() -> TableCreateStatement {
    Table::create()
        .table("print_run")
        .col(integer("campaign_id"))
        .col(integer("number"))
        .col(uuid("official_id"))
        .col(string("lang"))
        .col(text("addressee"))
        .col(boolean("at_the_house"))
        .col(boolean("elections"))
        .col(integer("cards"))
        .col(string("stage"))
        .col(text("note"))
        .col(big_integer("gathered_at"))
        .col(big_integer_null("printed_at"))
        .col(big_integer_null("sent_at"))
        .col(big_integer_null("acknowledged_at"))
        .col(big_integer_null("cancelled_at"))
        .primary_key(Index::create().col("campaign_id").col("number"))
        .foreign_key(ForeignKey::create().from("print_run", "campaign_id").to("campaign", "id"))
        .take()
}

fn printing() -> TableCreateStatement {
    Table::create()
        .table("printing")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(integer("run"))
        .col(string("stock"))
        .col(integer("first"))
        .col(integer("last"))
        .col(string("state"))
        .col(integer("done"))
        .col(integer("left_out"))
        .col(integer("attempts"))
        .col(uuid_null("claim"))
        .col(big_integer("leased_until"))
        .col(big_integer("created_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(
            ForeignKey::create()
                .from("printing", ("campaign_id", "run"))
                .to("print_run", ("campaign_id", "number")),
        )
        .take()
}

fn printing_part() -> TableCreateStatement {
    Table::create()
        .table("printing_part")
        .col(uuid("printing_id"))
        .col(integer("number"))
        .col(ColumnDef::new("sealed").blob().not_null().take())
        .primary_key(Index::create().col("printing_id").col("number"))
        .foreign_key(ForeignKey::create().from("printing_part", "printing_id").to("printing", "id"))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [print_run(), printing(), printing_part()] {
            manager.create_table(table).await?;
        }
        for column in [integer_null("run"), integer_null("place")] {
            manager.alter_table(Table::alter().table("postcard").add_column(column).take()).await?;
        }
        let db = manager.get_connection();
        for index in [
            "CREATE UNIQUE INDEX postcard_run ON postcard (campaign_id, run, place)",
            "CREATE INDEX postcard_approved ON postcard (campaign_id, official_id, lang) WHERE state = 'approved'",
            "CREATE INDEX printing_run ON printing (campaign_id, run)",
            "CREATE INDEX printing_due ON printing (created_at) WHERE state = 'making'",
        ] {
            db.execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in ["postcard_run", "postcard_approved"] {
            manager.get_connection().execute_unprepared(&format!("DROP INDEX {index}")).await?;
        }
        for column in ["run", "place"] {
            manager.alter_table(Table::alter().table("postcard").drop_column(column).take()).await?;
        }
        for table in ["printing_part", "printing", "print_run"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}
