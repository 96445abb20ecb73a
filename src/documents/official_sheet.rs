//! A bare sheet for a parliament: the text, and lines to sign on. Nothing else stands on it: no number, no mark, no address.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use super::geometry::{Placing, Point, Size, inches, mm};
use super::mark::{Ink, Mark};
use super::pdf::{About, Face, Page, Part, Pdf, Role, Unwritable};
use super::text::{Align, Style as Setting, Weight, shape};
use crate::domain::jurisdiction::sheet::{Order, Side};
use crate::domain::jurisdiction::text::PetitionText;
use crate::domain::jurisdiction::{Jurisdiction, Paper, Style};
use crate::domain::tag::Tag;

const MARGIN: f32 = mm(17.0);
/// Between the texts in two languages.
const GUTTER: f32 = mm(8.0);
/// A line that a hand can write on, at least and at most.
const ROW: f32 = mm(9.0);
const TALL_ROW: f32 = mm(11.0);
/// Where the text ends and the signatures begin.
const ABOVE_ROWS: f32 = mm(4.0);
/// The parts of the width for name, address and signature.
const COLUMNS: [f32; 3] = [0.29, 0.43, 0.28];
/// The sizes of the text that are tried, the largest first, until there is room for a good number of lines.
const SIZES: [f32; 5] = [11.0, 10.5, 10.0, 9.5, 9.0];
const GOOD: u32 = 8;
const HEAD: f32 = 8.0;
const RULE: f32 = 0.6;

/// A sheet as it is printed.
pub struct Sheet {
    pub size: Size,
    pub face: Face,
    /// How many may sign on it.
    pub lines: u32,
}

/// Why a text cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// So many lines of text too long for as many signatures as the parliament asks for.
    TooLong(u32),
    /// No face has these characters.
    Uncovered(BTreeSet<char>),
    /// It is not written in that language.
    Unwritten,
}

pub const fn size(paper: Paper) -> Size {
    match paper {
        Paper::Letter => Size { width: inches(8.5), height: inches(11.0) },
        Paper::A4 => Size { width: mm(210.0), height: mm(297.0) },
    }
}

/// Sets a sheet in one language, or in two beside each other.
pub fn lay_out(
    jurisdiction: &Jurisdiction,
    text: &PetitionText,
    tags: &[Tag],
    order: Order,
) -> Result<Sheet, Misfit> {
    let sides = jurisdiction.sides(text, tags, order);
    if sides.is_empty() || sides.len() != tags.len() {
        return Err(Misfit::Unwritten);
    }
    let uncovered: BTreeSet<char> = sides.iter().flat_map(uncovered).collect();
    if !uncovered.is_empty() {
        return Err(Misfit::Uncovered(uncovered));
    }
    let least = if order == Order::First { jurisdiction.signatures.first } else { 1 };
    let mut smallest = None;
    for letters in SIZES {
        let tried = Trial::set(size(jurisdiction.paper), &sides, letters);
        if tried.rows() >= GOOD.max(least) {
            return Ok(tried.finish(&sides));
        }
        smallest = Some(tried);
    }
    let tried = smallest.ok_or(Misfit::Unwritten)?;
    if tried.rows() < least { Err(Misfit::TooLong(tried.over(least))) } else { Ok(tried.finish(&sides)) }
}

fn uncovered(side: &Side) -> BTreeSet<char> {
    let texts = side.lines.iter().map(|line| &line.text).chain(&side.columns);
    texts.flat_map(|text| shape(text, Weight::Regular).uncovered()).collect()
}

/// The text at one size, before it is known how many lines are below it.
struct Trial {
    size: Size,
    letters: f32,
    face: Face,
    heads: Vec<Part>,
    /// Where the rows begin, below the heads of their columns.
    top: f32,
    heads_top: f32,
}

impl Trial {
    fn set(size: Size, sides: &[Side], letters: f32) -> Self {
        let width = size.width - 2.0 * MARGIN;
        let mut face = Vec::new();
        let mut bottom = MARGIN;
        let column = if sides.len() > 1 { (width - GUTTER) / 2.0 } else { width };
        let mut x = MARGIN;
        for side in sides {
            bottom = paragraphs(side, letters, Point { x, y: MARGIN }, column, &mut face).max(bottom);
            x += column + GUTTER;
        }
        let heads_top = bottom + ABOVE_ROWS;
        let (heads, height) = heads(sides, Point { x: MARGIN, y: heads_top }, width);
        Self { size, letters, face, heads, top: heads_top + height, heads_top }
    }

