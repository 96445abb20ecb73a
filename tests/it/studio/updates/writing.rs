use std::collections::BTreeSet;

use postulo::domain::role::Role;

use super::{UPDATES, WORDS, publish, save, supporter, write, writer};
use crate::support::{TestApp, on_both};

on_both! {
    async fn an_update_is_written_looked_at_and_tried_on_oneself_alone(app: TestApp) {
        let member = writer(&app).await;
        assert!(member.get(UPDATES).await.expect(200).body.contains("No update has been written yet"));
        supporter(&app, "anna", "en").await;
        let path = write(&member, &WORDS).await;
        let look = member.get(&format!("{path}/preview")).await.expect(200).body;
        assert!(look.contains("He was &lt;seen&gt; &amp; heard") && look.contains("<em>news</em>"), "{look}");
        let before = app.mails().await.len();
        member.post(&format!("{path}/test"), &[]).await.expect(303);
        let mails = app.mails().await.split_off(before);
        assert_eq!(mails.len(), 2, "one in each language");
        assert!(mails.iter().all(|mail| mail.to == member.email && mail.unsubscribe.is_none()), "{mails:?}");
        // Two may leave at once, so either may be first.
        let subjects: BTreeSet<&str> = mails.iter().map(|mail| &*mail.subject).collect();
        assert_eq!(subjects, BTreeSet::from(["Test: He was <seen> & heard", "Essai\u{a0}: On l’a vu"]));
        // Nobody sees it before it is published.
        app.visitor().get("/en/campaigns/recognize-celil/updates/1").await.expect(404);
        publish(&member, &path, 2).await;
        app.visitor().get("/en/campaigns/recognize-celil/updates/1").await.expect(200);
        assert!(app.visitor().get("/en/campaigns/recognize-celil").await.body.contains("He was &lt;seen&gt;"));
    }

    async fn of_two_who_write_the_same_the_second_sees_both(app: TestApp) {
        let (first, second) = (writer(&app).await, app.member(Role::Organiser).await);
        let path = write(&first, &WORDS).await;
        save(&first, &path, 2, &[("title_en", "Theirs"), ("body_en", "Their words")]).await;
        let mine = [("title_en", "Mine"), ("body_en", "My words"), ("revision", "2")];
        let both = second.post(&path, &mine).await.expect(409).body;
        for words in ["Theirs", "Their words", "Mine", "My words"] {
            assert!(both.contains(words), "{words}");
        }
        // What is seen on the page it came with is saved over what was seen.
        save(&second, &path, 3, &[("title_en", "Together"), ("body_en", "Our words")]).await;
        assert!(first.get(&path).await.body.contains("Our words"));
        // Nor is something published that nobody has looked at.
        first.post(&format!("{path}/publication"), &[("revision", "3")]).await.expect(409);
    }

    async fn what_cannot_be_an_update_is_kept_and_not_taken(app: TestApp) {
        let member = writer(&app).await;
        let path = write(&member, &[]).await;
        let long = "a".repeat(151);
        let refused = [("title_en", &*long), ("body_en", "Kept as typed"), ("revision", "2")];
        let page = member.post(&path, &refused).await.expect(422).body;
        assert!(page.contains("Kept as typed") && page.contains("role=\"alert\""), "{page}");
        member.post(&path, &[("title_en", "A"), ("revision", "none")]).await.expect(400);
        for way in ["publication", "test"] {
            let fields = [("revision", "2")];
            member.post(&format!("{path}/{way}"), &fields).await.expect(422);
        }
        // Half written in one language.
        save(&member, &path, 2, &[("title_en", "A"), ("body_en", "B"), ("title_fr", "C")]).await;
        member.post(&format!("{path}/publication"), &[("revision", "3")]).await.expect(422);
        // What no page may do is not in it.
        let bad = "<script>x</script> [b](javascript:x) ![p](https://x.test/p.png)";
        save(&member, &path, 3, &[("title_en", "A"), ("body_en", bad)]).await;
        let look = member.get(&format!("{path}/preview")).await.expect(200).body;
        assert!(!look.contains("<script>x") && !look.contains("javascript:") && !look.contains("<img"), "{look}");
        member.post(&format!("{path}/discard"), &[]).await.expect(303);
        member.get(&path).await.expect(404);
    }

    async fn a_published_update_is_corrected_and_does_not_disappear(app: TestApp) {
        let member = writer(&app).await;
        let path = write(&member, &WORDS).await;
        publish(&member, &path, 2).await;
        member.post(&format!("{path}/publication"), &[("revision", "2")]).await.expect(422);
        member.post(&format!("{path}/discard"), &[]).await.expect(410);
        save(&member, &path, 2, &[("title_en", "He was seen"), ("body_en", "Better words")]).await;
        let page = "/en/campaigns/recognize-celil/updates/1";
        assert!(!app.visitor().get(page).await.expect(200).body.contains("Better words"));
        publish(&member, &path, 3).await;
        let page = app.visitor().get(page).await.expect(200).body;
        assert!(page.contains("Better words") && page.contains("corrected on"), "{page}");
    }
}
