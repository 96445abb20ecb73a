use postulo::domain::role::Role;
use uuid::Uuid;

use super::{HOUSE, add, all, import, named, names, recorded, upload};
use crate::support::{TestApp, on_both};

on_both! {
    async fn an_official_is_added_changed_and_deleted_and_each_is_on_record(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let empty = organiser.get("/studio/officials").await.expect(200).body;
        assert!(empty.contains("The directory is empty"), "{empty}");
        let path = add(&organiser, &[("given_name", "Zoé"), ("family_name", "Côté"), ("province", "Québec"), ("language", "fr")]).await;
        let page = organiser.get(&path).await.expect(200).body;
        assert!(page.contains("Zoé Côté") && page.contains("Quebec") && page.contains("Français"), "{page}");
        let edit = organiser.get(&format!("{path}/edit")).await.expect(200).body;
        assert!(edit.contains("name=\"revision\" value=\"1\"") && edit.contains("value=\"Côté\""), "{edit}");
        let fields = [("revision", "1"), ("given_name", "Zoé"), ("family_name", "Côté"), ("riding", "Lac-Imaginaire")];
        organiser.post(&path, &fields).await.expect(303);
        assert!(organiser.get("/studio/officials?name=cote&riding=lac").await.expect(200).body.contains("Lac-Imaginaire"));
        organiser.post(&format!("{path}/delete"), &[("revision", "2")]).await.expect(303);
        organiser.get(&path).await.expect(404);
        for act in ["add_official", "change_official", "delete_official"] {
            assert_eq!(recorded(&app, act).await, 1, "{act}");
        }
    }

    async fn what_is_wrong_is_said_and_what_was_typed_is_kept(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let fields = [("given_name", "Zoé"), ("email", "nobody"), ("from", "2026-02-30"), ("riding", "<script>")];
        let page = organiser.post("/studio/officials", &fields).await.expect(422).body;
        for part in ["value=\"Zoé\"", "value=\"nobody\"", "#family_name", "#email", "#from", "&lt;script&gt;"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(all(&app).await.is_empty());
    }

    async fn of_two_who_change_the_same_official_the_second_is_told(app: TestApp) {
        let (first, second) = (app.member(Role::Organiser).await, app.member(Role::Staff).await);
        let path = add(&first, &[("family_name", "Côté"), ("party", "Bloc")]).await;
        first.post(&path, &[("revision", "1"), ("family_name", "Côté"), ("party", "Vert")]).await.expect(303);
        let fields = [("revision", "1"), ("family_name", "Côté"), ("party", "Libre")];
        let page = second.post(&path, &fields).await.expect(409).body;
        assert!(page.contains("Somebody else has changed this") && page.contains("Vert"), "{page}");
        assert!(page.contains("value=\"Libre\"") && page.contains("name=\"revision\" value=\"2\""));
        assert_eq!(named(&app, "Côté").await.revision, 2);
        second.post(&format!("{path}/delete"), &[("revision", "1")]).await.expect(409);
        assert_eq!(names(&app).await, ["Côté"]);
    }

    async fn the_list_is_sieved_and_turned_by_its_address(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        import(&staff, HOUSE.as_bytes(), &[]).await;
        let now = staff.get("/studio/officials").await.expect(200).body;
        assert!(now.contains("2 officials") && !now.contains("Fiction"), "{now}");
        let everybody = staff.get("/studio/officials?show=all").await.expect(200).body;
        assert!(everybody.contains("3 officials") && everybody.contains("Out of office since 2023-02-01"));
        let some = staff.get("/studio/officials?show=all&province=SK&party=Conservative").await.expect(200).body;
        assert!(some.contains("1 official") && some.contains("Fiction"));
        let many = (0..60).fold(String::new(), |text, n| text + &format!("N{n:02},Lalonde\n"));
        import(&staff, format!("first name,last name\n{many}").as_bytes(), &[]).await;
        let page = staff.get("/studio/officials?name=lalonde").await.expect(200).body;
        assert!(page.contains("N00 Lalonde") && page.contains("N49 Lalonde") && !page.contains("N50 Lalonde"));
        let (_, rest) = page.split_once("rel=\"next\" href=\"").unwrap();
        let next = rest.split('"').next().unwrap().replace("&amp;", "&");
        let page = staff.get(&next).await.expect(200).body;
        assert!(page.contains("N50 Lalonde") && page.contains("N59 Lalonde") && !page.contains("N49 Lalonde"), "{page}");
        assert!(!page.contains("rel=\"next\""));
    }

    async fn an_office_ends_and_the_official_stays(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let path = add(&staff, &[("family_name", "Côté"), ("from", "2021-09-20")]).await;
        staff.post(&format!("{path}/retire"), &[("revision", "1"), ("until", "")]).await.expect(422);
        staff.post(&format!("{path}/retire"), &[("revision", "1"), ("until", "2020-01-01")]).await.expect(422);
        staff.post(&format!("{path}/retire"), &[("revision", "1"), ("until", "2026-01-01")]).await.expect(303);
        assert!(staff.get(&path).await.expect(200).body.contains("Out of office since 2026-01-01"));
    }

    async fn what_begins_as_a_formula_leaves_as_text_and_comes_back_as_it_was(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let fields = [("family_name", "=HYPERLINK(\"x\")"), ("phone", "+1 613 555-0101"), ("party", "@SUM(1)")];
        add(&staff, &fields).await;
        let reply = staff.get("/studio/officials/officials.csv").await.expect(200);
        assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(reply.header("content-disposition"), "attachment; filename=\"officials.csv\"");
        assert!(reply.body.contains("\"'=HYPERLINK(\"\"x\"\")\"") && reply.body.contains(",'+1 613") && reply.body.contains(",'@SUM(1)"));
        let path = upload(&staff, reply.body.as_bytes()).await.expect(303).header("location").to_owned();
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains("The directory says all of this already"), "{page}");
    }

    async fn another_organisation_has_a_directory_of_its_own(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
        let ours = add(&staff, &[("family_name", "Côté")]).await;
        let theirs = add(&stranger, &[("family_name", "Elsewhere")]).await;
        let import = upload(&staff, HOUSE.as_bytes()).await.expect(303).header("location").to_owned();
        let unknown = stranger.get(&format!("/studio/officials/{}", Uuid::nil())).await.expect(404).body;
        let (our_id, their_id) = (ours.rsplit('/').next().unwrap(), theirs.rsplit('/').next().unwrap());
        let merges = [format!("{ours}/merge/{their_id}"), format!("{theirs}/merge/{our_id}")];
        for path in [ours.clone(), format!("{ours}/edit"), import.clone(), merges[0].clone(), merges[1].clone()] {
            assert_eq!(stranger.get(&path).await.expect(404).body, unknown, "{path}");
        }
        let posts = [&ours, &format!("{ours}/retire"), &format!("{ours}/delete"), &format!("{import}/apply"), &format!("{import}/undo"), &merges[0], &merges[1], &format!("{ours}/separate/{our_id}"), &format!("{theirs}/separate/{our_id}")];
        for path in posts {
            stranger.post(path, &[("revision", "1"), ("family_name", "Mine")]).await.expect(404);
        }
        assert_eq!(recorded(&app, "trespass").await, 5 + 9);
        assert_eq!(names(&app).await, ["Côté"]);
        assert!(!stranger.get("/studio/officials?after=x").await.expect(200).body.contains("Côté"));
        assert!(!stranger.get("/studio/officials/officials.csv").await.expect(200).body.contains("Côté"));
    }
}
