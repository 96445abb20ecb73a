//! Cards on sheets: fronts and backs in turn, in an order in which cut piles only need to be put on each other.

use super::back::Back;
use super::front::front;
use super::stock::Stock;
use crate::documents::geometry::{Placing, Point, Rect, inches};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{Face, Page, Part, Pdf, Picture, Role};

/// A card to be printed.
pub struct Card<'a> {
    pub picture: &'a Picture,
    pub shows: &'a str,
    pub back: Back,
}

/// Which card lies at which place of which sheet: the first pile has the first cards, the second those after them.
const fn index(sheet: usize, place: usize, sheets: usize) -> usize {
    place * sheets + sheet
}

/// How many sheets that many cards need.
pub const fn sheets(stock: Stock, cards: usize) -> usize {
    cards.div_ceil(stock.per_sheet())
}

/// Prints so many cards into a document, sheet after sheet; `card` makes the one of a number. Stops where `goes_on` says so,
/// and says whether it came to the end.
pub fn print<'a, E>(
    pdf: &mut Pdf,
    stock: Stock,
    cards: usize,
    mut card: impl FnMut(usize) -> Result<Card<'a>, E>,
    mut goes_on: impl FnMut(usize) -> bool,
) -> Result<bool, E> {
    let sheets = sheets(stock, cards);
    for sheet in 0..sheets {
        if !goes_on(sheet * stock.per_sheet()) {
            return Ok(false);
        }
        let mut fronts = Vec::new();
        let mut backs = Vec::new();
        for place in 0..stock.per_sheet() {
            let number = index(sheet, place, sheets);
            if number >= cards {
                continue;
            }
            let mut card = card(number)?;
            fronts.push((stock.front(place), front(card.picture, card.shows, stock)));
            backs.push((stock.back(place), card.back.face(stock)));
        }
        let marks = cutting_marks(stock);
        for side in [fronts, backs] {
            let mut faces: Vec<_> = side.iter().map(|(placing, face)| (*placing, face)).collect();
            faces.push((Placing::HERE, &marks));
            pdf.page(&Page { size: stock.sheet(), trim: stock.boxes(), faces });
        }
    }
    Ok(true)
}

/// Short lines beside the corners, outside of what is printed.
fn cutting_marks(stock: Stock) -> Face {
    if !stock.has_marks() {
        return Face::new();
    }
    let (card, near, far) = (stock.card(), inches(0.15), inches(0.35));
    let mut marks = Vec::new();
    let mut rule = |x: f32, y: f32, to_x: f32, to_y: f32| {
        let (from, to) = (Point { x, y }, Point { x: to_x, y: to_y });
        marks.push(Mark::Rule { from, to, width: 0.4, ink: Ink::Black });
    };
    for place in 0..stock.per_sheet() {
        let Point { x, y } = stock.front(place).to;
        let of = Rect::new(x, y, card.width, card.height);
        for y in [of.y, of.bottom()] {
            rule(of.x - far, y, of.x - near, y);
            rule(of.right() + near, y, of.right() + far, y);
        }
        for x in [of.x, of.right()] {
            rule(x, of.y - far, x, of.y - near);
            rule(x, of.bottom() + near, x, of.bottom() + far);
        }
    }
    vec![Part::new(Role::Artifact, marks)]
}

#[cfg(test)]
mod tests {
    use super::{index, sheets};
    use crate::documents::postcard::Stock;

    #[test]
    fn piles_put_on_each_other_are_in_order() {
        let cards = 10;
        let sheets = sheets(Stock::Letter4, cards);
        let piles = (0..4).map(|place| (0..sheets).map(move |sheet| index(sheet, place, sheets)));
        let order: Vec<_> = piles.flatten().filter(|number| *number < cards).collect();
        assert_eq!(order, (0..cards).collect::<Vec<_>>());
    }
}
