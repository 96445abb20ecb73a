use std::time::Duration;

use postulo::actions::accounts::set_up::token;
use postulo::domain::role::Role;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::support::process::postulo;
use crate::support::{Member, PASSWORD, TestApp, Visitor, on_both};

on_both! {
    async fn the_link_makes_the_first_account_and_no_other(app: TestApp) {
        let link = format!("/studio/set-up/{}", token(&app.app.desk()));
        let page = app.visitor().get(&link).await.expect(200).body;
        assert!(page.contains("12 to 256 characters") && page.contains("new-password"));
        let refused = app.visitor().post(&link, &[("organisation", ""), ("email", "x"), ("password", "short")]).await;
        let refused = refused.expect(422).body;
        for field in ["organisation", "email", "password"] {
            assert!(refused.contains(&format!("href=\"#{field}\"")), "{refused}");
        }
        let fields = [("organisation", "Uyghur Advocacy"), ("email", "first@work.example"), ("password", PASSWORD)];
        // Pressed by two at once, it makes one.
        let other = [("organisation", "Another"), ("email", "other@work.example"), ("password", PASSWORD)];
        let (mine, another) = (app.visitor(), app.visitor());
        let (one, two) = tokio::join!(mine.post(&link, &fields), another.post(&link, &other));
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404]);
        app.visitor().get(&link).await.expect(404);
        app.visitor().post(&link, &fields).await.expect(404);
        let (email, name) = if one.status.as_u16() == 303 {
            ("first@work.example", "Uyghur Advocacy")
        } else {
            ("other@work.example", "Another")
        };
        let owner = Member::log_in(&app, email).await;
        assert!(owner.get("/studio/accounts").await.expect(200).body.contains(name));
    }

    async fn the_link_lasts_a_day_and_not_beside_an_account(app: TestApp) {
        let link = format!("/studio/set-up/{}", token(&app.app.desk()));
        app.advance(Duration::from_hours(24));
        app.visitor().get(&link).await.expect(404);
        let link = format!("/studio/set-up/{}", token(&app.app.desk()));
        app.visitor().get(&link).await.expect(200);
        app.account(Role::Viewer, "main").await;
        app.visitor().get(&link).await.expect(404);
    }
}

#[tokio::test]
async fn the_service_prints_the_link_where_there_is_no_account() {
    let folder = TempDir::new().unwrap();
    let mut command = postulo(folder.path());
    command.arg("serve").stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut printed = Vec::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        printed.push(line);
        if printed.last().unwrap().contains("/studio/set-up/") {
            break;
        }
    }
    let url = printed[0].split(" on ").nth(1).unwrap();
    let path = printed.last().unwrap().split(":3000").nth(1).unwrap();
    Visitor::new(url).get(path).await.expect(200);
    child.kill().await.unwrap();
}
