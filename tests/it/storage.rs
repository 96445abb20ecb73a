//! What must not be lost, and what must not be there twice.

use entity::{
    account, address_block, audit, audit_head, campaign, decision, defence, draft, invitation, listing,
    official, official_import, organisation, outbox, own_limit, password_reset, recovery_code, repeat,
    ruling, second_factor, session, signature, spent_challenge, suppression, switch, tally, tally_part,
    text_version, turn, usage,
};
use postulo::actions::load_campaign::{LoadError, load_campaign};
use postulo::cli::DEMO_CONTENT;
use postulo::domain::content::CampaignFile;
use postulo::storage::statistics;
use sea_orm::{ConnectionTrait, EntityTrait};
use tempfile::TempDir;

use crate::support::process::{Process, run};
use crate::support::{Backend, Build, Person, TestApp, Visitor, on_both};

on_both! {
    async fn every_entity_fits_its_table(app: TestApp) {
        let db = app.app.tools.db.read();
        account::Entity::find().all(db).await.unwrap();
        listing::Entity::find().all(db).await.unwrap();
        own_limit::Entity::find().all(db).await.unwrap();
        organisation::Entity::find().all(db).await.unwrap();
        ruling::Entity::find().all(db).await.unwrap();
        session::Entity::find().all(db).await.unwrap();
        audit_head::Entity::find().all(db).await.unwrap();
        invitation::Entity::find().all(db).await.unwrap();
        password_reset::Entity::find().all(db).await.unwrap();
        recovery_code::Entity::find().all(db).await.unwrap();
        second_factor::Entity::find().all(db).await.unwrap();
        address_block::Entity::find().all(db).await.unwrap();
        audit::Entity::find().all(db).await.unwrap();
        campaign::Entity::find().all(db).await.unwrap();
        decision::Entity::find().all(db).await.unwrap();
        defence::Entity::find().all(db).await.unwrap();
        draft::Entity::find().all(db).await.unwrap();
        entity::incident::Entity::find().all(db).await.unwrap();
        entity::incident_entry::Entity::find().all(db).await.unwrap();
        entity::final_delivery::Entity::find().all(db).await.unwrap();
        entity::retention_term::Entity::find().all(db).await.unwrap();
        entity::inquiry::Entity::find().all(db).await.unwrap();
        entity::report::Entity::find().all(db).await.unwrap();
        entity::report_issue::Entity::find().all(db).await.unwrap();
        entity::report_mail::Entity::find().all(db).await.unwrap();
        entity::report_receiver::Entity::find().all(db).await.unwrap();
        entity::report_try::Entity::find().all(db).await.unwrap();
        entity::paper::Entity::find().all(db).await.unwrap();
        entity::reply::Entity::find().all(db).await.unwrap();
        entity::reply_document::Entity::find().all(db).await.unwrap();
        entity::replied::Entity::find().all(db).await.unwrap();
        entity::contact::Entity::find().all(db).await.unwrap();
        entity::follow_up::Entity::find().all(db).await.unwrap();
        entity::carrier_key::Entity::find().all(db).await.unwrap();
        entity::fetch_envelope::Entity::find().all(db).await.unwrap();
        entity::ledger_scan::Entity::find().all(db).await.unwrap();
        entity::scan_piece::Entity::find().all(db).await.unwrap();
        entity::picture::Entity::find().all(db).await.unwrap();
        entity::picture_copy::Entity::find().all(db).await.unwrap();
        entity::card_design::Entity::find().all(db).await.unwrap();
        entity::card_offer::Entity::find().all(db).await.unwrap();
        entity::postcard::Entity::find().all(db).await.unwrap();
        entity::riding::Entity::find().all(db).await.unwrap();
        entity::riding_area::Entity::find().all(db).await.unwrap();
        entity::riding_table::Entity::find().all(db).await.unwrap();
        official::Entity::find().all(db).await.unwrap();
        official_import::Entity::find().all(db).await.unwrap();
        entity::official_petition::Entity::find().all(db).await.unwrap();
        entity::official_sheet::Entity::find().all(db).await.unwrap();
        entity::official_version::Entity::find().all(db).await.unwrap();
        outbox::Entity::find().all(db).await.unwrap();
        repeat::Entity::find().all(db).await.unwrap();
        signature::Entity::find().all(db).await.unwrap();
        spent_challenge::Entity::find().all(db).await.unwrap();
        suppression::Entity::find().all(db).await.unwrap();
        switch::Entity::find().all(db).await.unwrap();
        turn::Entity::find().all(db).await.unwrap();
        usage::Entity::find().all(db).await.unwrap();
        tally::Entity::find().all(db).await.unwrap();
        tally_part::Entity::find().all(db).await.unwrap();
        text_version::Entity::find().all(db).await.unwrap();
    }

    async fn the_database_itself_refuses_a_third_signature_at_an_address(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&Person::new("Anna Roy", "home@example.org")).await;
        visitor.sign_well(&Person::new("Bela Roy", "home@example.org")).await;
        let tx = app.app.tools.db.write().await.unwrap();
        assert!(tx.execute_unprepared("UPDATE signature SET slot = 0").await.is_err());
        drop(tx);
        let tx = app.app.tools.db.write().await.unwrap();
        assert!(tx.execute_unprepared("UPDATE signature SET slot = 2 WHERE slot = 1").await.is_err());
    }

    async fn a_form_opened_before_the_words_were_corrected_is_told_so(app: TestApp) {
        let sign = "/en/campaigns/recognize-celil/sign";
        let page = app.visitor().get(sign).await.body;
        let mark = page.split("name=\"text_version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut file = CampaignFile::parse(DEMO_CONTENT).unwrap();
        file.text.text.demands.pop();
        load_campaign(&app.app.desk(), &file, "test").await.unwrap();
        app.app.refresh().await.unwrap();
        let person = Person::new("Anna Roy", "anna@example.org").with("text_version", &mark);
        let refused = app.visitor().sign(&person).await.expect(422).body;
        assert!(refused.contains("has changed since you opened this page") && refused.contains("value=\"Anna Roy\""));
        assert!(!refused.contains(&mark));
    }

    async fn text_that_somebody_has_signed_is_only_followed_by_a_new_version(app: TestApp) {
        let mut file = CampaignFile::parse(DEMO_CONTENT).unwrap();
        let person = Person::new("Anna Roy", "anna@example.org");
        let mail = app.visitor().sign_and_confirm(&app, &person).await;
        file.text.text.demands.pop();
        let refused = load_campaign(&app.app.desk(), &file, "test").await;
        assert!(matches!(refused, Err(LoadError::Signed(1))), "{refused:?}");
        file.text.version = 2;
        load_campaign(&app.app.desk(), &file, "test").await.unwrap();
        app.app.refresh().await.unwrap();
        let page = app.visitor().get("/en/campaigns/recognize-celil").await.body;
        assert!(page.contains("Version 2") && !page.contains("special envoy to seek"));
        // Who has signed the first keeps it; who read it before the change may still sign it.
        let mine = app.visitor().get(&mail.mine_path()).await.body;
        assert!(mine.contains("Version 1") && mine.contains("special envoy to seek"));
        let reader = Person::new("Bela Roy", "bela@example.org").with("text_version", "1");
        let mail = app.visitor().sign_and_confirm(&app, &reader).await;
        assert!(mail.text.contains("version 1"), "{}", mail.text);
        file.text.version = 1;
        assert!(matches!(load_campaign(&app.app.desk(), &file, "test").await, Err(LoadError::Older { .. })));
    }
}

