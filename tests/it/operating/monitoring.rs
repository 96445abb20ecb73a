use std::collections::BTreeSet;
use std::path::Path;

use serde_norway::Value as Yaml;

/// What the dashboard and the alert rules may name.
pub const METRICS: [&str; 25] = [
    "postulo_build_info",
    "postulo_http_requests_total",
    "postulo_http_request_seconds",
    "postulo_intake_queue",
    "postulo_intake_group_size",
    "postulo_intake_commit_seconds",
    "postulo_intake_shed_total",
    "postulo_limited_total",
    "postulo_signed_total",
    "postulo_confirmed_total",
    "postulo_signatures",
    "postulo_watchers",
    "postulo_connections",
    "postulo_connections_refused_total",
    "postulo_mail_queued",
    "postulo_mail_oldest_seconds",
    "postulo_mail_ended_total",
    "postulo_mail_retried_total",
    "postulo_mail_paused",
    "postulo_database_wait_seconds",
    "postulo_database_up",
    "postulo_defence_state",
    "postulo_drift",
    "postulo_panics_total",
    "up",
];

const HISTOGRAMS: [&str; 4] = [
    "postulo_http_request_seconds",
    "postulo_intake_group_size",
    "postulo_intake_commit_seconds",
    "postulo_database_wait_seconds",
];

const LABELS: [&str; 12] = [
    "version", "route", "method", "status", "reason", "limit", "campaign", "lane", "end", "state", "le",
    "job",
];

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The metrics that a query names, each series of a histogram as its histogram; fails where it asks one for what it has not.
fn named(query: &str) -> BTreeSet<String> {
    let words = query.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let metrics = words.filter(|word| word.starts_with("postulo_"));
    metrics
        .map(|word| {
            let whole = HISTOGRAMS.iter().find(|name| word.starts_with(**name));
            let Some(whole) = whole else { return word.to_owned() };
            let series = &word[whole.len()..];
            assert!(
                ["_bucket", "_sum", "_count"].contains(&series),
                "{word} is a histogram's name alone: {query}"
            );
            (*whole).to_owned()
        })
        .collect()
}

/// What stands in braces before `=`, `!` or `~`, and in `by (…)`.
fn labels(query: &str) -> Vec<String> {
    let braces = query.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let matched =
        braces.flat_map(|inside| inside.split("\",")).filter_map(|one| one.split(['=', '!']).next());
    let grouped = query.split("by (").skip(1).filter_map(|rest| rest.split(')').next());
    let grouped = grouped.flat_map(|inside| inside.split(','));
    matched.chain(grouped).map(|label| label.trim().to_owned()).collect()
}

fn check(query: &str) -> BTreeSet<String> {
    let metrics = named(query);
    for metric in &metrics {
        assert!(METRICS.contains(&metric.as_str()), "{metric} is no metric of ours: {query}");
        let counts = metric.ends_with("_total");
        assert!(
            !counts || query.contains("rate(") || query.contains("increase("),
            "a counter on its own: {query}"
        );
    }
    for label in labels(query) {
        assert!(LABELS.contains(&label.as_str()), "`{label}` is no label of ours: {query}");
    }
    let balance = query.matches('(').count() == query.matches(')').count();
    assert!(balance && query.matches('{').count() == query.matches('}').count(), "{query}");
    metrics
}

#[test]
fn the_dashboard_and_the_alerts_name_metrics_that_there_are() {
    let dashboard: serde_json::Value = serde_json::from_str(&read("docs/monitoring/grafana.json")).unwrap();
    let panels = dashboard["panels"].as_array().unwrap();
    let mut used = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for panel in panels {
        assert!(ids.insert(panel["id"].as_u64().unwrap()), "an id twice: {panel}");
        for target in panel["targets"].as_array().into_iter().flatten() {
            used.extend(check(target["expr"].as_str().unwrap()));
        }
    }
    let forgotten: Vec<_> = METRICS.iter().filter(|name| **name != "up" && !used.contains(**name)).collect();
    assert!(forgotten.is_empty(), "the dashboard shows nothing of {forgotten:?}");
}

#[test]
fn every_alert_says_what_it_is_and_where_to_read_what_to_do() {
    let rules: Yaml = serde_norway::from_str(&read("docs/monitoring/alerts.yaml")).unwrap();
    let manual = read("docs/operating.md");
    let headings: BTreeSet<String> = manual
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            words
                .chars()
                .filter(|c| c.is_alphanumeric() || " -".contains(*c))
                .collect::<String>()
                .replace(' ', "-")
        })
        .collect();
    let mut names = BTreeSet::new();
    for group in rules["groups"].as_sequence().unwrap() {
        for rule in group["rules"].as_sequence().unwrap() {
            let text = |value: &Yaml| value.as_str().unwrap_or_else(|| panic!("{rule:?}")).to_owned();
            assert!(names.insert(text(&rule["alert"])), "{rule:?} twice");
            check(&text(&rule["expr"]));
            assert!(["page", "look"].contains(&text(&rule["labels"]["severity"]).as_str()));
            assert!(!text(&rule["annotations"]["summary"]).is_empty());
            let runbook = text(&rule["annotations"]["runbook"]);
            let anchor = runbook.strip_prefix("docs/operating.md#").unwrap();
            assert!(headings.contains(anchor), "docs/operating.md has no heading for #{anchor}");
        }
    }
    assert!(names.len() > 10);
}
