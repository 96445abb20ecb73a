//! What single figures and parts tell: what waits, what came back, ridings, sources.

use std::time::Duration;

use postulo::actions::count_arrivals::count_arrivals;
use postulo::actions::ridings::load::load;
use postulo::domain::role::Role;
use postulo::storage::tallies;
use sea_orm::ConnectionTrait;

use super::{PAGE, another, count, figure, sign};
use crate::support::{Person, START, TestApp, on_both};

const TABLE: &str = "postal_code,riding_code,riding_name_en,riding_name_fr\n\
    K1A 0A6,35075,Ottawa Centre,Ottawa-Centre\n\
    H2X 1Y4,24043,Laurier–Sainte-Marie,Laurier–Sainte-Marie\n";

async fn execute(app: &TestApp, sql: &str) {
    let tx = app.app.tools.db.write().await.unwrap();
    tx.execute_unprepared(sql).await.unwrap();
    tx.commit().await.unwrap();
    app.advance(Duration::from_secs(5));
}

on_both! {
    async fn what_waits_and_what_came_back_is_told_of_this_campaign_alone(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let figures = async || {
            let page = viewer.get(PAGE).await.expect(200).body;
            ["counted", "day", "pending", "bounced", "queued"].map(|name| figure(&page, name).to_owned())
        };
        for n in 0..3 {
            app.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
        }
        app.advance(Duration::from_secs(5));
        assert_eq!(figures().await, ["0", "0", "3", "0", "3"]);
        app.run_mail().await;
        execute(&app, "UPDATE signature SET bounced_at = 1 WHERE id = (SELECT id FROM signature LIMIT 1)").await;
        assert_eq!(figures().await, ["0", "0", "2", "1", "0"]);
        // Mail of another campaign waits elsewhere.
        let library = another(&app).await;
        execute(&app, &format!("UPDATE outbox SET state = 'queued', campaign_id = {library}")).await;
        assert_eq!(figures().await, ["0", "0", "2", "1", "0"]);
        let page = viewer.get("/studio/campaigns/keep-the-library").await.expect(200).body;
        assert_eq!(["pending", "bounced", "queued"].map(|name| figure(&page, name)), ["0", "0", "3"]);
    }

    async fn nobody_confirmed_is_a_rate_of_nothing_and_no_form_is_no_rate(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let page = viewer.get(PAGE).await.expect(200).body;
        assert!(page.contains("<dt>Confirmation rate</dt><dd>–</dd>") && page.contains("Nothing is counted yet."));
        app.visitor().sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
        count_arrivals(&app.app.desk(), app.campaign_id()).await.unwrap();
        let page = viewer.get(PAGE).await.expect(200).body;
        assert!(page.contains("<dt>Forms sent</dt><dd>1</dd>") && page.contains("<dt>Confirmation rate</dt><dd>0%</dd>"));
        // More confirmations than forms that are counted yet are not more than all.
        count(&app, app.campaign_id(), START, "", 3).await;
        assert!(viewer.get(PAGE).await.body.contains("<dt>Confirmation rate</dt><dd>100%</dd>"));
    }

    async fn ridings_have_their_names_and_where_there_are_none_it_says_why(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        sign(&app, 1, "qr").await;
        let without = viewer.get(PAGE).await.expect(200).body;
        assert!(without.contains("No table of postal codes is loaded") && without.contains("<code>postulo ridings load</code>"));
        let path = app.folder.path().join("ridings.csv");
        std::fs::write(&path, TABLE).unwrap();
        load(&app.app.desk(), &path, "2023 <order>", "test").await.unwrap();
        app.app.refresh().await.unwrap();
        for (n, (country, code)) in [("CA", "K1A 0A6"), ("CA", "H2X 1Y4"), ("CA", "H2X 1Y4"), ("US", "94103")].into_iter().enumerate() {
            let person = Person::new("Anna Roy", &format!("r{n}@example.org")).at(country, code);
            app.visitor().sign_and_confirm(&app, &person).await;
        }
        let page = viewer.get(PAGE).await.expect(200).body;
        assert!(page.contains("by the table “2023 &lt;order&gt;”") && !page.contains("No table"));
        assert!(page.contains("Ottawa Centre") && page.contains("Laurier–Sainte-Marie") && page.contains("Not known"));
        let french = viewer.clone().reading("fr").get(PAGE).await.expect(200).body;
        assert!(french.contains("Ottawa-Centre") && french.contains("Inconnue"));
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=riding")).await.expect(200).body;
        let rows: Vec<_> = file.lines().skip(1).collect();
        assert_eq!(rows, [",Not known,2", "24043,Laurier–Sainte-Marie,2", "35075,Ottawa Centre,1"]);
        // A riding of a former table has its number.
        count_in(&app, "35099").await;
        assert!(viewer.get(PAGE).await.body.contains("35099"));
    }

    async fn two_hundred_sources_fit_a_page_and_all_are_in_the_file(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        for n in 0..200 {
            count(&app, app.campaign_id(), START, &format!("s{n:03}"), 1 + n % 3).await;
        }
        let page = viewer.get(PAGE).await.expect(200).body;
        let shown = (0..200).filter(|n| page.contains(&format!("<bdi>s{n:03}</bdi>"))).count();
        assert_eq!(shown, 12);
        assert!(page.contains("188 more, together 363."), "{page}");
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=source")).await.expect(200).body;
        assert_eq!(file.lines().count(), 201);
    }

    async fn every_table_can_be_taken_away_and_none_runs(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        sign(&app, 2, "qr").await;
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=source")).await.expect(200);
        assert!(file.header("content-type").starts_with("text/csv"));
        assert!(file.header("content-disposition").contains("recognize-celil-source.csv"));
        assert!(file.body.ends_with("source,name,counted\r\nqr,qr,2\r\n"), "{}", file.body);
        for of in ["country", "region", "riding", "language"] {
            let table = viewer.get(&format!("{PAGE}/figures.csv?of={of}")).await.expect(200).body;
            assert!(table.ends_with(",2\r\n") && table.lines().count() == 2, "{table}");
        }
        let time = viewer.get(&format!("{PAGE}/figures.csv?of=time&period=day")).await.expect(200).body;
        assert_eq!(time.lines().count(), 25);
        assert!(time.lines().last().unwrap().ends_with(",2,0"));
        viewer.get(&format!("{PAGE}/figures.csv?of=time&period=own")).await.expect(400);
        for nothing in ["hour", "", "charts", "%22%0D%0Ax"] {
            viewer.get(&format!("{PAGE}/figures.csv?of={nothing}")).await.expect(404);
        }
    }
}

async fn count_in(app: &TestApp, riding: &str) {
    let sql = format!(
        "INSERT INTO tally_part (campaign_id, dimension, part, counted) VALUES ({}, 'riding', '{riding}', 1)",
        app.campaign_id()
    );
    execute(app, &sql).await;
    let parts = tallies::list_parts(app.app.tools.db.read(), app.campaign_id()).await.unwrap();
    assert!(parts.iter().any(|(_, part, _)| part == riding));
}
