//! Bars, drawn to a common scale.

use crate::documents::geometry::{Point, Rect, Size};
use crate::documents::mark::{Ink, Mark};
use crate::documents::text::{Align, Style, Weight, shape};

/// What a bar stands for: its label, its number in words, and its length.
pub struct Bar {
    pub label: String,
    pub told: String,
    pub many: i64,
}

const ROW: f32 = 15.0;
const LABEL: f32 = 0.38;
/// How far apart the two lines of a long label are, as a part of their size.
const TIGHT: f32 = 1.15;

#[expect(clippy::cast_precision_loss, reason = "a bar is drawn to a thousandth at the best")]
fn share(many: i64, most: i64) -> f32 {
    many.max(0) as f32 / most.max(1) as f32
}

/// Bars below each other, each with its label before it and its number behind it. Returns how high they are.
pub fn lying(bars: &[Bar], at: Point, width: f32) -> (Vec<Mark>, f32) {
    let most = bars.iter().map(|bar| bar.many).max().unwrap_or(0);
    let (mut marks, mut y) = (Vec::new(), at.y);
    let (left, room) = (at.x + width * LABEL, width * (1.0 - LABEL) - 60.0);
    for bar in bars {
        let style = Style::of(9.0).leading(ROW).align(Align::Left);
        let (mut label, wide) = (shape(&bar.label, Weight::Regular), width * LABEL - 8.0);
        let fitted = label.fit(Size { width: wide, height: ROW }, (9.0, 6.5), TIGHT);
        let style_of =
            if fitted < 9.0 { Style::of(fitted).leading(fitted * TIGHT).align(Align::Left) } else { style };
        marks.extend(label.draw_some(Point { x: at.x, y }, (wide, 2), style_of).0);
        let length = (room * share(bar.many, most)).max(0.5);
        marks.push(Mark::Area { of: Rect::new(left, y + 3.0, length, ROW - 6.0), ink: Ink::Grey });
        let number = Point { x: left + length + 5.0, y };
        marks.extend(shape(&bar.told, Weight::Regular).draw_some(number, (70.0, 1), style).0);
        y += ROW;
    }
    (marks, y - at.y)
}

/// Bars beside each other on one line, the first and the last with their labels, and the highest with its number.
pub fn standing(bars: &[Bar], at: Point, (width, height): (f32, f32)) -> Vec<Mark> {
    let most = bars.iter().map(|bar| bar.many).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "a campaign has some hundred weeks")]
    let step = width / bars.len().max(1) as f32;
    let (mut marks, mut areas, base) = (Vec::new(), Vec::new(), at.y + height - 16.0);
    let room = height - 32.0;
    let mut x = at.x;
    let style = Style::of(8.0).align(Align::Left).ink(Ink::Grey);
    let mut has_peak = false;
    for (number, bar) in bars.iter().enumerate() {
        let high = room * share(bar.many, most);
        areas.push(Rect::new(x, base - high, (step * 0.85).max(0.3), high));
        if bar.many == most && !has_peak {
            has_peak = true;
            let at = Point { x: x.min(at.x + width - 60.0), y: base - high - 13.0 };
            marks.extend(shape(&bar.told, Weight::Bold).draw_some(at, (60.0, 1), style).0);
        }
        if number == 0 || number + 1 == bars.len() {
            let left = if number == 0 { at.x } else { at.x + width - 110.0 };
            let style = if number == 0 { style } else { style.align(Align::Right) };
            let at = Point { x: left, y: base + 3.0 };
            if number == 0 || bars.len() > 3 {
                marks.extend(shape(&bar.label, Weight::Regular).draw_some(at, (110.0, 1), style).0);
            }
        }
        x += step;
    }
    marks.push(Mark::Areas { of: areas, ink: Ink::Grey });
    let (from, to) = (Point { x: at.x, y: base }, Point { x: at.x + width, y: base });
    marks.push(Mark::Rule { from, to, width: 0.7, ink: Ink::Black });
    marks
}
