use std::time::Duration;

use postulo::actions::postcards::erase;
use postulo::actions::print_runs::make::{LEASE, keep as keep_made, take, tell};
use postulo::actions::purge::purge;
use postulo::domain::moment::DAY;
use postulo::domain::postcard::State;
use postulo::domain::print_run::DAYS_KEPT;
use sea_orm::EntityTrait;

use super::{approved, card, desk, gather, links, make_files};
use crate::documents::{is_sound, keep, text};
use crate::studio::officials::recorded;
use crate::support::{TestApp, on_both};

on_both! {
    async fn a_run_is_printed_whole_and_in_part_and_every_fetching_is_on_record(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 6).await;
        let run = gather(&desk).await;
        let ask = format!("{run}/printings");
        for (first, last) in [("0", ""), ("7", ""), ("4", "3"), ("one", "")] {
            let fields = [("stock", "shop"), ("first", first), ("last", last)];
            let page = desk.staff.post(&ask, &fields).await.expect(422).body;
            assert!(page.contains("There is a problem") && page.contains(&format!("value=\"{first}\"")), "{page}");
        }
        desk.staff.post(&ask, &[("stock", "parchment")]).await.expect(404);
        desk.staff.post(&ask, &[("stock", "letter_4")]).await.expect(303);
        desk.staff.post(&ask, &[("stock", "letter_4")]).await.expect(303);
        let page = desk.staff.get(&run).await.expect(200).body;
        assert_eq!(page.matches("<progress").count(), 1, "pressed twice it is made once: {page}");
        make_files(&app).await;
        app.advance(Duration::from_secs(1));
        desk.staff.post(&ask, &[("stock", "shop"), ("first", "5"), ("last", "6")]).await.expect(303);
        make_files(&app).await;
        let page = desk.staff.get(&run).await.expect(200).body;
        let files = links(&page, "cards.pdf");
        assert_eq!(files.len(), 2, "{page}");
        let part = keep("run-part.pdf", &desk.staff.get(&files[0]).await.expect(200).bytes);
        is_sound(&part, "Postcards, print run 1");
        let (part, whole) = (text(&part), text(&keep("run.pdf", &desk.staff.get(&files[1]).await.expect(200).bytes)));
        for number in 1..=6 {
            assert!(whole.contains(&format!("card {number}.")), "{whole}");
            assert_eq!(part.contains(&format!("card {number}.")), number > 4, "{part}");
        }
        assert!(whole.contains("Writer Number3") && whole.contains("Ottawa, ON") && whole.contains("No postage required"));
        assert_eq!(recorded(&app, "fetch_printing").await, 2);
        let cover = keep("run-cover.pdf", &desk.staff.get(&format!("{run}/cover.pdf")).await.expect(200).bytes);
        is_sound(&cover, "Postcards, print run 1");
        assert!(text(&cover).contains("6 cards"));
    }

    async fn whoever_is_erased_goes_out_of_what_can_still_be_fetched(app: TestApp) {
        let desk = desk(&app).await;
        let ids = approved(&app, &desk, 2).await;
        let run = gather(&desk).await;
        desk.staff.post(&format!("{run}/printings"), &[("stock", "a4")]).await.expect(303);
        make_files(&app).await;
        let file = links(&desk.staff.get(&run).await.expect(200).body, "cards.pdf").remove(0);
        erase(&app.app.desk(), app.campaign_id(), ids[0]).await.unwrap();
        desk.staff.get(&file).await.expect(404);
        let page = desk.staff.get(&run).await.expect(200).body;
        assert!(page.contains("No longer kept") && page.contains("has been erased"), "{page}");
        desk.staff.post(&format!("{run}/printings"), &[("stock", "a4")]).await.expect(303);
        make_files(&app).await;
        let page = desk.staff.get(&run).await.expect(200).body;
        assert!(page.contains("One card is left out"), "{page}");
        let file = links(&page, "cards.pdf").remove(0);
        let text = text(&keep("run-erased.pdf", &desk.staff.get(&file).await.expect(200).bytes));
        assert!(!text.contains("Number1") && text.contains("Number2"), "{text}");
    }

    async fn files_are_kept_for_a_week(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 1).await;
        let run = gather(&desk).await;
        desk.staff.post(&format!("{run}/printings"), &[("stock", "a4")]).await.expect(303);
        make_files(&app).await;
        app.advance(DAY * DAYS_KEPT + DAY);
        purge(&app.app.desk(), &app.app.tools.settings.retention).await.unwrap();
        let mut staff = desk.staff;
        staff.log_in_again().await;
        assert!(staff.get(&run).await.expect(200).body.contains("No longer kept"));
    }

    async fn a_file_whose_maker_was_killed_is_made_by_another(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 1).await;
        let run = gather(&desk).await;
        desk.staff.post(&format!("{run}/printings"), &[("stock", "a4")]).await.expect(303);
        let killed = take(&app.app.desk()).await.unwrap().expect("one is due");
        assert!(take(&app.app.desk()).await.unwrap().is_none(), "one maker is enough");
        app.advance(LEASE);
        make_files(&app).await;
        assert_eq!(links(&desk.staff.get(&run).await.expect(200).body, "cards.pdf").len(), 1);
        assert!(!tell(&app.app.desk(), &killed, 1).await.unwrap(), "the first one hears that it is done");
    }

    async fn what_is_cancelled_half_way_is_not_kept_by_whoever_makes_it(app: TestApp) {
        let desk = desk(&app).await;
        let ids = approved(&app, &desk, 2).await;
        let run = gather(&desk).await;
        for (cancelling, fields) in [("printings/{id}/cancel", &[][..]), ("stage", &[("to", "cancelled")][..])] {
            desk.staff.post(&format!("{run}/printings"), &[("stock", "a4")]).await.expect(303);
            let work = take(&app.app.desk()).await.unwrap().expect("one is due");
            assert!(tell(&app.app.desk(), &work, 1).await.unwrap());
            let path = cancelling.replace("{id}", &work.printing.id.to_string());
            desk.staff.post(&format!("{run}/{path}"), fields).await.expect(303);
            assert!(!tell(&app.app.desk(), &work, 2).await.unwrap(), "whoever makes it hears of it");
            let tools = &app.app.tools;
            assert!(work.lay_out(&tools.vault, &tools.rules, |_| false).unwrap().is_none());
            let made = work.lay_out(&tools.vault, &tools.rules, |_| true).unwrap().expect("it was nearly done");
            keep_made(&app.app.desk(), &work, &made).await.unwrap();
            let file = format!("{run}/printings/{}/cards.pdf", work.printing.id);
            desk.staff.get(&file).await.expect(404);
            assert!(entity::printing_part::Entity::find().all(tools.db.read()).await.unwrap().is_empty());
            app.advance(Duration::from_secs(1));
        }
        assert_eq!(card(&app, ids[0]).await.state, State::Approved, "the cards of a cancelled run wait again");
    }

    async fn a_file_that_is_cancelled_is_not_made(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 1).await;
        let run = gather(&desk).await;
        desk.staff.post(&format!("{run}/printings"), &[("stock", "a4")]).await.expect(303);
        let page = desk.staff.get(&run).await.expect(200).body;
        let (_, rest) = page.split_once("/printings/").expect("a file that is made");
        let id = rest.split('/').next().unwrap();
        desk.staff.post(&format!("{run}/printings/{id}/cancel"), &[]).await.expect(303);
        make_files(&app).await;
        let page = desk.staff.get(&run).await.expect(200).body;
        assert!(page.contains("Cancelled before it was ready") && !page.contains("cards.pdf"), "{page}");
    }

    async fn services_get_the_cards_in_their_shape_and_no_formula_runs(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 2).await;
        let run = gather(&desk).await;
        let json = desk.staff.get(&format!("{run}/cards.json")).await.expect(200).body;
        let cards: serde_json::Value = serde_json::from_str(&json).unwrap();
        let first = &cards[0];
        assert_eq!(first["to"]["name"], "THE RIGHT HONOURABLE ANNE ROY");
        assert_eq!(first["from"]["name"], "Writer Number1");
        assert_eq!(first["size"], "6x4");
        assert_eq!(first["merge_variables"]["message"], "Please bring him home. This is card 1.");
        assert_eq!(first["merge_variables"]["no_postage"], true);
        let csv = desk.staff.get(&format!("{run}/cards.csv")).await.expect(200).body;
        assert!(csv.contains("card,to_name") && csv.contains("Writer Number2"), "{csv}");
        let design = format!("{run}/designs/{}", desk.design);
        assert!(desk.staff.get(&design).await.expect(200).bytes.starts_with(&[0xff, 0xd8]));
        desk.staff.get(&format!("{run}/designs/{}", uuid::Uuid::nil())).await.expect(404);
        assert_eq!(recorded(&app, "export_print_run").await, 2);
    }
}
