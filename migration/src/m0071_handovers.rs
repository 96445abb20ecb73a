use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, text, uuid_null};

/// Deliveries that leave the house: the links that lead offices to them, when they were handed over, and the receipts.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn id(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().primary_key().take()
}

fn sealed() -> ColumnDef {
    ColumnDef::new("sealed").blob().not_null().take()
}

fn of_delivery(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, ("campaign_id", "delivery"))
        .to("delivery", ("campaign_id", "number"))
        .take()
}

fn handover() -> TableCreateStatement {
    Table::create()
        .table("handover")
        .col(id("id"))
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(text("passphrase"))
        .col(integer("wrong"))
        .col(big_integer("locked_until"))
        .col(big_integer("expires_at"))
        .col(uuid_null("made_by"))
        .col(big_integer("created_at"))
        .col(big_integer_null("opened_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(&mut of_delivery("handover"))
        .take()
}

fn delivery_step() -> TableCreateStatement {
    Table::create()
        .table("delivery_step")
        .col(id("id"))
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(string("stage"))
        .col(string("way"))
        .col(big_integer("at"))
        .col(sealed())
        .col(uuid_null("account_id"))
        .col(big_integer("created_at"))
        .foreign_key(&mut of_delivery("delivery_step"))
        .take()
}

fn delivery_photo() -> TableCreateStatement {
    Table::create().table("delivery_photo").col(id("step_id")).col(sealed()).take()
}

/// How often what the public is told of a campaign's deliveries has changed, so that a running service notices.
fn delivered() -> TableCreateStatement {
    let campaign = ColumnDef::new("campaign_id").integer().not_null().primary_key().take();
    Table::create()
        .table("delivered")
        .col(campaign)
        .col(integer("revision"))
        .foreign_key(ForeignKey::create().from("delivered", "campaign_id").to("campaign", "id"))
        .take()
}

const INDEXES: [&str; 2] = [
    "CREATE INDEX handover_delivery ON handover (campaign_id, delivery)",
    "CREATE UNIQUE INDEX delivery_step_stage ON delivery_step (campaign_id, delivery, stage)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [handover(), delivery_step(), delivery_photo(), delivered()] {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["delivered", "delivery_photo", "delivery_step", "handover"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
