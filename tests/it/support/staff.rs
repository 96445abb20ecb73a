use std::sync::atomic::{AtomicU32, Ordering};

use std::sync::Arc;

use postulo::actions::accounts::add::{New, add};
use postulo::actions::accounts::factor;
use postulo::actions::accounts::found::found;
use postulo::actions::accounts::{By, index};
use postulo::app::App;
use postulo::domain::account::FIRST_ORGANISATION;
use postulo::domain::email::EmailAddress;
use postulo::domain::password::Password;
use postulo::domain::role::Role;
use postulo::storage::{accounts, factors};
use reqwest::Method;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::actors::Reply;
use super::{TestApp, Visitor};

/// The password of everybody who works in the tests.
pub const PASSWORD: &str = "correct horse battery staple";

static NEXT: AtomicU32 = AtomicU32::new(0);

/// Somebody who works here, with a browser that keeps the cookies of the studio.
#[derive(Clone)]
pub struct Member {
    app: Arc<App>,
    visitor: Visitor,
    pub cookie: String,
    lang: String,
    pub email: String,
}

impl Member {
    fn headers(&self) -> Vec<(&'static str, String)> {
        vec![("cookie", format!("{}; postulo-language={}", self.cookie, self.lang))]
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[]).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(Method::POST, path, fields).await
    }

    pub async fn send(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut headers = self.headers();
        headers.push(("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0".into()));
        if method == Method::POST {
            headers.push(("content-type", "application/x-www-form-urlencoded".into()));
        }
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.visitor.send(method, path, &headers, body.into_bytes()).await
    }

    /// Sends whatever it is, with the cookies of the studio.
    pub async fn send_raw(&self, method: Method, path: &str, more: &[(&str, &str)], body: Vec<u8>) -> Reply {
        let headers = self.headers();
        let mut headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        headers.extend(more);
        self.visitor.send(method, path, &headers, body).await
    }

    /// Posts a form with a file, as a browser does.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Reply {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"a\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            file.0
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let mut headers = self.headers();
        headers.push(("content-type", "multipart/form-data; boundary=edge".into()));
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.visitor.send(Method::POST, path, &headers, body).await
    }

    /// The same browser with another cookie.
    pub fn with_cookie(&self, cookie: &str) -> Self {
        Self { cookie: cookie.to_owned(), ..self.clone() }
    }

    pub fn reading(self, lang: &str) -> Self {
        Self { lang: lang.to_owned(), ..self }
    }

    /// Logs in, on a network of their own; keeps the cookie that comes of it.
    pub async fn log_in(app: &TestApp, email: &str) -> Self {
        let (visitor, email) = (app.visitor(), email.to_owned());
        let mut member =
            Self { app: app.app.clone(), visitor, cookie: String::new(), lang: "en".into(), email };
        member.log_in_again().await;
        member
    }

    pub async fn log_in_again(&mut self) {
        let fields = [("email", self.email.clone()), ("password", PASSWORD.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = self.post("/studio/login", &fields).await.expect(303);
        self.keep(&reply);
        if reply.header("location") == "/studio" {
            return;
        }
        assert_eq!(reply.header("location"), "/studio/login/code");
        let code = self.code().await;
        let reply = self.post("/studio/login/code", &[("code", &code)]).await.expect(303);
        assert_eq!(reply.header("location"), "/studio");
        self.keep(&reply);
    }

    fn keep(&mut self, reply: &Reply) {
        reply.header("set-cookie").split(';').next().unwrap().clone_into(&mut self.cookie);
    }

    /// What their app shows. That a code is used once is put aside, so that the tests need not wait for the next one.
    pub async fn code(&self) -> String {
        let desk = self.app.desk();
        let account = account_id(&self.app, &self.email).await;
        let tx = desk.db.write().await.unwrap();
        entity::second_factor::Entity::update_many()
            .col_expr(entity::second_factor::Column::LastStep, Expr::value(0_i64))
            .filter(entity::second_factor::Column::AccountId.eq(account))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let found = factors::find(desk.db.read(), account).await.unwrap().expect("a second factor");
        factor::open(desk.vault, &found).unwrap().code(desk.now, 0).unwrap()
    }

    /// Whether they are still logged in.
    pub async fn is_in(&self) -> bool {
        let reply = self.get("/studio/sessions").await;
        if reply.status.as_u16() == 303 {
            assert_eq!(reply.header("location"), "/studio/login");
        }
        reply.status.as_u16() == 200
    }
}

async fn account_id(app: &App, email: &str) -> Uuid {
    let index = index(&app.desk(), &EmailAddress::parse(email).unwrap());
    accounts::find_by_email(app.tools.db.read(), index).await.unwrap().unwrap().account.id
}

impl TestApp {
    /// Makes an account, with a second factor where its role needs one; returns its address.
    pub async fn account(&self, role: Role, organisation: &str) -> String {
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let email = format!("{}{n}@work.example", role.as_str());
        let address = EmailAddress::parse(&email).unwrap();
        let password = Password::choose(PASSWORD).unwrap();
        let new = New { email: &address, password, role, organisation };
        let account = add(&self.app.desk(), new, By::Program("test")).await.unwrap();
        if role.sees_people() {
            factor::give(&self.app.desk(), account.id, By::Program("test")).await.unwrap();
        }
        email
    }

    pub async fn account_id(&self, email: &str) -> Uuid {
        account_id(&self.app, email).await
    }

    /// Somebody of the first organisation, logged in.
    pub async fn member(&self, role: Role) -> Member {
        Member::log_in(self, &self.account(role, FIRST_ORGANISATION).await).await
    }

    /// Another organisation, and somebody of it who is logged in.
    pub async fn member_elsewhere(&self, role: Role, organisation: &str) -> Member {
        found(&self.app.desk(), organisation, "Elsewhere", By::Program("test")).await.unwrap();
        Member::log_in(self, &self.account(role, organisation).await).await
    }
}
