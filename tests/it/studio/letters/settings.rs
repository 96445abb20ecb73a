use postulo::actions::sign_on::Decision;
use postulo::domain::lang::Lang;
use postulo::domain::role::Role;

use super::{hidden, recorded};
use crate::letters::{LETTER, decide_all, professional, sign_and_confirm, with};
use crate::support::{TestApp, on_both};

const SETTINGS: &str = "/studio/campaigns/recognize-celil/letter";

on_both! {
    async fn organisers_write_the_letter_in_its_languages_and_say_who_signs(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let page = organiser.get(SETTINGS).await.expect(200).body;
        assert!(page.contains("name=\"body-en\"") && page.contains("name=\"body-fr\""));
        let seen = hidden(&page, "seen");
        let fields = [
            ("seen", &*seen), ("shown", "yes"), ("professionals", "yes"), ("sorting", "alphabet"),
            ("body-en", "Dear *all*, <script>alert(1)</script> [x](javascript:alert(1))"),
            ("new-tag", "ug"), ("new-text", "ياخشىمۇسىز"),
        ];
        let shown = organiser.post(SETTINGS, &[&fields[..], &[("preview", "yes")]].concat()).await.expect(200).body;
        assert!(shown.contains("<em>all</em>") && shown.contains("<div lang=\"ug\" dir=\"rtl\">"), "{shown}");
        assert!(!shown.contains("<script>alert") && !shown.contains("href=\"javascript:"));
        assert!(app.visitor().get(LETTER).await.expect(200).body.contains("Dear Mr. Trudeau"));

        organiser.post(SETTINGS, &fields).await.expect(303);
        let letter = app.visitor().get(LETTER).await.expect(200).body;
        assert!(letter.contains("<em>all</em>") && !letter.contains("Dear Mr. Trudeau"), "{letter}");
        assert!(letter.contains("as a professional") && !letter.contains("as an organisation"));
        let french = app.visitor().get(&LETTER.replace("/en/", "/fr/")).await.expect(200).body;
        assert!(french.contains("<div lang=\"en\" dir=\"ltr\">"), "{french}");
        assert_eq!(recorded(&app, "set_letter").await, 1);
    }

    async fn a_signed_letter_is_followed_by_the_next_version(app: TestApp) {
        sign_and_confirm(&app, &professional("Anna Roy", "anna@example.org")).await;
        let organiser = app.member(Role::Organiser).await;
        let seen = hidden(&organiser.get(SETTINGS).await.body, "seen");
        let fields = [("seen", &*seen), ("shown", "yes"), ("professionals", "yes"), ("body-en", "Dear all,")];
        organiser.post(SETTINGS, &fields).await.expect(303);
        assert!(app.visitor().get(LETTER).await.expect(200).body.contains("Version 2"));
        // Who signed the first keeps it.
        let mine = app.mail_to("anna@example.org").await.mine_path();
        assert!(app.visitor().get(&mine).await.expect(200).body.contains("Dear Mr. Trudeau"));
    }

    async fn of_two_who_write_the_second_is_told(app: TestApp) {
        let (first, second) = (app.member(Role::Organiser).await, app.member(Role::Owner).await);
        let seen = hidden(&first.get(SETTINGS).await.body, "seen");
        let fields = |text| [("seen", &*seen), ("shown", "yes"), ("organisations", "yes"), ("body-en", text)];
        first.post(SETTINGS, &fields("The first.")).await.expect(303);
        let told = second.post(SETTINGS, &fields("The second.")).await.expect(422).body;
        assert!(told.contains("Somebody else has changed this") && told.contains("The second."), "{told}");
        assert!(app.visitor().get(LETTER).await.body.contains("The first."));
        // Told so, whoever saves again does it knowingly.
        let seen = hidden(&told, "seen");
        let again = [("seen", &*seen), ("shown", "yes"), ("organisations", "yes"), ("body-en", "The second.")];
        second.post(SETTINGS, &again).await.expect(303);
        assert!(app.visitor().get(LETTER).await.body.contains("The second."));
    }

    async fn a_letter_that_is_not_shown_is_not_there(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let seen = hidden(&organiser.get(SETTINGS).await.body, "seen");
        organiser.post(SETTINGS, &[("seen", &*seen), ("body-en", "Dear all,")]).await.expect(303);
        app.visitor().get(LETTER).await.expect(404);
        let refused = organiser.post(SETTINGS, &[("shown", "yes"), ("body-fr", "Madame, Monsieur,")]).await;
        assert!(refused.expect(422).body.contains("main language"));
        let odd = [("shown", "yes"), ("body-en", "x"), ("new-tag", "<b>"), ("new-text", "y")];
        assert!(organiser.post(SETTINGS, &odd).await.expect(422).body.contains("by its tag"));
    }

    async fn a_copied_campaign_has_the_letter_and_nobody_under_it(app: TestApp) {
        sign_and_confirm(&app, &with(professional("Anna Roy", "anna@example.org"), "public", "full")).await;
        decide_all(&app, Decision::Vet).await;
        let organiser = app.member(Role::Organiser).await;
        let copy = "/studio/campaigns/recognize-celil/publication/copy";
        organiser.post(copy, &[("slug", "again")]).await.expect(303);
        let letter = |slug| {
            let id = app.app.hub.campaign_or_draft(slug).unwrap().id;
            app.app.hub.letter(id).unwrap_or_else(|| panic!("{slug} has no letter"))
        };
        let (first, second) = (letter("recognize-celil"), letter("again"));
        assert_eq!(first.terms, second.terms);
        assert_eq!((first.professionals, second.professionals, second.version), (1, 0, 1));
        let page = organiser.get("/studio/campaigns/again/letter").await.expect(200).body;
        assert!(page.contains(second.terms.body.get(Lang::En).lines().next().unwrap()));
    }
}
