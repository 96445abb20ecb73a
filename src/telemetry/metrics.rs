//! What an operator's Prometheus asks. It names campaigns and routes, never people.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use crate::domain::defence::Stance;

type Labels<const N: usize> = [(&'static str, String); N];

/// Everything that is measured. One for each service.
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels<3>, Counter>,
    request_seconds: Family<Labels<1>, Histogram, fn() -> Histogram>,
    routes: RwLock<HashMap<String, Arc<Route>>>,
    signed: Family<Labels<1>, Counter>,
    confirmed: Family<Labels<1>, Counter>,
    shed: Family<Labels<1>, Counter>,
    limited: Family<Labels<1>, Counter>,
    mail_ended: Family<Labels<1>, Counter>,
    mail_retried: Counter,
    panics: Counter,
    pub intake_queue: Gauge,
    pub group_size: Histogram,
    pub commit_seconds: Histogram,
    pub database_wait: Histogram,
    pub watchers: Gauge,
    pub connections: Gauge,
    pub refused_connections: Counter,
    seen: Seen,
}

/// What is read when it is asked for.
#[derive(Default)]
struct Seen {
    signatures: Family<Labels<1>, Gauge>,
    defence: Family<Labels<2>, Gauge>,
    queued: Family<Labels<1>, Gauge>,
    oldest: Family<Labels<1>, Gauge>,
    paused: Gauge,
    database_up: Gauge,
    drift: Gauge,
}

/// The figures of one route, found without making its labels anew.
struct Route {
    seconds: Histogram,
    /// By method and status.
    requests: RwLock<Vec<(&'static str, u16, Counter)>>,
}

fn seconds() -> Histogram {
    // From half a millisecond to 16 s.
    Histogram::new(exponential_buckets(0.0005, 2.0, 16))
}

fn count(family: &Family<Labels<1>, Counter>, label: &'static str, value: &str, by: u64) {
    family.get_or_create(&[(label, value.to_owned())]).inc_by(by);
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("postulo"),
            requests: Family::default(),
            request_seconds: Family::new_with_constructor(seconds as fn() -> Histogram),
            routes: RwLock::default(),
            signed: Family::default(),
            confirmed: Family::default(),
            shed: Family::default(),
            limited: Family::default(),
            mail_ended: Family::default(),
            mail_retried: Counter::default(),
            panics: Counter::default(),
            intake_queue: Gauge::default(),
            group_size: Histogram::new(exponential_buckets(1.0, 2.0, 11)),
            commit_seconds: seconds(),
            database_wait: seconds(),
            watchers: Gauge::default(),
            connections: Gauge::default(),
            refused_connections: Counter::default(),
            seen: Seen::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&mut self) {
        let build: Family<Labels<1>, Gauge> = Family::default();
        build.get_or_create(&[("version", env!("CARGO_PKG_VERSION").to_owned())]).set(1);
        let r = &mut self.registry;
        r.register("build_info", "The version that runs", build);
        r.register("http_requests", "Requests answered", self.requests.clone());
        r.register("http_request_seconds", "Time until an answer began", self.request_seconds.clone());
        r.register(
            "intake_queue",
            "Signings and confirmings that wait for their commit",
            self.intake_queue.clone(),
        );
        r.register("intake_group_size", "Signings and confirmings in one commit", self.group_size.clone());
        r.register("intake_commit_seconds", "Time of one commit", self.commit_seconds.clone());
        r.register("intake_shed", "What was not taken in, by reason", self.shed.clone());
        r.register("limited", "Requests over a limit", self.limited.clone());
        r.register("signed", "Forms taken in, repeated ones too", self.signed.clone());
        r.register("confirmed", "Signatures confirmed", self.confirmed.clone());
        r.register("signatures", "Signatures counted", self.seen.signatures.clone());
        r.register("defence_state", "1 for how a campaign is defended now", self.seen.defence.clone());
        r.register("watchers", "Open live streams", self.watchers.clone());
        r.register("connections", "Open connections", self.connections.clone());
        r.register(
            "connections_refused",
            "Connections over a network's share",
            self.refused_connections.clone(),
        );
        r.register("mail_queued", "Mails that wait, by lane", self.seen.queued.clone());
        r.register("mail_oldest_seconds", "How long the oldest mail has been due", self.seen.oldest.clone());
        r.register("mail_ended", "Mails by how they ended", self.mail_ended.clone());
        r.register("mail_retried", "Mails put back for another try", self.mail_retried.clone());
        r.register("mail_paused", "Whether staff have stopped the mail", self.seen.paused.clone());
        r.register("database_wait_seconds", "Time to get a write transaction", self.database_wait.clone());
        r.register("database_up", "Whether the database answers", self.seen.database_up.clone());
        r.register(
            "drift",
            "Places where count and signatures disagreed at the last recount",
            self.seen.drift.clone(),
        );
        r.register("panics", "Faults of the program that were caught", self.panics.clone());
    }

    /// An answer to a request. The route is its pattern, never its address.
    pub fn answered(&self, pattern: &str, method: &'static str, status: u16, took: Duration) {
        let route = self.route(pattern);
        route.seconds.observe(took.as_secs_f64());
        let of = |(known, code, _): &&(&str, u16, Counter)| *known == method && *code == status;
        if let Some((_, _, counter)) = read(&route.requests).iter().find(of) {
            counter.inc();
            return;
        }
        let labels =
            [("route", pattern.to_owned()), ("method", method.to_owned()), ("status", status.to_string())];
        let counter = self.requests.get_or_create_owned(&labels);
        counter.inc();
        route.requests.write().unwrap_or_else(PoisonError::into_inner).push((method, status, counter));
    }

    fn route(&self, pattern: &str) -> Arc<Route> {
        if let Some(route) = read(&self.routes).get(pattern) {
            return route.clone();
        }
        let seconds = self.request_seconds.get_or_create_owned(&[("route", pattern.to_owned())]);
        let route = Arc::new(Route { seconds, requests: RwLock::default() });
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        routes.entry(pattern.to_owned()).or_insert(route).clone()
    }

    pub fn signed(&self, campaign: &str, by: u64) {
        count(&self.signed, "campaign", campaign, by);
    }

    pub fn confirmed(&self, campaign: &str, by: u64) {
        count(&self.confirmed, "campaign", campaign, by);
    }

    /// `full` or `unavailable`.
    pub fn shed(&self, reason: &str) {
        count(&self.shed, "reason", reason, 1);
    }

    pub fn limited(&self, limit: &str) {
        count(&self.limited, "limit", limit, 1);
    }

    pub fn mail_ended(&self, end: &str) {
        count(&self.mail_ended, "end", end, 1);
    }

    pub fn mail_retried(&self) {
        self.mail_retried.inc();
    }

    /// A fault of the program that was caught, and cost no more than what it was at.
    pub fn panicked(&self) {
        self.panics.inc();
    }

    /// How many places disagreed at the last recount of all campaigns.
    pub fn drifted(&self, places: usize) {
        self.seen.drift.set(i64::try_from(places).unwrap_or(i64::MAX));
    }

    /// Takes in what is read at the moment of asking.
    pub fn see(&self, sight: &Sight<'_>) {
        let seen = &self.seen;
        for (campaign, counted) in &sight.signatures {
            seen.signatures.get_or_create(&[("campaign", (*campaign).to_owned())]).set(*counted);
        }
        for ((campaign, stance), other) in
            sight.defences.iter().flat_map(|now| Stance::ALL.map(|one| (*now, one)))
        {
            let labels = [("campaign", campaign.to_owned()), ("state", other.as_str().to_owned())];
            seen.defence.get_or_create(&labels).set((stance == other).into());
        }
        for (lane, queued, oldest) in &sight.mail {
            seen.queued.get_or_create(&[("lane", (*lane).to_owned())]).set(*queued);
            seen.oldest.get_or_create(&[("lane", (*lane).to_owned())]).set(*oldest);
        }
        seen.paused.set(sight.mail_is_paused.into());
        seen.database_up.set(sight.database_is_up.into());
    }

    /// The whole as OpenMetrics text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes what is written to it");
        text
    }
}

/// What is read at the moment of asking.
#[derive(Default)]
pub struct Sight<'a> {
    pub signatures: Vec<(&'a str, i64)>,
    pub defences: Vec<(&'a str, Stance)>,
    /// Lane, how many wait, and for how many seconds the oldest has been due.
    pub mail: Vec<(&'static str, i64, i64)>,
    pub mail_is_paused: bool,
    pub database_is_up: bool,
}

fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}
