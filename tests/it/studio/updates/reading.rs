use super::{WORDS, publish, write, writer};
use crate::support::{TestApp, on_both};

const PAGE: &str = "/fr/campaigns/recognize-celil/updates";

on_both! {
    async fn page_feed_and_list_are_of_one_text(app: TestApp) {
        assert!(app.visitor().get(PAGE).await.expect(200).body.contains("<h1"));
        let empty = app.visitor().get(&format!("{PAGE}.atom")).await.expect(200);
        assert_eq!(empty.header("content-type"), "application/atom+xml; charset=utf-8");
        assert!(empty.body.parse::<atom_syndication::Feed>().unwrap().entries.is_empty());
        let member = writer(&app).await;
        let path = write(&member, &WORDS).await;
        publish(&member, &path, 2).await;
        for (lang, title) in [("en", "He was <seen> & heard"), ("fr", "On l’a vu")] {
            let at = format!("/{lang}/campaigns/recognize-celil/updates");
            let reply = app.visitor().get(&format!("{at}.atom")).await.expect(200);
            let feed: atom_syndication::Feed = reply.body.parse().unwrap();
            assert_eq!((&*feed.entries[0].title.value, feed.entries.len()), (title, 1));
            assert_eq!(feed.entries[0].id, format!("{}{at}/1", app.url));
            assert_eq!(feed.entries[0].updated.to_rfc3339(), "2026-11-22T10:00:00+00:00");
            let known = [("if-none-match", reply.header("etag"))];
            app.visitor().send(reqwest::Method::GET, &format!("{at}.atom"), &known, Vec::new()).await.expect(304);
            let page = app.visitor().get(&format!("{at}/1")).await.expect(200).body;
            assert!(page.contains(&title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")), "{page}");
            let campaign = app.visitor().get(&format!("/{lang}/campaigns/recognize-celil")).await.body;
            assert!(campaign.contains(&format!("{at}/1")) && campaign.contains("application/atom+xml"), "{campaign}");
        }
        for gone in ["/2", "/0", "/x", "/1/more"] {
            app.visitor().get(&format!("{PAGE}{gone}")).await.expect(404);
        }
    }
}