/// A service, the content loaded, and mail written to a folder.
async fn installation() -> TempDir {
    let folder = TempDir::new().unwrap();
    let content = folder.path().join("campaign.toml");
    std::fs::write(&content, DEMO_CONTENT).unwrap();
    let (well, printed) = run(folder.path(), &["campaign", "load", content.to_str().unwrap()]).await;
    assert!(well, "{printed}");
    folder
}

#[tokio::test]
async fn what_was_acknowledged_survives_kill_9() {
    let folder = installation().await;
    let service = Process::serve(
        folder.path(),
        &[("POSTULO_LIMITS__NETWORK_BURST", "100000"), ("POSTULO_LIMITS__NETWORK_SUSTAINED", "100000")],
    )
    .await;
    let url = service.url.clone();
    let visitor = Visitor::new(&url);
    let signers: Vec<_> = (0..8)
        .map(|worker| {
            let visitor = visitor.clone();
            tokio::spawn(async move {
                let mut acknowledged = 0;
                for n in 0.. {
                    let person = Person::new("Anna Roy", &format!("w{worker}n{n}@example.org"));
                    if !visitor.try_sign(&person).await {
                        return acknowledged;
                    }
                    acknowledged += 1;
                    if acknowledged >= 2000 {
                        return acknowledged;
                    }
                }
                acknowledged
            })
        })
        .collect();
    // The moment is chosen by what has happened, not by a clock: the first mails are in the folder.
    let outbox = folder.path().join("outbox");
    while std::fs::read_dir(&outbox).map_or(0, std::iter::Iterator::count) < 20 {
        tokio::task::yield_now().await;
    }
    service.kill().await;
    let mut acknowledged = 0;
    for signer in signers {
        acknowledged += signer.await.unwrap();
    }
    let db =
        postulo::storage::Db::open(&format!("sqlite://{}", folder.path().join("postulo.db").display()), 1)
            .await
            .unwrap();
    let stored = signature::Entity::find().all(db.read()).await.unwrap().len();
    assert!(stored >= acknowledged, "acknowledged {acknowledged}, stored {stored}");
    assert!(acknowledged > 0);
    let owed = outbox::Entity::find().all(db.read()).await.unwrap().len();
    assert_eq!(stored, owed);
}

