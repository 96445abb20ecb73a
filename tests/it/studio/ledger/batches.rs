use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::super::pictures::photo;
use super::{LEDGER, counted, open, sides, write};
use crate::support::{TestApp, on_both};

on_both! {
    async fn what_two_people_counted_counts_and_is_accounted_for(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let batch = open(&organiser, "postcards").await;
        assert_eq!(batch, format!("{LEDGER}/1"));
        for (after, step, many) in [("0", "printed", "500"), ("1", "distributed", "4 80")] {
            let fields = counted(after, many, &[("step", step)]);
            let reply = write(&organiser, &batch, &fields).await;
            if step == "printed" {
                reply.expect(303);
            } else {
                assert!(reply.expect(422).body.contains("whole number above zero"));
            }
        }
        write(&organiser, &batch, &counted("1", "480", &[("step", "distributed")])).await.expect(303);
        assert_eq!(sides(&app).await.cards_paper, 0);
        let done = write(&organiser, &batch, &counted("2", "412", &[("note", "wet corner")])).await.expect(303);
        let page = organiser.get(done.header("location")).await.expect(200).body;
        for part in ["Entry 3 is written down", "412", "Vera Zimt", "Otto Kranz", "Kitchen of the parish", "wet corner"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert_eq!(sides(&app).await.cards_paper, 412);
        let too_many = counted("3", "413", &[("step", "delivered")]);
        let page = write(&organiser, &batch, &too_many).await.expect(422).body;
        assert!(page.contains("Only 412 of this batch were collected") && page.contains("value=\"413\""), "{page}");
        write(&organiser, &batch, &counted("3", "400", &[("step", "delivered")])).await.expect(303);
        let sides = sides(&app).await;
        assert_eq!((sides.cards_paper, sides.cards_sent, sides.paper), (412, 400, 0));
        let list = organiser.get(LEDGER).await.expect(200).body;
        assert!(list.contains("Montréal, box 2") && list.contains("412") && list.contains("never added"), "{list}");
    }

    async fn a_correction_is_an_entry_and_changes_none(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let batch = open(&staff, "signatures").await;
        write(&staff, &batch, &counted("0", "40", &[])).await.expect(303);
        let entry = format!("{batch}/entries/1");
        let page = staff.get(&entry).await.expect(200).body;
        assert!(page.contains("value=\"40\"") && page.contains("It stays as it is"), "{page}");
        let why = [("note", "two sheets stuck together")];
        let page = staff.post(&entry, &counted("1", "42", &[])).await.expect(422).body;
        assert!(page.contains("Say what was wrong") && page.contains("Vera Zimt"), "{page}");
        let same = staff.post(&entry, &counted("1", "40", &why)).await.expect(422).body;
        assert!(same.contains("says that already"), "{same}");
        staff.post(&entry, &counted("1", "42", &why)).await.expect(303);
        // Pressed twice, it is there once.
        staff.post(&entry, &counted("1", "42", &why)).await.expect(303);
        assert_eq!(sides(&app).await.paper, 42);
        staff.post(&entry, &counted("2", "0", &[("note", "these were copies")])).await.expect(303);
        assert_eq!(sides(&app).await.paper, 0);
        let all = entity::ledger_entry::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let mut many: Vec<_> = all.iter().map(|entry| (entry.number, entry.many, entry.corrects)).collect();
        many.sort_unstable();
        assert_eq!(many, [(1, 40, None), (2, 2, Some(1)), (3, -42, Some(1))]);
        let page = staff.get(&batch).await.expect(200).body;
        assert!(page.contains("+2") && page.contains("−42") && page.contains("two sheets stuck together"), "{page}");
        // A correction is not corrected, but what it corrects.
        staff.get(&format!("{batch}/entries/2")).await.expect(404);
        staff.post(&format!("{batch}/entries/2"), &counted("3", "5", &why)).await.expect(404);
    }

    async fn who_counts_alone_or_otherwise_is_told(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let batch = open(&staff, "postcards").await;
        for (more, told) in [
            ([("again", "41"), ("note", "")], "did not count the same"),
            ([("second", " vera  ZIMT "), ("note", "")], "Two different people"),
            ([("second", ""), ("note", "")], "Say who counted second"),
            ([("many", "-5"), ("again", "-5")], "whole number above zero"),
            ([("many", "0"), ("again", "0")], "whole number above zero"),
            ([("many", "1000001"), ("again", "1000001")], "whole number above zero"),
            ([("on", "2031-01-01"), ("note", "")], "still to come"),
            ([("on", "yesterday"), ("note", "")], "Give the day"),
            ([("place", ""), ("note", "")], "Say where"),
            ([("by", "=HYPERLINK(1)"), ("note", "")], "Say who"),
        ] {
            let page = write(&staff, &batch, &counted("0", "40", &more)).await.expect(422).body;
            assert!(page.contains(told) && page.contains("Kitchen of the parish") != more.contains(&("place", "")), "{told}: {page}");
        }
        let all = entity::ledger_entry::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(all.is_empty() && sides(&app).await.cards_paper == 0);
    }

    async fn two_who_write_at_once_write_one_after_the_other(app: TestApp) {
        let (one, two) = (app.member(Role::Staff).await, app.member(Role::Owner).await);
        let batch = open(&one, "postcards").await;
        let fields = counted("0", "40", &[]);
        // The same hand twice is once; another hand is told.
        let (first, again) = tokio::join!(write(&one, &batch, &fields), write(&one, &batch, &fields));
        first.expect(303);
        again.expect(303);
        let page = write(&two, &batch, &fields).await.expect(422).body;
        assert!(page.contains("Somebody else has written into this batch"), "{page}");
        assert_eq!(sides(&app).await.cards_paper, 40);
        write(&two, &batch, &counted("1", "10", &[])).await.expect(303);
        assert_eq!(sides(&app).await.cards_paper, 50);
        let open = [("after", "0"), ("kind", "postcards"), ("label", "Another box")];
        assert!(two.post(LEDGER, &open).await.expect(422).body.contains("opened a batch meanwhile"));
        let open = [("after", "1"), ("kind", "postcards"), ("label", "Another box")];
        let (first, again) = tokio::join!(two.post(LEDGER, &open), two.post(LEDGER, &open));
        assert_eq!(first.expect(303).header("location"), again.expect(303).header("location"));
    }

    async fn a_photo_is_kept_sealed_and_without_what_the_camera_wrote(app: TestApp) {
        let (staff, viewer) = (app.member(Role::Staff).await, app.member(Role::Viewer).await);
        let batch = open(&staff, "postcards").await;
        let entries = format!("{batch}/entries");
        let page = staff.upload(&entries, &counted("0", "40", &[]), ("photo", b"no picture")).await.expect(422).body;
        assert!(page.contains("no picture that we can read") && page.contains("Choose the photo again"), "{page}");
        staff.upload(&entries, &counted("0", "40", &[]), ("photo", &photo(900, 600))).await.expect(303);
        let path = format!("{entries}/1/photo.jpg");
        let shown = staff.get(&path).await.expect(200);
        assert_eq!((shown.header("content-type"), shown.header("cache-control")), ("image/jpeg", "no-store"));
        viewer.get(&path).await.expect(403);
        staff.get(&format!("{entries}/2/photo.jpg")).await.expect(404);
        let stored = entity::ledger_photo::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap();
        assert!(!stored.sealed.starts_with(b"\xff\xd8") && !stored.sealed.windows(4).any(|part| part == b"JFIF"));
    }

    async fn the_ledger_is_taken_away_as_a_table(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let batch = open(&staff, "postcards").await;
        write(&staff, &batch, &counted("0", "40", &[("note", "Box \"A\", torn")])).await.expect(303);
        staff.post(&format!("{batch}/entries/1"), &counted("1", "38", &[("note", "torn ones")])).await.expect(303);
        let file = staff.get(&format!("{LEDGER}.csv")).await.expect(200);
        let lines: Vec<&str> = file.body.split("\r\n").collect();
        assert!(lines[1].contains("Montréal, box 2") && lines[1].contains("\"Box \"\"A\"\", torn\""), "{}", file.body);
        assert!(lines[2].contains("Collected,-2,1,2026-11-21"), "{}", file.body);
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        for act in ["open_batch", "write_ledger", "correct_ledger", "export_ledger"] {
            assert!(audit.iter().any(|entry| entry.act == act), "{act}");
        }
        assert!(audit.iter().all(|entry| !format!("{}{}", entry.subject, entry.detail).contains("Zimt")));
    }
}
