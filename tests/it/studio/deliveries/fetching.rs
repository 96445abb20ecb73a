use std::fs;
use std::time::Duration;

use postulo::domain::role::Role;
use reqwest::Method;
use tempfile::TempDir;

use super::{approve, begin_fetch, entry, frozen, signers, team};
use crate::support::process::run;
use crate::support::{TestApp, on_both};

on_both! {
    async fn a_download_that_breaks_off_goes_on_and_is_marked_with_who_and_when(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=3).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let file = begin_fetch(&app, &team.staff, &path).await;
        let whole = team.staff.get(&file).await.expect(200);
        let (bytes, tag) = (&whole.bytes, whole.header("etag").to_owned());
        assert_eq!(whole.header("content-length"), bytes.len().to_string());
        let half = bytes.len() / 2;
        let part = async |headers: &[(&str, &str)]| team.staff.send_raw(Method::GET, &file, headers, Vec::new()).await;
        let rest = part(&[("range", &format!("bytes={half}-")), ("if-range", &tag)]).await.expect(206);
        assert_eq!(rest.bytes, bytes[half..]);
        assert_eq!(rest.header("content-range"), format!("bytes {half}-{}/{}", bytes.len() - 1, bytes.len()));
        let last = part(&[("range", "bytes=-10")]).await.expect(206);
        assert_eq!(last.bytes, bytes[bytes.len() - 10..]);
        assert_eq!(part(&[("range", &format!("bytes={half}-")), ("if-range", "\"other\"")]).await.expect(200).bytes, *bytes);
        let beyond = part(&[("range", &format!("bytes={}-", bytes.len()))]).await.expect(416);
        assert_eq!(beyond.header("content-range"), format!("bytes */{}", bytes.len()));
        for several in ["bytes=0-1,5-6", "bytes=0-9,5-12", "bytes=0-9,99999999-"] {
            assert_eq!(part(&[("range", several)]).await.expect(200).bytes, *bytes, "several at once are the whole: {several}");
        }
        for odd in ["rows=1-2", "bytes=9-1", "bytes=-99999999"] {
            assert_eq!(part(&[("range", odd)]).await.expect(200).bytes, *bytes, "{odd}");
        }
        let account = app.account_id(&team.staff.email).await;
        let mark = String::from_utf8_lossy(&bytes[bytes.len() - 200..]).into_owned();
        assert!(mark.contains(&account.to_string()) && mark.contains("2026-"), "{mark}");
    }

    async fn the_package_is_checked_with_our_program(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=3).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let file = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&file).await.expect(200).bytes;
        let folder = TempDir::new().unwrap();
        let kept = folder.path().join("package.zip");
        fs::write(&kept, &zip).unwrap();
        let page = team.staff.get(&path).await.expect(200).body;
        let key = page.split("class=\"hash\">").nth(1).unwrap().split('<').next().unwrap();
        let (well, said) = run(folder.path(), &["verify", kept.to_str().unwrap()]).await;
        assert!(well && said.contains("Every file is as it was packed") && said.contains(key), "{said}");
        let at = zip.windows(9).position(|part| part == b"Justin Tr").unwrap_or(zip.len() / 2);
        let mut changed = zip.clone();
        changed[at] ^= 1;
        fs::write(&kept, &changed).unwrap();
        let (well, said) = run(folder.path(), &["verify", kept.to_str().unwrap()]).await;
        assert!(!well, "{said}");
        assert!(entry(&zip, "SHA256SUMS").contains("roll.csv"));
    }

    async fn what_somebody_began_to_fetch_is_theirs_for_a_day(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let file = begin_fetch(&app, &team.staff, &path).await;
        let colleague = app.member(Role::Staff).await;
        colleague.get(&file).await.expect(404);
        team.owner.get(&file).await.expect(403);
        app.advance(Duration::from_hours(24));
        let mut staff = team.staff;
        staff.log_in_again().await;
        staff.get(&file).await.expect(404);
    }
}
