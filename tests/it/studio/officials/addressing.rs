use postulo::actions::accounts::By;
use postulo::actions::accounts::found::found;
use postulo::domain::role::Role;
use uuid::Uuid;

use super::{add, recorded};
use crate::studio::editor::write;
use crate::support::{Member, Person, TestApp, on_both};

const TEXT: &str = "/studio/campaigns/recognize-celil/edit/text";
const PAGE: &str = "/en/campaigns/recognize-celil";

/// Whom the first addressee of the demo is in the directory.
async fn minister(organiser: &Member) -> (String, String) {
    let fields = [
        ("honorific", "Ms."),
        ("given_name", "Zoé"),
        ("family_name", "Côté"),
        ("office_en", "Minister of Examples"),
        ("office_fr", "Ministre des Exemples"),
        ("riding", "Lac-Imaginaire"),
    ];
    let path = add(organiser, &fields).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    (path, id)
}

async fn publish(organiser: &Member) {
    let fields = [("when", "now"), ("note.en", "Who is asked"), ("note.fr", "À qui l’on demande")];
    organiser.post("/studio/campaigns/recognize-celil/publication", &fields).await.expect(303);
}

/// What stands on the page under the addressees.
async fn addressees(app: &TestApp, path: &str) -> String {
    app.app.refresh().await.unwrap();
    app.advance(std::time::Duration::from_secs(1));
    let page = app.visitor().get(path).await.expect(200).body;
    page.split("id=\"addressees-title\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
}

on_both! {
    async fn an_addressee_is_taken_from_the_directory_and_the_page_names_them_as_they_are_now(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        assert!(!organiser.get(TEXT).await.expect(200).body.contains("addressees.0.official"));
        let (path, id) = minister(&organiser).await;
        let page = organiser.get(TEXT).await.expect(200).body;
        assert!(page.contains("Côté, Zoé – Lac-Imaginaire"), "{page}");
        let taken = write(&organiser, TEXT, &[("addressees.0.official", &*id), ("do", "fill:addressees.0")]).await.expect(303);
        assert!(taken.header("location").ends_with("#addressees.0"));
        let page = organiser.get(TEXT).await.expect(200).body;
        assert!(page.contains("value=\"Ms. Zoé Côté\"") && page.contains("value=\"Ministre des Exemples\""), "{page}");
        assert!(page.contains(&format!("<option value=\"{id}\" selected>")));
        publish(&organiser).await;
        assert!(addressees(&app, PAGE).await.contains("Minister of Examples"));
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;

        let changed = [("revision", "1"), ("given_name", "Zoé"), ("family_name", "Roy-Côté"), ("office_en", "Prime Minister of Examples")];
        organiser.post(&path, &changed).await.expect(303);
        let now = addressees(&app, PAGE).await;
        assert!(now.contains("Zoé Roy-Côté") && now.contains("Prime Minister of Examples"), "{now}");
        assert!(now.contains("In the text: ") && now.contains("Ms. Zoé Côté"), "{now}");
        // What was signed is as it was.
        let version = app.app.hub.campaign("recognize-celil").unwrap().text_version;
        let signed = addressees(&app, &format!("{PAGE}/text/{version}")).await;
        assert!(signed.contains("Minister of Examples") && !signed.contains("Roy-Côté"), "{signed}");
        let publication = organiser.get("/studio/campaigns/recognize-celil/publication").await.body;
        assert!(publication.contains("There is nothing to publish"), "{publication}");
    }

    async fn nobody_of_another_directory_is_addressed(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        minister(&organiser).await;
        found(&app.app.desk(), "elsewhere", "Elsewhere", By::Program("test")).await.unwrap();
        let stranger = Member::log_in(&app, &app.account(Role::Organiser, "elsewhere").await).await;
        let (_, theirs) = minister(&stranger).await;
        for id in [&*theirs, &*Uuid::nil().to_string()] {
            write(&organiser, TEXT, &[("addressees.0.official", id), ("do", "fill:addressees.0")]).await.expect(404);
        }
        assert!(!organiser.get(TEXT).await.body.contains(&theirs));
        assert_eq!(recorded(&app, "trespass").await, 1);
        // What is no number is nobody.
        write(&organiser, TEXT, &[("addressees.0.official", "x"), ("do", "fill:addressees.9")]).await.expect(303);
    }
}
