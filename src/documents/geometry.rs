//! Points, rectangles and what turns and moves them.

/// Points in a millimetre.
const MILLIMETRE: f32 = 72.0 / 25.4;

/// A length in points.
pub const fn mm(length: f32) -> f32 {
    length * MILLIMETRE
}

/// A length in points.
pub const fn inches(length: f32) -> f32 {
    length * 72.0
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub const fn of(size: Size) -> Self {
        Self::new(0.0, 0.0, size.width, size.height)
    }

    pub const fn right(self) -> f32 {
        self.x + self.width
    }

    pub const fn bottom(self) -> f32 {
        self.y + self.height
    }

    pub const fn size(self) -> Size {
        Size { width: self.width, height: self.height }
    }

    /// Larger by as much on every side; smaller where it is less than nothing.
    #[must_use]
    pub const fn grown(self, by: f32) -> Self {
        Self::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }
}

/// A turn or none, and then a move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing {
    pub turn: Turn,
    pub to: Point,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    None,
    /// What was above is at the right.
    Clockwise,
    /// What was above is at the left.
    Counter,
    /// What was above is below.
    Half,
}

impl Placing {
    pub const HERE: Self = Self { turn: Turn::None, to: Point { x: 0.0, y: 0.0 } };

    pub const fn at(x: f32, y: f32) -> Self {
        Self { turn: Turn::None, to: Point { x, y } }
    }

    /// Puts something of this size, turned, with the upper left corner of the place it then takes at this point.
    pub const fn corner(turn: Turn, size: Size, x: f32, y: f32) -> Self {
        let to = match turn {
            Turn::None => Point { x, y },
            Turn::Clockwise => Point { x: x + size.height, y },
            Turn::Counter => Point { x, y: y + size.width },
            Turn::Half => Point { x: x + size.width, y: y + size.height },
        };
        Self { turn, to }
    }

    /// As a matrix `a b c d e f`, as SVG and PDF write it: x' = ax + cy + e, y' = bx + dy + f.
    pub const fn matrix(self) -> [f32; 6] {
        let Point { x, y } = self.to;
        match self.turn {
            Turn::None => [1.0, 0.0, 0.0, 1.0, x, y],
            Turn::Clockwise => [0.0, 1.0, -1.0, 0.0, x, y],
            Turn::Counter => [0.0, -1.0, 1.0, 0.0, x, y],
            Turn::Half => [-1.0, 0.0, 0.0, -1.0, x, y],
        }
    }

    /// Where a point of what is placed comes to lie.
    pub fn put(self, point: Point) -> Point {
        let to = self.matrix();
        Point { x: to[0] * point.x + to[2] * point.y + to[4], y: to[1] * point.x + to[3] * point.y + to[5] }
    }
}

#[cfg(test)]
mod tests {
    use super::{Placing, Point, Size, Turn};

    #[test]
    fn a_turned_thing_lies_where_it_was_put() {
        let size = Size { width: 6.0, height: 4.0 };
        let (upper_left, lower_right) = (Point { x: 0.0, y: 0.0 }, Point { x: 6.0, y: 4.0 });
        let placing = Placing::corner(Turn::Clockwise, size, 10.0, 20.0);
        assert_eq!(placing.put(upper_left), Point { x: 14.0, y: 20.0 }, "now at the upper right");
        assert_eq!(placing.put(lower_right), Point { x: 10.0, y: 26.0 });
        let placing = Placing::corner(Turn::Counter, size, 10.0, 20.0);
        assert_eq!(placing.put(upper_left), Point { x: 10.0, y: 26.0 }, "now at the lower left");
        assert_eq!(placing.put(lower_right), Point { x: 14.0, y: 20.0 });
        let placing = Placing::corner(Turn::Half, size, 10.0, 20.0);
        assert_eq!(placing.put(upper_left), Point { x: 16.0, y: 24.0 }, "now at the lower right");
        assert_eq!(placing.put(lower_right), Point { x: 10.0, y: 20.0 });
    }
}
