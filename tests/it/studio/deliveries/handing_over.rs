use std::time::Duration;

use postulo::domain::delivery::handover::{MOST_WRONG, PAUSE};
use reqwest::Method;

use super::{Team, approve, frozen, make, roll, signers, team};
use crate::studio::officials::recorded;
use crate::studio::people::sign;
use crate::studio::pictures::photo;
use crate::studio::updates::UPDATES;
use crate::support::{Person, Reply, TestApp, Visitor, on_both};

/// An office with a browser that keeps the cookie.
pub struct Office {
    visitor: Visitor,
    pub link: String,
    passphrase: String,
    cookie: Option<String>,
}

impl Office {
    pub async fn told(app: &TestApp, team: &Team, path: &str) -> Self {
        let page = team.staff.post(&format!("{path}/link"), &[("days", "14")]).await.expect(200).body;
        let all: Vec<&str> =
            page.split("code\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        let link = all[0].strip_prefix(&app.app.tools.settings.http.public_url).unwrap().to_owned();
        Self { visitor: app.visitor(), link, passphrase: all[1].to_owned(), cookie: None }
    }

    pub async fn send(
        &self,
        method: Method,
        part: &str,
        fields: &[(&str, &str)],
        more: &[(&str, &str)],
    ) -> Reply {
        let mut headers = more.to_vec();
        if let Some(cookie) = &self.cookie {
            headers.push(("cookie", cookie));
        }
        headers.push(("content-type", "application/x-www-form-urlencoded"));
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let is_whole = part.starts_with("/handover");
        let path = if is_whole { part.to_owned() } else { format!("{}{part}", self.link) };
        self.visitor.send(method, &path, &headers, body.into_bytes()).await
    }

    pub async fn look(&self) -> Reply {
        self.send(Method::GET, "", &[], &[]).await
    }

    pub async fn post(&self, part: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(Method::POST, &format!("/{part}"), fields, &[]).await
    }

    pub async fn enter(&mut self) {
        let typed = self.passphrase.replace(' ', "-");
        let reply = self.post("passphrase", &[("passphrase", &typed)]).await.expect(303);
        self.keep(&reply);
    }

    pub fn keep(&mut self, reply: &Reply) {
        let cookie = reply.header("set-cookie");
        let for_this_link = format!("Path={}; Max-Age=86400", self.link);
        assert!(cookie.contains("HttpOnly") && cookie.contains(&for_this_link), "{cookie}");
        self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
    }
}

pub async fn delivered(app: &TestApp) -> (Team, String) {
    let team = team(app).await;
    signers(app, 1..=3).await;
    let path = frozen(app, &team.staff, "all").await;
    approve(&team, &path).await;
    (team, path)
}

on_both! {
    async fn an_office_fetches_its_delivery_and_acknowledges_it(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let public = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(!public.contains("delivered-title"));
        let mut office = Office::told(&app, &team, &path).await;
        let door = office.look().await.expect(200).body;
        assert!(door.contains("A delivery for your office") && !door.contains("Download"), "{door}");
        for part in ["fetch", "receipt"] {
            let reply = office.post(part, &[("by", "Somebody"), ("lang", "en")]).await.expect(303);
            assert_eq!(reply.header("location"), format!("{}?lang=en", office.link), "to the door");
        }
        let page = office.post("passphrase", &[("passphrase", "0000 0000 0000")]).await.expect(422).body;
        assert!(page.contains("That is not the passphrase"), "{page}");
        office.enter().await;
        let room = office.look().await.expect(200).body;
        assert!(room.contains("Download") && room.contains("SHA256:") && room.contains("Justin Trudeau"), "{room}");
        let french = office.send(Method::GET, "?lang=fr", &[], &[]).await.expect(200).body;
        assert!(french.contains("Télécharger") && french.contains("lang=\"fr\""), "{french}");
        assert!(team.staff.get(&path).await.expect(200).body.contains("Opened for the first time"));
        let file = office.post("fetch", &[]).await.expect(303).header("location").to_owned();
        let zip = office.send(Method::GET, &file, &[], &[("accept-encoding", "gzip")]).await.expect(200);
        assert_eq!(roll(&zip.bytes).len(), 4);
        assert!(zip.headers.get("content-encoding").is_none(), "a part of it is a part of what it was");
        let rest = office.send(Method::GET, &file, &[], &[("range", "bytes=100-")]).await.expect(206);
        assert_eq!(rest.bytes, zip.bytes[100..]);
        let public = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(public.contains("To Justin Trudeau") && public.contains("Receipt has not been acknowledged"), "{public}");
        assert_eq!(app.visitor().tally().await["delivered"]["signatures"], 3);
        office.post("receipt", &[("by", " ")]).await.expect(422);
        office.post("receipt", &[("by", "Correspondence Unit")]).await.expect(303);
        office.post("receipt", &[("by", "Somebody else")]).await.expect(303);
        assert!(office.look().await.expect(200).body.contains("by Correspondence Unit. Thank you"));
        let public = app.visitor().get("/fr/campaigns/recognize-celil").await.expect(200).body;
        assert!(public.contains("par Correspondence Unit") && public.contains("3 signatures"), "{public}");
        for (act, many) in [("make_handover_link", 1), ("fetch_package", 1), ("hand_over_delivery", 1), ("acknowledge_delivery", 1)] {
            assert_eq!(recorded(&app, act).await, many, "{act}");
        }
        team.staff.post(&format!("{path}/steps/take-back"), &[]).await.expect(303);
        assert!(team.staff.get(&path).await.expect(200).body.contains("Correspondence Unit"), "what an office did stays");
        team.staff.post(&format!("{path}/cancel"), &[]).await.expect(303);
        assert!(!team.staff.get(&path).await.expect(200).body.contains("Cancelled"));
    }

    async fn wrong_passphrases_lead_to_a_pause_and_then_to_the_end(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut office = Office::told(&app, &team, &path).await;
        let wrong = [("passphrase", "1")];
        let tries = futures_util::future::join_all((0..12).map(|_| office.post("passphrase", &wrong))).await;
        assert!(tries.iter().all(|reply| reply.status.as_u16() == 422), "{:?}", tries.iter().map(|reply| reply.status).collect::<Vec<_>>());
        let paused = tries.iter().filter(|reply| reply.body.contains("Too many attempts")).count();
        assert_eq!(paused, 7, "many at once are as many");
        let right = office.post("passphrase", &[("passphrase", &office.passphrase)]).await.expect(422).body;
        assert!(right.contains("Too many attempts"), "not even the right one comes in: {right}");
        app.advance(PAUSE);
        office.enter().await;
        office.cookie = None;
        for n in 1..=MOST_WRONG {
            let status = office.post("passphrase", &wrong).await.status.as_u16();
            assert_eq!(status, if n < MOST_WRONG { 422 } else { 410 }, "{n}");
            if n % 5 == 0 {
                app.advance(PAUSE);
            }
        }
        let page = office.look().await.expect(410).body;
        assert!(page.contains("This link is no longer valid") && !page.contains("You can sign again"), "{page}");
        let right = [("passphrase", &*office.passphrase)];
        office.post("passphrase", &right).await.expect(410);
        assert_eq!(recorded(&app, "end_handover_link").await, 1);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("The last link was ended by wrong passphrases") && !page.contains("End the link"), "{page}");
        let record = team.owner.get("/studio/audit").await.expect(200).body;
        assert!(record.contains("Ended the link to a delivery after too many wrong passphrases"), "{record}");
        Office::told(&app, &team, &path).await.look().await.expect(200);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(!page.contains("The last link was ended by wrong passphrases") && page.contains("End the link"), "{page}");
    }