    fn room(&self) -> f32 {
        self.size.height - MARGIN - self.top
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page has room for some dozen rows"
    )]
    fn rows(&self) -> u32 {
        (self.room() / ROW).floor().max(0.0) as u32
    }

    /// How many lines of text there are too many for so many rows.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "few rows and some hundred lines"
    )]
    fn over(&self, rows: u32) -> u32 {
        let missing = rows as f32 * ROW - self.room();
        (missing / Setting::of(self.letters).leading).ceil().max(1.0) as u32
    }

    /// Draws the rows, as tall as there is room for.
    #[expect(clippy::cast_precision_loss, reason = "few rows")]
    fn finish(mut self, sides: &[Side]) -> Sheet {
        let lines = self.rows();
        let row = (self.room() / lines.max(1) as f32).min(TALL_ROW);
        let bottom = self.top + row * lines as f32;
        let (left, right) = (MARGIN, self.size.width - MARGIN);
        let mut rules = Vec::new();
        let mut rule = |from: (f32, f32), to: (f32, f32)| {
            let (from, to) = (Point { x: from.0, y: from.1 }, Point { x: to.0, y: to.1 });
            rules.push(Mark::Rule { from, to, width: RULE, ink: Ink::Black });
        };
        rule((left, self.heads_top), (right, self.heads_top));
        for n in 0..=lines {
            let y = self.top + row * n as f32;
            rule((left, y), (right, y));
        }
        let mut x = left;
        for part in [0.0, COLUMNS[0], COLUMNS[1], COLUMNS[2]] {
            x += part * (right - left);
            rule((x, self.heads_top), (x, bottom));
        }
        debug_assert!(!sides.is_empty());
        self.face.append(&mut self.heads);
        self.face.push(Part::new(Role::Artifact, rules));
        Sheet { size: self.size, face: self.face, lines }
    }
}

/// Sets the text of a side from a corner downwards; returns where it ends.
fn paragraphs(side: &Side, letters: f32, at: Point, width: f32, face: &mut Face) -> f32 {
    let mut y = at.y;
    for line in &side.lines {
        let (role, weight, setting) = match line.style {
            Style::Title => (
                Role::Heading(NonZeroU16::MIN),
                Weight::Bold,
                Setting::of(letters * 1.3).align(Align::Centre),
            ),
            Style::Text => (Role::Paragraph, Weight::Regular, Setting::of(letters)),
            Style::Prayer => (Role::Paragraph, Weight::Bold, Setting::of(letters)),
        };
        for paragraph in line.text.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
            let (marks, height) = shape(paragraph, weight).draw(Point { x: at.x, y }, width, setting);
            face.push(Part::new(role.clone(), marks));
            y += height + letters * 0.6;
        }
    }
    y
}

/// Sets the heads of the columns, one language below the other; returns how high they are.
fn heads(sides: &[Side], at: Point, width: f32) -> (Vec<Part>, f32) {
    let pad = mm(1.2);
    let mut parts = Vec::new();
    let (mut x, mut highest) = (at.x, 0.0_f32);
    for (column, share) in COLUMNS.into_iter().enumerate() {
        let mut y = at.y + pad;
        for side in sides {
            let Some(head) = side.columns.get(column) else { continue };
            let place = Point { x: x + pad, y };
            let (marks, height) =
                shape(head, Weight::Regular).draw(place, width * share - 2.0 * pad, Setting::of(HEAD));
            parts.push(Part::new(Role::Paragraph, marks));
            y += height;
        }
        highest = highest.max(y + pad - at.y);
        x += width * share;
    }
    (parts, highest)
}

/// A file of sheets, each as often as it is printed.
pub fn pdf(title: &str, lang: &Tag, sheets: &[(&Sheet, u32)]) -> Result<Vec<u8>, Unwritable> {
    let mut pdf = Pdf::new(&About { title, lang: lang.as_str() });
    for (sheet, count) in sheets {
        for _ in 0..*count {
            pdf.page(&Page { size: sheet.size, trim: None, faces: vec![(Placing::HERE, &sheet.face)] });
        }
    }
    pdf.finish()
}
