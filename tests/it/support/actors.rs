use std::sync::atomic::{AtomicU32, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, StatusCode};

use super::{Mail, TestApp};

static NEXT_NETWORK: AtomicU32 = AtomicU32::new(1);

/// An answer, read whole.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Fails unless the status is this one.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }
}

/// What somebody types into the form.
#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub country: String,
    pub postal_code: String,
    pub more: Vec<(String, String)>,
}

impl Person {
    pub fn new(name: &str, email: &str) -> Self {
        Self {
            name: name.into(),
            email: email.into(),
            country: "CA".into(),
            postal_code: "K1A 0A6".into(),
            more: Vec::new(),
        }
    }

    pub fn at(self, country: &str, postal_code: &str) -> Self {
        Self { country: country.into(), postal_code: postal_code.into(), ..self }
    }

    pub fn with(mut self, field: &str, value: &str) -> Self {
        self.more.push((field.into(), value.into()));
        self
    }

    fn fields(&self) -> Vec<(&str, &str)> {
        let mut fields = vec![
            ("name", &*self.name),
            ("email", &*self.email),
            ("country", &*self.country),
            ("postal_code", &*self.postal_code),
        ];
        fields.extend(self.more.iter().map(|(field, value)| (&**field, &**value)));
        fields
    }
}

/// The payload of a form that brings the solution of a challenge.
pub fn solution(challenge: &str) -> String {
    let challenge: altcha::Challenge = serde_json::from_str(challenge).unwrap();
    let solution = altcha::solve_challenge(altcha::SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
    let payload = altcha::Payload { challenge, solution };
    STANDARD.encode(serde_json::to_vec(&payload).unwrap())
}

/// Someone with a browser that keeps no cookies.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    url: String,
    network: String,
}

pub const CAMPAIGN: &str = "/en/campaigns/recognize-celil";

impl Visitor {
    pub fn new(url: &str) -> Self {
        let client = Client::builder().redirect(Policy::none()).no_proxy().build().unwrap();
        let n = NEXT_NETWORK.fetch_add(1, Ordering::SeqCst).to_be_bytes();
        Self { client, url: url.to_owned(), network: format!("10.{}.{}.{}", n[1], n[2], n[3]) }
    }

    pub fn on_network(self, network: &str) -> Self {
        Self { network: network.to_owned(), ..self }
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
        let mut request = self.client.request(method, format!("{}{path}", self.url)).body(body);
        request = request.header("x-forwarded-for", &self.network);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.bytes().await.unwrap().to_vec();
        Reply { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], Vec::new()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post_raw(path, body.into_bytes()).await
    }

    pub async fn post_raw(&self, path: &str, body: Vec<u8>) -> Reply {
        let form = [("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &form, body).await
    }

    /// Sends the form and returns the answer to it.
    pub async fn sign(&self, person: &Person) -> Reply {
        self.post(&format!("{CAMPAIGN}/sign"), &person.fields()).await
    }

    /// What the form's script does where it is asked to: fetches a challenge, solves it, and gives what the form will bring.
    pub async fn solve(&self) -> String {
        let challenge = self.get("/campaigns/recognize-celil/challenge").await.expect(200).body;
        solution(&challenge)
    }

    /// Signs; whether it was acknowledged. A connection that breaks is a no.
    pub async fn try_sign(&self, person: &Person) -> bool {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(person.fields()).finish();
        let request = self.client.post(format!("{}{CAMPAIGN}/sign", self.url)).body(body);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.send().await.is_ok_and(|response| response.status() == StatusCode::SEE_OTHER)
    }

    /// Signs and returns the address of the waiting page.
    pub async fn sign_well(&self, person: &Person) -> String {
        self.sign(person).await.expect(303).header("location").to_owned()
    }

    /// Signs, presses the button in the mail, and returns that mail.
    pub async fn sign_and_confirm(&self, app: &TestApp, person: &Person) -> Mail {
        self.sign_well(person).await;
        let mail = app.mail_to(&person.email).await;
        self.post(&mail.confirm_path(), &[]).await.expect(303);
        mail
    }

    /// The public count.
    pub async fn tally(&self) -> serde_json::Value {
        let reply = self.get("/campaigns/recognize-celil/tally.json").await.expect(200);
        serde_json::from_str(&reply.body).unwrap()
    }

    pub async fn counted(&self) -> i64 {
        self.tally().await["signatures"]["counted"].as_i64().unwrap()
    }
}
