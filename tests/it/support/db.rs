use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use postulo::storage::Db;
use sea_orm::{ConnectionTrait, Database};
use tokio::sync::OnceCell;

/// Which database an app stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

static TEMPLATE: OnceCell<()> = OnceCell::const_new();
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

/// The URL of a fresh database of this test's own.
pub async fn fresh(backend: Backend, folder: &Path) -> String {
    if backend == Backend::Sqlite {
        return format!("sqlite://{}", folder.join("postulo.db").display());
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
