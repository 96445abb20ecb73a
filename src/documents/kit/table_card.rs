//! What stands on the table: a sheet folded into a roof, with the same on both sides or a language on each.

use super::leaf::{Leaf, bold, heading, plain, rule};
use super::{Kit, Misfit, own};
use crate::documents::code::Code;
use crate::documents::geometry::{Placing, Rect, Size, Turn, mm};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{Face, Role};
use crate::documents::text::Style;
use crate::domain::lang::Lang;
use crate::i18n::t;

/// What is folded inward at both ends and taped together, so that the card stands.
const FLAP: f32 = mm(20.0);
const PAD: f32 = mm(9.0);
const CODE: f32 = mm(96.0);
/// A stroke of the lines along which one folds.
const DASH: f32 = 5.0;

/// The two sides, the upper one upside down, and what stands on the flaps.
pub fn faces(kit: &Kit<'_>, size: Size) -> Result<Vec<(Placing, Face)>, Misfit> {
    let side = Size { width: size.width, height: (size.height - 2.0 * FLAP) / 2.0 };
    let first = kit.langs.first().copied().unwrap_or(Lang::En);
    let second = kit.langs.get(1).copied();
    let lower = face(kit, first, side)?;
    let mut upper = face(kit, second.unwrap_or(first), side)?;
    if second.is_none() {
        // Who hears the document hears it once.
        for part in &mut upper {
            part.role = Role::Artifact;
        }
    }
    let strip = Size { width: size.width, height: FLAP };
    let flap = flap(first, strip)?;
    let middle = FLAP + side.height;
    Ok(vec![
        (Placing::at(0.0, middle), lower),
        (Placing::corner(Turn::Half, side, 0.0, FLAP), upper),
        (Placing::at(0.0, middle + side.height), flap),
        (Placing::HERE, folds(size, &[FLAP, middle, middle + side.height])),
    ])
}

fn face(kit: &Kit<'_>, lang: Lang, side: Size) -> Result<Face, Misfit> {
    let mut leaf = Leaf::default();
    let content = &kit.campaign.content;
    let url = kit.code(lang, "table");
    let code = Code::sturdy(&url).ok_or(Misfit::Address)?;
    let top = (side.height - CODE) / 2.0;
    // The white around the code is part of the edge.
    let x = PAD * 0.6 + CODE + mm(4.0);
    let width = side.width - PAD - x;
    let mut y = top + mm(4.0);
    let room = Rect::new(x, y, width, 34.0);
    y += leaf.fit(Role::Paragraph, kit.said(&content.asked, lang), room, plain(Style::of(13.0)), 8.0) + 6.0;
    let foot = top + CODE - 84.0;
    let room = Rect::new(x, y, width, foot - y - 6.0);
    let look = bold(Style::of(40.0).leading(40.0 * 1.14));
    leaf.fit(heading(1), kit.said(&content.ask, lang), room, look, 10.0);
    leaf.figure(own(lang, &t!(lang, "kit-code", url = url)), code.marks(PAD * 0.6, top, CODE));
    leaf.draw(vec![rule((x, foot), (x + width, foot), 1.5, Ink::Black)]);
    let room = Rect::new(x, foot + 8.0, width, 30.0);
    let mut y = room.y
        + leaf.fit(
            heading(2),
            own(lang, &t!(lang, "kit-sign")),
            room,
            bold(Style::of(22.0).leading(26.0)),
            12.0,
        );
    let look = plain(Style::of(10.0).ink(Ink::Grey));
    y += leaf.put(Role::Paragraph, own(lang, &t!(lang, "kit-type")), (x, y + 2.0), width, look);
    // In one line, so that no hyphen is taken for one that is not typed.
    let room = Rect::new(x, y + 2.0, width, 17.0);
    leaf.fit(Role::Paragraph, own(lang, &kit.address(lang)), room, bold(Style::of(14.0).leading(17.0)), 7.0);
    leaf.finish()
}

fn flap(lang: Lang, strip: Size) -> Result<Face, Misfit> {
    let mut leaf = Leaf::default();
    let look = plain(Style::of(8.0).ink(Ink::Grey));
    let words = t!(lang, "kit-fold");
    leaf.put(Role::Paragraph, own(lang, &words), (PAD, mm(6.0)), strip.width - 2.0 * PAD, look);
    leaf.finish()
}

/// Dashed lines across the sheet.
fn folds(size: Size, heights: &[f32]) -> Face {
    let mut leaf = Leaf::default();
    let mut dashes: Vec<Mark> = Vec::new();
    for y in heights {
        let mut x = 0.0;
        while x < size.width {
            dashes.push(rule((x, *y), (x + DASH, *y), 0.5, Ink::Grey));
            x += 2.0 * DASH;
        }
    }
    leaf.draw(dashes);
    leaf.finish().unwrap_or_default()
}
