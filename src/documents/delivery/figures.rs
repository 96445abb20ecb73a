//! How many signed, from where and when: a page of charts, and every number behind them.

use std::cmp::Reverse;

use super::Facts;
use super::charts::{Bar, lying, standing};
use super::flow::{Flow, MARGIN};
use crate::documents::geometry::Point;
use crate::documents::pdf::Unwritable;
use crate::domain::date::PartialDate;
use crate::i18n::{self, t};

/// So many bars lie below each other; the others are in the tables.
const BARS: usize = 14;
const CHART: f32 = 190.0;

pub fn pdf(facts: &Facts<'_>) -> Result<Vec<u8>, Unwritable> {
    let lang = facts.lang();
    let what = t!(lang, "package-figures");
    let mut flow = Flow::new(facts.paper(), lang, &facts.named(&what));
    flow.title(&what);
    kinds(&mut flow, facts);
    weeks_chart(&mut flow, facts);
    regions_chart(&mut flow, facts);
    for (dimension, title) in [
        ("region", t!(lang, "package-by-region")),
        ("riding", t!(lang, "package-by-riding")),
        ("country", t!(lang, "package-by-country")),
        ("week", t!(lang, "package-by-week")),
    ] {
        let parts = parts(facts, dimension);
        if parts.is_empty() {
            continue;
        }
        flow.head(&title);
        for (name, many) in parts {
            flow.row(&name, &i18n::number(lang, many));
        }
    }
    if facts.counts.parts.is_empty() {
        flow.paragraph(&t!(lang, "package-no-places"));
    }
    flow.finish()
}

fn week(facts: &Facts<'_>, monday: &str) -> String {
    let lang = facts.lang();
    let date = PartialDate::parse(monday).map(|date| i18n::date(lang, &date));
    date.map_or_else(|| facts.names.part("week", monday), |day| t!(lang, "package-week-of", day = day))
}

/// The parts of a dimension by name: weeks in their order, places with most first.
fn parts(facts: &Facts<'_>, dimension: &str) -> Vec<(String, i64)> {
    let Some(parts) = facts.counts.parts.get(dimension) else { return Vec::new() };
    if dimension == "week" {
        return parts.iter().map(|(monday, many)| (week(facts, monday), *many)).collect();
    }
    let mut all: Vec<_> =
        parts.iter().map(|(part, many)| (facts.names.part(dimension, part), *many)).collect();
    all.sort_by(|a, b| Reverse(a.1).cmp(&Reverse(b.1)).then_with(|| a.0.cmp(&b.0)));
    all
}

fn kinds(flow: &mut Flow, facts: &Facts<'_>) {
    let (lang, counts) = (facts.lang(), facts.counts);
    flow.row(&t!(lang, "package-online"), &i18n::number(lang, counts.online));
    flow.row(&t!(lang, "package-paper"), &i18n::number(lang, counts.paper));
    flow.row(&t!(lang, "package-postcards"), &i18n::number(lang, counts.postcards));
}

fn bar(facts: &Facts<'_>, (label, many): (String, i64)) -> Bar {
    Bar { label, told: i18n::number(facts.lang(), many), many }
}

fn weeks_chart(flow: &mut Flow, facts: &Facts<'_>) {
    let bars: Vec<Bar> = parts(facts, "week").into_iter().map(|one| bar(facts, one)).collect();
    if bars.len() < 2 {
        return;
    }
    let title = t!(facts.lang(), "package-chart-weeks");
    flow.head(&title);
    flow.need(CHART);
    let at = Point { x: MARGIN, y: flow.y };
    let marks = standing(&bars, at, (flow.width(), CHART));
    flow.figure(&title, CHART, marks);
}

fn regions_chart(flow: &mut Flow, facts: &Facts<'_>) {
    let bars: Vec<Bar> = parts(facts, "region").into_iter().take(BARS).map(|one| bar(facts, one)).collect();
    if bars.is_empty() {
        return;
    }
    let title = t!(facts.lang(), "package-chart-regions");
    flow.head(&title);
    let (_, height) = lying(&bars, Point { x: 0.0, y: 0.0 }, flow.width());
    flow.need(height);
    let (marks, height) = lying(&bars, Point { x: MARGIN, y: flow.y }, flow.width());
    flow.figure(&title, height + 8.0, marks);
}
