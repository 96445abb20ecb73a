use std::time::Duration;

use uuid::Uuid;

use super::{Chart, machine, record};
use crate::actions::accounts::open_profile;
use crate::actions::open_person;
use crate::actions::recount::recount_in;
use crate::clock::Clock;
use crate::domain::bounce::Reason;
use crate::domain::moment::{DAY, Moment};
use crate::settings::Settings;
use crate::storage::vault::Vault;
use crate::storage::{
    Db, StorageError, accounts, blocks, campaigns, census, copies, health, queue, ridings, switches, tallies,
};

/// No answer within this is none.
const PATIENCE: Duration = Duration::from_secs(10);
const MINUTE: i64 = 60_000;

pub async fn look(chart: &mut Chart, settings: &Settings, clock: &Clock, vault: Option<Vault>) {
    let url = settings.database_url();
    if let Some(path) = url.strip_prefix("sqlite://")
        && !std::path::Path::new(&path.replace("%25", "%")).exists()
    {
        chart.fail(
            "database",
            format!("{path} is not there"),
            "start the service once, restore a backup, or see data_dir and database.url",
        );
        return;
    }
    let attached = tokio::time::timeout(PATIENCE, Db::attach(&url, 2)).await;
    let db = match attached {
        Ok(Ok(db)) => db,
        Ok(Err(error)) => return away(chart, &error.to_string()),
        Err(_) => return away(chart, "it does not answer"),
    };
    if let Err(error) = examine(chart, &db, clock, vault).await {
        chart.fail(
            "database",
            error.to_string(),
            "see the database's own log; the service answers 503 meanwhile",
        );
    }
    db.close().await;
}

fn away(chart: &mut Chart, told: &str) {
    chart.fail("database", told, "see that it runs, that database.url is right, and that this user may connect; nothing more was looked at");
}

async fn examine(
    chart: &mut Chart,
    db: &Db,
    clock: &Clock,
    vault: Option<Vault>,
) -> Result<(), StorageError> {
    if db.is_one_process() {
        sqlite(chart, db).await?;
    } else {
        postgres(chart, db, clock).await?;
    }
    if !schema(chart, db).await? {
        return Ok(());
    }
    if let Some(vault) = vault {
        sealed(chart, db, &vault).await?;
        record::look(chart, db, &vault).await?;
    }
    counts(chart, db).await?;
    placing(chart, db, clock.now()).await?;
    mail_queue(chart, db, clock.now()).await
}

async fn sqlite(chart: &mut Chart, db: &Db) -> Result<(), StorageError> {
    let wrong = health::quick_check(db.read()).await?;
    if wrong.is_empty() {
        chart.ok("database", "SQLite, its file is sound");
    } else {
        chart.fail(
            "database",
            format!("SQLite: {}", wrong.join("; ")),
            "stop the service, keep a copy of the data directory, and restore the last backup",
        );
    }
    Ok(())
}

async fn postgres(chart: &mut Chart, db: &Db, clock: &Clock) -> Result<(), StorageError> {
    let version = health::setting(db.read(), "server_version").await?;
    if health::is_replica(db.read()).await? {
        chart.fail(
            "database",
            format!("PostgreSQL {version} is a replica: it takes no signatures"),
            "point database.url at the primary, or promote this one",
        );
        return Ok(());
    }
    let mut sound = true;
    for name in ["fsync", "full_page_writes", "synchronous_commit"] {
        let value = health::setting(db.read(), name).await?;
        if value == "off" {
            sound = false;
            chart.fail(
                "database",
                format!("PostgreSQL has {name} = off: a power cut loses what was acknowledged"),
                format!("set {name} = on in postgresql.conf and reload"),
            );
        }
    }
    let encoding = health::setting(db.read(), "server_encoding").await?;
    if encoding != "UTF8" {
        sound = false;
        chart.fail(
            "database",
            format!("its encoding is {encoding}"),
            "make a database with --encoding=UTF8 and move there",
        );
    }
    if sound {
        chart.ok("database", format!("PostgreSQL {version}, durable"));
    }
    for (state, lag) in health::replicas(db.read()).await? {
        match lag {
            Some(seconds) if seconds > 30 => chart.warn(
                "replica",
                format!("{state}, {seconds} s behind"),
                "see its disk and its network; with synchronous replication signing waits for it",
            ),
            Some(seconds) => chart.ok("replica", format!("{state}, {seconds} s behind")),
            None => chart.ok("replica", format!("{state}, level")),
        }
    }
    machine::compare(chart, "the database", clock.now(), health::time(db.read()).await?);
    Ok(())
}

