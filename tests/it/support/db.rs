use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use postulo::storage::Db;
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// Which database an app stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// Made once and copied for each test: to make the schema step by step takes longer than most tests.
static TEMPLATE: OnceCell<()> = OnceCell::const_new();
static TEMPLATE_FILE: OnceCell<TempDir> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(0);

fn server() -> String {
    std::env::var("TEST_POSTGRES_URL")
        .expect("TEST_POSTGRES_URL: run the tests with ./test, which starts a PostgreSQL")
}

async fn execute(sql: &str) {
    let admin = Database::connect(format!("{}/postgres", server()))
        .await
        .expect("the PostgreSQL that ./test started");
    admin.execute_unprepared(sql).await.unwrap();
    admin.close().await.unwrap();
}

/// A file with the schema and nothing else, whose log is empty.
async fn migrated() -> TempDir {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("postulo.db").display());
    Db::open(&url, 1).await.unwrap().close().await;
    folder
}

/// The URL of a fresh database of this test's own.
pub async fn fresh(backend: Backend, folder: &Path) -> String {
    if backend == Backend::Sqlite {
        let template = TEMPLATE_FILE.get_or_init(migrated).await.path().join("postulo.db");
        let file = folder.join("postulo.db");
        std::fs::copy(template, &file).unwrap();
        return format!("sqlite://{}", file.display());
    }
    let process = std::process::id();
    let template = format!("template_{process}");
    TEMPLATE
        .get_or_init(async || {
            execute(&format!("CREATE DATABASE {template}")).await;
            Db::open(&format!("{}/{template}", server()), 1).await.unwrap().close().await;
        })
        .await;
    let name = format!("test_{process}_{}", NEXT.fetch_add(1, Ordering::SeqCst));
    execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    format!("{}/{name}", server())
}

/// The URL of a PostgreSQL database with nothing in it.
pub async fn empty() -> String {
    let name = format!("empty_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
    execute(&format!("CREATE DATABASE {name}")).await;
    format!("{}/{name}", server())
}
