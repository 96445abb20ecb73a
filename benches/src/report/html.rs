use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Report;
use super::table::{HEADINGS, cells, figure};
use crate::surge::Drill;

/// A plot: its file's name, what it shows, the drawing.
pub type Plot = (&'static str, String, String);

/// Its own style and nothing from anywhere else, so that it can be sent to somebody as one file.
const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:70rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}\
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}\
caption{text-align:left;color:#555;padding-bottom:.5rem}\
th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #ddd;vertical-align:top}\
td.n{white-space:nowrap}.missed{color:#a3310a;font-weight:600}.holds{color:#00603f}\
figure{margin:1rem 0}figcaption{color:#555}svg{max-width:100%;height:auto}small{color:#555;display:block;font-weight:400}";

fn document(title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { h1 { (title) } (body) }
        }
    }
}

fn drawings(plots: &[Plot]) -> Markup {
    html! {
        @for (_, caption, svg) in plots {
            figure { (PreEscaped(svg)) figcaption { (caption) } }
        }
    }
}

/// The report of the table.
pub fn page(report: &Report, plots: &[Plot]) -> Markup {
    let body = html! {
        p { (report.machine.words()) "." @if let Some(version) = &report.postgres { " " (version) "." } }
        p {
            "Product and comparison took turns, " (report.rounds) " rounds of " (report.seconds) " s. A ratio is taken within \
             its round; shown are the median and, in parentheses, the smallest and the largest. Load, service and database \
             share this machine, so absolute figures say less than ratios."
        }
        @for failure in &report.failures { p.missed { "Failed: " (failure) } }
        table {
            caption { "Every row against its limit" }
            thead { tr { @for heading in HEADINGS { th scope="col" { (heading) } } } }
            tbody { @for finding in &report.findings { (row(&cells(finding), &finding.notes)) } }
        }
        h2 { "Plots" }
        (drawings(plots))
        h2 { "Latencies" }
        (latencies(report))
    };
    document("Postulo, measured", &body)
}

fn row(cells: &[String; 6], notes: &[String]) -> Markup {
    let [work, figures @ .., verdict] = cells;
    html! {
        tr {
            th scope="row" { (work) @for note in notes { small { (note) } } }
            @for cell in figures { td.n { (cell) } }
            td.n.missed[verdict == "MISSED"].holds[verdict == "holds"] { (verdict) }
        }
    }
}

fn latencies(report: &Report) -> Markup {
    html! {
        table {
            caption { "Milliseconds, all rounds together" }
            thead { tr { th scope="col" { "Work" } @for heading in ["p50", "p90", "p99", "p99.9", "longest"] { th scope="col" { (heading) } } } }
            tbody {
                @for (name, took) in report.findings.iter().flat_map(|finding| &finding.latencies) {
                    tr {
                        th scope="row" { (name) }
                        @for value in [took.p50, took.p90, took.p99, took.p999, took.most] { td.n { (figure(value)) } }
                    }
                }
            }
        }
    }
}

/// The report of the drill.
pub fn surge_page(drill: &Drill, plots: &[Plot]) -> Markup {
    let body = html! {
        p { (drill.machine.words()) "." }
        p { (drill.words()) "." }
        p {
            "Arrivals by chance at a rate decided beforehand; nobody waits for the answer to another, and latency counts from \
             when a request was due."
        }
        h2 { "What came of each stage" }
        table {
            thead { tr { @for heading in crate::surge::HEADINGS { th scope="col" { (heading) } } } }
            tbody {
                @for line in drill.lines() {
                    tr { th scope="row" { (line[0]) } @for cell in &line[1..] { td.n { (cell) } } }
                }
            }
        }
        h2 { "Checks" }
        table {
            tbody {
                @for check in &drill.checks {
                    tr {
                        th scope="row" { (check.what) }
                        td { (check.seen) }
                        td.n.missed[!check.holds].holds[check.holds] { @if check.holds { "holds" } @else { "MISSED" } }
                    }
                }
            }
        }
        h2 { "Second by second" }
        (drawings(plots))
    };
    document("Postulo, a signing day", &body)
}
