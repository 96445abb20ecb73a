//! Setting text: every script shaped, mixed directions in their order, broken into lines of a width.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use parley::style::{FontFamily, FontFamilyName, FontWeight};
use parley::{
    Alignment, AlignmentOptions, FontContext, Layout, LayoutContext, LineHeight, OverflowWrap,
    PositionedLayoutItem, StyleProperty,
};

use super::fonts;
use super::geometry::{Point, Size};
use super::mark::{Glyph, Ink, Mark, Run};

/// Text is shaped at this size once; lengths at any other size follow by proportion.
const SHAPED: f32 = 10.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// `Start` is left for a paragraph that begins with a word from left to right, else right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    End,
    Left,
    Right,
    Centre,
}

/// How large, how far apart, and in which ink lines are drawn. Points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    pub size: f32,
    /// From line to line.
    pub leading: f32,
    pub align: Align,
    pub ink: Ink,
}

impl Style {
    /// With lines apart as is easy to read.
    pub const fn of(size: f32) -> Self {
        Self { size, leading: size * 1.35, align: Align::Start, ink: Ink::Black }
    }

    #[must_use]
    pub const fn leading(mut self, leading: f32) -> Self {
        self.leading = leading;
        self
    }

    #[must_use]
    pub const fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    #[must_use]
    pub const fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }
}

/// A text with the glyphs it is made of, not yet broken into lines.
pub struct Shaped {
    paragraphs: Vec<Paragraph>,
}

struct Paragraph {
    text: Arc<str>,
    /// None for an empty line.
    layout: Option<Layout<()>>,
}

struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
}

thread_local! {
    // What has been looked up for one text helps the next one.
    static SETTER: RefCell<Setter> =
        RefCell::new(Setter { fonts: fonts::context(), layouts: LayoutContext::new() });
}

/// Shapes a text of any length in any scripts. Each of its lines is a paragraph of its own.
pub fn shape(text: &str, weight: Weight) -> Shaped {
    let paragraph = |line: &str| {
        let text: Arc<str> = line.into();
        let layout = (!line.trim().is_empty())
            .then(|| SETTER.with(|setter| setter.borrow_mut().lay_out(&text, weight)));
        Paragraph { text, layout }
    };
    Shaped { paragraphs: text.split('\n').map(paragraph).collect() }
}

impl Setter {
    fn lay_out(&mut self, text: &str, weight: Weight) -> Layout<()> {
        let families: Vec<_> = fonts::FAMILIES.iter().map(|name| FontFamilyName::named(name)).collect();
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
        builder.push_default(StyleProperty::FontSize(SHAPED));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.0)));
        // A word that is longer than a line breaks where the line ends, and is a word all the same where words are measured.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        builder.push_default(StyleProperty::FontWeight(match weight {
            Weight::Regular => FontWeight::NORMAL,
            Weight::Bold => FontWeight::BOLD,
        }));
        builder.build(text)
    }
}

impl Shaped {
    /// Breaks the text at this size into lines no longer than this; returns how many lines that is.
    pub fn break_at(&mut self, size: f32, width: f32) -> usize {
        let width = width * SHAPED / size;
        let mut lines = 0;
        for paragraph in &mut self.paragraphs {
            lines += paragraph.layout.as_mut().map_or(1, |layout| {
                layout.break_all_lines(Some(width));
                layout.len().max(1)
            });
        }
        lines
    }

    /// How wide the text is at this size, in as many lines as it has of itself.
    pub fn width(&mut self, size: f32) -> f32 {
        let widths =
            self.paragraphs.iter_mut().filter_map(|paragraph| paragraph.layout.as_mut()).map(|layout| {
                layout.break_all_lines(None);
                layout.width()
            });
        widths.fold(0.0, f32::max) * size / SHAPED
    }

    /// The longest line at this size, as the text was broken last: longer than asked where one letter alone is.
    pub fn longest_line(&self, size: f32) -> f32 {
        let widths = self.paragraphs.iter().filter_map(|paragraph| paragraph.layout.as_ref());
        widths.map(Layout::width).fold(0.0, f32::max) * size / SHAPED
    }

