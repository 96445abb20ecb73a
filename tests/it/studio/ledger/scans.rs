//! Scans of paper that goes along with deliveries.

use postulo::actions::rotate_key::reseal_all;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::ledger::scans;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, sealed};
use sea_orm::EntityTrait;

use super::super::deliveries::{
    DELIVERIES, approve, approve_both, begin_fetch, entry, file, make, planned, ready, signers, team,
};
use super::super::pictures::{PDF, photo};
use super::{LEDGER, counted, open, write};
use crate::support::process::run;
use crate::support::{Member, TestApp, on_both};

const SCANS: &str = "/studio/campaigns/recognize-celil/ledger/1/scans";

/// A PDF of so many bytes.
fn pdf(many: usize) -> Vec<u8> {
    let noise = (0..many.saturating_sub(PDF.len())).map(|at| b'a' + u8::try_from(at % 23).unwrap());
    [&PDF[..9], &noise.collect::<Vec<u8>>(), &PDF[9..]].concat()
}

/// A picture that cannot be made small.
pub fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut state = 1_u32;
    let picture = image::RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, red, green, blue] = state.to_le_bytes();
        image::Rgb([red, green, blue])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

pub async fn add(member: &Member, bytes: &[u8]) -> crate::support::Reply {
    member.upload(SCANS, &[], ("scan", bytes)).await
}

/// A batch of which something was collected.
pub async fn batch(member: &Member, kind: &str) {
    let path = open(member, kind).await;
    write(member, &path, &counted("0", "12", &[])).await.expect(303);
}

/// A delivery with which the batch goes along, frozen and made.
pub async fn along(app: &TestApp, staff: &Member, to: &str) -> String {
    let path = staff.post(DELIVERIES, &planned(to, "all")).await.expect(303).header("location").to_owned();
    staff.post(&format!("{path}/papers"), &[("paper-batch-1", "yes")]).await.expect(303);
    staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
    make(app).await;
    path
}

async fn acts(app: &TestApp, act: &str) -> Vec<String> {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.into_iter().filter(|entry| entry.act == act).map(|entry| entry.detail).collect()
}

