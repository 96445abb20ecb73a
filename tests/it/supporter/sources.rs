//! What led somebody here is counted, and nothing else of it is kept.

use migration::{Migrator, MigratorTrait};
use postulo::storage::tallies;
use reqwest::Method;
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::support::{Backend, CAMPAIGN, Person, TestApp, on_both};

async fn counted(app: &TestApp, dimension: &str) -> Vec<(String, i64)> {
    let parts = tallies::list_parts(app.app.tools.db.read(), app.campaign_id()).await.unwrap();
    let mut of: Vec<_> = parts
        .into_iter()
        .filter(|(of, _, n)| of == dimension && *n != 0)
        .map(|(_, part, n)| (part, n))
        .collect();
    of.sort();
    of
}

fn remembered(page: &str) -> &str {
    page.split("name=\"source\" value=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap())
}

on_both! {
    async fn signatures_are_counted_by_language_and_by_what_led_to_them(app: TestApp) {
        for (at, source) in ["qr", "qr", "Newsletter-12", "anna@example.org", ""].into_iter().enumerate() {
            let person = Person::new("Anna Roy", &format!("a{at}@example.org")).with("source", source);
            app.visitor().sign_and_confirm(&app, &person).await;
        }
        assert_eq!(counted(&app, "source").await, [(String::new(), 2), ("newsletter-12".into(), 1), ("qr".into(), 2)]);
        assert_eq!(counted(&app, "language").await, [("en".to_owned(), 5)]);
        app.assert_no_drift().await;
    }

    async fn a_signature_that_goes_is_off_every_count_it_was_on(app: TestApp) {
        let anna = Person::new("Anna Roy", "anna@example.org").with("source", "qr");
        app.visitor().sign_and_confirm(&app, &anna).await;
        let bela = Person::new("Bela Roy", "bela@example.org").with("source", "qr");
        app.visitor().sign_and_confirm(&app, &bela).await;
        assert_eq!(counted(&app, "source").await, [("qr".to_owned(), 2)]);
        let rows = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        postulo::actions::withdraw::withdraw(&app.app.desk(), app.campaign_id(), ids[0]).await.unwrap();
        assert_eq!(counted(&app, "source").await, [("qr".to_owned(), 1)]);
        app.assert_no_drift().await;
        postulo::actions::erase::erase(&app.app.desk(), app.campaign_id(), ids[1]).await.unwrap();
        assert_eq!(counted(&app, "source").await, []);
        assert_eq!(counted(&app, "language").await, []);
        app.assert_no_drift().await;
    }

    async fn so_many_sources_and_no_more_are_told_apart(app: TestApp) {
        for n in 0..120 {
            let source = app.app.hub.source(app.campaign_id(), &postulo::domain::source::Source::parse(&format!("s{n}")));
            assert_eq!(source.as_str() == "other", n >= 100, "{n}");
        }
        let late = Person::new("Anna Roy", "anna@example.org").with("source", "s7000");
        app.visitor().sign_and_confirm(&app, &late).await;
        let early = Person::new("Bela Roy", "bela@example.org").with("source", "s7");
        app.visitor().sign_and_confirm(&app, &early).await;
        assert_eq!(counted(&app, "source").await, [("other".to_owned(), 1), ("s7".to_owned(), 1)]);
    }

    async fn what_could_tell_of_a_person_or_harm_a_page_is_never_stored(app: TestApp) {
        let long = "a".repeat(61);
        let hostile = ["anna@example.org", "anna%40example.org", "anna.at.example.org", "416-555-0123", "<script>alert(1)</script>",
            "=HYPERLINK(1)", "a\u{202e}b", "a\u{200b}b", "a\nb", "a\tb", "ａｎｎａ", "' OR 1=1 --", "../../etc", long.as_str(),
            "https://www.facebook.com/anna.roy?id=1"];
        for (n, source) in hostile.into_iter().enumerate() {
            let person = Person::new("Anna Roy", &format!("h{n}@example.org")).with("source", source);
            app.visitor().sign_and_confirm(&app, &person).await;
        }
        let all = i64::try_from(hostile.len()).unwrap();
        assert_eq!(counted(&app, "source").await, [(String::new(), all)]);
        let rows = entity::signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(rows.iter().all(|row| row.source.is_empty()));
        app.assert_no_drift().await;
    }

    async fn whoever_makes_up_many_sources_takes_the_room_for_some_minutes_only(app: TestApp) {
        let parse = |n: usize| postulo::domain::source::Source::parse(&format!("s{n}"));
        for n in 0..120 {
            app.app.hub.source(app.campaign_id(), &parse(n));
        }
        let (early, late) = (parse(1), parse(7000));
        let person = Person::new("Anna Roy", "anna@example.org").with("source", early.as_str());
        app.visitor().sign_and_confirm(&app, &person).await;
        assert_eq!(app.app.hub.source(app.campaign_id(), &late).as_str(), "other");
        // Nobody confirmed by any but one of them.
        app.app.learn_sources().await.unwrap();
        assert_eq!(app.app.hub.source(app.campaign_id(), &late), late);
        assert_eq!(app.app.hub.source(app.campaign_id(), &early), early);
    }

    async fn a_form_remembers_the_code_of_its_address_and_nothing_else(app: TestApp) {
        let visitor = app.visitor();
        for page in [CAMPAIGN.to_owned(), format!("{CAMPAIGN}/sign")] {
            assert_eq!(remembered(&visitor.get(&page).await.expect(200).body), "");
            for (query, kept) in [("qr", "qr"), ("anna%40example.org", ""), ("%22%3E%3Cscript%3E", ""), ("a&source=b", "a"), ("", "")] {
                let answer = visitor.get(&format!("{page}?source={query}")).await.expect(200);
                assert_eq!(remembered(&answer.body), kept, "{query}");
                assert!(answer.header("cache-control").starts_with("public"));
            }
            let from = [("referer", "https://www.news.example/who?email=anna@example.org")];
            let led = visitor.send(Method::GET, &page, &from, Vec::new()).await.expect(200);
            assert_eq!(remembered(&led.body), "", "the page of an address is the same for all");
        }
        // A refused form keeps it, and so does one that goes to another address.
        let refused = visitor.post(&format!("{CAMPAIGN}/sign?source=poster"), &[("name", "")]).await.expect(422);
        assert_eq!(remembered(&refused.body), "poster");
        assert_eq!(remembered(&visitor.get(CAMPAIGN).await.body), "", "the page of others is as it was");
    }
}

#[tokio::test]
async fn what_was_signed_before_there_were_sources_is_counted_by_language() {
    let app = TestApp::start(Backend::Sqlite).await;
    app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
    let tx = app.app.tools.db.write().await.unwrap();
    // As the step before left it.
    tx.execute_unprepared("DELETE FROM tally_part WHERE dimension IN ('language', 'source')").await.unwrap();
    tx.execute_unprepared("ALTER TABLE signature DROP COLUMN source").await.unwrap();
    tx.execute_unprepared("DELETE FROM seaql_migrations WHERE version = 'm0012_dimensions'").await.unwrap();
    Migrator::up(&*tx, None).await.unwrap();
    tx.commit().await.unwrap();
    app.assert_no_drift().await;
    assert_eq!(counted(&app, "language").await, [("en".to_owned(), 1)]);
}
