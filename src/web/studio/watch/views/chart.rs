use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::i18n;

/// The height of a drawing, in its own units.
const HEIGHT: i64 = 1000;
/// How wide a column is with the room around it.
const WIDTH: usize = 10;

/// Columns over time, and a line across each for what is compared with. The words around stand in the page, so that they
/// stay readable however small the drawing is.
pub struct Chart<'a> {
    pub lang: Lang,
    /// What it shows, for those who hear it.
    pub spoken: &'a str,
    pub counts: &'a [i64],
    pub beside: Option<&'a [i64]>,
    pub labels: &'a [String],
}

/// The next number above that is easily read, so that the highest column fills most of the room.
fn round_up(most: i64) -> i64 {
    const TENTHS: [i64; 10] = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];
    let mut unit = 1_i64;
    loop {
        let whole = TENTHS.into_iter().filter(|tenths| tenths * unit % 10 == 0);
        if let Some(round) = whole.map(|tenths| tenths.saturating_mul(unit) / 10).find(|n| *n >= most) {
            return round;
        }
        if unit > i64::MAX / 1000 {
            return most;
        }
        unit *= 10;
    }
}

/// How high a number stands; one that is not nothing can be seen.
fn height(n: i64, top: i64) -> i64 {
    let exact = i128::from(n.max(0)) * i128::from(HEIGHT) / i128::from(top.max(1));
    let exact = i64::try_from(exact).unwrap_or(HEIGHT);
    if n > 0 { exact.max(8) } else { 0 }
}

impl Chart<'_> {
    pub fn markup(&self) -> Markup {
        let all = self.counts.iter().chain(self.beside.unwrap_or_default());
        let top = round_up(all.copied().max().unwrap_or_default().max(1));
        let middle = (top % 2 == 0).then_some(top / 2);
        let last = self.labels.len().saturating_sub(1);
        let label = |at: usize| self.labels.get(at).map(String::as_str).unwrap_or_default();
        html! {
            div.plot {
                div.scale aria-hidden="true" {
                    span { (i18n::number(self.lang, top)) }
                    @if let Some(middle) = middle { span { (i18n::number(self.lang, middle)) } }
                    span { "0" }
                }
                (self.drawing(top))
            }
            div.axis aria-hidden="true" {
                span { (label(0)) }
                @if last >= 2 { span.middle { (label(last / 2)) } }
                @if last >= 1 { span { (label(last)) } }
            }
        }
    }

    fn drawing(&self, top: i64) -> Markup {
        let width = self.counts.len().max(1) * WIDTH;
        let line = |y: i64| html! { rect.grid x="0" y=(y) width=(width) height="4" {} };
        html! {
            svg.columns role="img" aria-label=(self.spoken) preserveAspectRatio="none"
                viewBox={ "0 0 " (width) " " (HEIGHT) } {
                (line(0))
                @if top % 2 == 0 { (line(HEIGHT / 2)) }
                @for (at, n) in self.counts.iter().enumerate() {
                    @let high = height(*n, top);
                    rect.column x=(at * WIDTH + 1) y=(HEIGHT - high) width=(WIDTH - 2) height=(high) {}
                }
                @for (at, n) in self.beside.unwrap_or_default().iter().enumerate() {
                    @let y = (HEIGHT - height(*n, top)).min(HEIGHT - 14);
                    rect.other x=(at * WIDTH) y=(y) width=(WIDTH) height="14" {}
                }
            }
        }
    }
}

/// A bar that fills its share of the width.
pub fn bar(n: i64, most: i64) -> Markup {
    html! {
        svg.bar-of aria-hidden="true" viewBox={ "0 0 " (HEIGHT) " 10" } preserveAspectRatio="none" {
            rect.column x="0" y="0" width=(height(n, most)) height="10" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{height, round_up};

    #[test]
    fn scales_end_at_round_numbers_and_one_of_a_million_is_seen() {
        for (most, top) in
            [(0, 1), (1, 1), (3, 3), (7, 8), (11, 12), (13, 15), (1101, 1200), (999_999, 1_000_000)]
        {
            assert_eq!(round_up(most), top, "{most}");
        }
        assert_eq!((height(1, 1_000_000), height(0, 10), height(5, 10)), (8, 0, 500));
        assert!(round_up(i64::MAX) > 0 && height(i64::MAX, i64::MAX) == 1000);
    }
}
