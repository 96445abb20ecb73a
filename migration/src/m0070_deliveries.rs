use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, integer_null, small_integer, string, text, uuid,
    uuid_null,
};

/// Deliveries to addressees: what is in each, who approved it, and the package that is made of it.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().take()
}

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn of_delivery(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, ("campaign_id", "delivery"))
        .to("delivery", ("campaign_id", "number"))
        .take()
}

fn delivery() -> TableCreateStatement {
    Table::create()
        .table("delivery")
        .col(integer("campaign_id"))
        .col(integer("number"))
        .col(string("addressee_key"))
        .col(text("addressee"))
        .col(string("disclosure"))
        .col(string("scope"))
        .col(string("planned_on"))
        .col(string("stage"))
        .col(big_integer_null("cut_off"))
        .col(big_integer("lines"))
        .col(text("counts"))
        .col(uuid_null("made_by"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .primary_key(Index::create().col("campaign_id").col("number"))
        .foreign_key(ForeignKey::create().from("delivery", "campaign_id").to("campaign", "id"))
        .take()
}

fn delivery_line() -> TableCreateStatement {
    Table::create()
        .table("delivery_line")
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(big_integer("place"))
        .col(string("kind"))
        .col(uuid("subject_id"))
        .primary_key(Index::create().col("campaign_id").col("delivery").col("place"))
        .foreign_key(&mut of_delivery("delivery_line"))
        .take()
}

/// What goes along on paper: print runs and batches, by their numbers.
fn delivery_paper() -> TableCreateStatement {
    Table::create()
        .table("delivery_paper")
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(string("kind"))
        .col(integer("number"))
        .col(big_integer("many"))
        .primary_key(Index::create().col("campaign_id").col("delivery").col("kind").col("number"))
        .foreign_key(&mut of_delivery("delivery_paper"))
        .take()
}

fn delivery_approval() -> TableCreateStatement {
    Table::create()
        .table("delivery_approval")
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(uuid("account_id"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("campaign_id").col("delivery").col("account_id"))
        .foreign_key(&mut of_delivery("delivery_approval"))
        .take()
}

fn delivery_package() -> TableCreateStatement {
    Table::create()
        .table("delivery_package")
        .col(id())
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(integer("edition"))
        .col(string("state"))
        .col(big_integer("done"))
        .col(big_integer("whole"))
        .col(big_integer("bytes"))
        .col(big_integer("gone"))
        .col(string("manifest"))
        .col(boolean("stale"))
        .col(integer("attempts"))
        .col(uuid_null("claim"))
        .col(big_integer("leased_until"))
        .col(big_integer("created_at"))
        .col(big_integer_null("ended_at"))
        .foreign_key(&mut of_delivery("delivery_package"))
        .take()
}

/// A file of a package; the archive is one too.
fn delivery_file() -> TableCreateStatement {
    Table::create()
        .table("delivery_file")
        .col(id())
        .col(uuid("package_id"))
        .col(string("name"))
        .col(big_integer("bytes"))
        .col(integer("pieces"))
        .foreign_key(ForeignKey::create().from("delivery_file", "package_id").to("delivery_package", "id"))
        .take()
}

fn delivery_piece() -> TableCreateStatement {
    Table::create()
        .table("delivery_piece")
        .col(uuid("file_id"))
        .col(integer("number"))
        .col(blob("sealed"))
        .primary_key(Index::create().col("file_id").col("number"))
        .foreign_key(ForeignKey::create().from("delivery_piece", "file_id").to("delivery_file", "id"))
        .take()
}

fn delivery_fetch() -> TableCreateStatement {
    Table::create()
        .table("delivery_fetch")
        .col(id())
        .col(integer("campaign_id"))
        .col(integer("delivery"))
        .col(uuid("package_id"))
        .col(uuid_null("account_id"))
        .col(big_integer("at"))
        .foreign_key(&mut of_delivery("delivery_fetch"))
        .take()
}

/// The key that manifests are signed with. It outlives the keys that seal it.
fn signing_key() -> TableCreateStatement {
    Table::create()
        .table("signing_key")
        .col(id())
        .col(blob("sealed"))
        .col(text("public"))
        .col(string("fingerprint"))
        .col(big_integer("created_at"))
        .col(integer_null("in_use"))
        .take()
}

const INDEXES: [&str; 5] = [
    "CREATE INDEX delivery_line_subject ON delivery_line (campaign_id, subject_id)",
    "CREATE UNIQUE INDEX delivery_package_edition ON delivery_package (campaign_id, delivery, edition)",
    "CREATE INDEX delivery_package_making ON delivery_package (created_at) WHERE state = 'making'",
    "CREATE UNIQUE INDEX delivery_file_name ON delivery_file (package_id, name)",
    // Two nodes that need one at once make one.
    "CREATE UNIQUE INDEX signing_key_in_use ON signing_key (in_use)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            delivery(),
            delivery_line(),
            delivery_paper(),
            delivery_approval(),
            delivery_package(),
            delivery_file(),
            delivery_piece(),
            delivery_fetch(),
            signing_key(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in INDEXES {
            manager.get_connection().execute_unprepared(index).await?;
        }
        let approvals = small_integer("approvals").default(2).take();
        manager.alter_table(Table::alter().table("organisation").add_column(approvals).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("organisation").drop_column("approvals").take()).await?;
        for table in [
            "signing_key",
            "delivery_fetch",
            "delivery_piece",
            "delivery_file",
            "delivery_package",
            "delivery_approval",
            "delivery_paper",
            "delivery_line",
            "delivery",
        ] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}
