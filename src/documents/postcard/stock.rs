//! The papers that cards are printed on. Four cards of 6 by 4 inches do not fit a Letter sheet, so there are smaller ones, too.

use crate::documents::geometry::{Placing, Rect, Size, Turn, inches, mm};

/// Beyond the cut, as print shops want it.
const BLEED: f32 = inches(0.125);
/// What printers without bleed leave white at the edges of a sheet.
const BORDER: f32 = inches(0.25);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stock {
    /// One card of 6 × 4 in a page, with bleed, for a print shop.
    Shop,
    /// Four cards of 5.5 × 4.25 in on a Letter sheet.
    Letter4,
    /// Four A6 cards on an A4 sheet.
    A4,
    /// Two cards of 6 × 4 in on a Letter sheet, with marks to cut along.
    Letter2,
}

impl Stock {
    pub const ALL: [Self; 4] = [Self::Shop, Self::Letter4, Self::A4, Self::Letter2];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Letter4 => "letter_4",
            Self::A4 => "a4",
            Self::Letter2 => "letter_2",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stock| stock.as_str() == text)
    }

    /// The size of a card once it is cut.
    pub const fn card(self) -> Size {
        match self {
            Self::Shop | Self::Letter2 => Size { width: inches(6.0), height: inches(4.0) },
            Self::Letter4 => Size { width: inches(5.5), height: inches(4.25) },
            Self::A4 => Size { width: mm(148.0), height: mm(105.0) },
        }
    }

    /// How far a picture goes beyond the cut; less than nothing where it stays within.
    pub const fn bleed(self) -> f32 {
        match self {
            Self::Shop | Self::Letter2 => BLEED,
            Self::Letter4 | Self::A4 => -BORDER,
        }
    }

    /// The size of a sheet.
    pub const fn sheet(self) -> Size {
        match self {
            Self::Shop => {
                let card = self.card();
                Size { width: card.width + 2.0 * BLEED, height: card.height + 2.0 * BLEED }
            }
            Self::Letter4 | Self::Letter2 => Size { width: inches(8.5), height: inches(11.0) },
            Self::A4 => Size { width: mm(210.0), height: mm(297.0) },
        }
    }

    /// How many cards one file holds at the most. What is written of a page is kept until the file is whole, so that a file of
    /// more pages takes more memory than a small machine has: with this it stays below 150 MB.
    pub const fn most_cards(self) -> u32 {
        match self {
            Self::Shop => 2_000,
            Self::Letter2 => 4_000,
            Self::Letter4 | Self::A4 => 8_000,
        }
    }

    /// How many cards are on a sheet.
    pub const fn per_sheet(self) -> usize {
        match self {
            Self::Shop => 1,
            Self::Letter2 => 2,
            Self::Letter4 | Self::A4 => 4,
        }
    }

    /// Where the sheet is cut and where its picture ends, where it is the card itself.
    pub const fn boxes(self) -> Option<(Rect, Rect)> {
        match self {
            Self::Shop => {
                let sheet = Rect::of(self.sheet());
                Some((sheet.grown(-BLEED), sheet))
            }
            Self::Letter4 | Self::A4 | Self::Letter2 => None,
        }
    }

    /// Where the upper left corner of a place on the sheet is, seen from the front, and how large the place is.
    fn place(self, at: usize) -> (f32, f32) {
        let (sheet, card) = (self.sheet(), self.card());
        match self {
            Self::Shop => (BLEED, BLEED),
            Self::Letter2 => {
                let gap = (sheet.height - 2.0 * card.height) / 3.0;
                let y = if at == 0 { gap } else { 2.0 * gap + card.height };
                ((sheet.width - card.width) / 2.0, y)
            }
            // Upright cards lie on their sides: two columns as wide as a card is high.
            Self::Letter4 | Self::A4 => {
                let (left, top) =
                    ((sheet.width - 2.0 * card.height) / 2.0, (sheet.height - 2.0 * card.width) / 2.0);
                let x = if at.is_multiple_of(2) { left } else { left + card.height };
                (x, if at < 2 { top } else { top + card.width })
            }
        }
    }

    /// Where a front lies.
    pub fn front(self, at: usize) -> Placing {
        let (x, y) = self.place(at);
        Placing::corner(self.turned(Turn::Clockwise), self.card(), x, y)
    }

    /// Where the back of the same card lies when the sheet is turned over along its long edge: what was at the left is at the
    /// right, and what was turned one way is turned the other.
    pub fn back(self, at: usize) -> Placing {
        let (x, y) = self.place(at);
        let card = self.card();
        let width = if self.is_turned() { card.height } else { card.width };
        Placing::corner(self.turned(Turn::Counter), card, self.sheet().width - x - width, y)
    }

    const fn is_turned(self) -> bool {
        matches!(self, Self::Letter4 | Self::A4)
    }

    const fn turned(self, turn: Turn) -> Turn {
        if self.is_turned() { turn } else { Turn::None }
    }

    /// Whether the sheet has marks to cut along.
    pub const fn has_marks(self) -> bool {
        matches!(self, Self::Letter2)
    }
}

#[cfg(test)]
mod tests {
    use super::Stock;
    use crate::documents::geometry::{Placing, Point, Size};

    /// The four corners of a card where it lies, as left, top, right, bottom.
    fn lies(placing: Placing, card: Size) -> (f32, f32, f32, f32) {
        let one = placing.put(Point { x: 0.0, y: 0.0 });
        let other = placing.put(Point { x: card.width, y: card.height });
        (one.x.min(other.x), one.y.min(other.y), one.x.max(other.x), one.y.max(other.y))
    }

    #[test]
    fn a_back_lies_behind_its_front_and_no_card_on_another() {
        for stock in Stock::ALL {
            let (card, sheet) = (stock.card(), stock.sheet());
            let mut taken: Vec<(f32, f32, f32, f32)> = Vec::new();
            for at in 0..stock.per_sheet() {
                let front = lies(stock.front(at), card);
                let back = lies(stock.back(at), card);
                let near = |a: f32, b: f32| (a - b).abs() < 0.01;
                assert!(
                    near(back.0, sheet.width - front.2) && near(back.2, sheet.width - front.0),
                    "{stock:?}"
                );
                assert!(near(back.1, front.1) && near(back.3, front.3), "{stock:?}");
                let inside = front.0 >= -0.01
                    && front.1 >= -0.01
                    && front.2 <= sheet.width + 0.01
                    && front.3 <= sheet.height + 0.01;
                assert!(inside, "{stock:?} {front:?}");
                for other in &taken {
                    let apart = front.2 <= other.0 + 0.01
                        || other.2 <= front.0 + 0.01
                        || front.3 <= other.1 + 0.01
                        || other.3 <= front.1 + 0.01;
                    assert!(apart, "{stock:?}: {front:?} on {other:?}");
                }
                taken.push(front);
            }
        }
    }

    #[test]
    fn what_is_above_on_the_front_is_above_on_the_back() {
        for stock in Stock::ALL {
            let up = |placing: Placing| {
                let matrix = placing.matrix();
                (matrix[2], matrix[3])
            };
            let ((fx, fy), (bx, by)) = (up(stock.front(0)), up(stock.back(0)));
            assert!(
                (fx + bx).abs() < 0.01 && (fy - by).abs() < 0.01,
                "{stock:?}: mirrored along the long edge"
            );
        }
    }
}
