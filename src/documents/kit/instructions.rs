//! What volunteers read before they collect: one page, in plain words.

use super::leaf::{Leaf, bold, frame, heading, plain, rule};
use super::{Kit, Misfit, own};
use crate::documents::geometry::{Rect, Size, mm};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{Face, Role};
use crate::documents::text::Style;
use crate::domain::lang::Lang;
use crate::i18n::t;

const MARGIN: f32 = mm(16.0);
/// The sizes of the letters, the largest first, until all stands on the page.
const SIZES: [f32; 6] = [11.5, 11.0, 10.5, 10.0, 9.5, 9.0];
const INDENT: f32 = 12.0;
/// The box at the foot, into which somebody writes who gets what was collected.
const CONTACT: f32 = 74.0;

pub fn face(kit: &Kit<'_>, lang: Lang, size: Size) -> Result<Face, Misfit> {
    let mut last = None;
    for letters in SIZES {
        let (leaf, bottom) = set(kit, lang, size, letters);
        last = Some(leaf);
        if bottom <= size.height - MARGIN - CONTACT - letters {
            break;
        }
    }
    let mut leaf = last.unwrap_or_default();
    contact(&mut leaf, lang, size);
    leaf.finish()
}

/// Each part: its title, and what is said in it.
fn parts(kit: &Kit<'_>, lang: Lang) -> [(String, Vec<String>); 5] {
    let is_canadian = kit.campaign.content.country.as_deref().is_none_or(|country| country == "CA");
    let sheet =
        if is_canadian { t!(lang, "collect-valid-sheet") } else { t!(lang, "collect-valid-elsewhere") };
    [
        (
            t!(lang, "collect-ask"),
            vec![
                t!(lang, "collect-ask-who"),
                t!(lang, "collect-ask-no"),
                t!(lang, "collect-ask-promise"),
                t!(lang, "collect-ask-minors"),
            ],
        ),
        (
            t!(lang, "collect-danger"),
            vec![
                t!(lang, "collect-danger-relatives"),
                t!(lang, "collect-danger-ways"),
                t!(lang, "collect-danger-cover"),
            ],
        ),
        (
            t!(lang, "collect-names"),
            vec![
                t!(lang, "collect-names-photos"),
                t!(lang, "collect-names-copies"),
                t!(lang, "collect-names-lying"),
            ],
        ),
        (
            t!(lang, "collect-valid"),
            vec![
                t!(lang, "collect-valid-ink"),
                t!(lang, "collect-valid-name"),
                sheet,
                t!(lang, "collect-valid-online"),
            ],
        ),
        (
            t!(lang, "collect-end"),
            vec![t!(lang, "collect-end-count"), t!(lang, "collect-end-hand"), t!(lang, "collect-end-lost")],
        ),
    ]
}

/// Sets the page with letters of a size; returns where it ends.
fn set(kit: &Kit<'_>, lang: Lang, size: Size, letters: f32) -> (Leaf, f32) {
    let mut leaf = Leaf::default();
    let width = size.width - 2.0 * MARGIN;
    let mut y = MARGIN;
    let title = t!(lang, "collect-title");
    y += leaf.put(heading(1), own(lang, &title), (MARGIN, y), width, bold(Style::of(22.0)));
    let room = Rect::new(MARGIN, y, width, 34.0);
    y += leaf.fit(Role::Paragraph, kit.title(lang), room, plain(Style::of(12.5)), 7.0);
    let look = plain(Style::of(letters).leading(letters * 1.32));
    for (title, items) in parts(kit, lang) {
        y += letters * 0.75;
        let head = bold(Style::of(letters * 1.15));
        y += leaf.put(heading(2), own(lang, &title), (MARGIN, y), width, head) + 1.0;
        for item in items {
            let at = (MARGIN + INDENT, y);
            let height = leaf.put(Role::Paragraph, own(lang, &item), at, width - INDENT, look);
            let middle = y + letters * 0.66;
            let dot = Rect::new(MARGIN + 2.0, middle - 1.5, 3.0, 3.0);
            leaf.draw(vec![Mark::Area { of: dot, ink: Ink::Black }]);
            y += height + letters * 0.22;
        }
    }
    (leaf, y)
}

/// To whom it goes, filled in by hand.
fn contact(leaf: &mut Leaf, lang: Lang, size: Size) {
    let width = size.width - 2.0 * MARGIN;
    let of = Rect::new(MARGIN, size.height - MARGIN - CONTACT, width, CONTACT);
    leaf.draw(vec![frame(of, 1.4)]);
    let x = of.x + 10.0;
    let look = bold(Style::of(11.0));
    leaf.put(heading(2), own(lang, &t!(lang, "collect-goes-to")), (x, of.y + 5.0), width - 20.0, look);
    let third = (width - 20.0) / 3.0;
    let line = of.bottom() - 18.0;
    let fields = [t!(lang, "collect-person"), t!(lang, "collect-telephone"), t!(lang, "collect-until")];
    for (at, field) in (0u8..).zip(fields) {
        let x = x + f32::from(at) * third;
        leaf.draw(vec![rule((x, line), (x + third - 12.0, line), 0.7, Ink::Black)]);
        let look = plain(Style::of(8.0).ink(Ink::Grey));
        leaf.put(Role::Paragraph, own(lang, &field), (x, line + 2.0), third - 12.0, look);
    }
}
