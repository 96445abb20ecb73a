//! The back of a card: message and sender at the left, addressee and stamp corner at the right, and nothing where the post
//! prints and reads (Canada Post: the lowest 19 mm, and right of and below the address).

use maud::Markup;

use crate::documents::geometry::{Placing, Point, Rect, Size, Turn, inches, mm};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{Face, Part, Role};
use crate::documents::svg;
use crate::documents::text::{Align, Shaped, Style, Weight, shape};
use crate::domain::lang::Lang;
use crate::i18n::t;

use super::stock::Stock;

/// The distance from every edge within which nothing stands.
const SAFE: f32 = inches(0.25);
/// What the post prints its codes on.
const CLEAR: f32 = mm(19.0);
/// The box of the message. It is the same on every stock, so that what fits one fits all.
const MESSAGE: Size = Size { width: 162.0, height: inches(4.0) - CLEAR - SAFE - 4.0 };
const RULE: f32 = SAFE + MESSAGE.width + 8.0;
const ADDRESS: f32 = RULE + 9.0;
/// The sizes of the message, the largest first that fits; halves of a point.
const LARGEST: u8 = 24;
const SMALLEST: u8 = 16;
const LEADING: f32 = 1.32;
const SENDER: f32 = 9.0;
/// Between message and sender.
const GAP: f32 = 8.0;
/// The sizes of the addressee's block, the largest first that fits.
const ADDRESS_SIZES: std::ops::RangeInclusive<u8> = 10..=20;
/// Where the addressee's block begins: below the stamp corner.
const ADDRESS_TOP: f32 = SAFE + STAMP.height + 18.0;
const STAMP: Size = Size { width: 58.0, height: 66.0 };
const NOTE: Size = Size { width: 132.0, height: 40.0 };
/// What rounding may add to a line.
const SLACK: f32 = 0.1;
/// Between a frame and its words.
const INSET: f32 = 5.0;

/// What stands where a stamp would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// To a member of the House of Commons from within Canada: no postage, said in both languages.
    NoPostage,
    /// A box for a stamp.
    Stamp,
}

/// What is written on the back of a card.
#[derive(Clone, Copy, Debug)]
pub struct Writing<'a> {
    pub message: &'a str,
    /// The name as it shows, and the place.
    pub sender: &'a [String],
    /// The block of the addressee, line by line, as the post wants it.
    pub addressee: &'a [String],
    pub corner: Corner,
    /// Who made the picture of the front; empty where it is not to be named.
    pub credit: &'a str,
}

/// Whether a message fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// About so many more characters fit.
    Room(usize),
    /// About so many characters are too many.
    Over(usize),
}

/// A back as it is laid out.
pub struct Back {
    message: Shaped,
    size: f32,
    /// How many lines there is room for, at that size.
    lines: usize,
    sender: Shaped,
    addressee: Shaped,
    credit: Shaped,
    corner: Corner,
    fit: Fit,
    uncovered: Vec<char>,
}

/// Lays out what is written.
pub fn set(writing: &Writing<'_>) -> Back {
    let mut message = shape(writing.message, Weight::Regular);
    let mut sender = shape(&writing.sender.join("\n"), Weight::Regular);
    let mut addressee = shape(&writing.addressee.join("\n"), Weight::Regular);
    #[expect(clippy::cast_precision_loss, reason = "a card has some lines")]
    let below = sender.break_at(SENDER, MESSAGE.width) as f32 * SENDER * LEADING + GAP;
    let room = MESSAGE.height - below;
    let (size, fit) = fit(&mut message, writing.message.chars().count(), room);
    let mut uncovered = message.uncovered();
    uncovered.extend(sender.uncovered());
    uncovered.extend(addressee.uncovered());
    Back {
        message,
        size,
        lines: lines_in(room, size),
        sender,
        addressee,
        credit: shape(writing.credit, Weight::Regular),
        corner: writing.corner,
        fit,
        uncovered: uncovered.into_iter().collect(),
    }
}

/// How many lines of a size stand in a height.
fn lines_in(height: f32, size: f32) -> usize {
    lines_of(height, size * LEADING)
}

/// How many lines so far apart stand in a height.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a card has some lines")]
fn lines_of(height: f32, leading: f32) -> usize {
    (height / leading).max(0.0) as usize
}

/// The largest size at which the message stands in the height, and what room is left at the smallest.
fn fit(message: &mut Shaped, characters: usize, height: f32) -> (f32, Fit) {
    let smallest = f32::from(SMALLEST) / 2.0;
    let used = message.break_at(smallest, MESSAGE.width);
    let there = lines_in(height, smallest);
    // A line that is full; of a short text nobody knows yet how wide its letters are.
    let a_line = if used > 3 { characters.div_ceil(used) } else { 36 };
    if used > there {
        return (smallest, Fit::Over(((used - there) * a_line).max(1)));
    }
    // A single letter that is wider than the box cannot be broken.
    if message.longest_line(smallest) > MESSAGE.width + SLACK {
        return (smallest, Fit::Over(1));
    }
    let sizes = (SMALLEST..=LARGEST).rev().map(|halves| f32::from(halves) / 2.0);
    let fits = |size: &f32| {
        message.break_at(*size, MESSAGE.width) <= lines_in(height, *size)
            && message.longest_line(*size) <= MESSAGE.width + SLACK
    };
    let size = { sizes }.find(fits).unwrap_or(smallest);
    (size, Fit::Room((there - used) * a_line))
}

