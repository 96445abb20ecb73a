use std::collections::BTreeSet;
use std::num::NonZeroU16;

use super::Misfit;
use crate::documents::geometry::{Point, Rect};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{Face, Part, Role};
use crate::documents::text::{Style, Weight, shape};
use crate::domain::words::Said;

/// A page while it is being set.
#[derive(Default)]
pub struct Leaf {
    face: Face,
    uncovered: BTreeSet<char>,
}

/// How words are set.
#[derive(Clone, Copy)]
pub struct Look {
    pub weight: Weight,
    pub style: Style,
}

pub const fn bold(style: Style) -> Look {
    Look { weight: Weight::Bold, style }
}

pub const fn plain(style: Style) -> Look {
    Look { weight: Weight::Regular, style }
}

pub fn heading(level: u16) -> Role {
    NonZeroU16::new(level).map_or(Role::Paragraph, Role::Heading)
}

impl Leaf {
    /// Sets words from a corner downwards; returns how high they are.
    pub fn put(&mut self, role: Role, said: Said<'_>, at: (f32, f32), width: f32, look: Look) -> f32 {
        let mut shaped = shape(said.text, look.weight);
        self.uncovered.extend(shaped.uncovered());
        let (marks, height) = shaped.draw(Point { x: at.0, y: at.1 }, width, look.style);
        self.face.push(Part::new(role, marks).said_in(said.tag));
        height
    }

    /// Sets words as large as they stand in a frame, from the size of the look down to the smallest; returns how high they are.
    pub fn fit(&mut self, role: Role, said: Said<'_>, room: Rect, look: Look, smallest: f32) -> f32 {
        let Style { size: largest, leading, align, ink } = look.style;
        let leading = leading / largest;
        let mut shaped = shape(said.text, look.weight);
        self.uncovered.extend(shaped.uncovered());
        let size = shaped.fit(room.size(), (largest, smallest), leading);
        let style = Style { size, leading: size * leading, align, ink };
        let (marks, height) = shaped.draw(Point { x: room.x, y: room.y }, room.width, style);
        self.face.push(Part::new(role, marks).said_in(said.tag));
        height
    }

    /// What is not read: lines, frames, boxes.
    pub fn draw(&mut self, marks: Vec<Mark>) {
        self.face.push(Part::new(Role::Artifact, marks));
    }

    pub fn figure(&mut self, said: Said<'_>, marks: Vec<Mark>) {
        self.face.push(Part::new(Role::Figure(said.text.to_owned()), marks).said_in(said.tag));
    }

    pub fn finish(self) -> Result<Face, Misfit> {
        if self.uncovered.is_empty() { Ok(self.face) } else { Err(Misfit::Uncovered(self.uncovered)) }
    }
}

/// A line from one point to another.
pub fn rule(from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) -> Mark {
    let (from, to) = (Point { x: from.0, y: from.1 }, Point { x: to.0, y: to.1 });
    Mark::Rule { from, to, width, ink }
}

pub const fn frame(of: Rect, width: f32) -> Mark {
    Mark::Frame { of, width, ink: Ink::Black }
}
