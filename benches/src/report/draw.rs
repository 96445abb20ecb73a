//! Drawing: light, labelled, in colours that colour-blind people tell apart (Okabe and Ito), and with marks besides colours.

use plotters::coord::ranged1d::{AsRangedCoord, ValueFormatter};
use plotters::prelude::*;

use crate::finding::Line;

pub const INK: RGBColor = RGBColor(0x1a, 0x1a, 0x1a);
pub const PALE: RGBColor = RGBColor(0xdd, 0xdd, 0xdd);
pub const GREY: RGBColor = RGBColor(0x99, 0x99, 0x99);
pub const BLUE: RGBColor = RGBColor(0x00, 0x72, 0xb2);
pub const RED: RGBColor = RGBColor(0xd5, 0x5e, 0x00);

const COLOURS: [RGBColor; 8] = [
    BLUE,
    RGBColor(0xe6, 0x9f, 0x00),
    RGBColor(0x00, 0x9e, 0x73),
    RED,
    RGBColor(0xcc, 0x79, 0xa7),
    RGBColor(0x56, 0xb4, 0xe9),
    INK,
    GREY,
];

const FONT: &str = "system-ui, sans-serif";

pub fn text(size: u32) -> TextStyle<'static> {
    (FONT, size).into_font().color(&INK)
}

/// A mark of its own for each line, since colour alone tells some readers nothing.
macro_rules! mark {
    ($n:expr, $colour:expr, $at:expr, |$one:ident| $draw:expr) => {
        match $n % 4 {
            0 => {
                let $one = Circle::new($at, 4, $colour.filled());
                $draw.map(|_| ())
            }
            1 => {
                let $one = TriangleMarker::new($at, 6, $colour.filled());
                $draw.map(|_| ())
            }
            2 => {
                let $one = Cross::new($at, 4, $colour.stroke_width(2));
                $draw.map(|_| ())
            }
            _ => {
                let $one = Circle::new($at, 5, $colour.stroke_width(2));
                $draw.map(|_| ())
            }
        }
    };
}

/// What a plot of lines needs to be understood.
pub struct Panel<'a> {
    pub title: &'a str,
    pub x: &'a str,
    pub y: &'a str,
    /// A line that is a limit, and what it says.
    pub limit: Option<(f64, &'a str)>,
    pub x_label: &'a dyn Fn(f64) -> String,
}

pub type Fault = anyhow::Error;

fn told<E: std::fmt::Display>(error: E) -> Fault {
    anyhow::anyhow!("drawing: {error}")
}

pub const WIDTH: u32 = 960;

/// Lines over two axes of any scale, with a legend beside them.
pub fn lines<X, Y>(panel: &Panel<'_>, lines: &[Line], x: X, y: Y) -> Result<String, Fault>
where
    X: AsRangedCoord<Value = f64>,
    Y: AsRangedCoord<Value = f64>,
    X::CoordDescType: ValueFormatter<f64> + Ranged<ValueType = f64>,
    Y::CoordDescType: ValueFormatter<f64> + Ranged<ValueType = f64>,
{
    const HEIGHT: u32 = 480;
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, HEIGHT)).into_drawing_area();
        area.fill(&WHITE).map_err(told)?;
        let (left, right) = area.split_horizontally(WIDTH - 290);
        let mut chart = ChartBuilder::on(&left)
            .caption(panel.title, text(20))
            .margin(16)
            .x_label_area_size(52)
            .y_label_area_size(76)
            .build_cartesian_2d(x, y)
            .map_err(told)?;
        chart
            .configure_mesh()
            .x_desc(panel.x)
            .y_desc(panel.y)
            .x_label_formatter(&|value| (panel.x_label)(*value))
            .y_label_formatter(&|value| short(*value))
            .axis_desc_style(text(15))
            .label_style(text(14))
            .axis_style(GREY)
            .bold_line_style(PALE)
            .light_line_style(TRANSPARENT)
            .draw()
            .map_err(told)?;
        if let Some((value, _)) = panel.limit {
            let (from, to) = span(lines);
            let dashed = DashedLineSeries::new([(from, value), (to, value)], 8, 6, RED.stroke_width(2));
            chart.draw_series(dashed).map_err(told)?;
        }
        for (n, line) in lines.iter().enumerate() {
            let colour = COLOURS[n % COLOURS.len()];
            let points = line.points.iter().copied();
            chart.draw_series(LineSeries::new(points, colour.stroke_width(2))).map_err(told)?;
            for point in marked(n, line) {
                let drawn = mark!(n, colour, point, |one| chart.draw_series(std::iter::once(one)));
                drawn.map_err(told)?;
            }
        }
        legend(&right, panel, lines)?;
        area.present().map_err(told)?;
    }
    Ok(svg)
}