impl Back {
    pub const fn fit(&self) -> Fit {
        self.fit
    }

    /// The characters that no face has: they cannot be printed.
    pub fn uncovered(&self) -> &[char] {
        &self.uncovered
    }

    /// What is drawn on a card of this stock, in the order in which it is read. What does not fit is not drawn: nothing stands
    /// where the post prints and reads, whatever was written.
    pub fn face(&mut self, stock: Stock) -> Face {
        let card = stock.card();
        let message = Style::of(self.size).leading(self.size * LEADING);
        let (message, height) =
            self.message.draw_some(Point { x: SAFE, y: SAFE }, (MESSAGE.width, self.lines), message);
        let at = Point { x: SAFE, y: SAFE + height + GAP };
        let sender = Style::of(SENDER).leading(SENDER * LEADING);
        let left = lines_in(MESSAGE.height - height - GAP, SENDER);
        let (sender, _) = self.sender.draw_some(at, (MESSAGE.width, left), sender);
        let rule = Mark::Rule {
            from: Point { x: RULE, y: SAFE },
            to: Point { x: RULE, y: card.height - CLEAR - 4.0 },
            width: 0.5,
            ink: Ink::Grey,
        };
        let mut parts = vec![
            Part::new(Role::Paragraph, message),
            Part::new(Role::Paragraph, sender),
            Part::new(Role::Artifact, vec![rule]),
            Part::new(Role::Paragraph, self.address(card)),
            Part::new(Role::Paragraph, corner(self.corner, card)),
        ];
        let credit = self.credit(card);
        if !credit.is_empty() {
            parts.push(Part::new(Role::Paragraph, credit));
        }
        parts
    }

    /// As large as its longest line and its height let it be.
    fn address(&mut self, card: Size) -> Vec<Mark> {
        let (width, height) = (card.width - SAFE - ADDRESS, card.height - CLEAR - ADDRESS_TOP);
        let natural = self.addressee.width(10.0).max(1.0);
        let widest = (10.0 * width / natural).clamp(7.0, 10.0);
        let leading = |size: f32| Style::of(size).leading;
        let rows = |size: f32| lines_of(height, leading(size));
        let mut sizes = ADDRESS_SIZES.rev().map(|halves| (f32::from(halves) / 2.0).min(widest));
        let size = { &mut sizes }.find(|size| self.addressee.break_at(*size, width) <= rows(*size));
        let size = size.unwrap_or_else(|| f32::from(*ADDRESS_SIZES.start()) / 2.0);
        let style = Style::of(size).align(Align::Left);
        self.addressee.draw_some(Point { x: ADDRESS, y: ADDRESS_TOP }, (width, rows(size)), style).0
    }

    /// Along the rule, small, from below: one line, or two smaller ones.
    fn credit(&mut self, card: Size) -> Vec<Mark> {
        let length = card.height - CLEAR - SAFE - 4.0;
        let (size, leading, most) =
            if self.credit.break_at(5.0, length) <= 1 { (5.0, 6.0, 1) } else { (3.5, 3.7, 2) };
        let style = Style::of(size).leading(leading).align(Align::Left).ink(Ink::Grey);
        let (marks, height) = self.credit.draw_some(Point { x: 0.0, y: 0.0 }, (length, most), style);
        if marks.is_empty() {
            return marks;
        }
        let size = Size { width: length, height };
        vec![Mark::Placed(Placing::corner(Turn::Counter, size, RULE + 1.0, SAFE), marks)]
    }

    /// The picture for a screen, as it is printed on a card of 6 by 4 inches.
    pub fn svg(&mut self, id: &str, title: &str) -> Markup {
        let card = Stock::Shop.card();
        let mut marks = vec![Mark::Area { of: Rect::of(card), ink: Ink::White }];
        for part in self.face(Stock::Shop) {
            if let crate::documents::pdf::Content::Marks(more) = part.content {
                marks.extend(more);
            }
        }
        svg::picture(id, title, card, &marks)
    }
}

/// What stands in the upper right corner: a frame that is as high as its words need.
fn corner(corner: Corner, card: Size) -> Vec<Mark> {
    let (frame, text) = match corner {
        Corner::NoPostage => (NOTE, Lang::ALL.map(|lang| t!(lang, "postcard-no-postage")).join("\n")),
        Corner::Stamp => (STAMP, Lang::ALL.map(|lang| t!(lang, "postcard-stamp-here")).join("\n")),
    };
    let mut words = shape(&text, Weight::Regular);
    let style = Style::of(6.4).leading(7.8).align(Align::Centre).ink(Ink::Grey);
    let width = frame.width - 2.0 * INSET;
    #[expect(clippy::cast_precision_loss, reason = "a note has some lines")]
    let height = words.break_at(style.size, width) as f32 * style.leading;
    let of =
        Rect::new(card.width - SAFE - frame.width, SAFE, frame.width, frame.height.max(height + 2.0 * INSET));
    let at = Point { x: of.x + INSET, y: of.y + (of.height - height) / 2.0 };
    let (mut marks, _) = words.draw(at, width, style);
    marks.push(Mark::Frame { of, width: 0.5, ink: Ink::Grey });
    marks
}

#[cfg(test)]
mod tests;
