use plotters::prelude::IntoLogRange;

use super::Report;
use super::draw::{BLUE, Fault, GREY, PALE, Panel, RED, bar, canvas, lines, short, span, top, upright, word};
use super::html::Plot;
use super::table::figure;
use crate::figures::{Bound, Spread};
use crate::finding::{Finding, Line, Measure};

/// Every plot that this run has figures for.
pub fn all(report: &Report) -> Result<Vec<Plot>, Fault> {
    let of = |chosen: fn(&Finding) -> bool| -> Vec<&Finding> {
        report.findings.iter().filter(|finding| chosen(finding)).collect()
    };
    let lines = |chosen: fn(&Finding) -> bool| -> Vec<Line> {
        let curves = of(chosen).into_iter().flat_map(|finding| finding.curves.clone());
        curves.filter(|line| line.points.len() > 1).collect()
    };
    let mut plots = Vec::new();
    let ratios = of(is_held_to_a_ratio);
    if !ratios.is_empty() {
        let caption = "How near the product comes to its comparison. The red mark is the limit of the row.";
        plots.push(("ratios", caption.to_owned(), ratio_bars(&ratios)?));
    }
    let rates = of(|one| one.unit == "/s" && one.comparison.is_some());
    if !rates.is_empty() {
        let caption =
            "How much a second: the product in blue, its comparison in grey. Each row has its own scale.";
        plots.push(("throughput", caption.to_owned(), rate_bars(&rates)?));
    }
    let pages = lines(|one| one.key.starts_with("page"));
    let forms = lines(|one| !one.key.starts_with("page") && !one.key.starts_with("growth"));
    for (name, title, chosen) in [
        ("latency", "Latency of signing and confirming", forms),
        ("latency-pages", "Latency of pages", pages),
    ] {
        if !chosen.is_empty() {
            let caption = format!("{title}, by percentile: to the right are the slowest answers.");
            plots.push((name, caption, latency(title, &chosen)?));
        }
    }
    let growth: Vec<Line> = lines(|one| one.key.starts_with("growth")).iter().map(relative).collect();
    if !growth.is_empty() {
        let caption = "The same work as signatures grow, against the smallest size.";
        plots.push(("growth", caption.to_owned(), sizes(&growth)?));
    }
    Ok(plots)
}

fn is_held_to_a_ratio(finding: &Finding) -> bool {
    finding.ratio.is_some()
        && finding
            .limit
            .is_some_and(|(measure, limit)| measure == Measure::Ratio && limit.bound == Bound::AtLeast)
}

/// Where bars begin and how long they may be.
const LEFT: i32 = 400;
const LONGEST: i32 = 420;

fn along(value: f64, most: f64) -> i32 {
    LEFT + (value / most * f64::from(LONGEST)) as i32
}

fn whisker(spread: Spread, most: f64) -> (i32, i32) {
    (along(spread.min, most), along(spread.max, most))
}

fn ratio_bars(findings: &[&Finding]) -> Result<String, Fault> {
    const STEP: i32 = 40;
    let most = findings.iter().filter_map(|one| one.ratio).fold(1.0, |most: f64, ratio| most.max(ratio.max));
    let mut svg = String::new();
    {
        let height = 84 + STEP * findings.len() as i32;
        let area = canvas(&mut svg, height as u32)?;
        word(&area, "Product against comparison (1 = as fast)", (16, 14), 20)?;
        for tenth in (0..=(most * 10.0) as i32).step_by(2) {
            let x = along(f64::from(tenth) / 10.0, most);
            upright(&area, x, (48, height - 32), PALE)?;
            word(&area, &format!("{:.1}", f64::from(tenth) / 10.0), (x - 8, height - 26), 14)?;
        }
        for (n, finding) in findings.iter().enumerate() {
            let y = 56 + STEP * n as i32;
            let (Some(ratio), Some((_, limit))) = (finding.ratio, finding.limit) else { continue };
            word(&area, &finding.work, (16, y + 4), 14)?;
            bar(&area, (y, 22), BLUE, (LEFT, along(ratio.median, most), whisker(ratio, most)))?;
            upright(&area, along(limit.value, most), (y - 5, y + 27), RED)?;
            let right = along(ratio.max, most).max(along(limit.value, most)) + 10;
            word(&area, &format!("{:.2}, limit {}", ratio.median, limit.value), (right, y + 4), 14)?;
        }
    }
    Ok(svg)
}

fn rate_bars(findings: &[&Finding]) -> Result<String, Fault> {
    const STEP: i32 = 62;
    let mut svg = String::new();
    {
        let area = canvas(&mut svg, (60 + STEP * findings.len() as i32) as u32)?;
        word(&area, "How much a second", (16, 14), 20)?;
        for (n, finding) in findings.iter().enumerate() {
            let y = 54 + STEP * n as i32;
            let (Some(product), Some(comparison)) = (finding.product, finding.comparison) else { continue };
            let most = product.max.max(comparison.max);
            word(&area, &finding.work, (16, y), 14)?;
            word(&area, &format!("against: {}", finding.against), (16, y + 20), 13)?;
            for (offset, colour, spread) in [(0, BLUE, product), (22, GREY, comparison)] {
                let to = along(spread.median, most);
                bar(&area, (y + offset, 18), colour, (LEFT, to, whisker(spread, most)))?;
                let at = (along(spread.max, most) + 10, y + offset + 2);
                word(&area, &format!("{}/s", figure(spread.median)), at, 14)?;
            }
        }
    }
    Ok(svg)
}

/// By what share of answers was slower: each step to the right is ten times rarer.
fn latency(title: &str, of: &[Line]) -> Result<String, Fault> {
    let turned: Vec<Line> = of
        .iter()
        .map(|line| Line {
            name: line.name.clone(),
            points: line.points.iter().map(|(slower, took)| (1.0 / slower, took.max(0.01))).collect(),
        })
        .collect();
    let percentile = |rarity: f64| match rarity.log10().round() as i32 {
        0 => "fastest".to_owned(),
        1 => "p90".to_owned(),
        2 => "p99".to_owned(),
        3 => "p99.9".to_owned(),
        _ => "p99.99".to_owned(),
    };
    let panel = Panel { title, x: "percentile", y: "milliseconds", limit: None, x_label: &percentile };
    let least =
        turned.iter().flat_map(|line| line.points.iter().map(|point| point.1)).fold(f64::INFINITY, f64::min);
    let (_, right) = span(&turned);
    lines(&panel, &turned, (1.0..right.max(100.0)).log_scale(), (least * 0.8..top(&turned) * 1.3).log_scale())
}

/// Against the figure of the smallest size.
fn relative(line: &Line) -> Line {
    let first = line.points.first().map_or(1.0, |point| point.1).max(f64::MIN_POSITIVE);
    Line {
        name: line.name.clone(),
        points: line.points.iter().map(|(stored, rate)| (*stored, rate / first)).collect(),
    }
}

/// Ten thousand, a hundred thousand …; what lies between has a line and no room for a figure.
fn whole_decade(stored: f64) -> String {
    let decade = stored.log10();
    if (decade - decade.round()).abs() < 1e-6 { short(stored) } else { String::new() }
}

fn sizes(of: &[Line]) -> Result<String, Fault> {
    let panel = Panel {
        title: "Growth",
        x: "signatures stored",
        y: "against the smallest size",
        limit: Some((0.8, "limit: 0.8")),
        x_label: &whole_decade,
    };
    let (from, to) = span(of);
    lines(&panel, of, (from..to * 1.05).log_scale(), 0.0..top(of).max(1.0) * 1.15)
}