/// Whether the schema is the one that this program works with.
async fn schema(chart: &mut Chart, db: &Db) -> Result<bool, StorageError> {
    let known = copies::known_steps();
    if copies::list_tables(db.read()).await?.is_empty() {
        chart.warn("schema", "the database is empty", "the first start of the service fills it");
        return Ok(false);
    }
    let taken = copies::list_steps(db.read()).await?;
    if let Some(step) = taken.iter().find(|step| !known.contains(step)) {
        chart.fail(
            "schema",
            format!("a newer program has been here (`{step}` is unknown)"),
            "use that version, or restore the backup made before it",
        );
        return Ok(false);
    }
    let missing = known.len() - taken.len();
    if missing > 0 {
        chart.warn(
            "schema",
            format!("{missing} steps behind this program"),
            "back up; the next start brings it up to date. What needs the new schema was not looked at",
        );
        return Ok(false);
    }
    chart.ok("schema", format!("up to date ({})", taken.last().map_or("", String::as_str)));
    Ok(true)
}

/// Opens one signature and one account, to see that keys and data belong together.
async fn sealed(chart: &mut Chart, db: &Db, vault: &Vault) -> Result<(), StorageError> {
    let found = census::list_sealed(db.read(), (0, Uuid::nil()), 1).await?;
    let staff = accounts::list_some(db.read(), 1).await?;
    let signature = found.first().map(|signature| open_person(vault, signature).is_ok());
    let account = staff.first().map(|account| open_profile(vault, account).is_ok());
    match [signature, account].into_iter().flatten().reduce(|one, other| one && other) {
        None => chart.ok("sealed", "nothing is sealed yet"),
        Some(true) => chart.ok("sealed", "the keys open what is in the database"),
        Some(false) => chart.fail(
            "sealed",
            "the keys do not open what is in the database",
            "put back the key file that belongs to it",
        ),
    }
    Ok(())
}

async fn counts(chart: &mut Chart, db: &Db) -> Result<(), StorageError> {
    for count in tallies::list(db.read()).await? {
        let Some(campaign) = campaigns::find(db.read(), count.campaign).await? else { continue };
        match recount_in(db, campaign.id).await {
            Ok(drifts) if drifts.is_empty() => {
                chart.ok("count", format!("{}: {} counted, no drift", campaign.slug, count.online));
            }
            Ok(drifts) => {
                let told =
                    format!("{}: {} places where count and signatures disagree", campaign.slug, drifts.len());
                chart.fail(
                    "count",
                    told,
                    "`postulo recount` names them; report it, and say what was done to the database by hand",
                );
            }
            Err(error) => {
                chart.fail("count", format!("{}: {error}", campaign.slug), "see the database's own log");
            }
        }
    }
    Ok(())
}

/// Whether those who had signed when a table of ridings was loaded are counted by it.
async fn placing(chart: &mut Chart, db: &Db, now: Moment) -> Result<(), StorageError> {
    let Some(loaded) = ridings::find(db.read()).await? else { return Ok(()) };
    let told = format!("{} postal codes of “{}”", loaded.codes, loaded.name);
    match loaded.placed_at {
        Some(_) => chart.ok("ridings", told),
        None if now < loaded.loaded_at + DAY => {
            chart.ok("ridings", format!("{told}; those who had signed are being placed"));
        }
        None => chart.warn(
            "ridings",
            format!("{told}; those who had signed are not placed after a day"),
            "see that the service runs, and its log",
        ),
    }
    Ok(())
}

async fn mail_queue(chart: &mut Chart, db: &Db, now: Moment) -> Result<(), StorageError> {
    if !switches::is_on(db.read(), switches::Name::Mail).await? {
        chart.warn("mail queue", "mail has been stopped by hand", "`postulo mail resume` lets it go on");
    }
    let queued = queue::count_queued(db.read()).await?;
    let age = queue::oldest_queued(db.read()).await?.map_or(0, |oldest| (now.0 - oldest.0) / MINUTE);
    let told = format!("{queued} mails wait, the oldest for {age} min");
    let advice = "see that the service runs and the mail server takes mail (its log, and the service's); nothing is lost meanwhile";
    match age {
        0..=15 => chart.ok("mail queue", told),
        16..=360 => chart.warn("mail queue", told, advice),
        _ => chart.fail("mail queue", told, advice),
    }
    let bounced = blocks::count(db.read(), Reason::Bounced).await?;
    let complained = blocks::count(db.read(), Reason::Complained).await?;
    chart.ok("addresses", format!("{bounced} take no mail, {complained} complained"));
    Ok(())
}
