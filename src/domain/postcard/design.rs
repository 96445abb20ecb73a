//! The picture of a card's front: 6 × 4 in with an eighth of an inch of bleed on every side.

use uuid::Uuid;

use crate::domain::moment::Moment;
use crate::domain::picture::Picture;

/// Width and height with the bleed, in hundredths of an inch.
pub const SHEET: (u32, u32) = (625, 425);

/// Width and height at 300 dots an inch.
pub const FINE: (u32, u32) = (1875, 1275);

/// Dots an inch below which a picture prints visibly coarse, and below which it is not taken.
pub const GOOD: u32 = 300;
pub const LEAST: u32 = 150;

/// How many designs a campaign may have that are not retired.
pub const MOST: usize = 24;

/// The picture of a card's front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    pub campaign: i32,
    /// What it shows, who made it, and its copies, of which the largest is printed.
    pub picture: Picture,
    /// Its place among the campaign's designs.
    pub place: i32,
    /// No longer offered since; cards that have it keep it.
    pub retired_at: Option<Moment>,
}

impl Design {
    pub const fn id(&self) -> Uuid {
        self.picture.id
    }

    /// How fine it prints.
    pub fn dots(&self) -> u32 {
        self.picture.largest().map_or(0, |copy| dots(copy.width))
    }

    /// Whether it prints as fine as a print shop asks for.
    pub fn is_fine(&self) -> bool {
        self.dots() >= GOOD
    }
}

/// Dots an inch of a picture that fills the sheet with this many dots across.
pub const fn dots(width: u32) -> u32 {
    width * 100 / SHEET.0
}

/// Why a picture is no front of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Higher than wide, or square.
    Portrait,
    /// So many dots an inch.
    Coarse(u32),
}

/// The part of a picture that fills the sheet, cut from its middle: `x, y, width, height`.
pub fn cut(width: u32, height: u32) -> Result<[u32; 4], Unfit> {
    if width <= height {
        return Err(Unfit::Portrait);
    }
    let (across, down) = (u64::from(SHEET.0), u64::from(SHEET.1));
    let scaled = |length: u32, by: u64, over: u64| {
        u32::try_from(u64::from(length) * by / over).unwrap_or(u32::MAX).max(1)
    };
    let (w, h) = if u64::from(width) * down > u64::from(height) * across {
        (scaled(height, across, down).min(width), height)
    } else {
        (width, scaled(width, down, across).min(height))
    };
    if dots(w) < LEAST {
        return Err(Unfit::Coarse(dots(w)));
    }
    Ok([(width - w) / 2, (height - h) / 2, w, h])
}

#[cfg(test)]
mod tests {
    use super::{FINE, Unfit, cut, dots};

    #[test]
    fn a_picture_is_cut_to_the_sheet_from_its_middle() {
        assert_eq!(cut(FINE.0, FINE.1), Ok([0, 0, 1875, 1275]));
        assert_eq!(cut(4000, 3000), Ok([0, 140, 4000, 2720]));
        assert_eq!(cut(4000, 2000), Ok([529, 0, 2941, 2000]));
        assert_eq!(dots(1875), 300);
    }

    #[test]
    fn what_would_stand_upright_or_print_coarse_is_refused() {
        assert_eq!(cut(1275, 1875), Err(Unfit::Portrait));
        assert_eq!(cut(2000, 2000), Err(Unfit::Portrait));
        assert_eq!(cut(900, 600), Err(Unfit::Coarse(141)));
        assert_eq!(cut(10_000, 600), Err(Unfit::Coarse(141)), "what is cut away does not make it finer");
        assert!(cut(950, 640).is_ok());
    }
}
