use postulo::domain::official::Part;
use postulo::domain::role::Role;

use super::{add, named, names, recorded};
use crate::support::{TestApp, on_both};

on_both! {
    async fn two_entries_of_one_person_become_one_and_can_be_separated(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let first = add(&staff, &[("given_name", "Zoé"), ("family_name", "Côté"), ("riding", "Nord")]).await;
        let second = add(&staff, &[("given_name", "Zoe"), ("family_name", "Cote"), ("riding", "Sud"), ("email", "z@example.org")]).await;
        let page = staff.get("/studio/officials/duplicates").await.expect(200).body;
        let gone = second.rsplit('/').next().unwrap();
        let path = format!("{first}/merge/{gone}");
        let (kept, other) = (first.rsplit('/').next().unwrap(), format!("{second}/merge/"));
        assert!(page.contains(&path) || page.contains(&format!("{other}{kept}")), "{page}");
        let sides = staff.get(&path).await.expect(200).body;
        assert!(sides.contains("Nord") && sides.contains("Sud") && sides.contains("id=\"email-goes\" type=\"radio\" name=\"email\" value=\"goes\" checked"), "{sides}");
        let fields = [("stays_revision", "1"), ("goes_revision", "1"), ("email", "goes"), ("riding", "goes"), ("family_name", "stays")];
        staff.post(&path, &[("stays_revision", "7"), ("goes_revision", "1")]).await.expect(409);
        staff.post(&path, &fields).await.expect(303);
        let one = named(&app, "Côté").await;
        assert_eq!((one.details.get(Part::Riding), one.details.get(Part::Email)), ("Sud", "z@example.org"));
        assert_eq!(names(&app).await.len(), 1);
        // The old address leads to the one that stayed.
        assert_eq!(staff.get(&second).await.expect(303).header("location"), first);
        assert!(staff.get("/studio/officials/duplicates").await.expect(200).body.contains("No two entries"));

        let undo = format!("{first}/separate/{gone}");
        assert!(staff.get(&first).await.expect(200).body.contains(&undo));
        staff.post(&undo, &[]).await.expect(303);
        staff.post(&undo, &[]).await.expect(303);
        assert_eq!(names(&app).await, ["Zoé Côté", "Zoe Cote"]);
        assert_eq!(named(&app, "Côté").await.details.get(Part::Riding), "Nord");
        assert_eq!((recorded(&app, "merge_officials").await, recorded(&app, "separate_officials").await), (1, 1));
    }

    async fn what_was_changed_after_merging_stays_when_they_are_separated(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let first = add(&staff, &[("family_name", "Côté"), ("riding", "Nord")]).await;
        let second = add(&staff, &[("family_name", "Cote"), ("riding", "Sud")]).await;
        let gone = second.rsplit('/').next().unwrap();
        let fields = [("stays_revision", "1"), ("goes_revision", "1"), ("riding", "goes")];
        staff.post(&format!("{first}/merge/{gone}"), &fields).await.expect(303);
        staff.post(&first, &[("revision", "2"), ("family_name", "Côté"), ("riding", "Est")]).await.expect(303);
        staff.post(&format!("{first}/separate/{gone}"), &[]).await.expect(303);
        assert_eq!(named(&app, "Côté").await.details.get(Part::Riding), "Est");
        assert_eq!(named(&app, "Cote").await.details.get(Part::Riding), "Sud");
    }
}