    async fn a_link_ends_when_it_is_over_ended_or_another_is_made(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut first = Office::told(&app, &team, &path).await;
        first.enter().await;
        let mut second = Office::told(&app, &team, &path).await;
        first.look().await.expect(410);
        second.enter().await;
        let mut strange = Office { link: second.link.clone(), passphrase: String::new(), ..Office::told(&app, &team, &path).await };
        strange.cookie = first.cookie.clone();
        second.look().await.expect(410);
        let mut third = Office::told(&app, &team, &path).await;
        strange.link = third.link.clone();
        assert!(!strange.look().await.expect(200).body.contains("Download"), "what was kept for another link is none for this");
        third.enter().await;
        let file = third.post("fetch", &[]).await.expect(303).header("location").to_owned();
        strange.send(Method::GET, &file, &[], &[]).await.expect(303);
        app.advance(Duration::from_hours(24));
        assert!(!third.look().await.expect(200).body.contains("Download"), "after a day it is asked for again");
        third.enter().await;
        let mut staff = team.staff;
        staff.log_in_again().await;
        staff.post(&format!("{path}/link/revoke"), &[]).await.expect(303);
        third.look().await.expect(410);
        third.send(Method::GET, &file, &[], &[]).await.expect(410);
        let team = Team { staff, owner: team.owner };
        let fourth = Office::told(&app, &team, &path).await;
        app.advance(Duration::from_hours(24 * 14));
        fourth.look().await.expect(410);
        app.visitor().get("/handover/nonsense").await.expect(404);
    }

