//! What is drawn: text whose glyphs have their places, lines, frames and areas.

use std::ops::Range;
use std::sync::Arc;

use parley::FontData;

use super::geometry::{Placing, Point, Rect};

/// What a mark is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Black,
    /// For what is beside the matter: rules, credits, notes.
    Grey,
    White,
}

impl Ink {
    /// Red, green and blue.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Black => [0x14, 0x1a, 0x24],
            Self::Grey => [0x5c, 0x62, 0x6b],
            Self::White => [0xff, 0xff, 0xff],
        }
    }
}

/// A glyph of a face, with lengths as parts of the size.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub id: u32,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// What of the text it stands for.
    pub of: Range<usize>,
}

/// Glyphs of one face in one line, as they stand from left to right.
#[derive(Clone, Debug)]
pub struct Run {
    pub face: FontData,
    pub size: f32,
    /// Where the first glyph stands on the line.
    pub at: Point,
    pub glyphs: Vec<Glyph>,
    pub text: Arc<str>,
}

#[derive(Clone, Debug)]
pub enum Mark {
    Text(Run, Ink),
    Rule {
        from: Point,
        to: Point,
        width: f32,
        ink: Ink,
    },
    Frame {
        of: Rect,
        width: f32,
        ink: Ink,
    },
    Area {
        of: Rect,
        ink: Ink,
    },
    /// Areas that are filled at once, so that no seam shows where they touch.
    Areas {
        of: Vec<Rect>,
        ink: Ink,
    },
    /// Marks that are turned and moved together.
    Placed(Placing, Vec<Mark>),
}
