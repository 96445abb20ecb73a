//! Forms as no browser sends them, and forms in which everything is odd: refused in words, and never with a fault of ours.

use std::collections::{BTreeMap, BTreeSet};

use postulo::domain::role::Act;
use reqwest::Method;

use super::routes::{ALL, Asks};
use super::trespass::{Estate, neighbours};
use crate::support::{Build, Member, Reply, TestApp, on_both};

const FORM: &str = "application/x-www-form-urlencoded";

/// What each is, its content type, and its bytes.
const BROKEN: [(&str, &str, &[u8]); 10] = [
    ("a byte that is no UTF-8", FORM, b"title=\xff"),
    ("the same, encoded", FORM, b"title=%ff%fe"),
    ("half of a surrogate pair", FORM, b"title=%ED%A0%80"),
    ("NUL", FORM, b"title=a%00b"),
    ("cut off", FORM, b"title=%E"),
    ("a field twice", FORM, b"title=a&title=b"),
    ("UTF-16", FORM, b"\xff\xfet\0i\0t\0l\0e\0"),
    ("JSON", "application/json", b"{\"title\": \"a\"}"),
    ("no type", "", b"title=a"),
    ("multipart without a boundary", "multipart/form-data", b"--x\r\n\r\n"),
];

/// Everything that is posted to, at addresses of this organisation's own, by somebody who may.
fn posts(estate: &Estate) -> Vec<(String, &Member)> {
    let own = |(method, route, asks, _): &&super::routes::Route| {
        let member = match asks {
            _ if *method != "POST" => return None,
            Asks::Right(act) => estate.who_may(*act),
            Asks::Presence | Asks::Nothing => estate.who_may(Act::ManageAccounts),
        };
        Some((estate.at(route), member))
    };
    ALL.iter().copied().flatten().filter_map(|route| own(&route)).collect()
}

fn assert_told(reply: &Reply, about: &str) {
    assert!(reply.status.as_u16() < 500, "{about}: {} {}", reply.status, reply.body);
    if reply.status.is_client_error() {
        assert!(reply.header("content-type").starts_with("text/html"), "{about}");
        assert!(reply.body.contains("<h1"), "{about}: {}", reply.body);
    }
}

#[tokio::test]
async fn what_no_browser_sends_is_refused_at_every_address() {
    let app = TestApp::build(Build::default()).await;
    let (estate, _) = neighbours(&app).await;
    let mut refused = BTreeMap::new();
    for (path, member) in posts(&estate) {
        // What takes no form does what it does, whatever comes with it.
        if path.ends_with("/logout") || path.ends_with("/end") {
            continue;
        }
        for (what, kind, body) in BROKEN {
            let kind: &[(&str, &str)] = if kind.is_empty() { &[] } else { &[("content-type", kind)] };
            let reply = member.send_raw(Method::POST, &path, kind, body.to_vec()).await;
            assert_told(&reply, &format!("{path}: {what}"));
            *refused.entry(reply.status.as_u16()).or_insert(0) += 1;
        }
    }
    assert!(refused[&400] > 300, "{refused:?}");
}

#[tokio::test]
async fn what_another_site_sends_is_refused_at_every_address() {
    let app = TestApp::build(Build::default()).await;
    let (estate, _) = neighbours(&app).await;
    for (path, member) in posts(&estate) {
        for foreign in [
            [("sec-fetch-site", "cross-site"), ("content-type", FORM)],
            [("sec-fetch-site", "same-site"), ("content-type", FORM)],
            [("origin", "https://elsewhere.example"), ("content-type", FORM)],
            [("origin", "null"), ("content-type", FORM)],
        ] {
            let reply = member.send_raw(Method::POST, &path, &foreign, b"sure=yes".to_vec()).await;
            assert_eq!(reply.status.as_u16(), 403, "{path}: {foreign:?}");
            assert!(reply.body.contains("<h1"), "{path}");
        }
    }
}

/// What may be typed and what nobody types.
fn odd() -> [String; 7] {
    [
        "x".repeat(20_000),
        "💣\u{301}".repeat(700),
        "\u{202e}\u{2066}a\r\nb\u{7}\u{feff}".to_owned(),
        "-99999999999999999999".to_owned(),
        "9999-12-31".to_owned(),
        "0001-01-01".to_owned(),
        "\"'><script>alert(1)</script>%00{{7*7}}".to_owned(),
    ]
}

/// Where a form posts to, its hidden fields as they are, and the names of the others.
type Form = (String, BTreeMap<String, String>, BTreeSet<String>);

/// The forms of a page.
fn forms(page: &str) -> Vec<Form> {
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(rest.split('"').next().unwrap().replace("&quot;", "\"").replace("&amp;", "&"))
    };
    let mut all = Vec::new();
    for form in page.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap();
        let Some(action) = attribute(form, "action") else { continue };
        if !form.split('>').next().unwrap().contains("method=\"post\"") || form.contains("type=\"file\"") {
            continue;
        }
        let (mut hidden, mut open) = (BTreeMap::new(), BTreeSet::new());
        for tag in form.split('<').skip(1) {
            let Some(name) = attribute(tag, "name") else { continue };
            if tag.contains("type=\"hidden\"") {
                hidden.insert(name, attribute(tag, "value").unwrap_or_default());
            } else {
                open.insert(name);
            }
        }
        all.push((action, hidden, open));
    }
    all
}