    /// How wide the widest piece of the text is at this size that a line does not break of itself.
    pub fn widest_word(&self, size: f32) -> f32 {
        let layouts = self.paragraphs.iter().filter_map(|paragraph| paragraph.layout.as_ref());
        layouts.map(|layout| layout.calculate_content_widths().min).fold(0.0, f32::max) * size / SHAPED
    }

    /// The largest of some sizes, from the first down to the last by halves of a point, at which the text stands in `room` without
    /// a word being cut; the last where none is. `leading` is a part of the size.
    #[expect(clippy::cast_precision_loss, reason = "a page has some dozen lines")]
    pub fn fit(&mut self, room: Size, (largest, smallest): (f32, f32), leading: f32) -> f32 {
        let mut size = largest;
        while size > smallest {
            let height = self.break_at(size, room.width) as f32 * size * leading;
            if height <= room.height && self.widest_word(size) <= room.width {
                return size;
            }
            size -= 0.5;
        }
        smallest
    }

    /// Draws the text in lines no longer than `width`, from the upper left corner given. Returns the marks and the height.
    pub fn draw(&mut self, at: Point, width: f32, style: Style) -> (Vec<Mark>, f32) {
        self.draw_some(at, (width, usize::MAX), style)
    }

    /// The same, but no more than so many lines.
    pub fn draw_some(&mut self, at: Point, (width, most): (f32, usize), style: Style) -> (Vec<Mark>, f32) {
        self.draw_lines(at, (width, 0..most), style)
    }

    /// The same, but of its lines only these, counted from 0: what is left of a text on the next page.
    pub fn draw_lines(
        &mut self,
        at: Point,
        (width, lines): (f32, Range<usize>),
        style: Style,
    ) -> (Vec<Mark>, f32) {
        self.break_at(style.size, width);
        let (mut marks, mut y, mut number) = (Vec::new(), at.y, 0);
        for paragraph in &mut self.paragraphs {
            let Some(layout) = &mut paragraph.layout else {
                y += if lines.contains(&number) { style.leading } else { 0.0 };
                number += 1;
                continue;
            };
            layout.align(alignment(style.align), AlignmentOptions::default());
            for line in layout.lines() {
                number += 1;
                if !lines.contains(&(number - 1)) {
                    continue;
                }
                // All lines stand on the same grid, whatever the heights of their scripts.
                let base = y + style.leading / 2.0 + style.size * 0.33;
                for item in line.items() {
                    let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                    let x = at.x + run.offset() * style.size / SHAPED;
                    let run = glyphs(run.run(), &paragraph.text, style.size, Point { x, y: base });
                    marks.push(Mark::Text(run, style.ink));
                }
                y += style.leading;
            }
        }
        (marks, y - at.y)
    }

    /// The characters that no face has.
    pub fn uncovered(&mut self) -> BTreeSet<char> {
        let mut found = BTreeSet::new();
        for paragraph in &mut self.paragraphs {
            let Some(layout) = &mut paragraph.layout else { continue };
            if layout.is_empty() {
                layout.break_all_lines(None);
            }
            let clusters = layout.lines().flat_map(|line| line.runs()).flat_map(|run| run.clusters());
            for cluster in clusters.filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0)) {
                let text = paragraph.text.get(cluster.text_range()).unwrap_or_default();
                found.extend(text.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
            }
        }
        found
    }
}

fn alignment(align: Align) -> Alignment {
    match align {
        Align::Start => Alignment::Start,
        Align::End => Alignment::End,
        Align::Left => Alignment::Left,
        Align::Right => Alignment::Right,
        Align::Centre => Alignment::Center,
    }
}

fn glyphs(run: &parley::Run<'_, ()>, text: &Arc<str>, size: f32, at: Point) -> Run {
    let mut glyphs: Vec<Glyph> = Vec::new();
    for cluster in run.visual_clusters() {
        if cluster.is_ligature_continuation() {
            if let Some(last) = glyphs.last_mut() {
                let more = cluster.text_range();
                last.of = last.of.start.min(more.start)..last.of.end.max(more.end);
            }
            continue;
        }
        glyphs.extend(cluster.glyphs().map(|glyph| Glyph {
            id: glyph.id,
            advance: glyph.advance / SHAPED,
            x: glyph.x / SHAPED,
            y: glyph.y / SHAPED,
            of: cluster.text_range(),
        }));
    }
    Run { face: run.font().clone(), size, at, glyphs, text: text.clone() }
}
