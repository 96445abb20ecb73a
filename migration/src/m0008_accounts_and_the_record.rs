use std::collections::HashMap;

use data_encoding::HEXLOWER;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, text, uuid, uuid_null};
use sea_orm_migration::sea_orm::prelude::Uuid;
use sea_orm_migration::sea_orm::{DbBackend, QueryResult};
use sha2::{Digest, Sha256};

/// Second factors, links to reset a password and to come in; when a session last proved whose it is; and the audit log as a chain
/// that is only appended to.
#[derive(DeriveMigrationName)]
pub struct Migration;

fn blob(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

fn second_factor() -> TableCreateStatement {
    Table::create()
        .table("second_factor")
        .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
        .col(blob("sealed"))
        .col(big_integer("enrolled_at"))
        .col(big_integer("last_step"))
        .foreign_key(ForeignKey::create().from("second_factor", "account_id").to("account", "id"))
        .take()
}

fn recovery_code() -> TableCreateStatement {
    Table::create()
        .table("recovery_code")
        .col(uuid("account_id"))
        .col(blob("hash"))
        .primary_key(Index::create().col("account_id").col("hash"))
        .foreign_key(ForeignKey::create().from("recovery_code", "account_id").to("account", "id"))
        .take()
}

fn password_reset() -> TableCreateStatement {
    Table::create()
        .table("password_reset")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(uuid_null("account_id"))
        .col(string("lang"))
        .col(big_integer("expires_at"))
        .take()
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(integer("organisation_id"))
        .col(blob("sealed"))
        .col(blob("email_index"))
        .col(string("role"))
        .col(string("lang"))
        .col(big_integer("invited_at"))
        .col(big_integer("expires_at"))
        .foreign_key(ForeignKey::create().from("invitation", "organisation_id").to("organisation", "id"))
        .take()
}

fn audit_head() -> TableCreateStatement {
    Table::create()
        .table("audit_head")
        .col(ColumnDef::new("id").integer().not_null().primary_key())
        .col(big_integer("number"))
        .col(text("hash"))
        .take()
}

/// What each statement is for, beside it.
const STATEMENTS: [&str; 5] = [
    // The links of an account, to end them.
    "CREATE INDEX password_reset_account ON password_reset (account_id)",
    // What has ended is deleted.
    "CREATE INDEX password_reset_expires ON password_reset (expires_at)",
    // An address waits once in an organisation.
    "CREATE UNIQUE INDEX invitation_address ON invitation (organisation_id, email_index)",
    // No two entries at one place of the chain.
    "CREATE UNIQUE INDEX audit_number ON audit (number)",
    // An organisation's entries, newest first.
    "CREATE INDEX audit_organisation ON audit (organisation_id, number)",
];

/// Nothing in the log is changed or deleted, whoever asks the database to.
const KEEP_ON_SQLITE: [&str; 2] = [
    "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END",
    "CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END",
];
const KEEP_ON_POSTGRES: [&str; 2] = [
    "CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit log is only appended to'; END $$",
    "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Cut off, it was never begun.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [second_factor(), recovery_code(), password_reset(), invitation(), audit_head()] {
            manager.create_table(table).await?;
        }
        let columns = [
            ("session", ColumnDef::new("proved_at").big_integer().not_null().default(0).take()),
            ("session", ColumnDef::new("awaits_code").boolean().not_null().default(false).take()),
            ("session", ColumnDef::new("tries").small_integer().not_null().default(0).take()),
            ("audit", ColumnDef::new("number").big_integer().not_null().default(0).take()),
            ("audit", ColumnDef::new("hash").text().not_null().default("").take()),
            ("audit", ColumnDef::new("organisation_id").integer().null().take()),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        let db = manager.get_connection();
        chain(db).await?;
        let keep = match db.get_database_backend() {
            DbBackend::Postgres => KEEP_ON_POSTGRES,
            _ => KEEP_ON_SQLITE,
        };
        for statement in STATEMENTS.into_iter().chain(keep) {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let let_go: &[&str] = match db.get_database_backend() {
            DbBackend::Postgres => &["DROP TRIGGER audit_is_kept ON audit", "DROP FUNCTION audit_is_kept"],
            _ => &["DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_deleted"],
        };
        for statement in let_go {
            db.execute_unprepared(statement).await?;
        }
        for index in ["audit_organisation", "audit_number"] {
            db.execute_unprepared(&format!("DROP INDEX {index}")).await?;
        }
        let columns = [
            ("audit", "organisation_id"),
            ("audit", "hash"),
            ("audit", "number"),
            ("session", "tries"),
            ("session", "awaits_code"),
            ("session", "proved_at"),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        for table in ["audit_head", "invitation", "password_reset", "recovery_code", "second_factor"] {
            manager.drop_table(Table::drop().table(table).if_exists().take()).await?;
        }
        Ok(())
    }
}

/// Chains the entries that are there, in the order of time, as the program chains those that follow.
async fn chain(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let organisations = organisations(db).await?;
    let entries = Query::select()
        .columns(["id", "at", "actor", "act", "campaign_id", "subject", "detail"])
        .from("audit")
        .order_by("at", Order::Asc)
        .order_by("id", Order::Asc)
        .take();
    let (mut number, mut hash) = (0_i64, String::new());
    for row in db.query_all(&entries).await? {
        number += 1;
        let id: Uuid = row.try_get("", "id")?;
        let (organisation, entry) = canonical(number, id, &row, &organisations)?;
        hash = HEXLOWER.encode(&Sha256::digest(format!("{hash}\n{entry}")));
        let update = Query::update()
            .table("audit")
            .value("number", number)
            .value("hash", hash.clone())
            .value("organisation_id", organisation)
            .and_where(Expr::col("id").eq(id))
            .take();
        db.execute(&update).await?;
    }
    let head = Query::insert()
        .into_table("audit_head")
        .columns(["id", "number", "hash"])
        .values_panic([1.into(), number.into(), hash.into()])
        .take();
    db.execute(&head).await?;
    Ok(())
}

/// Whose an entry is, and the bytes that are hashed of it.
fn canonical(
    number: i64,
    id: Uuid,
    row: &QueryResult,
    organisations: &Organisations,
) -> Result<(Option<i32>, String), DbErr> {
    let text = |column: &str| row.try_get::<String>("", column);
    let (actor, act, subject, detail) = (text("actor")?, text("act")?, text("subject")?, text("detail")?);
    let campaign: Option<i32> = row.try_get("", "campaign_id")?;
    let of_account = |text: &str| {
        let id = text.strip_prefix("account ")?.parse().ok()?;
        organisations.of_accounts.get(&id).copied()
    };
    let organisation = campaign
        .and_then(|campaign| organisations.of_campaigns.get(&campaign).copied())
        .or_else(|| of_account(&actor))
        .or_else(|| of_account(&subject));
    let at: i64 = row.try_get("", "at")?;
    let entry =
        serde_json::json!([number, id.to_string(), at, actor, act, campaign, organisation, subject, detail]);
    Ok((organisation, entry.to_string()))
}

struct Organisations {
    of_campaigns: HashMap<i32, i32>,
    of_accounts: HashMap<Uuid, i32>,
}

async fn organisations(db: &SchemaManagerConnection<'_>) -> Result<Organisations, DbErr> {
    let select = |table| Query::select().columns(["id", "organisation_id"]).from(table).take();
    let mut found = Organisations { of_campaigns: HashMap::new(), of_accounts: HashMap::new() };
    for row in db.query_all(&select("campaign")).await? {
        found.of_campaigns.insert(row.try_get("", "id")?, row.try_get("", "organisation_id")?);
    }
    for row in db.query_all(&select("account")).await? {
        found.of_accounts.insert(row.try_get("", "id")?, row.try_get("", "organisation_id")?);
    }
    Ok(found)
}