/// Where a line has its marks: everywhere on a short one; on a long one here and there, not where its neighbours have theirs.
fn marked(n: usize, line: &Line) -> impl Iterator<Item = (f64, f64)> {
    let step = if line.points.len() < 12 { 1 } else { line.points.len() / 8 };
    line.points.iter().skip(n % step.min(4)).step_by(step).copied()
}

type Canvas<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn legend(area: &Canvas<'_>, panel: &Panel<'_>, lines: &[Line]) -> Result<(), Fault> {
    let mut y = 64;
    for (n, line) in lines.iter().enumerate() {
        let colour = COLOURS[n % COLOURS.len()];
        area.draw(&PathElement::new(vec![(0, y), (28, y)], colour.stroke_width(2))).map_err(told)?;
        mark!(n, colour, (14, y), |one| area.draw(&one)).map_err(told)?;
        area.draw(&Text::new(line.name.clone(), (36, y - 8), text(14))).map_err(told)?;
        y += 26;
    }
    if let Some((_, words)) = panel.limit {
        let dashes = [0, 11, 22].map(|x| PathElement::new(vec![(x, y), (x + 6, y)], RED.stroke_width(2)));
        for dash in dashes {
            area.draw(&dash).map_err(told)?;
        }
        area.draw(&Text::new(words.to_owned(), (36, y - 8), text(14))).map_err(told)?;
    }
    Ok(())
}

/// From the least to the most x of all lines.
pub fn span(lines: &[Line]) -> (f64, f64) {
    let xs = || lines.iter().flat_map(|line| line.points.iter().map(|point| point.0));
    (xs().fold(f64::INFINITY, f64::min), xs().fold(f64::NEG_INFINITY, f64::max))
}

/// The most y of all lines.
pub fn top(lines: &[Line]) -> f64 {
    lines.iter().flat_map(|line| line.points.iter().map(|point| point.1)).fold(0.0, f64::max)
}

/// A figure on an axis.
pub fn short(value: f64) -> String {
    match value {
        v if v >= 1e6 => format!("{}M", trim(v / 1e6)),
        v if v >= 1e3 => format!("{}k", trim(v / 1e3)),
        v => trim(v),
    }
}

fn trim(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Lines second by second, from nought.
pub fn series(panel: &Panel<'_>, of: &[Line]) -> Result<String, Fault> {
    let ((from, to), most) = (span(of), top(of) * 1.08);
    let x: std::ops::Range<f64> = from..to.max(from + 1.0);
    lines::<_, std::ops::Range<f64>>(panel, of, x, 0.0..most.max(1.0))
}

/// The same where little and much must both be seen: each line up is ten times more. Seconds without a figure are left out.
pub fn rare_and_slow(panel: &Panel<'_>, of: &[Line]) -> Result<String, Fault> {
    const LEAST: f64 = 0.5;
    let some = |line: &Line| {
        let points = line.points.iter().filter(|point| point.1 > 0.0);
        Line {
            name: line.name.clone(),
            points: points.map(|(second, took)| (*second, took.max(LEAST))).collect(),
        }
    };
    let of: Vec<Line> = of.iter().map(some).collect();
    let (from, to) = span(&of);
    let x: std::ops::Range<f64> = from.min(to)..to.max(from + 1.0);
    lines(panel, &of, x, (LEAST..top(&of).max(100.0) * 1.3).log_scale())
}

/// The drawing area of horizontal bars.
pub fn canvas(svg: &mut String, height: u32) -> Result<Canvas<'_>, Fault> {
    let area = SVGBackend::with_string(svg, (WIDTH, height)).into_drawing_area();
    area.fill(&WHITE).map_err(told)?;
    Ok(area)
}

/// One bar with its whisker from the smallest to the largest.
pub fn bar(
    area: &Canvas<'_>,
    (y, height): (i32, i32),
    colour: RGBColor,
    (x, to, whisker): (i32, i32, (i32, i32)),
) -> Result<(), Fault> {
    area.draw(&Rectangle::new([(x, y), (to, y + height)], colour.filled())).map_err(told)?;
    let middle = y + height / 2;
    let style = INK.stroke_width(1);
    area.draw(&PathElement::new(vec![(whisker.0, middle), (whisker.1, middle)], style)).map_err(told)?;
    for end in [whisker.0, whisker.1] {
        area.draw(&PathElement::new(vec![(end, middle - 4), (end, middle + 4)], style)).map_err(told)?;
    }
    Ok(())
}

pub fn word(area: &Canvas<'_>, words: &str, at: (i32, i32), size: u32) -> Result<(), Fault> {
    area.draw(&Text::new(words.to_owned(), at, text(size))).map_err(told)
}

pub fn upright(area: &Canvas<'_>, x: i32, (from, to): (i32, i32), colour: RGBColor) -> Result<(), Fault> {
    area.draw(&PathElement::new(vec![(x, from), (x, to)], colour.stroke_width(2))).map_err(told)
}
