use postulo::domain::postcard::State;

use super::{RUNS, approved, card, desk, gather, make_files};
use crate::studio::officials::recorded;
use crate::support::{TestApp, on_both};

on_both! {
    async fn approved_cards_are_gathered_once_and_go_where_the_run_goes(app: TestApp) {
        let desk = desk(&app).await;
        let empty = desk.staff.get(RUNS).await.expect(200).body;
        assert!(empty.contains("No approved card waits") && empty.contains("no print run yet"), "{empty}");
        let ids = approved(&app, &desk, 3).await;
        let waiting = desk.staff.get(RUNS).await.expect(200).body;
        assert!(waiting.contains("The Right Hon. Anne Roy") && waiting.contains("3 cards"), "{waiting}");
        let run = gather(&desk).await;
        assert_eq!(run, format!("{RUNS}/1"));
        let official = desk.official.to_string();
        let again = desk.staff.post(RUNS, &[("official", &official), ("lang", "en")]).await.expect(422).body;
        assert!(again.contains("any more"), "{again}");
        assert_eq!(card(&app, ids[0]).await.state, State::Batched);
        let page = desk.staff.get(&run).await.expect(200).body;
        assert!(page.contains("THE RIGHT HONOURABLE ANNE ROY") && page.contains("K1A 0A6"), "{page}");

        let stage = format!("{run}/stage");
        desk.staff.post(&stage, &[("to", "printed"), ("day", "2999-01-01")]).await.expect(422);
        desk.staff.post(&stage, &[("to", "mailed")]).await.expect(303);
        assert_eq!(card(&app, ids[0]).await.state, State::Batched, "nothing is mailed before it is printed");
        for (to, state) in [("printed", State::Printed), ("mailed", State::Mailed), ("acknowledged", State::Acknowledged)] {
            desk.staff.post(&stage, &[("to", to), ("note", "Taken to the mail room")]).await.expect(303);
            desk.staff.post(&stage, &[("to", to)]).await.expect(303);
            assert_eq!(card(&app, ids[2]).await.state, state);
        }
        let tally = app.visitor().get("/campaigns/recognize-celil/tally.json").await.expect(200).body;
        assert!(tally.contains(r#""postcards":{"counted":3,"online":3"#) && tally.contains(r#""postcards":3}"#), "{tally}");
        desk.staff.post(&stage, &[("to", "cancelled")]).await.expect(303);
        let page = desk.staff.get(&run).await.expect(200).body;
        assert!(page.contains("Acknowledged") && page.contains("Taken to the mail room"), "what is printed cannot be taken back");
        assert_eq!(recorded(&app, "advance_print_run").await, 3);
        assert_eq!(recorded(&app, "gather_print_run").await, 1);
    }

    async fn a_run_that_is_cancelled_gives_its_cards_back(app: TestApp) {
        let desk = desk(&app).await;
        let ids = approved(&app, &desk, 2).await;
        let run = gather(&desk).await;
        desk.staff.post(&format!("{run}/printings"), &[("stock", "letter_4")]).await.expect(303);
        make_files(&app).await;
        desk.staff.post(&format!("{run}/stage"), &[("to", "cancelled")]).await.expect(303);
        assert_eq!(card(&app, ids[0]).await.state, State::Approved);
        let page = desk.staff.get(&run).await.expect(200).body;
        assert!(page.contains("Cancelled") && !page.contains("cards.pdf"), "{page}");
        desk.staff.post(&format!("{run}/printings"), &[("stock", "letter_4")]).await.expect(303);
        assert_eq!(gather(&desk).await, format!("{RUNS}/2"), "they wait again");
    }

    async fn some_of_those_that_wait_are_gathered_and_the_first_approved_come_first(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 3).await;
        let official = desk.official.to_string();
        for wrong in ["0", "-5", "two"] {
            let fields = [("official", &*official), ("lang", "en"), ("most", wrong)];
            let page = desk.staff.post(RUNS, &fields).await.expect(422).body;
            assert!(page.contains("whole number above nothing"), "{page}");
        }
        let fields = [("official", &*official), ("lang", "en"), ("most", "2")];
        desk.staff.post(RUNS, &fields).await.expect(303);
        let page = desk.staff.get(RUNS).await.expect(200).body;
        assert!(page.contains("1 card<"), "one is left: {page}");
    }

    async fn two_who_gather_at_once_get_every_card_once(app: TestApp) {
        let desk = desk(&app).await;
        approved(&app, &desk, 4).await;
        let official = desk.official.to_string();
        let fields = [("official", &*official), ("lang", "en"), ("most", "2")];
        let (one, other) = tokio::join!(desk.staff.post(RUNS, &fields), desk.staff.post(RUNS, &fields));
        let mut runs = [one.expect(303).header("location").to_owned(), other.expect(303).header("location").to_owned()];
        runs.sort();
        assert_eq!(runs, [format!("{RUNS}/1"), format!("{RUNS}/2")]);
    }
}
