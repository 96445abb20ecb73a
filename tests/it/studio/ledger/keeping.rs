//! What becomes of the people in the ledger: under another key, on request, and in the end.

use postulo::actions::ledger::open_custody;
use postulo::actions::rotate_key::reseal_all;
use postulo::clock::Clock;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::ledger::{entries, signatories};
use postulo::storage::vault::Vault;
use postulo::storage::{keys, sealed};

use super::super::people::{boxes, open as open_case};
use super::super::pictures::{PDF, photo};
use super::scans::add as add_scan;
use super::{counted, row, sheet, sides};
use crate::support::{START, TestApp, on_both};

on_both! {
    async fn a_rotation_seals_the_ledger_anew(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let sheet = sheet(&staff, &staff, "9").await;
        row(&staff, &sheet, "1", "Béla Tóth", "H2Y 1C6").await.expect(303);
        let entries_of = "/studio/campaigns/recognize-celil/ledger/1/entries";
        staff.upload(entries_of, &counted("1", "3", &[]), ("photo", &photo(900, 600))).await.expect(303);
        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        file.push(Clock::manual(START).now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let left = sealed::list_under_others(tools.db.read(), newest).await.unwrap();
        for table in [("ledger_entry", 2), ("ledger_photo", 1), ("sheet_row", 1)] {
            assert!(left.contains(&table), "{table:?} in {left:?}");
        }
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        let campaign = app.campaign_id();
        let entry = entries::find(tools.db.read(), (campaign, 1), 1).await.unwrap().unwrap();
        assert_eq!(open_custody(&vault, campaign, &entry).unwrap().by, "Vera Zimt");
    }

    async fn who_signed_on_paper_is_found_and_erased(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let sheet = sheet(&staff, &staff, "9").await;
        row(&staff, &sheet, "1", "Béla Tóth", "H2Y 1C6").await.expect(303);
        row(&staff, &sheet, "2", "Chen Li", "H2Y 1C6").await.expect(303);
        let case = open_case(&staff, "bela@example.org", "bela toth").await;
        let page = staff.get(&case).await.expect(200).body;
        assert!(page.contains("Signature on paper") && page.contains("Béla Tóth") && !page.contains("Chen Li"), "{page}");
        // The paper itself may name them, which nothing of ours can read: staff are told to look.
        assert!(!page.contains("was scanned"), "{page}");
        add_scan(&staff, PDF).await.expect(303);
        for shown in [case.clone(), format!("{case}/erasure")] {
            let page = staff.get(&shown).await.expect(200).body;
            let link = "href=\"/studio/campaigns/recognize-celil/ledger/1/scans\"";
            assert!(page.contains("batch 1 was scanned: it has 1 scan.") && page.contains(link), "{page}");
        }
        // Others have that name too: nothing is ticked by itself.
        let found = boxes(&page);
        assert!(!found[0].1, "{found:?}");
        let name = found[0].0.clone();
        staff.post(&format!("{case}/erasure"), &[(&*name, "yes"), ("sure", "yes")]).await.expect(303);
        assert_eq!(sides(&app).await.paper, 8);
        let page = staff.get(&sheet).await.expect(200).body;
        assert!(!page.contains("Béla Tóth") && page.contains("asked to be erased"), "{page}");
        let judge = format!("{sheet}/rows/1/judge");
        staff.post(&judge, &[("seen", "struck"), ("verdict", "stands")]).await.expect(410);
    }

    async fn when_the_names_of_a_campaign_go_the_counts_stay(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let sheet = sheet(&staff, &staff, "9").await;
        row(&staff, &sheet, "1", "Béla Tóth", "H2Y 1C6").await.expect(303);
        let (db, campaign) = (app.app.tools.db.read(), app.campaign_id());
        assert_eq!(signatories::count_named(db, campaign).await.unwrap(), 1);
        let tx = app.app.tools.db.write().await.unwrap();
        assert_eq!(signatories::forget(&*tx, campaign).await.unwrap(), 1);
        assert_eq!(entries::forget(&*tx, campaign).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!((signatories::count_named(db, campaign).await.unwrap(), sides(&app).await.paper), (0, 9));
        let page = staff.get(&sheet).await.expect(200).body;
        assert!(!page.contains("Béla Tóth"), "{page}");
        let batch = staff.get("/studio/campaigns/recognize-celil/ledger/1").await.expect(200).body;
        assert!(!batch.contains("Vera Zimt"), "{batch}");
    }
}
