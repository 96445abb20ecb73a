use std::time::Duration;

use postulo::actions::purge::{purge, would_purge};
use postulo::domain::role::Role;
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use uuid::Uuid;

use super::{hidden, recorded};
use crate::support::{Member, Reply, TestApp, on_both};

const INBOX: &str = "/studio/messages";

async fn write(app: &TestApp, name: &str, message: &str) {
    let fields = [("name", name), ("email", "anna@example.org"), ("message", message)];
    app.visitor().post("/en/campaigns/recognize-celil/contact", &fields).await.expect(303);
}

async fn ids(app: &TestApp) -> Vec<Uuid> {
    let all = entity::message::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    all.into_iter().map(|one| one.id).collect()
}

/// Sends one of the forms of a message, as it stands on its page now.
async fn send(member: &Member, message: &str, part: &str, fields: &[(&str, &str)]) -> Reply {
    let revision = hidden(&member.get(message).await.expect(200).body, "revision");
    let fields: Vec<_> = [("revision", &*revision)].into_iter().chain(fields.iter().copied()).collect();
    member.post(&format!("{message}/{part}"), &fields).await
}

async fn counts(member: &Member) -> Vec<String> {
    let page = member.get(INBOX).await.expect(200).body;
    let tabs = page.split("nav class=\"tabs\"").nth(1).unwrap().split("</nav>").next().unwrap();
    tabs.split('(').skip(1).map(|rest| rest.split(')').next().unwrap().to_owned()).collect()
}

