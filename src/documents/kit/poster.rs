//! What hangs behind the table: who is asked for what, and how one signs, to be read from some steps away.

use super::leaf::{Leaf, bold, frame, heading, plain, rule};
use super::{Kit, Misfit, own};
use crate::documents::code::Code;
use crate::documents::geometry::{Rect, Size, mm};
use crate::documents::mark::Ink;
use crate::documents::pdf::{Face, Role};
use crate::documents::text::{Align, Style};
use crate::domain::lang::Lang;
use crate::i18n::t;

const MARGIN: f32 = mm(16.0);
/// A camera reads a code from ten times as far as it is wide.
const CODE: f32 = mm(92.0);
const PAD: f32 = mm(4.0);
/// Where the address stands below the code.
const ADDRESS: f32 = 56.0;
const BLOCK: f32 = CODE + PAD + ADDRESS;
/// What is said below the block.
const FOOT: f32 = 48.0;
/// The campaign's title, below what is asked.
const TITLE: f32 = 56.0;
const GAP: f32 = 12.0;

pub fn face(kit: &Kit<'_>, lang: Lang, size: Size) -> Result<Face, Misfit> {
    let mut leaf = Leaf::default();
    let (width, content) = (size.width - 2.0 * MARGIN, &kit.campaign.content);
    let block = Rect::new(MARGIN, size.height - MARGIN - FOOT - BLOCK, width, BLOCK);
    let mut y = MARGIN;
    let room = Rect::new(MARGIN, y, width, 52.0);
    y += leaf.fit(Role::Paragraph, kit.said(&content.asked, lang), room, plain(Style::of(19.0)), 11.0);
    y += GAP;
    let room = Rect::new(MARGIN, y, width, block.y - y - TITLE - 2.0 * GAP);
    let look = bold(Style::of(84.0).leading(84.0 * 1.12));
    y += leaf.fit(heading(1), kit.said(&content.ask, lang), room, look, 14.0) + GAP;
    let room = Rect::new(MARGIN, y, width, TITLE);
    leaf.fit(Role::Paragraph, kit.title(lang), room, plain(Style::of(20.0).ink(Ink::Grey)), 11.0);
    call(&mut leaf, kit, lang, block)?;
    let mut y = block.bottom() + 8.0;
    let look = plain(Style::of(10.5));
    y += leaf.put(Role::Paragraph, own(lang, &t!(lang, "kit-private")), (MARGIN, y), width, look);
    let room = Rect::new(MARGIN, y, width, size.height - MARGIN - y);
    let look = plain(Style::of(10.0).ink(Ink::Grey));
    leaf.fit(Role::Paragraph, kit.said(&content.organiser, lang), room, look, 6.0);
    leaf.finish()
}

/// How one signs: the code, what to do with it, and the address for who has no camera.
fn call(leaf: &mut Leaf, kit: &Kit<'_>, lang: Lang, block: Rect) -> Result<(), Misfit> {
    let url = kit.code(lang, "poster");
    let code = Code::sturdy(&url).ok_or(Misfit::Address)?;
    let below = block.bottom() - ADDRESS;
    leaf.draw(vec![frame(block, 2.5), rule((block.x, below), (block.right(), below), 1.0, Ink::Black)]);
    // The quiet zone of the code is part of the white around it.
    let at = (block.x + PAD / 2.0, block.y + PAD / 2.0);
    leaf.figure(own(lang, &t!(lang, "kit-code", url = url)), code.marks(at.0, at.1, CODE));
    let x = at.0 + CODE + PAD;
    let width = block.right() - PAD * 2.0 - x;
    let room = Rect::new(x, block.y + mm(20.0), width, 120.0);
    let y = room.y
        + leaf.fit(
            heading(2),
            own(lang, &t!(lang, "kit-sign")),
            room,
            bold(Style::of(46.0).leading(52.0)),
            18.0,
        );
    let look = plain(Style::of(17.0));
    leaf.put(Role::Paragraph, own(lang, &t!(lang, "kit-camera")), (x, y + GAP), width, look);
    let (x, width) = (block.x + PAD * 2.0, block.width - PAD * 4.0);
    let look = plain(Style::of(11.0).align(Align::Centre).ink(Ink::Grey));
    let y = below + 6.0;
    let y = y + leaf.put(Role::Paragraph, own(lang, &t!(lang, "kit-type")), (x, y), width, look);
    // In one line, so that no hyphen is taken for one that is not typed.
    let room = Rect::new(x, y, width, 27.0);
    let look = bold(Style::of(21.0).leading(21.0 * 1.25).align(Align::Centre));
    leaf.fit(Role::Paragraph, own(lang, &kit.address(lang)), room, look, 7.0);
    Ok(())
}
