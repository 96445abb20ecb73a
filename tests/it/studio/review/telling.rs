use std::time::Duration;

use super::{begin, moderator, run, sign};
use crate::support::{CAMPAIGN, TestApp, on_both};

on_both! {
    async fn everybody_reads_how_many_were_struck_out_why_and_when_and_nobodys_name(app: TestApp) {
        let member = moderator(&app).await;
        let path = format!("{CAMPAIGN}/counting");
        let page = app.visitor().get(&path).await.expect(200).body;
        assert!(page.contains("Nothing was decided yet"));
        sign(&app, "anna", 3).await;
        app.advance(Duration::from_secs(1));
        begin(&member, "", "invalidate", "automated").await;
        run(&app).await;
        // By then the session is over.
        app.advance(Duration::from_hours(24 * 10));
        let member = moderator(&app).await;
        sign(&app, "bela", 1).await;
        app.advance(Duration::from_secs(1));
        let held = begin(&member, "state=confirmed", "hold", "pattern").await;
        run(&app).await;
        let page = app.visitor().get(&path).await.expect(200).body;
        for words in ["November 2026", "Struck out", "Made by a program", "<td>3</td>", "December 2026", "<td>1</td>"] {
            assert!(page.contains(words), "{words}");
        }
        for secret in ["Anna", "example.org", "one list", "moderator"] {
            assert!(!page.contains(secret), "{secret}");
        }
        // What was undone is not told as if it stood.
        member.post(&format!("{held}/undo"), &[]).await.expect(303);
        run(&app).await;
        let page = app.visitor().get(&path).await.expect(200).body;
        assert!(!page.contains("December 2026") && page.contains("November 2026"));
        let page = app.visitor().get("/fr/campaigns/recognize-celil/counting").await.expect(200).body;
        assert!(page.contains("novembre 2026") && page.contains("Rayées"));
        app.visitor().get("/en/campaigns/nowhere/counting").await.expect(404);
    }
}