on_both! {
    async fn scans_of_a_batch_are_kept_sealed_looked_at_and_removed(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        batch(&staff, "signatures").await;
        let scan = pdf(2_500_000);
        add(&staff, &scan).await.expect(303);
        add(&staff, &scan).await.expect(303);
        add(&staff, &photo(900, 600)).await.expect(303);
        let page = staff.get(SCANS).await.expect(200).body;
        assert!(page.contains("batch-1-001.pdf") && page.contains("batch-1-002.jpg") && !page.contains("batch-1-003"), "{page}");
        assert!(page.contains(">3 MB<"), "{page}");
        assert!(staff.get(&format!("{LEDGER}/1")).await.expect(200).body.contains("2 scans"));
        let all = scans::list(app.app.tools.db.read(), (app.campaign_id(), 1)).await.unwrap();
        assert_eq!((all[0].pieces, all[0].bytes), (3, 2_500_000));
        let seen = staff.get(&format!("{SCANS}/{}", all[0].id)).await.expect(200);
        assert!(seen.bytes == scan && seen.header("content-disposition").contains("recognize-celil-batch-1-001.pdf"));
        let seen = staff.get(&format!("{SCANS}/{}", all[1].id)).await.expect(200);
        assert_eq!(image::load_from_memory(&seen.bytes).unwrap().width(), 900);
        let pieces = entity::scan_piece::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(!pieces.iter().any(|piece| piece.sealed.windows(5).any(|five| five == b"%PDF-")));
        staff.get(&format!("{LEDGER}/2/scans/{}", all[0].id)).await.expect(404);
        staff.post(&format!("{SCANS}/{}/remove", all[0].id), &[]).await.expect(303);
        staff.get(&format!("{SCANS}/{}", all[0].id)).await.expect(404);
        add(&staff, &pdf(100)).await.expect(303);
        let page = staff.get(SCANS).await.expect(200).body;
        assert!(page.contains("batch-1-003.pdf") && !page.contains("batch-1-001"), "a number is given once: {page}");
        assert_eq!(acts(&app, "add_scan").await.len(), 3);
        assert_eq!((acts(&app, "look_at_scan").await.len(), acts(&app, "remove_scan").await.len()), (2, 1));
        // Whoever keeps the ledger without seeing people sees no scan.
        let organiser = app.member(Role::Organiser).await;
        organiser.get(SCANS).await.expect(403);
        assert!(!organiser.get(&format!("{LEDGER}/1")).await.expect(200).body.contains("/scans"));
    }

    async fn what_is_no_scan_or_too_much_is_refused_with_a_reason(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        batch(&staff, "postcards").await;
        for (bytes, words) in [
            (b"".to_vec(), "Choose a file"),
            (b"MZ\x90 no scan".to_vec(), "neither a PDF nor a picture"),
            (b"%PDF-1.7 cut off".to_vec(), "neither a PDF nor a picture"),
            (b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), "neither a PDF nor a picture"),
            (vec![0xff; 11_000_000], "A picture may have up to"),
        ] {
            let page = add(&staff, &bytes).await.expect(422).body;
            assert!(page.contains(words) && page.contains("href=\"#scan\""), "{words}: {page}");
        }
        add(&staff, &pdf(22_000_000)).await.expect(413);
        assert!(scans::list(app.app.tools.db.read(), (app.campaign_id(), 1)).await.unwrap().is_empty());
        staff.get(&format!("{LEDGER}/9/scans")).await.expect(404);
    }

    async fn scans_are_in_the_package_of_an_addressee_who_may_be_told_names(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        batch(&team.staff, "signatures").await;
        let scan = pdf(1_200_000);
        add(&team.staff, &scan).await.expect(303);
        add(&team.staff, &photo(900, 600)).await.expect(303);
        let path = along(&app, &team.staff, "to-trudeau").await;
        approve(&team, &path).await;
        assert!(team.staff.get(&path).await.expect(200).body.contains("2 scans"));
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&zip).await.expect(200).bytes;
        assert!(file(&zip, "sheets/batch-1-001.pdf") == scan);
        let kept = file(&zip, "sheets/batch-1-002.jpg");
        assert!(!kept.windows(4).any(|part| part == b"Exif") && image::load_from_memory(&kept).is_ok());
        let named = entry(&zip, "manifest.json") + &entry(&zip, "SHA256SUMS");
        assert_eq!(named.matches("sheets/batch-1-001.pdf").count(), 2);
        let folder = tempfile::TempDir::new().unwrap();
        let to = folder.path().join("package.zip");
        std::fs::write(&to, &zip).unwrap();
        let (well, said) = run(folder.path(), &["verify", to.to_str().unwrap()]).await;
        assert!(well, "{said}");
        // What is in it is fixed, but for somebody on it who asks to be erased.
        let page = add(&team.staff, &pdf(50)).await.expect(422).body;
        assert!(page.contains("is frozen"), "{page}");
        let all = scans::list(app.app.tools.db.read(), (app.campaign_id(), 1)).await.unwrap();
        let remove = format!("{SCANS}/{}/remove", all[0].id);
        team.staff.post(&remove, &[]).await.expect(422);
        assert!(ready(&app, &path).await.is_some());
        team.staff.post(&remove, &[("sure", "yes")]).await.expect(303);
        assert!(ready(&app, &path).await.is_none(), "nobody can fetch what they are on");
        make(&app).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&zip).await.expect(200).bytes;
        let sums = entry(&zip, "SHA256SUMS");
        assert!(!sums.contains("batch-1-001.pdf") && sums.contains("sheets/batch-1-002.jpg"), "{sums}");
        assert_eq!(acts(&app, "remove_scan").await, ["batch-1-001.pdf, after freezing"]);
    }

    async fn scans_are_left_out_where_no_names_are_told(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        batch(&team.staff, "postcards").await;
        add(&team.staff, PDF).await.expect(303);
        let path = along(&app, &team.staff, "to-singh").await;
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("Scans are left out"), "{page}");
        approve_both(&team.staff, &team.owner, &path).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&zip).await.expect(200).bytes;
        assert!(!entry(&zip, "SHA256SUMS").contains("batch-1"));
    }

    async fn scans_outlast_a_rotation_and_go_with_the_names_of_the_campaign(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        batch(&staff, "postcards").await;
        add(&staff, &pdf(1_100_000)).await.expect(303);
        let tools = &app.app.tools;
        let mut kept = keys::read(&tools.settings.keys_file()).unwrap();
        kept.push(tools.clock.now(), &Entropy::seeded(7)).unwrap();
        let secrets = kept.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let left = sealed::list_under_others(tools.db.read(), newest).await.unwrap();
        assert!(left.contains(&("scan_piece", 2)), "{left:?}");
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        let tx = tools.db.write().await.unwrap();
        scans::forget(&*tx, app.campaign_id()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(entity::ledger_scan::Entity::find().all(tools.db.read()).await.unwrap().is_empty());
        assert!(entity::scan_piece::Entity::find().all(tools.db.read()).await.unwrap().is_empty());
    }

    async fn photos_are_taken_as_large_as_phones_make_them(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=1).await;
        let noise = noise(1_700, 1_300);
        assert!(noise.len() > 2_200_000, "{}", noise.len());
        let path = open(&team.staff, "signatures").await;
        let entries = format!("{path}/entries");
        team.staff.upload(&entries, &counted("0", "12", &[]), ("photo", &noise)).await.expect(303);
        add(&team.staff, &noise).await.expect(303);
        let path = along(&app, &team.staff, "to-trudeau").await;
        approve(&team, &path).await;
        let step = [("stage", "handed_over"), ("way", "stick")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", &noise)).await.expect(303);
    }
}
