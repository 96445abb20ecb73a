//! The front of a card: its picture, up to the edges or within a white border.

use super::stock::Stock;
use crate::documents::geometry::Rect;
use crate::documents::pdf::{Content, Face, Part, Picture, Role};

/// A front on this stock; `shows` is what is told to who does not see it.
pub fn front(picture: &Picture, shows: &str, stock: Stock) -> Face {
    let frame = Rect::of(stock.card()).grown(stock.bleed());
    let content = Content::Filled(picture.clone(), frame);
    vec![Part { role: Role::Figure(shows.to_owned()), content, lang: None }]
}