on_both! {
    async fn odd_words_in_every_field_of_every_form_are_taken_or_refused(app: TestApp) {
        let (estate, _) = neighbours(&app).await;
        let pages = ALL.iter().copied().flatten().filter(|(method, ..)| *method == "GET");
        let (mut posted, mut seen) = (0, BTreeSet::new());
        for (_, route, asks, _) in pages {
            let Asks::Right(act) = asks else { continue };
            let (path, member) = (estate.at(route), estate.who_may(*act));
            let known = forms(&member.get(&path).await.body).len();
            for form in 0..known {
                for text in odd() {
                    // As the page is now: with its newest revision.
                    let page = member.get(&path).await.body;
                    let Some((action, hidden, open)) = forms(&page).into_iter().nth(form) else { break };
                    let is_own = action.starts_with("/studio/") && !action.contains("logout") && !action.contains("language");
                    if !is_own || open.is_empty() || (text == odd()[0] && !seen.insert((action.clone(), open.clone()))) {
                        break;
                    }
                    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (&**name, &**value)).collect();
                    fields.extend(open.iter().map(|name| (&**name, &*text)));
                    let reply = member.post(&action, &fields).await;
                    assert_told(&reply, &format!("{action} {open:?}: {}", text.chars().take(20).collect::<String>()));
                    posted += 1;
                }
            }
        }
        assert!(posted > 100, "{posted}");
    }

    async fn odd_words_in_every_query_are_taken_or_refused(app: TestApp) {
        const NAMES: [&str; 26] = [
            "after", "before", "beside", "blocked", "campaign", "country", "deleted", "domain", "done", "from", "lang",
            "name", "network", "of", "party", "period", "province", "reason", "region", "riding", "saved", "show",
            "state", "then", "to", "undo",
        ];
        let (estate, _) = neighbours(&app).await;
        let odd = ["%00", "%ff", "%ED%A0%80", "-1", "99999999999999999999", "9999-12-31", "0001-01-01", "%27%22%3E%25_%5C", "%F0%9F%92%A3"];
        for (method, route, asks, _) in ALL.iter().copied().flatten() {
            let Asks::Right(act) = asks else { continue };
            if *method != "GET" || route.ends_with("/live") {
                continue;
            }
            let (path, member) = (estate.at(route), estate.who_may(*act));
            for text in odd {
                let query: Vec<String> = NAMES.iter().map(|name| format!("{name}={text}")).collect();
                let reply = member.get(&format!("{path}?{}", query.join("&"))).await;
                assert_told(&reply, &format!("{path}: all {text}"));
                if !reply.status.is_client_error() {
                    continue;
                }
                // One is refused: the others are tried alone.
                for name in NAMES {
                    let reply = member.get(&format!("{path}?{name}={text}")).await;
                    assert_told(&reply, &format!("{path}: {name}={text}"));
                }
            }
        }
        for path in ["/studio/campaigns/%ff", "/studio/campaigns/%00", "/studio/messages/%00", "/studio/campaigns/a%2fb/edit/%00"] {
            let reply = estate.who_may(Act::MakeCampaigns).get(path).await;
            assert!(reply.status.is_client_error(), "{path}: {}", reply.status);
        }
    }

    async fn a_form_with_a_file_has_one_file_and_no_more_text_than_another(app: TestApp) {
        let (estate, _) = neighbours(&app).await;
        let (maker, path) = (estate.who_may(Act::MakeCampaigns), format!("/studio/campaigns/{}/pictures", estate.slug));
        let form = [("content-type", "multipart/form-data; boundary=edge")];
        let part = |name: &str, more: &str, value: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n")
        };
        let many: String = (0..6).map(|n| part(&format!("f{n}"), "", &"x".repeat(60_000))).collect();
        let file = part("picture", "; filename=\"a\"", "GIF89a");
        for (body, expected) in [
            (format!("{many}{file}--edge--\r\n"), 413),
            (format!("{file}{file}--edge--\r\n"), 400),
            (part("words-en", "", "a\0b") + "--edge--\r\n", 400),
            (part("words-en", "", "a") + &part("words-en", "", "b") + "--edge--\r\n", 400),
            (format!("{file}--edge--\r\n"), 422),
            (file.clone(), 400),
        ] {
            let reply = maker.send_raw(Method::POST, &path, &form, body.into_bytes()).await;
            assert_eq!(reply.status.as_u16(), expected, "{}", reply.body);
            assert_told(&reply, "a form with a file");
        }
    }

    async fn fields_without_number_and_without_end_are_refused_or_bounded(app: TestApp) {
        let (estate, _) = neighbours(&app).await;
        let maker = estate.who_may(Act::MakeCampaigns);
        let many: Vec<String> = (0..10_000).map(|n| format!("f{n}=x&")).collect();
        let form = [("content-type", FORM)];
        let long = format!("title={}", "x".repeat(1_000_000));
        let refused = maker.send_raw(Method::POST, "/studio/campaigns/new", &form, long.into_bytes()).await;
        assert_eq!(refused.status.as_u16(), 413);
        assert_told(&refused, "a megabyte");
        let refused = maker.send_raw(Method::POST, "/studio/campaigns/new", &form, many.concat().into_bytes()).await;
        assert_eq!(refused.status.as_u16(), 422);
        // The editor takes long texts, and no more rows than a list has.
        let text = format!("/studio/campaigns/{}/edit/text", estate.slug);
        let rows: Vec<String> = (0..10_000).map(|n| format!("demands.{n}.en=Demand&demands.{n}.id={n}&")).collect();
        let rows = rows.concat();
        for count in ["10000", "4294967295", "18446744073709551615", "-1", "1e9"] {
            let page = maker.get(&text).await.expect(200).body;
            let (_, hidden, _) = forms(&page).into_iter().find(|(action, ..)| *action == text).unwrap();
            let body = format!("revision={}&demands.rows={count}&{rows}", hidden["revision"]);
            let reply = maker.send_raw(Method::POST, &text, &form, body.into_bytes()).await;
            assert!(matches!(reply.status.as_u16(), 303 | 422), "{count}: {}", reply.status);
            maker.get(&text).await.expect(200);
        }
    }
}
