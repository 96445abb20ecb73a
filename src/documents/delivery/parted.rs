//! From where those who signed are and when they signed: charts, and every number behind them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Names;
use super::charts::{Bar, lying, standing};
use super::flow::{Flow, MARGIN};
use crate::documents::geometry::Point;
use crate::domain::date::PartialDate;
use crate::domain::delivery::census::OTHER;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};

/// So many bars lie below each other; the others are in the tables.
const BARS: usize = 14;
const CHART: f32 = 190.0;

/// Counts by dimension and part, with what the parts are called.
pub struct Parted<'a> {
    pub names: Names<'a>,
    pub parts: &'a BTreeMap<String, BTreeMap<String, i64>>,
    /// What stands for those that are told together.
    pub other: String,
}

impl Parted<'_> {
    const fn lang(&self) -> Lang {
        self.names.lang
    }

    fn name(&self, dimension: &str, part: &str) -> String {
        if part == OTHER {
            return self.other.clone();
        }
        let date = PartialDate::parse(part).filter(|_| dimension == "week");
        match date.map(|date| i18n::date(self.lang(), &date)) {
            Some(day) => t!(self.lang(), "package-week-of", day = day),
            None => self.names.part(dimension, part),
        }
    }

    /// The parts of a dimension by name: weeks in their order, places with most first.
    fn parts(&self, dimension: &str) -> Vec<(String, i64)> {
        let Some(parts) = self.parts.get(dimension) else { return Vec::new() };
        let mut all: Vec<_> = parts.iter().map(|(part, many)| (self.name(dimension, part), *many)).collect();
        if dimension != "week" {
            all.sort_by(|a, b| Reverse(a.1).cmp(&Reverse(b.1)).then_with(|| a.0.cmp(&b.0)));
        }
        all
    }

    fn bars(&self, dimension: &str) -> impl Iterator<Item = Bar> {
        let lang = self.lang();
        let parts = self.parts(dimension).into_iter();
        parts.map(move |(label, many)| Bar { label, told: i18n::number(lang, many), many })
    }

    /// The charts, then the tables; that there are none where nothing may be told.
    pub fn draw(&self, flow: &mut Flow) {
        let lang = self.lang();
        self.weeks(flow);
        self.regions(flow);
        for (dimension, title) in [
            ("region", t!(lang, "package-by-region")),
            ("riding", t!(lang, "package-by-riding")),
            ("country", t!(lang, "package-by-country")),
            ("week", t!(lang, "package-by-week")),
        ] {
            let parts = self.parts(dimension);
            if parts.is_empty() {
                continue;
            }
            flow.head(&title);
            for (name, many) in parts {
                flow.row(&name, &i18n::number(lang, many));
            }
        }
        if self.parts.is_empty() {
            flow.paragraph(&t!(lang, "package-no-places"));
        }
    }

    fn weeks(&self, flow: &mut Flow) {
        let bars: Vec<Bar> = self.bars("week").collect();
        if bars.len() < 2 {
            return;
        }
        let title = t!(self.lang(), "package-chart-weeks");
        flow.head(&title);
        flow.need(CHART);
        let at = Point { x: MARGIN, y: flow.y };
        let marks = standing(&bars, at, (flow.width(), CHART));
        flow.figure(&title, CHART, marks);
    }

    fn regions(&self, flow: &mut Flow) {
        let bars: Vec<Bar> = self.bars("region").take(BARS).collect();
        if bars.is_empty() {
            return;
        }
        let title = t!(self.lang(), "package-chart-regions");
        flow.head(&title);
        let (_, height) = lying(&bars, Point { x: 0.0, y: 0.0 }, flow.width());
        flow.need(height);
        let (marks, height) = lying(&bars, Point { x: MARGIN, y: flow.y }, flow.width());
        flow.figure(&title, height + 8.0, marks);
    }
}
