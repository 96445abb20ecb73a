//! Everything that makes something, sent twice at the same moment: by one who pressed twice, or by two at once.

use postulo::domain::role::Role;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::editor::write as write_text;
use super::factor::{between, first_step, offered};
use super::officials::{HOUSE, plan, upload};
use super::pictures::{PDF, WORDS, photo};
use super::updates::{UPDATES, WORDS as TEXT, publish, save, step, supporter, updates, write, writer};
use crate::support::{Member, PASSWORD, Reply, TestApp, on_both};

const SITE: &str = "/studio/campaigns/recognize-celil";

/// What both were answered with, the smaller first.
fn statuses((one, two): (Reply, Reply)) -> [u16; 2] {
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    both
}

/// Two who send the same form at once, each in a browser of their own.
async fn at_once((one, two): (&Member, &Member), path: &str, fields: &[(&str, &str)]) -> [u16; 2] {
    statuses(tokio::join!(one.post(path, fields), two.post(path, fields)))
}

macro_rules! count {
    ($app:expr, $table:ident) => {
        entity::$table::Entity::find().count($app.app.tools.db.read()).await.unwrap()
    };
}

async fn recorded(app: &TestApp, act: &str) -> usize {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.iter().filter(|entry| entry.act == act).count()
}

on_both! {
    async fn a_campaign_is_made_copied_and_published_once(app: TestApp) {
        let (one, two) = (app.member(Role::Organiser).await, app.member(Role::Organiser).await);
        let both = (&one, &two);
        let new = [("title", "Keep the library"), ("language", "en"), ("slug", "library")];
        assert_eq!(at_once(both, "/studio/campaigns/new", &new).await, [303, 422]);
        let copy = format!("{SITE}/publication/copy");
        assert_eq!(at_once(both, &copy, &[("slug", "second")]).await, [303, 422]);
        assert_eq!(count!(app, campaign), 3);
        write_text(&one, &format!("{SITE}/edit/story"), &[("story.en", "Another story")]).await.expect(303);
        let published = at_once(both, &format!("{SITE}/publication"), &[("when", "now")]).await;
        assert!(published == [303, 303] || published == [303, 422], "{published:?}");
        app.visitor().get("/en/campaigns/recognize-celil").await.expect(200);
    }

    async fn what_was_taken_down_stays_down_whoever_pauses_it_at_the_same_moment(app: TestApp) {
        let (one, two) = (app.member(Role::Organiser).await, app.member(Role::Organiser).await);
        let (down, state) = (format!("{SITE}/publication/removal"), format!("{SITE}/publication/state"));
        // A node that has not heard of it yet.
        let beside = app.beside().await;
        let other = Member::log_in(&beside, &two.email).await;
        one.post(&down, &[("confirm", "recognize-celil")]).await.expect(303);
        other.post(&state, &[("to", "paused")]).await.expect(422);
        other.post(&format!("{SITE}/publication/closing"), &[("closing", "now")]).await.expect(422);
        other.post(&format!("{SITE}/publication"), &[("when", "now")]).await.expect(422);
        app.app.refresh().await.unwrap();
        app.visitor().get("/en/campaigns/recognize-celil").await.expect(410);
    }

    async fn somebody_is_invited_once_and_comes_in_once(app: TestApp) {
        let (one, two) = (app.member(Role::Owner).await, app.member(Role::Owner).await);
        let invited = [("email", "new@work.example"), ("role", "viewer")];
        assert_eq!(at_once((&one, &two), "/studio/invitations", &invited).await, [303, 422]);
        let mails = app.mails().await.into_iter().filter(|mail| mail.to == "new@work.example").count();
        assert_eq!((mails, count!(app, invitation)), (1, 1));
        let link = app.mail_to("new@work.example").await.path("/studio/invitation/");
        let (here, there) = (app.visitor(), app.visitor());
        let fields = [("name", "Anna Roy"), ("password", PASSWORD)];
        assert_eq!(statuses(tokio::join!(here.post(&link, &fields), there.post(&link, &fields))), [303, 404]);
        assert_eq!(count!(app, account), 3);
        Member::log_in(&app, "new@work.example").await;
    }

    async fn a_link_that_resets_a_password_is_used_once(app: TestApp) {
        let email = app.account(Role::Viewer, "main").await;
        app.visitor().post("/studio/reset", &[("email", &email)]).await.expect(200);
        let link = app.mail_to(&email).await.path("/studio/reset/");
        let (here, there) = (app.visitor(), app.visitor());
        let (mine, theirs) = ([("password", "the first of two passwords")], [("password", "the second of two passwords")]);
        assert_eq!(statuses(tokio::join!(here.post(&link, &mine), there.post(&link, &theirs))), [303, 404]);
        assert_eq!(recorded(&app, "reset_password").await, 1);
    }

    async fn one_code_lets_one_browser_in(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let page = staff.post("/studio/factor/codes", &[("sure", "yes")]).await.expect(200).body;
        let spare = between(&page, "<li class=\"code\">", "<").to_owned();
        let path = "/studio/login/code";
        let (one, two) = (first_step(&app, &staff).await, first_step(&app, &staff).await);
        assert_eq!(at_once((&one, &two), path, &[("code", &spare)]).await, [303, 422]);
        assert_eq!(recorded(&app, "use_recovery_code").await, 1);
        let (one, two) = (first_step(&app, &staff).await, first_step(&app, &staff).await);
        let code = staff.code().await;
        assert_eq!(at_once((&one, &two), path, &[("code", &code)]).await, [303, 422]);
        // The same where somebody proves who they are.
        let code = staff.code().await;
        let fields = [("password", PASSWORD), ("code", &*code)];
        assert_eq!(at_once((&staff, &staff), "/studio/proof", &fields).await, [303, 422]);
        // A second factor is set up once.
        let viewer = app.member(Role::Viewer).await;
        let page = viewer.get("/studio/factor").await.expect(200).body;
        let (secret, offer) = offered(&page);
        let code = secret.code(app.clock.now(), 0).unwrap();
        let fields = [("offer", &*offer), ("code", &*code)];
        let both = at_once((&viewer, &viewer), "/studio/factor", &fields).await;
        assert_eq!(both, [200, 303]);
        assert_eq!(recorded(&app, "enrol_second_factor").await, 2);
        let before = count!(app, recovery_code);
        assert_eq!(at_once((&viewer, &viewer), "/studio/factor/codes", &[("sure", "yes")]).await, [200, 200]);
        assert_eq!(count!(app, recovery_code), before);
    }

    async fn pictures_and_documents_pressed_twice_are_there_once(app: TestApp) {
        let maker = app.member(Role::Organiser).await;
        let (pictures, documents, file) = (format!("{SITE}/pictures"), format!("{SITE}/documents"), photo(600, 300));
        let send = || maker.upload(&pictures, &WORDS, ("picture", &file));
        assert_eq!(statuses(tokio::join!(send(), send())), [303, 303]);
        let send = || maker.upload(&documents, &WORDS[..2], ("document", PDF));
        assert_eq!(statuses(tokio::join!(send(), send())), [303, 303]);
        assert_eq!((count!(app, picture), count!(app, paper)), (1, 1));
        // The same picture under other words is another one, and goes without the first.
        let words = [("words-en", "A woman"), ("words-fr", "Une femme"), ("credit", "")];
        maker.upload(&pictures, &words, ("picture", &file)).await.expect(303);
        let all = entity::picture::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(all.len(), 2);
        let (kept, gone) = (all[0].id, all[1].id);
        maker.post(&format!("{pictures}/{kept}/choose"), &[]).await.expect(303);
        let delete = format!("{pictures}/{gone}/delete");
        let both = at_once((&maker, &maker), &delete, &[]).await;
        assert!(both == [303, 303] || both == [303, 404], "{both:?}");
        let page = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        let path = between(&page, "og:image\" content=\"", "\"").strip_prefix(&app.url).unwrap().to_owned();
        app.visitor().get(&path).await.expect(200);
    }

    async fn officials_pressed_twice_are_there_once_and_a_list_is_imported_once(app: TestApp) {
        let (one, two) = (app.member(Role::Organiser).await, app.member(Role::Organiser).await);
        let official = [("family_name", "Côté"), ("given_name", "Zoé"), ("office_en", "Minister"), ("office_fr", "Ministre")];
        assert_eq!(at_once((&one, &one), "/studio/officials", &official).await, [303, 303]);
        assert_eq!(count!(app, official), 1);
        let path = upload(&one, HOUSE.as_bytes()).await.expect(303).header("location").to_owned();
        let plan = plan(&one.get(&path).await.expect(200).body);
        let apply = format!("{path}/apply");
        assert_eq!(at_once((&one, &two), &apply, &[("plan", &plan)]).await, [303, 409]);
        assert_eq!(recorded(&app, "import_officials").await, 1);
        let undo = format!("{path}/undo");
        assert_eq!(at_once((&one, &two), &undo, &[]).await, [303, 409]);
        assert_eq!(count!(app, official), 1);
    }

    async fn an_update_is_begun_published_and_sent_without_getting_into_its_own_way(app: TestApp) {
        supporter(&app, "anna", "en").await;
        let one = writer(&app).await;
        let two = app.member(Role::Organiser).await;
        let both = (&one, &two);
        assert_eq!(at_once(both, UPDATES, &[]).await, [303, 303]);
        assert_eq!(count!(app, bulletin), 2);
        let path = write(&one, &TEXT).await;
        assert_eq!(at_once(both, &format!("{path}/publication"), &[("revision", "2")]).await[0], 303);
        assert_eq!(recorded(&app, "publish_update").await, 1);
        at_once(both, &format!("{path}/sending"), &[]).await;
        step(&app).await;
        assert_eq!((updates(&app).await.len(), recorded(&app, "send_update").await), (1, 1));
        // Two who save at once: one is told.
        let second = one.post(UPDATES, &[]).await.expect(303).header("location").to_owned();
        save(&one, &second, 1, &TEXT).await;
        let fields = [&TEXT[..], &[("revision", "2")]].concat();
        assert_eq!(at_once(both, &second, &fields).await, [303, 409]);
        publish(&one, &second, 3).await;
    }

    async fn what_is_reported_asked_or_listed_twice_at_once_is_there_once(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let incident = [
            ("what", "A laptop was stolen"), ("noticed", "2026-11-22"), ("kinds", "names"),
            ("people", "120"), ("risk", "serious"), ("measures", "Keys revoked"),
        ];
        assert_eq!(at_once((&owner, &owner), "/studio/incidents", &incident).await, [303, 303]);
        assert_eq!((count!(app, incident), recorded(&app, "report_incident").await), (1, 1));
        let staff = app.member(Role::Staff).await;
        let case = [("email", "anna@example.org"), ("name", "Anna Roy"), ("asked", "mail"), ("checked", "mailbox")];
        assert_eq!(at_once((&staff, &staff), "/studio/people", &case).await, [303, 303]);
        assert_eq!((count!(app, inquiry), recorded(&app, "open_inquiry").await), (1, 1));
        let listing = [("kind", "blocked_domain"), ("entries", "robots.example"), ("days", "7"), ("note", "")];
        assert_eq!(at_once((&owner, &owner), "/studio/limits/lists", &listing).await, [303, 303]);
        assert_eq!(count!(app, listing), 1);
        // Told again later, it is another one.
        app.advance(std::time::Duration::from_mins(2));
        owner.post("/studio/incidents", &incident).await.expect(303);
        staff.post("/studio/people", &case).await.expect(303);
        assert_eq!((count!(app, incident), count!(app, inquiry)), (2, 2));
    }
}
