use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::super::people::sign;
use super::{SHEETS, counted, open, row, sheet, sides, write};
use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn rows_are_typed_one_after_the_other_and_compared(app: TestApp) {
        let person = Person::new("Anna Roy", "anna@example.org");
        sign(&app, "recognize-celil", &person).await;
        let (keeper, typist) = (app.member(Role::Organiser).await, app.member(Role::Moderator).await);
        let sheet = sheet(&keeper, &typist, "5").await;
        assert_eq!(sides(&app).await.paper, 5);
        let done = row(&typist, &sheet, "1", "Béla Tóth", "H2Y 1C6").await.expect(303);
        let page = typist.get(done.header("location")).await.expect(200).body;
        assert!(page.contains("Row 1:") && page.contains("name=\"place\" value=\"2\"") && page.contains("autofocus"), "{page}");
        assert_eq!(sides(&app).await.paper, 5);
        // The same name and postal code have signed online, whatever the letters and spaces.
        row(&typist, &sheet, "2", "ANNA  ROY", &person.postal_code.to_lowercase()).await.expect(303);
        assert_eq!(sides(&app).await.paper, 4);
        // A ditto is what stands above; a person stands on paper once.
        row(&typist, &sheet, "3", "Chen Li", "\"").await.expect(303);
        row(&typist, &sheet, "4", "bela toth", "h2y1c6").await.expect(303);
        assert_eq!(sides(&app).await.paper, 3);
        let fields = [("place", "5"), ("name", ""), ("doubtful", "yes"), ("country", "CA")];
        typist.post(&sheet, &fields).await.expect(303);
        assert_eq!(sides(&app).await.paper, 2);
        let page = typist.get(&sheet).await.expect(200).body;
        for part in ["have signed online", "stands on another row", "cannot be read", &person.postal_code, "All signatures of this batch are typed in"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let page = row(&typist, &sheet, "6", "Dora May", "H2Y 1C6").await.expect(422).body;
        assert!(page.contains("Only 5 signatures of this batch were counted") && page.contains("Dora May"), "{page}");
        // The count is corrected no further down than what was typed.
        let entry = "/studio/campaigns/recognize-celil/ledger/1/entries/1";
        let less = keeper.post(entry, &counted("1", "4", &[("note", "x")])).await.expect(422).body;
        assert!(less.contains("5 rows of this batch have been typed in"), "{less}");
    }

    async fn the_same_row_twice_is_one_and_two_typists_are_told(app: TestApp) {
        let (keeper, one) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
        let sheet = sheet(&keeper, &one, "9").await;
        let (first, again) = tokio::join!(
            row(&one, &sheet, "1", "Béla Tóth", "H2Y 1C6"),
            row(&one, &sheet, "1", "Béla Tóth", "H2Y 1C6")
        );
        first.expect(303);
        again.expect(303);
        let page = row(&keeper, &sheet, "1", "Chen Li", "H2Y 1C6").await.expect(422).body;
        assert!(page.contains("Row 1 has been typed meanwhile") && page.contains("name=\"place\" value=\"2\"") && page.contains("Chen Li"), "{page}");
        let rows = entity::sheet_row::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(rows.len() == 1 && !rows[0].sealed.windows(3).any(|part| part == b"Chen"));
        // The same sheet is not opened twice.
        let page = one.post(SHEETS, &[("batch", "1"), ("number", "1")]).await.expect(422).body;
        assert!(page.contains("Sheet 1 has been opened before") && page.contains(&sheet), "{page}");
        for number in ["-5", "0", "x", "100001", ""] {
            let page = one.post(SHEETS, &[("batch", "1"), ("number", number)]).await.expect(422).body;
            assert!(page.contains("whole number from 1"), "{number}: {page}");
        }
        for place in ["0", "201", "-1"] {
            row(&one, &sheet, place, "Dora May", "H2Y 1C6").await.expect(404);
        }
        row(&one, &sheet, "x", "Dora May", "H2Y 1C6").await.expect(400);
        one.post(SHEETS, &[("batch", "7"), ("number", "1")]).await.expect(404);
        for (name, code, told) in [("", "H2Y 1C6", "Name"), ("=cmd", "", "="), ("https://x.org", "", "address")] {
            let page = row(&one, &sheet, "2", name, code).await.expect(422).body;
            assert!(page.contains("role=\"alert\""), "{told}: {page}");
        }
    }

    async fn what_is_held_is_decided_by_hand(app: TestApp) {
        let (keeper, typist) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
        let sheet = sheet(&keeper, &typist, "9").await;
        row(&typist, &sheet, "1", "Béla Tóth", "H2Y 1C6").await.expect(303);
        row(&typist, &sheet, "2", "Béla Tóth", "H2Y 1C6").await.expect(303);
        let fields = [("place", "3"), ("name", "Chen Li"), ("postal_code", "H2Y 1C6"), ("country", "CA"), ("doubtful", "yes")];
        typist.post(&sheet, &fields).await.expect(303);
        row(&typist, &sheet, "4", "Dora May", "").await.expect(303);
        assert_eq!(sides(&app).await.paper, 6);
        let held = format!("{SHEETS}/held");
        let page = keeper.get(&held).await.expect(200).body;
        for part in ["Béla Tóth", "Chen Li", "doubts it", "neither postal code nor place", "Batch 1, sheet 1, row 2"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let judge = |place: i32| format!("{sheet}/rows/{place}/judge");
        keeper.post(&judge(3), &[("seen", "doubtful"), ("verdict", "stands"), ("from", "held")]).await.expect(303);
        // Decided meanwhile: told, not done again.
        typist.post(&judge(3), &[("seen", "doubtful"), ("verdict", "struck")]).await.expect(410);
        assert_eq!(sides(&app).await.paper, 7);
        keeper.post(&judge(2), &[("seen", "repeat"), ("verdict", "struck")]).await.expect(303);
        assert_eq!(sides(&app).await.paper, 7);
        keeper.post(&judge(1), &[("seen", "stands"), ("verdict", "nonsense")]).await.expect(400);
        // Typed wrong: typed anew, and compared again.
        let mended = [("name", "Dora May"), ("postal_code", "K1A 0B1"), ("city", ""), ("country", "CA")];
        keeper.post(&format!("{sheet}/rows/4"), &mended).await.expect(303);
        assert_eq!(sides(&app).await.paper, 8);
        // On no paper at all.
        keeper.post(&format!("{sheet}/rows/2/remove"), &[]).await.expect(303);
        keeper.post(&format!("{sheet}/rows/2/remove"), &[]).await.expect(404);
        assert_eq!(sides(&app).await.paper, 9);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        for act in ["open_sheet", "type_row", "judge_row", "mend_row", "remove_row", "look_at_held_rows", "look_at_sheet"] {
            assert!(audit.iter().any(|entry| entry.act == act), "{act}");
        }
        assert!(audit.iter().all(|entry| !format!("{}{}", entry.subject, entry.detail).contains("Dora")));
    }

    async fn all_rows_are_compared_again_with_who_signed_since(app: TestApp) {
        let (keeper, typist) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
        let person = Person::new("Anna Roy", "anna@example.org");
        let sheet = sheet(&keeper, &typist, "3").await;
        row(&typist, &sheet, "1", "Anna Roy", &person.postal_code).await.expect(303);
        row(&typist, &sheet, "2", "Béla Tóth", "H2Y 1C6").await.expect(303);
        row(&typist, &sheet, "3", "Béla Tóth", "H2Y 1C6").await.expect(303);
        assert_eq!(sides(&app).await.paper, 2);
        sign(&app, "recognize-celil", &person).await;
        let done = typist.post(&format!("{SHEETS}/check"), &[]).await.expect(303);
        let page = typist.get(done.header("location")).await.expect(200).body;
        assert!(page.contains("One now counts otherwise") && page.contains("have signed online"), "{page}");
        assert_eq!((sides(&app).await.paper, app.counted().await), (1, 1));
        // The first of the two is on no paper: then the second is nobody's repetition.
        typist.post(&format!("{sheet}/rows/2/remove"), &[]).await.expect(303);
        typist.post(&format!("{SHEETS}/check"), &[]).await.expect(303);
        assert_eq!(sides(&app).await.paper, 2);
        let again = typist.post(&format!("{SHEETS}/check"), &[]).await.expect(303);
        assert!(typist.get(again.header("location")).await.expect(200).body.contains("Nothing changed"));
    }

    async fn rows_come_from_a_file_whole_or_not_at_all(app: TestApp) {
        let (keeper, typist) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
        let batch = open(&keeper, "signatures").await;
        write(&keeper, &batch, &counted("0", "4", &[])).await.expect(303);
        let path = format!("{SHEETS}/import");
        let take = async |file: &str| typist.upload(&path, &[("batch", "1")], ("file", file.as_bytes())).await;
        for (file, told) in [
            ("", "has no rows"),
            ("name\nAnna", "no column “sheet”"),
            ("PK\u{3}\u{4}", "spreadsheet program"),
            ("sheet,name\n1,=1+1\nx,Anna Roy\n1\n", "Line 2"),
            ("sheet,name\n1,=1+1\nx,Anna Roy\n1\n", "Line 4: It has 1 cells"),
            ("sheet,name\n1,A B\n1,C D\n1,E F\n1,G H\n1,I J\n", "Only 4 signatures"),
        ] {
            let page = take(file).await.expect(422).body;
            assert!(page.contains(told), "{told}: {page}");
        }
        let rows = entity::sheet_row::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(rows.is_empty());
        let file = "Feuille;Nom;Code postal;Ville\r\n3;Béla Tóth;H2Y 1C6;Montréal\r\n3;Chen Li;\"\"\"\";\r\n4;BELA TOTH;h2y1c6;\r\n";
        let done = take(file).await.expect(303);
        let page = typist.get(done.header("location")).await.expect(200).body;
        assert!(page.contains("3 rows were taken; 1 of them") && page.contains("Sheet 3 (2 rows)"), "{page}");
        assert_eq!(sides(&app).await.paper, 3);
        let page = take(file).await.expect(422).body;
        assert!(page.contains("opened before") && page.contains("3, 4"), "{page}");
        // Excel's own encoding.
        let latin = "sheet,name\n5,Zo\u{e9} Roy\n".chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>();
        typist.upload(&path, &[("batch", "1")], ("file", &latin)).await.expect(303);
        let page = typist.get(&format!("{SHEETS}/1/5")).await.expect(200).body;
        assert!(page.contains("Zoé Roy"), "{page}");
    }
}
