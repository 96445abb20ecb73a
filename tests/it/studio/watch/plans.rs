//! A campaign with a million signatures opens as fast as one with ten: nothing that the figures ask goes through the signatures.

use std::sync::{Arc, Mutex};

use postulo::domain::moment::Moment;
use postulo::domain::tally::Dimension;
use postulo::storage::{Db, arrivals, gauges, tallies};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use super::sign;
use crate::support::{Person, START, TestApp, on_both};

/// So many that no planner would rather read all of them.
const MANY: u32 = 20_000;

/// Multiplies the one confirmed signature and the one that is pending: many confirmed, some pending.
async fn fill(app: &TestApp) {
    let db = app.app.tools.db.read();
    let is_sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let columns = if is_sqlite {
        "SELECT name FROM pragma_table_info('signature')"
    } else {
        "SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = 'signature'"
    };
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), columns)).await.unwrap();
    let columns: Vec<String> = rows.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    let values = columns.iter().map(|column| match column.as_str() {
        "id" if is_sqlite => "randomblob(16)",
        "id" => "gen_random_uuid()",
        "email_index" | "name_index" | "postal_index" | "slot" => "NULL",
        "place" => "CASE WHEN s.place IS NULL THEN NULL ELSE n.i + 10 END",
        other => other,
    });
    let values = values.collect::<Vec<_>>().join(", ");
    let numbers = if is_sqlite {
        "n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})"
    } else {
        "n AS (SELECT generate_series(1, {many}) AS i)"
    };
    let tx = app.app.tools.db.write().await.unwrap();
    for (state, many) in [("confirmed", MANY), ("pending", 100)] {
        let numbers = numbers.replace("{many}", &many.to_string());
        let sql = format!(
            "INSERT INTO signature ({}) WITH RECURSIVE {numbers} SELECT {values} FROM signature s CROSS JOIN n WHERE s.state = '{state}'",
            columns.join(", ")
        );
        tx.execute_unprepared(&sql).await.unwrap();
    }
    tx.commit().await.unwrap();
    let tx = app.app.tools.db.write().await.unwrap();
    tx.execute_unprepared("ANALYZE").await.unwrap();
    tx.commit().await.unwrap();
}

/// What is asked of the database when a campaign's figures are opened.
async fn asked(app: &TestApp) -> Vec<Statement> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let mut db: DatabaseConnection = Database::connect(&app.app.tools.settings.database.url).await.unwrap();
    let hear = heard.clone();
    db.set_metric_callback(move |info| hear.lock().unwrap().push(info.statement.clone()));
    let campaign = app.campaign_id();
    gauges::read(&db, campaign, START).await.unwrap();
    tallies::list_parts_of(&db, campaign, &Dimension::OF_WHOM).await.unwrap();
    tallies::list_hours(&db, campaign).await.unwrap();
    arrivals::list(&db, campaign).await.unwrap();
    db.close().await.unwrap();
    Arc::try_unwrap(heard).unwrap().into_inner().unwrap()
}

async fn plan(db: &Db, asked: &Statement) -> Vec<String> {
    let backend = db.read().get_database_backend();
    let (how, column) = match backend {
        DbBackend::Sqlite => ("EXPLAIN QUERY PLAN", "detail"),
        _ => ("EXPLAIN", "QUERY PLAN"),
    };
    let explained = Statement { sql: format!("{how} {}", asked.sql), ..asked.clone() };
    let rows = db.read().query_all_raw(explained).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", column).unwrap()).collect()
}

/// Whether a step of a plan looks at signatures by anything but the small indexes of those that wait or whose mail came back.
fn goes_through(step: &str) -> bool {
    let looks = ["SCAN signature", "SEARCH signature", " on signature"].iter().any(|way| step.contains(way));
    // What a bitmap leads to was found by the index in the step below it.
    let is_small =
        ["signature_pending", "signature_bounced", "Bitmap Heap Scan"].iter().any(|way| step.contains(way));
    looks && !is_small
}

on_both! {
    async fn opening_the_figures_goes_through_no_signatures(app: TestApp) {
        sign(&app, 1, "qr").await;
        app.visitor().sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        fill(&app).await;
        let asked = asked(&app).await;
        assert!(asked.len() >= 5 && asked.iter().any(|asked| asked.sql.contains("signature")), "{asked:?}");
        for asked in asked {
            let plan = plan(&app.app.tools.db, &asked).await;
            assert!(!plan.is_empty() && !plan.iter().any(|step| goes_through(step)), "{}: {plan:?}", asked.sql);
        }
        // That this would tell: a question that does go through them.
        let backend = app.app.tools.db.read().get_database_backend();
        let bad = Statement::from_string(backend, "SELECT COUNT(*) FROM signature WHERE campaign_id = 1 AND state = 'confirmed'");
        assert!(plan(&app.app.tools.db, &bad).await.iter().any(|step| goes_through(step)));
        // And what they say is right.
        let gauge = gauges::read(app.app.tools.db.read(), app.campaign_id(), Moment(START.0)).await.unwrap();
        assert_eq!((gauge.pending, gauge.bounced), (101, 0));
    }
}