on_both! {
    async fn a_message_arrives_is_read_on_record_answered_and_filed(app: TestApp) {
        write(&app, "Anna Unmistakable", "When do you write again?\nAnna").await;
        // The organisers' own mailbox has it as well.
        let notice = app.mail_to("organisers@example.org").await;
        assert!(notice.text.contains("When do you write again?"));
        let staff = app.member(Role::Staff).await;
        assert_eq!(counts(&staff).await, ["1", "0", "0", "0"]);
        let list = staff.get(INBOX).await.body;
        assert!(!list.contains("Unmistakable") && !list.contains("When do you"));
        assert_eq!(recorded(&app, "look_at_message").await, 0);
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        let page = staff.get(&message).await.expect(200).body;
        assert!(page.contains("Anna Unmistakable") && page.contains("anna@example.org") && page.contains("When do you write"));
        assert_eq!(recorded(&app, "look_at_message").await, 1);

        let fields = [("subject", "Next week"), ("message", "We write next week.\n\nYours")];
        send(&staff, &message, "answer", &fields).await.expect(303);
        let answer = app.mail_to("anna@example.org").await;
        assert_eq!((&*answer.subject, answer.reply_to.as_deref()), ("Next week", Some("organisers@example.org")));
        assert!(answer.text.contains("We write next week.") && answer.text.contains("> When do you write again?"), "{}", answer.text);
        assert_eq!(counts(&staff).await, ["0", "1", "0", "0"]);
        assert!(staff.get(&message).await.body.contains("We write next week."));

        send(&staff, &message, "note", &[("note", "Called her back")]).await.expect(303);
        assert!(staff.get(&message).await.body.contains("Called her back"));
        send(&staff, &message, "note", &[("note", " ")]).await.expect(303);
        assert!(!staff.get(&message).await.body.contains("Called her back"));
        for (state, expected) in [("done", ["0", "0", "1", "0"]), ("spam", ["0", "0", "0", "1"]), ("open", ["1", "0", "0", "0"])] {
            staff.post(&format!("{message}/state"), &[("state", state)]).await.expect(303);
            assert_eq!(counts(&staff).await, expected);
        }
        staff.post(&format!("{message}/state"), &[("state", "lost")]).await.expect(400);
        staff.post(&format!("{message}/deletion"), &[]).await.expect(303);
        staff.get(&message).await.expect(404);
        assert!(ids(&app).await.is_empty());
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(!format!("{audit:?}").contains("nmistakable") && !format!("{audit:?}").contains("anna@"));
    }

    async fn an_answer_begins_no_other_header_and_is_not_sent_empty(app: TestApp) {
        write(&app, "Anna Roy", "Hello").await;
        let staff = app.member(Role::Staff).await;
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        for (subject, text) in [("Re\r\nBcc: all@example.org", "Hello"), ("", "Hello"), ("Re", " ")] {
            let page = send(&staff, &message, "answer", &[("subject", subject), ("message", text)]).await;
            page.expect(422);
        }
        let kept = send(&staff, &message, "answer", &[("subject", ""), ("message", "Kept as typed")]).await;
        assert!(kept.expect(422).body.contains("Kept as typed"));
        assert_eq!(app.mails().await.len(), 1);
    }

    async fn who_answers_at_the_same_time_is_told_and_one_mail_leaves(app: TestApp) {
        write(&app, "Anna Roy", "Hello").await;
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        let (one, two) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
        let revision = hidden(&one.get(&message).await.expect(200).body, "revision");
        let answer = |words| [("revision", &*revision), ("subject", "Re: hello"), ("message", words)];
        let (path, first, second) = (format!("{message}/answer"), answer("We <write> next week."), answer("We <write> at once."));
        let (here, there) = tokio::join!(one.post(&path, &first), two.post(&path, &second));
        let mut replies = [here, there];
        replies.sort_by_key(|reply| reply.status);
        assert_eq!(replies.each_ref().map(|reply| reply.status.as_u16()), [303, 409]);
        // Whoever came second sees the answer that was sent, what they typed themselves, and may still send it.
        let told = &replies[1].body;
        assert!(told.contains("Nothing of yours was sent"), "{told}");
        assert!(told.contains("We &lt;write&gt; next week.") && told.contains("We &lt;write&gt; at once."), "{told}");
        assert_eq!(app.mails().await.iter().filter(|mail| mail.to == "anna@example.org").count(), 1);
        assert_eq!(recorded(&app, "answer_message").await, 1);
        // Pressed twice, the same answer goes out once.
        one.post(&path, &first).await.expect(409);
        let again = [("revision", &*hidden(told, "revision")), ("subject", "Re: hello"), ("message", "One more thing.")];
        two.post(&path, &again).await.expect(303);
        assert_eq!(app.mails().await.iter().filter(|mail| mail.to == "anna@example.org").count(), 2);
        two.post(&path, &[("subject", "x"), ("message", "x")]).await.expect(400);
    }

    async fn a_note_is_not_overwritten_unseen(app: TestApp) {
        write(&app, "Anna Roy", "Hello").await;
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        let (one, two) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
        let revision = hidden(&one.get(&message).await.expect(200).body, "revision");
        let (path, note) = (format!("{message}/note"), |words| [("revision", &*revision), ("note", words)]);
        let (first, second) = (note("Called her"), note("Wrote to her"));
        let (here, there) = tokio::join!(one.post(&path, &first), two.post(&path, &second));
        let mut replies = [here, there];
        replies.sort_by_key(|reply| reply.status);
        assert_eq!(replies.each_ref().map(|reply| reply.status.as_u16()), [303, 409]);
        let told = &replies[1].body;
        assert!(told.contains("Called her") && told.contains("Wrote to her") && told.contains("Saved meanwhile"), "{told}");
        let both = [("revision", &*hidden(told, "revision")), ("note", "Called her and wrote")];
        one.post(&path, &both).await.expect(303);
        assert!(two.get(&message).await.body.contains("Called her and wrote"));
    }

    async fn a_message_is_deleted_by_who_proved_a_short_time_ago_who_they_are(app: TestApp) {
        write(&app, "Anna Roy", "Hello").await;
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        let staff = app.member(Role::Staff).await;
        app.advance(Duration::from_mins(11));
        let led = staff.post(&format!("{message}/deletion"), &[]).await.expect(303);
        assert!(led.header("location").starts_with("/studio/proof?then=%2Fstudio%2Fmessages%2F"));
        assert_eq!(ids(&app).await.len(), 1);
    }

    async fn nothing_of_a_message_lies_in_the_clear_and_it_goes_after_its_days(app: TestApp) {
        write(&app, "Anna Unmistakable", "Unmistakable words").await;
        let staff = app.member(Role::Staff).await;
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        send(&staff, &message, "answer", &[("subject", "Unmistakable"), ("message", "Unmistakable")]).await.expect(303);
        send(&staff, &message, "note", &[("note", "Unmistakable")]).await.expect(303);
        let db = app.app.tools.db.read();
        for table in ["message", "message_answer", "outbox", "audit"] {
            let all = Statement::from_string(db.get_database_backend(), format!("SELECT * FROM \"{table}\""));
            for row in db.query_all_raw(all).await.unwrap() {
                let shown = format!("{row:?}").to_lowercase();
                let bytes = "unmistaka".bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(", ");
                assert!(!shown.contains("unmistaka") && !shown.contains(&bytes), "{table}");
            }
        }
        let retention = &app.app.tools.settings.retention;
        app.advance(Duration::from_hours(24) * 365);
        assert_eq!(would_purge(&app.app.desk(), retention).await.unwrap().messages, 0);
        app.advance(Duration::from_secs(1));
        assert_eq!(would_purge(&app.app.desk(), retention).await.unwrap().messages, 1);
        assert_eq!(purge(&app.app.desk(), retention).await.unwrap().messages, 1);
        assert!(entity::message_answer::Entity::find().all(db).await.unwrap().is_empty());
    }

    async fn a_long_inbox_is_read_page_by_page(app: TestApp) {
        for n in 0..52 {
            write(&app, "Anna Roy", &format!("Message {n}")).await;
        }
        let staff = app.member(Role::Staff).await;
        let first = staff.get(INBOX).await.expect(200).body;
        assert_eq!(first.matches("<th scope=\"row\">").count(), 50);
        let older = first.split("&amp;before=").nth(1).unwrap().split('"').next().unwrap();
        let second = staff.get(&format!("{INBOX}?state=open&before={older}")).await.expect(200).body;
        assert_eq!(second.matches("<th scope=\"row\">").count(), 2);
        assert!(!second.contains("before="));
        assert!(staff.get(&format!("{INBOX}?state=spam")).await.body.contains("No message here."));
        staff.get(&format!("{INBOX}?before=x")).await.expect(400);
    }

    async fn what_was_written_to_another_organisation_is_not_there(app: TestApp) {
        write(&app, "Anna Roy", "Hello").await;
        let message = format!("{INBOX}/{}", ids(&app).await[0]);
        let stranger = app.member_elsewhere(Role::Staff, "elsewhere").await;
        assert_eq!(counts(&stranger).await, ["0", "0", "0", "0"]);
        stranger.get(&message).await.expect(404);
        let fields = [("subject", "x"), ("message", "x"), ("note", "x"), ("state", "done")];
        for part in ["answer", "note", "state", "deletion"] {
            stranger.post(&format!("{message}/{part}"), &fields).await.expect(404);
        }
        stranger.get(&format!("{INBOX}?campaign=recognize-celil")).await.expect(404);
        assert_eq!(recorded(&app, "trespass").await, 6);
        assert_eq!((ids(&app).await.len(), app.mails().await.len()), (1, 1));
        app.member(Role::Organiser).await.get(&message).await.expect(403);
    }
}
