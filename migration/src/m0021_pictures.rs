use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, text, uuid, uuid_null};

/// The pictures and the documents of a campaign, with their bytes: so a copy of the database holds them.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// A table whose rows have an id of their own and belong to a campaign.
fn owned(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("campaign_id"))
        .col(big_integer("created_at"))
        .foreign_key(ForeignKey::create().from(name, "campaign_id").to("campaign", "id"))
        .take()
}

fn picture() -> TableCreateStatement {
    owned("picture").col(text("alternative")).col(text("credit")).take()
}

fn picture_copy() -> TableCreateStatement {
    Table::create()
        .table("picture_copy")
        .col(uuid("picture_id"))
        .col(integer("width"))
        .col(integer("height"))
        .col(string("hash"))
        .col(ColumnDef::new("bytes").blob().not_null().take())
        .primary_key(Index::create().col("picture_id").col("width"))
        .foreign_key(ForeignKey::create().from("picture_copy", "picture_id").to("picture", "id"))
        .take()
}

fn paper() -> TableCreateStatement {
    owned("paper")
        .col(integer("place"))
        .col(text("title"))
        .col(string("hash"))
        .col(big_integer("size"))
        .col(ColumnDef::new("bytes").blob().not_null().take())
        .take()
}

/// What each index is for, beside it.
const INDEXES: [&str; 4] = [
    // The pictures of a campaign.
    "CREATE INDEX picture_campaign ON picture (campaign_id, created_at)",
    // A picture by its address.
    "CREATE INDEX picture_copy_hash ON picture_copy (hash)",
    // The documents of a campaign, in their order.
    "CREATE INDEX paper_campaign ON paper (campaign_id, place)",
    // A document by its address.
    "CREATE INDEX paper_hash ON paper (hash)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [picture(), picture_copy(), paper()] {
            manager.create_table(table).await?;
        }
        let chosen = uuid_null("picture_id").take();
        manager.alter_table(Table::alter().table("campaign").add_column(chosen).take()).await?;
        for statement in INDEXES {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("campaign").drop_column("picture_id").take()).await?;
        for table in ["paper", "picture_copy", "picture"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