    async fn while_the_package_is_made_anew_the_office_is_told_so(app: TestApp) {
        let team = team(&app).await;
        let mail = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let mut office = Office::told(&app, &team, &path).await;
        office.enter().await;
        let file = office.post("fetch", &[]).await.expect(303).header("location").to_owned();
        app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        let anew = office.send(Method::GET, &file, &[], &[]).await.expect(303).header("location").to_owned();
        let page = office.send(Method::GET, &anew, &[], &[]).await.expect(200).body;
        assert!(page.contains("the archive was made anew, or a day has passed"), "{page}");
        let page = office.post("fetch", &[]).await.expect(422).body;
        assert!(page.contains("being made anew"), "{page}");
        make(&app).await;
        let file = office.post("fetch", &[]).await.expect(303).header("location").to_owned();
        let zip = office.send(Method::GET, &file, &[], &[]).await.expect(200).bytes;
        assert!(!roll(&zip).iter().any(|row| row[2] == "Anna Roy"));
    }

    async fn an_office_is_told_whether_its_package_comes_and_a_link_asks_for_it(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let mut office = Office::told(&app, &team, &path).await;
        office.enter().await;
        assert_eq!(recorded(&app, "make_package").await, 0, "it is there already");
        team.staff.post(&format!("{path}/package"), &[]).await.expect(303);
        assert!(office.look().await.expect(200).body.contains("being made anew"));
        app.advance(Duration::from_secs(1));
        team.staff.post(&format!("{path}/stop"), &[]).await.expect(303);
        for page in [office.look().await.expect(200).body, office.post("fetch", &[]).await.expect(422).body] {
            assert!(page.contains("cannot be downloaded now") && !page.contains("Come again"), "{page}");
        }
        let french = office.send(Method::GET, "?lang=fr", &[], &[]).await.expect(200).body;
        assert!(french.contains("pas être téléchargée pour le moment"), "{french}");
        for _ in 0..2 {
            office = Office::told(&app, &team, &path).await;
        }
        assert_eq!(recorded(&app, "make_package").await, 2, "the first link after it was stopped asks for it, and the next does not");
        office.enter().await;
        let page = office.look().await.expect(200).body;
        assert!(page.contains("is being prepared") && !page.contains("signature back"), "nobody has taken a signature back: {page}");
        make(&app).await;
        office.post("fetch", &[]).await.expect(303);
    }

    async fn what_was_carried_there_is_written_down_with_its_receipt(app: TestApp) {
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        let path = frozen(&app, &team.staff, "all").await;
        let steps = format!("{path}/steps");
        let carried = [("stage", "handed_over"), ("way", "paper"), ("day", "2026-11-22"), ("note", "Two boxes, room 2")];
        let page = team.staff.upload(&steps, &carried, ("photo", b"")).await.expect(422).body;
        assert!(page.contains("once enough of you have approved"), "{page}");
        team.staff.post(&format!("{path}/link"), &[("days", "14")]).await.expect(422);
        approve(&team, &path).await;
        for (field, value, place) in [("way", "pigeon", "#way-paper"), ("day", "2027-01-01", "#step-day"), ("day", "2026-11-21", "#step-day"), ("day", "0000-01-01", "#step-day"), ("note", &*"x".repeat(501), "#note")] {
            let mut fields = carried.to_vec();
            fields.retain(|(name, _)| *name != field);
            fields.push((field, value));
            let page = team.staff.upload(&steps, &fields, ("photo", b"")).await.expect(422).body;
            assert!(page.contains(&format!("href=\"{place}\"")), "{field}: {page}");
            assert!(field == "note" || page.contains("Two boxes, room 2"), "what was typed stays: {page}");
        }
        team.staff.upload(&steps, &carried, ("photo", b"")).await.expect(303);
        team.staff.upload(&steps, &carried, ("photo", b"")).await.expect(303);
        assert_eq!(recorded(&app, "hand_over_delivery").await, 1, "pressed twice it is once");
        assert_eq!(app.visitor().tally().await["delivered"]["signatures"], 2);
        team.staff.post(&format!("{steps}/take-back"), &[]).await.expect(303);
        assert_eq!(app.visitor().tally().await["delivered"]["signatures"], 0);
        team.staff.upload(&steps, &carried, ("photo", b"")).await.expect(303);
        let receipt = [("stage", "acknowledged"), ("by", "Clerk of Petitions"), ("day", ""), ("note", "")];
        let page = team.staff.upload(&steps, &receipt, ("photo", b"no picture")).await.expect(422).body;
        assert!(page.contains("href=\"#photo\"") && page.contains("Clerk of Petitions"), "{page}");
        team.staff.upload(&steps, &receipt, ("photo", &photo(80, 60))).await.expect(303);
        let page = team.staff.get(&path).await.expect(200).body;
        let photo = page.split("href=\"").find(|part| part.split('"').next().unwrap().ends_with("/photo")).unwrap();
        let photo = team.staff.get(photo.split('"').next().unwrap()).await.expect(200);
        assert!(photo.bytes.starts_with(&[0xff, 0xd8]));
        let public = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
        assert!(public.contains("by Clerk of Petitions") && !public.contains("Two boxes"), "{public}");
    }

