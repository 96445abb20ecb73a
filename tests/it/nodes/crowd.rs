use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use postulo::actions::confirm_token;
use postulo::domain::lang::Lang;
use postulo::domain::moment::Moment;
use postulo::paths;
use postulo::storage::vault::Vault;
use postulo::tools::Tools;
use reqwest::Client;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::fleet::{sound_count, standing};
use super::until_within;
use crate::support::CAMPAIGN;

/// 2096, when no link of these tests is needed any more.
const LATE: Moment = Moment(4_000_000_000_000);

/// What was acknowledged, and what was not.
#[derive(Clone, Debug, Default)]
pub struct Went {
    pub signed: Vec<String>,
    pub confirmed: Vec<Uuid>,
    pub refused: Vec<String>,
}

/// People who sign and confirm one after the other until they are told to stop, each from a network of their own.
pub struct Crowd {
    hands: JoinSet<()>,
    went: Arc<Mutex<Went>>,
    stop: CancellationToken,
}

/// A browser, and where it goes.
#[derive(Clone)]
pub struct Hand {
    client: Client,
    vault: Arc<Vault>,
    urls: Arc<Vec<String>>,
    next: Arc<AtomicUsize>,
}

impl Hand {
    pub fn new(urls: Vec<String>, vault: Vault) -> Self {
        let client =
            Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        Self { client, vault: Arc::new(vault), urls: Arc::new(urls), next: Arc::default() }
    }

    fn url(&self) -> &str {
        &self.urls[self.next.fetch_add(1, Ordering::SeqCst) % self.urls.len()]
    }

    async fn post(&self, path: &str, network: &str, fields: &[(&str, &str)]) -> Result<String, String> {
        let url = self.url();
        let request = self.client.post(format!("{url}{path}")).header("x-forwarded-for", network);
        let answer = request.form(fields).send().await.map_err(|error| format!("{url}: {error:?}"))?;
        if answer.status().as_u16() != 303 {
            return Err(format!("{url}: {}", answer.status()));
        }
        Ok(answer.headers()["location"].to_str().unwrap().to_owned())
    }

    /// Signs at the next node, and returns the id of the row behind the waiting page.
    pub async fn sign(&self, name: &str, email: &str, code: &str, network: &str) -> Result<Uuid, String> {
        let fields = [("name", name), ("email", email), ("country", "CA"), ("postal_code", code)];
        let waiting = self.post(&format!("{CAMPAIGN}/sign"), network, &fields).await?;
        let token = waiting.split_once("waiting=").unwrap().1;
        Ok(self.vault.claims(token).unwrap().id)
    }

    /// Presses the button of the mail at the next node.
    pub async fn confirm(&self, campaign: i32, id: Uuid) -> Result<(), String> {
        let token = confirm_token(&self.vault, campaign, id, LATE);
        self.post(&paths::confirm(Lang::En, &token), "10.0.0.1", &[]).await.map(|_| ())
    }

    /// Somebody who signs, and confirms with the mail.
    async fn take_part(&self, n: usize, went: &Mutex<Went>) {
        let email = format!("s{n}@example.org");
        let network = format!("10.1.{}.{}", n / 250 % 250, n % 250);
        let went = |change: &dyn Fn(&mut Went)| change(&mut went.lock().unwrap());
        match self.sign("Anna Roy", &email, "K1A 0A6", &network).await {
            Ok(id) => {
                went(&|went| went.signed.push(email.clone()));
                match self.confirm(1, id).await {
                    Ok(()) => went(&|went| went.confirmed.push(id)),
                    Err(why) => went(&|went| went.refused.push(why.clone())),
                }
            }
            Err(why) => went(&|went| went.refused.push(why.clone())),
        }
    }
}

impl Crowd {
    /// So many at once.
    pub fn gather(hand: &Hand, at_once: usize) -> Self {
        let (went, stop) = (Arc::<Mutex<Went>>::default(), CancellationToken::new());
        let (mut hands, people) = (JoinSet::new(), Arc::new(AtomicUsize::new(0)));
        for _ in 0..at_once {
            let (hand, went, stop, people) = (hand.clone(), went.clone(), stop.clone(), people.clone());
            hands.spawn(async move {
                while !stop.is_cancelled() {
                    hand.take_part(people.fetch_add(1, Ordering::SeqCst), &went).await;
                }
            });
        }
        Self { hands, went, stop }
    }

    pub fn went(&self) -> Went {
        self.went.lock().unwrap().clone()
    }

    /// Waits until so many more have confirmed.
    pub async fn goes_on(&self, more: usize) {
        self.goes_on_within(30, more).await;
    }

    pub async fn goes_on_within(&self, seconds: u64, more: usize) {
        let before = self.went().confirmed.len();
        let have = async || self.went().confirmed.len() >= before + more;
        until_within(seconds, &format!("{more} more confirm"), have).await;
    }

    /// Whoever is at it ends; nobody new begins.
    pub async fn disperse(mut self) -> Went {
        self.stop.cancel();
        while let Some(hand) = self.hands.join_next().await {
            hand.unwrap();
        }
        self.went()
    }
}

/// Fails where something that was acknowledged is not in the database, or the count is not exact.
pub async fn assert_nothing_lost(tools: &Tools, went: &Went) {
    let stored = standing(tools).await;
    let addresses: HashSet<_> = stored.iter().map(|(_, _, email)| email).collect();
    assert_eq!(addresses.len(), stored.len(), "nobody stands twice");
    let lost: Vec<_> = went.signed.iter().filter(|email| !addresses.contains(email)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let counted: HashSet<_> = stored.iter().filter(|(_, counted, _)| *counted).map(|(id, _, _)| id).collect();
    let lost: Vec<_> = went.confirmed.iter().filter(|id| !counted.contains(id)).collect();
    assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
    assert_eq!(sound_count(tools).await, i64::try_from(counted.len()).unwrap());
}