#[tokio::test]
async fn a_locked_database_is_503_and_nothing_is_acknowledged_until_it_recovers() {
    let app =
        TestApp::build(Build { settings: |settings| settings.intake.patience = 1, ..Build::default() }).await;
    let tx = app.app.tools.db.write().await.unwrap();
    let reply = app.visitor().sign(&Person::new("Anna Roy", "anna@example.org")).await.expect(503);
    assert!(!reply.header("retry-after").is_empty());
    app.visitor().get("/en/campaigns/recognize-celil").await.expect(200);
    drop(tx);
    app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
    assert_eq!(app.visitor().counted().await, 1);
    app.assert_no_drift().await;
}

/// SQLite rolls back by itself when the disk is full. Whatever is acknowledged afterwards must be on it all the same.
#[tokio::test]
async fn a_full_disk_is_503_and_what_is_acknowledged_afterwards_is_stored() {
    let app = TestApp::build(Build::default()).await;
    let most_pages = async |pages: u32| {
        let tx = app.app.tools.db.write().await.unwrap();
        tx.execute_unprepared(&format!("PRAGMA max_page_count = {pages}")).await.unwrap();
        tx.commit().await.unwrap();
    };
    let sign = async |n: usize| {
        let person =
            Person::new("Anna Roy", &format!("a{n}@example.org")).with("comment", &"words ".repeat(100));
        app.visitor().sign(&person).await.status.as_u16()
    };
    most_pages(1).await;
    let mut acknowledged = 0;
    while sign(acknowledged).await == 303 {
        acknowledged += 1;
    }
    most_pages(1_000_000).await;
    // Any transaction that comes to nothing, such as of a signature that is gone.
    drop(app.app.tools.db.write().await.unwrap());
    for _ in 0..10 {
        assert_eq!(sign(acknowledged).await, 303);
        acknowledged += 1;
    }
    let file = app.folder.path().join("postulo.db");
    let db = postulo::storage::Db::open(&format!("sqlite://{}", file.display()), 1).await.unwrap();
    assert_eq!(signature::Entity::find().all(db.read()).await.unwrap().len(), acknowledged);
}

#[tokio::test]
async fn a_second_service_does_not_start_on_the_same_sqlite() {
    let folder = installation().await;
    let service = Process::serve(folder.path(), &[]).await;
    let (well, printed) = run(folder.path(), &["serve"]).await;
    assert!(!well && printed.contains("another service runs on"), "{printed}");
    let (well, printed) = run(folder.path(), &["key", "rotate"]).await;
    assert!(!well && printed.contains("another service runs on"), "{printed}");
    assert!(service.terminate().await);
}

#[tokio::test]
async fn a_full_intake_sheds_at_once() {
    let settings = |settings: &mut postulo::settings::Settings| {
        settings.intake.queue = 1;
        settings.intake.group = 1;
        settings.intake.patience = 2;
    };
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    let tx = app.app.tools.db.write().await.unwrap();
    let signings: Vec<_> = (0..12)
        .map(|n| {
            let visitor = app.visitor();
            tokio::spawn(async move {
                visitor.sign(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await.status.as_u16()
            })
        })
        .collect();
    for signing in signings {
        assert_eq!(signing.await.unwrap(), 503);
    }
    drop(tx);
    app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
    app.assert_no_drift().await;
}

/// Else the first minute of a signing day goes by with plans for a table of which nothing is known.
#[tokio::test]
async fn postgres_looks_at_a_table_once_it_has_grown() {
    let app = TestApp::build(Build { backend: Backend::Postgres, ..Build::default() }).await;
    let db = app.app.tools.db.read();
    assert_eq!(statistics::keep_up(db).await.unwrap(), 0);
    let filling = "INSERT INTO outbox (campaign_id, id, kind, lane, number, state, attempts, due_at, leased_until, created_at) \
        SELECT 1, gen_random_uuid(), 'contact', 1, 0, 'sent', 0, 0, 0, 0 FROM generate_series(1, 20000)";
    db.execute_unprepared(filling).await.unwrap();
    assert_eq!(statistics::keep_up(db).await.unwrap(), 1);
    assert_eq!(statistics::keep_up(db).await.unwrap(), 0);
}
