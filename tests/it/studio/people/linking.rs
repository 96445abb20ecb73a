use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::{acts, open, sign};
use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn whoever_lost_their_link_is_mailed_it_and_staff_never_see_it(app: TestApp) {
        let first = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let row = entity::signature::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        let staff = app.member(Role::Staff).await;
        let path = open(&staff, "anna@example.org", "").await;
        let page = staff.get(&path).await.expect(200).body;
        assert!(page.contains(&format!("{path}/link/{row}")) && !page.contains("/mine/"), "{page}");
        let sent = app.mails().await.len();
        staff.post(&format!("{path}/link/{row}"), &[]).await.expect(303);
        let mail = app.mail_to("anna@example.org").await;
        assert_eq!(app.mails().await.len(), sent + 1);
        assert!(mail.text.contains("You asked what we hold about you") && mail.mine_path() == first.mine_path(), "{}", mail.text);
        assert_eq!(acts(&app).await.iter().filter(|(act, _)| act == "send_link").count(), 1);
        // What is not of the case is not there.
        let other = open(&staff, "bela@example.org", "").await;
        staff.post(&format!("{other}/link/{row}"), &[]).await.expect(410);
        app.run_mail().await;
        assert_eq!(app.mails().await.len(), sent + 1);
    }
}
