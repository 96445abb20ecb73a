//! Settings that are sound one by one and make no sense together.

use super::Chart;
use crate::settings::Settings;

pub fn look(chart: &mut Chart, settings: &Settings) {
    let before = chart.0.len();
    address(chart, settings);
    proxies(chart, settings);
    operator(chart, settings);
    if chart.0.len() == before {
        chart.ok(
            "settings",
            format!(
                "{} behind {} trusted proxies",
                settings.http.public_url,
                settings.http.trusted_proxies.len()
            ),
        );
    }
}

fn host(url: &str) -> &str {
    url.split("://").nth(1).unwrap_or_default().split([':', '/']).next().unwrap_or_default()
}

fn is_local(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost") || host.starts_with("127.")
}

fn address(chart: &mut Chart, settings: &Settings) {
    let url = &settings.http.public_url;
    if is_local(host(url)) {
        chart.warn(
            "settings",
            format!("http.public_url is {url}: links in mails lead nowhere"),
            "set it to the address that people use",
        );
    } else if !url.starts_with("https://") {
        chart.warn(
            "settings",
            "http.public_url is not https://: names and addresses travel in the open",
            "let a proxy do TLS and set the https:// address",
        );
    }
}

fn proxies(chart: &mut Chart, settings: &Settings) {
    let http = &settings.http;
    if http.trusted_proxies.iter().any(|network| network.prefix_len() == 0) {
        chart.fail(
            "settings",
            "http.trusted_proxies trusts the whole internet: anybody can claim any address and pass every limit",
            "name only the addresses from which your proxy connects",
        );
    } else if http.trusted_proxies.is_empty() && http.public_url.starts_with("https://") {
        chart.warn(
            "settings",
            "http.trusted_proxies is empty although a proxy must do TLS: all visitors count as one network and soon get 429",
            "name the address from which the proxy connects, such as 127.0.0.1",
        );
    }
    if !http.bind.ip().is_loopback() && http.public_url.starts_with("https://") {
        chart.warn(
            "settings",
            format!(
                "http.bind is {}: whoever reaches that port goes around the proxy, in the open",
                http.bind
            ),
            "bind to 127.0.0.1, or let a firewall admit only the proxy",
        );
    }
}

fn operator(chart: &mut Chart, settings: &Settings) {
    let operator = &settings.operator;
    let missing: Vec<&str> = [
        (
            "operator.privacy_email",
            operator.privacy_email.is_empty() || operator.privacy_email.ends_with("@localhost"),
        ),
        ("operator.privacy_officer", operator.privacy_officer.is_empty()),
        ("operator.address", operator.address.is_empty()),
    ]
    .into_iter()
    .filter_map(|(name, missing)| missing.then_some(name))
    .collect();
    if !missing.is_empty() {
        chart.warn(
            "settings",
            format!("not set: {}", missing.join(", ")),
            "the privacy page and the mails must name who answers for the data",
        );
    }
}