    async fn supporters_are_told_once_by_an_update(app: TestApp) {
        let (team, path) = delivered(&app).await;
        team.staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        assert!(!team.staff.get(&path).await.expect(200).body.contains("is drafted"), "nothing is delivered yet");
        let step = [("stage", "handed_over"), ("way", "stick")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        team.staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        team.staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        let page = team.owner.get(&path).await.expect(200).body;
        assert!(page.contains("Update 1 is drafted") && page.contains("/updates/1"), "{page}");
        let update = team.owner.get("/studio/campaigns/recognize-celil/updates/1").await.expect(200).body;
        assert!(update.contains("3 signatures handed over to Justin Trudeau") && update.contains("3 signatures remises à Justin Trudeau"), "{update}");
        assert_eq!(recorded(&app, "begin_update").await, 1, "pressed twice it is one");
    }

    async fn whoever_discards_the_draft_leaves_supporters_to_be_told_by_another(app: TestApp) {
        let (team, path) = delivered(&app).await;
        let step = [("stage", "handed_over"), ("way", "stick")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        team.staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        team.owner.post(&format!("{UPDATES}/1/discard"), &[]).await.expect(303);
        let begun = team.owner.post(UPDATES, &[]).await.expect(303);
        assert_eq!(begun.header("location"), format!("{UPDATES}/1"), "of something else");
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("Draft an update") && !page.contains("is drafted"), "{page}");
        team.staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        team.owner.post(&format!("{UPDATES}/1/discard"), &[]).await.expect(303);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("Update 2 is drafted"), "that one was of something else: {page}");
    }

    async fn a_supporter_sees_where_their_signature_went(app: TestApp) {
        let team = team(&app).await;
        let mail = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let mine = async || app.visitor().get(&mail.mine_path()).await.expect(200).body;
        assert!(!mine().await.contains("proof-title"));
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let page = mine().await;
        assert!(page.contains("Justin Trudeau") && page.contains("Your name and place") && page.contains("Not yet"), "{page}");
        assert!(page.contains("What will be handed over of you") && !page.contains("What was handed over of you"), "{page}");
        let step = [("stage", "handed_over"), ("way", "paper"), ("day", "2026-11-22"), ("note", "")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        let step = [("stage", "acknowledged"), ("by", "The Clerk"), ("day", "2026-11-22")];
        team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        let page = mine().await;
        assert!(page.contains("What was handed over of you") && !page.contains("What will be handed over of you"), "{page}");
        assert_eq!(page.matches("November 22, 2026").count(), 4, "signed, confirmed, handed over and acknowledged: {page}");
    }

    async fn the_key_has_a_public_address(app: TestApp) {
        assert!(app.visitor().get("/en/delivery-key").await.expect(200).body.contains("there is no key"));
        assert_eq!(app.visitor().get("/delivery-key.pub").await.expect(200).body, "");
        let (team, path) = delivered(&app).await;
        let page = team.staff.get(&path).await.expect(200).body;
        let key = page.split("class=\"hash\">").nth(1).unwrap().split('<').next().unwrap();
        assert!(app.visitor().get("/fr/delivery-key").await.expect(200).body.contains(key));
        assert!(app.visitor().get("/delivery-key.pub").await.expect(200).body.starts_with("ssh-ed25519 "));
    }
}
