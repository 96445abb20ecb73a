use super::Report;
use crate::figures::{Bound, Limit, Spread};
use crate::finding::{Finding, Measure};

/// A figure as people read it: three digits that matter, thousands apart.
pub fn figure(value: f64) -> String {
    if value.abs() < 9.995 {
        return format!("{value:.2}");
    }
    if value.abs() < 99.95 {
        return format!("{value:.1}");
    }
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 && digit != '-' {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

pub fn with_unit(spread: Option<Spread>, unit: &str) -> String {
    spread.map_or_else(String::new, |spread| format!("{} {unit}", figure(spread.median)))
}

pub fn ratio(spread: Option<Spread>) -> String {
    spread.map_or_else(String::new, |spread| {
        format!("{:.2} ({:.2}–{:.2})", spread.median, spread.min, spread.max)
    })
}

pub fn limit(limit: Option<(Measure, Limit)>, unit: &str) -> String {
    let Some((measure, limit)) = limit else { return String::new() };
    let sign = if limit.bound == Bound::AtLeast { '≥' } else { '≤' };
    let unit = if measure == Measure::Product { format!(" {unit}") } else { String::new() };
    format!("{sign} {}{unit}", limit.value)
}

pub const fn verdict(holds: Option<bool>) -> &'static str {
    match holds {
        Some(true) => "holds",
        Some(false) => "MISSED",
        None => "–",
    }
}

pub const HEADINGS: [&str; 6] = ["Work", "Product", "Comparison", "Ratio: median (min–max)", "Limit", ""];

pub fn cells(finding: &Finding) -> [String; 6] {
    let work = if finding.against.is_empty() {
        finding.work.clone()
    } else {
        format!("{} / {}", finding.work, finding.against)
    };
    [
        work,
        with_unit(finding.product, finding.unit),
        with_unit(finding.comparison, finding.unit),
        ratio(finding.ratio),
        limit(finding.limit, finding.unit),
        verdict(finding.holds).to_owned(),
    ]
}

/// The table, on the terminal.
pub fn print(report: &Report) {
    let rows: Vec<[String; 6]> = report.findings.iter().map(cells).collect();
    let headings = HEADINGS.map(str::to_owned);
    let width = |column: usize| {
        let all = std::iter::once(&headings).chain(&rows);
        all.map(|row| row[column].chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headings.len()).map(width).collect();
    println!("\n{}", report.machine.words());
    println!(
        "{} rounds in turn, {} s each, {:.0} min in all\n",
        report.rounds, report.seconds, report.minutes
    );
    for row in std::iter::once(&headings).chain(&rows) {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        println!("{}", cells.join("  ").trim_end());
    }
    for failure in &report.failures {
        println!("FAILED  {failure}");
    }
}

#[cfg(test)]
mod tests {
    use super::{figure, limit, ratio};
    use crate::figures::{Limit, Spread};
    use crate::finding::Measure;

    #[test]
    fn figures_are_short_and_read_well() {
        let shown = [0.284, 9.996, 60.0, 250.4, 93_000.0, 1_234_567.0].map(figure);
        assert_eq!(shown, ["0.28", "10.0", "60.0", "250", "93,000", "1,234,567"]);
        assert_eq!(ratio(Spread::of(&[0.5, 0.7, 0.6])), "0.60 (0.50–0.70)");
        assert_eq!(limit(Some((Measure::Product, Limit::at_most(250.0))), "ms"), "≤ 250 ms");
        assert_eq!(limit(Some((Measure::Ratio, Limit::at_least(0.7))), "/s"), "≥ 0.7");
    }
}
