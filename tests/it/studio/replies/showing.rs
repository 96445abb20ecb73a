use postulo::domain::role::Role;

use super::{PUBLIC, enter, show, typed, typed_with};
use crate::studio::deliveries::signers;
use crate::studio::editor::write;
use crate::studio::officials::recorded;
use crate::studio::pictures::{PDF, photo};
use crate::studio::updates::{UPDATES, publish};
use crate::support::{TestApp, on_both};

const CAMPAIGN: &str = "/en/campaigns/recognize-celil";

on_both! {
    async fn a_reply_is_read_by_nobody_until_it_is_shown_and_by_everybody_after(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let public = async |path: &str| app.visitor().get(path).await.expect(200).body;
        assert!(public(PUBLIC).await.contains("Nobody has answered yet"));
        let path = enter(&staff, &typed()).await;
        assert!(!public(PUBLIC).await.contains("Thank you for your letter"));
        assert!(!public(CAMPAIGN).await.contains("replies-title"));
        show(&staff, &path).await.expect(303);
        let page = public(PUBLIC).await;
        assert!(page.contains("Thank you for your letter") && page.contains("<strong>agree</strong>"), "{page}");
        assert!(page.contains("href=\"https://parl.example/letter\"") && page.contains("Letter to the coalition"), "{page}");
        let campaign = public(CAMPAIGN).await;
        for words in ["What they answered", "Agrees", "Agrees in part", "Refuses", "Says nothing of it", "Answered last on November 20, 2026", "Letter to the coalition"] {
            assert!(campaign.contains(words), "{words}: {campaign}");
        }
        assert!(campaign.contains("href=\"/en/campaigns/recognize-celil/replies#reply-1\""), "{campaign}");
        let french = public("/fr/campaigns/recognize-celil/replies").await;
        assert!(french.contains("Merci de votre lettre") && french.contains("Traduit par nous (English)"), "{french}");
        assert!(french.contains("lang=\"en\" dir=\"ltr\"><p>Thank you"), "the original stands below: {french}");
        staff.post(&format!("{path}/hide"), &[]).await.expect(303);
        assert!(!public(PUBLIC).await.contains("Thank you for your letter"));
        assert!(!public(CAMPAIGN).await.contains("replies-title"));
        for (act, many) in [("enter_reply", 1), ("show_reply", 1), ("hide_reply", 1)] {
            assert_eq!(recorded(&app, act).await, many, "{act}");
        }
    }

    async fn a_stance_that_changes_leaves_its_history(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let first = enter(&staff, &typed_with(&[("day", "2026-11-10"), ("stance_1", "refuses")])).await;
        let second = enter(&staff, &typed_with(&[("stance_3", "no_answer")])).await;
        for path in [&first, &second] {
            show(&staff, path).await.expect(303);
        }
        let page = app.visitor().get(CAMPAIGN).await.expect(200).body;
        let row = |at: usize| page.split("<tbody>").nth(1).unwrap().split("<tr>").nth(at).unwrap().split("</tr>").next().unwrap().to_owned();
        let changed = row(1);
        let (now, before) = changed.split_once("Before:").unwrap();
        assert!(now.contains("Agrees") && now.contains("November 20, 2026"), "{changed}");
        assert!(before.contains("Refuses") && before.contains("November 10, 2026"), "{changed}");
        let stands = row(3);
        assert!(stands.contains("Refuses") && stands.contains("November 10, 2026") && !stands.contains("Before:"), "{stands}");
    }

    async fn other_words_are_told_from_no_answer_and_a_translation_changes_nothing(app: TestApp) {
        let (staff, organiser) = (app.member(Role::Staff).await, app.member(Role::Organiser).await);
        signers(&app, 1..=1).await;
        let path = enter(&staff, &typed()).await;
        show(&staff, &path).await.expect(303);
        let site = "/studio/campaigns/recognize-celil";
        let typed = [("demands.0.text.en", "A demand better put"), ("demands.0.text.fr", "Une demande mieux dite"), ("demands.1.text.fr", "Une faute de moins")];
        write(&organiser, &format!("{site}/edit/text"), &typed).await.expect(303);
        let note = [("when", "now"), ("note.en", "The first demand"), ("note.fr", "La première demande")];
        organiser.post(&format!("{site}/publication"), &note).await.expect(303);
        let page = app.visitor().get(CAMPAIGN).await.expect(200).body;
        let row = |at: usize| page.split("<tbody>").nth(1).unwrap().split("<tr>").nth(at).unwrap().split("</tr>").next().unwrap().to_owned();
        let changed = row(1);
        assert!(changed.contains("A demand better put") && changed.contains("Answered to an earlier wording"), "{changed}");
        assert!(row(2).contains("Agrees in part"), "{}", row(2));
    }

    async fn what_is_corrected_says_so_and_nobody_overwrites_another(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let organiser = app.member(Role::Organiser).await;
        let path = enter(&staff, &typed()).await;
        show(&staff, &path).await.expect(303);
        app.advance(std::time::Duration::from_hours(1));
        let mut fields = typed_with(&[("words_en", "They agree.")]);
        fields.push(("revision", "2"));
        organiser.post(&path, &fields).await.expect(303);
        let page = app.visitor().get(PUBLIC).await.expect(200).body;
        assert!(page.contains("They agree.") && page.contains("corrected on"), "{page}");
        let mut late = typed_with(&[("words_en", "They refuse.")]);
        late.push(("revision", "2"));
        let page = staff.post(&path, &late).await.expect(409).body;
        assert!(page.contains("They refuse.") && page.contains("They agree."), "both are before whoever is late: {page}");
        let revision = page.split("name=\"revision\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        late.pop();
        late.push(("revision", &revision));
        staff.post(&path, &late).await.expect(303);
        assert!(app.visitor().get(PUBLIC).await.expect(200).body.contains("They refuse."));
    }

    async fn whoever_is_late_sees_all_that_a_colleague_has_saved_otherwise(app: TestApp) {
        let (staff, organiser) = (app.member(Role::Staff).await, app.member(Role::Organiser).await);
        let path = enter(&staff, &typed()).await;
        let mut saved = typed_with(&[("day", "2026-11-19"), ("source", "Statement in the House"), ("stance_1", "refuses")]);
        saved.push(("revision", "1"));
        organiser.post(&path, &saved).await.expect(303);
        // Browsers end lines in their own way: the English words are the same.
        let english = "Thank you for your letter.\r\n\r\nWe **agree** with the first of your demands.";
        let mut late = typed_with(&[("words_en", english), ("words_fr", "Merci.")]);
        late.push(("revision", "1"));
        let page = staff.post(&path, &late).await.expect(409).body;
        for theirs in ["November 19, 2026", "<bdi>Statement in the House</bdi>", "Refuses"] {
            assert!(page.contains(&format!("What they saved</h3>{theirs}</div>")), "{theirs}: {page}");
        }
        assert_eq!(page.matches("What they saved").count(), 4, "these and the French words, and nothing that is the same: {page}");
        for own in ["value=\"2026-11-20\"", "value=\"Letter to the coalition\"", "name=\"stance_1\" value=\"agrees\" checked", ">Merci.</textarea>"] {
            assert!(page.contains(own), "what was typed stays: {own}: {page}");
        }
    }

    async fn what_was_corrected_says_so_when_it_is_shown_again(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = enter(&staff, &typed()).await;
        let public = async || app.visitor().get(PUBLIC).await.expect(200).body;
        let mut fields = typed_with(&[("words_en", "They agree in part.")]);
        fields.push(("revision", "1"));
        staff.post(&path, &fields).await.expect(303);
        show(&staff, &path).await.expect(303);
        let page = public().await;
        assert!(page.contains("They agree in part.") && !page.contains("corrected on"), "nobody had read another: {page}");
        app.advance(std::time::Duration::from_hours(1));
        staff.post(&format!("{path}/hide"), &[]).await.expect(303);
        let mut fields = typed_with(&[("words_en", "They agree.")]);
        fields.push(("revision", "4"));
        staff.post(&path, &fields).await.expect(303);
        for _ in 0..2 {
            show(&staff, &path).await.expect(303);
            let page = public().await;
            assert!(page.contains("They agree.") && page.contains("corrected on"), "{page}");
            staff.post(&format!("{path}/hide"), &[]).await.expect(303);
        }
    }

    async fn the_letter_itself_can_be_attached_and_is_had_once_it_is_shown(app: TestApp) {
        let mut staff = app.member(Role::Staff).await;
        let path = enter(&staff, &typed()).await;
        let document = format!("{path}/document");
        let page = staff.upload(&document, &[], ("document", b"no document")).await.expect(422).body;
        assert!(page.contains("neither a PDF nor a picture") && page.contains("Thank you for your letter"), "{page}");
        staff.upload(&document, &[], ("document", b"")).await.expect(422);
        staff.upload(&document, &[], ("document", PDF)).await.expect(303);
        assert_eq!(staff.get(&document).await.expect(200).bytes, PDF);
        show(&staff, &path).await.expect(303);
        let page = app.visitor().get(PUBLIC).await.expect(200).body;
        let at = page.split("href=\"").find(|part| part.contains(".pdf\"")).unwrap().split('"').next().unwrap().to_owned();
        let had = app.visitor().get(&at).await.expect(200);
        assert_eq!(had.bytes, PDF);
        assert!(had.header("content-disposition").starts_with("attachment") && had.header("content-security-policy").contains("sandbox"));
        staff.upload(&document, &[], ("document", &photo(900, 600))).await.expect(303);
        app.visitor().get(&at).await.expect(404);
        let page = app.visitor().get(PUBLIC).await.expect(200).body;
        let at = page.split("href=\"").find(|part| part.contains(".jpg\"") && part.contains("/replies/")).unwrap().split('"').next().unwrap().to_owned();
        assert!(app.visitor().get(&at).await.expect(200).bytes.starts_with(&[0xff, 0xd8]));
        staff.post(&format!("{path}/hide"), &[]).await.expect(303);
        app.visitor().get(&at).await.expect(404);
        staff.log_in_again().await;
        staff.post(&format!("{path}/document/delete"), &[]).await.expect(303);
        staff.get(&document).await.expect(404);
    }

    async fn supporters_are_told_of_a_reply_once_by_an_update(app: TestApp) {
        let (staff, owner) = (app.member(Role::Staff).await, app.member(Role::Owner).await);
        let path = enter(&staff, &typed()).await;
        staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        assert!(!staff.get(&path).await.expect(200).body.contains("is drafted"), "nobody can read it yet");
        show(&staff, &path).await.expect(303);
        for _ in 0..2 {
            staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        }
        assert!(owner.get(&path).await.expect(200).body.contains("Update 1 is drafted"));
        assert_eq!(recorded(&app, "begin_update").await, 1, "pressed twice it is one");
        let update = owner.get("/studio/campaigns/recognize-celil/updates/1").await.expect(200).body;
        for words in ["Justin Trudeau", "has answered", "a répondu", "&gt; Thank you for your letter.", "&gt; Merci de votre lettre.", "**Agrees**", "**D’accord**"] {
            assert!(update.contains(words), "{words}: {update}");
        }
        owner.post(&format!("{UPDATES}/1/discard"), &[]).await.expect(303);
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("Draft an update") && !page.contains("is drafted"), "the draft is no more: {page}");
        staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        assert!(staff.get(&path).await.expect(200).body.contains("Update 1 is drafted"));
        assert_eq!(recorded(&app, "begin_update").await, 2);
    }

    async fn whoever_publishes_an_update_is_told_that_its_reply_is_not_as_it_was(app: TestApp) {
        let (staff, owner) = (app.member(Role::Staff).await, app.member(Role::Owner).await);
        let path = enter(&staff, &typed()).await;
        show(&staff, &path).await.expect(303);
        staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        let update = format!("{UPDATES}/1");
        let says = async |words: &str| {
            let draft = owner.get(&update).await.expect(200).body;
            let look = owner.get(&format!("{update}/preview")).await.expect(200).body;
            let is_said = draft.contains(words);
            assert_eq!(look.contains(words), is_said, "{words}: {look}");
            assert_eq!(draft.contains(&format!("href=\"{path}\">See the reply")), is_said, "{words}: {draft}");
            is_said
        };
        let (hidden, corrected) = ("no longer on the campaign’s page", "that was corrected since");
        assert!(!says(hidden).await && !says(corrected).await);
        app.advance(std::time::Duration::from_hours(1));
        staff.post(&format!("{path}/hide"), &[]).await.expect(303);
        assert!(says(hidden).await);
        show(&staff, &path).await.expect(303);
        assert!(!says(hidden).await, "it is there again as it was");
        let mut fields = typed_with(&[("stance_1", "refuses")]);
        fields.push(("revision", "5"));
        staff.post(&path, &fields).await.expect(303);
        assert!(says(corrected).await);
        publish(&owner, &update, 1).await;
        assert!(!says(corrected).await);
    }
}
