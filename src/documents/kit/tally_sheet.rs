//! What lies with a batch: what it is, what two people counted, and through whose hands it went. It is filled in with a pen, and
//! then typed into the ledger.

use super::leaf::{Leaf, bold, frame, heading, plain, rule};
use super::{Kit, Misfit, own};
use crate::documents::geometry::{Rect, Size, mm};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{Face, Role};
use crate::documents::text::Style;
use crate::domain::lang::Lang;
use crate::i18n::t;

const MARGIN: f32 = mm(15.0);
const LINE: f32 = 0.7;
/// A box that a hand writes into, with its label.
const FIELD: f32 = 38.0;
/// One to cross for a bundle.
const BOX: f32 = 15.0;
const BUNDLES: (u16, u16) = (12, 3);
const STEP: f32 = 33.0;
/// The parts of the width for the step, the day, how many, where, and who.
const COLUMNS: [f32; 5] = [0.19, 0.14, 0.13, 0.24, 0.30];
const GAP: f32 = 11.0;

/// A sheet that grows downwards.
struct Sheet {
    leaf: Leaf,
    lang: Lang,
    width: f32,
    y: f32,
}

pub fn face(kit: &Kit<'_>, lang: Lang, size: Size) -> Result<Face, Misfit> {
    let mut sheet = Sheet { leaf: Leaf::default(), lang, width: size.width - 2.0 * MARGIN, y: MARGIN };
    sheet.head(kit);
    sheet.batch();
    sheet.counts();
    sheet.hands();
    sheet.foot(size.height - MARGIN);
    sheet.leaf.finish()
}

impl Sheet {
    fn head(&mut self, kit: &Kit<'_>) {
        let lang = self.lang;
        let (at, width) = ((MARGIN, self.y), self.width);
        self.y += self.leaf.put(
            heading(1),
            own(lang, &t!(lang, "kit-tally-sheet")),
            at,
            width,
            bold(Style::of(22.0)),
        );
        let room = Rect::new(MARGIN, self.y, self.width, 34.0);
        self.y += self.leaf.fit(Role::Paragraph, kit.title(lang), room, plain(Style::of(12.5)), 7.0) + 3.0;
        self.say(&t!(lang, "tally-about"), 9.5);
    }

    /// A sentence over the whole width.
    fn say(&mut self, text: &str, size: f32) {
        let said = own(self.lang, text);
        let at = (MARGIN, self.y);
        self.y += self.leaf.put(Role::Paragraph, said, at, self.width, plain(Style::of(size))) + 4.0;
    }

    fn title(&mut self, text: &str) {
        self.y += GAP;
        let (said, at) = (own(self.lang, text), (MARGIN, self.y));
        self.y += self.leaf.put(heading(2), said, at, self.width, bold(Style::of(12.0))) + 2.0;
    }

    /// A box to write into, with its label in the corner.
    fn field(&mut self, of: Rect, label: &str) {
        self.leaf.draw(vec![frame(of, LINE)]);
        let (said, look) = (own(self.lang, label), plain(Style::of(8.0).ink(Ink::Grey)));
        self.leaf.put(Role::Paragraph, said, (of.x + 4.0, of.y + 1.5), of.width - 6.0, look);
    }

    /// Boxes beside each other, each with its part of the width.
    fn row(&mut self, fields: &[(f32, String)]) {
        let mut x = MARGIN;
        for (part, label) in fields {
            let width = self.width * part;
            self.field(Rect::new(x, self.y, width, FIELD), label);
            x += width;
        }
        self.y += FIELD;
    }

    fn batch(&mut self) {
        let lang = self.lang;
        self.y += 2.0;
        self.row(&[(0.3, t!(lang, "tally-batch")), (0.7, t!(lang, "tally-kind"))]);
        let mut x = MARGIN + self.width * 0.3 + 8.0;
        let y = self.y - 18.0;
        for (kind, width) in [(t!(lang, "tally-postcards"), 0.22), (t!(lang, "tally-signatures"), 0.46)] {
            self.tick(x, y, &kind, self.width * width - 8.0);
            x += self.width * width;
        }
        self.row(&[
            (0.42, t!(lang, "tally-label")),
            (0.34, t!(lang, "tally-place")),
            (0.24, t!(lang, "tally-day")),
        ]);
    }

    /// A box to tick, with what it says.
    fn tick(&mut self, x: f32, y: f32, words: &str, width: f32) -> f32 {
        self.leaf.draw(vec![frame(Rect::new(x, y + 1.5, 10.0, 10.0), LINE)]);
        let (said, look) = (own(self.lang, words), plain(Style::of(10.5).leading(13.0)));
        self.leaf.put(Role::Paragraph, said, (x + 16.0, y), width - 16.0, look)
    }

    fn counts(&mut self) {
        let lang = self.lang;
        self.title(&t!(lang, "tally-counted"));
        self.say(&t!(lang, "tally-counted-about"), 9.5);
        let (top, width) = (self.y, (self.width - GAP) / 2.0);
        for (column, name) in (0u8..).zip([t!(lang, "tally-first"), t!(lang, "tally-second")]) {
            self.y = top;
            self.count(MARGIN + f32::from(column) * (width + GAP), width, &name);
        }
    }

    /// What one of the two counts.
    fn count(&mut self, x: f32, width: f32, name: &str) {
        let lang = self.lang;
        let top = self.y;
        let (said, look) = (own(lang, name), bold(Style::of(11.0)));
        self.y += 5.0;
        self.y += self.leaf.put(heading(3), said, (x + 8.0, self.y), width - 16.0, look) + 3.0;
        let inside = Rect::new(x, self.y, width, FIELD);
        self.field(inside, &t!(lang, "tally-name"));
        self.y += FIELD + 4.0;
        let look = plain(Style::of(8.0).ink(Ink::Grey));
        let said = t!(lang, "tally-bundles");
        self.y +=
            self.leaf.put(Role::Paragraph, own(lang, &said), (x + 4.0, self.y), width - 8.0, look) + 3.0;
        self.y += self.bundles(x + 8.0, width - 16.0) + 6.0;
        for (part, offset, label) in [(0.4, 0.0, t!(lang, "tally-rest")), (0.6, 0.4, t!(lang, "tally-total"))]
        {
            self.field(Rect::new(x + width * offset, self.y, width * part, FIELD + 4.0), &label);
        }
        self.y += FIELD + 4.0;
        self.leaf.draw(vec![frame(Rect::new(x, top, width, self.y - top), 1.4)]);
    }

    /// Boxes to cross, with a little more room after every sixth; returns how high they are.
    fn bundles(&mut self, x: f32, width: f32) -> f32 {
        let (columns, rows) = BUNDLES;
        let pitch = (width - BOX - 6.0) / f32::from(columns - 1);
        let place = |column: u16, row: u16| {
            let apart = if column >= columns / 2 { 6.0 } else { 0.0 };
            (x + f32::from(column) * pitch + apart, self.y + f32::from(row) * (BOX + 5.0))
        };
        let all = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        let boxes: Vec<Mark> = all
            .map(|(column, row)| {
                let (x, y) = place(column, row);
                frame(Rect::new(x, y, BOX, BOX), LINE)
            })
            .collect();
        self.leaf.draw(boxes);
        f32::from(rows) * (BOX + 5.0)
    }

    fn hands(&mut self) {
        let lang = self.lang;
        self.title(&t!(lang, "tally-hands"));
        let heads = [
            t!(lang, "tally-step"),
            t!(lang, "tally-on"),
            t!(lang, "tally-many"),
            t!(lang, "tally-where"),
            t!(lang, "tally-who"),
        ];
        let steps = [
            t!(lang, "tally-printed"),
            t!(lang, "tally-distributed"),
            t!(lang, "tally-collected"),
            t!(lang, "tally-delivered"),
        ];
        let top = self.y;
        let mut x = MARGIN;
        for (head, part) in heads.iter().zip(COLUMNS) {
            let look = plain(Style::of(8.5).ink(Ink::Grey));
            self.leaf.put(
                Role::Paragraph,
                own(lang, head),
                (x + 4.0, top + 1.5),
                self.width * part - 6.0,
                look,
            );
            x += self.width * part;
        }
        self.y += 15.0;
        let mut lines = Vec::new();
        for step in &steps {
            let look = bold(Style::of(10.5));
            let width = self.width * COLUMNS[0] - 6.0;
            self.leaf.put(Role::Paragraph, own(lang, step), (MARGIN + 4.0, self.y + 9.0), width, look);
            lines.push(rule((MARGIN, self.y), (MARGIN + self.width, self.y), LINE, Ink::Black));
            self.y += STEP;
        }
        let mut x = MARGIN;
        for part in &COLUMNS[..4] {
            x += self.width * part;
            lines.push(rule((x, top), (x, self.y), LINE, Ink::Black));
        }
        lines.push(frame(Rect::new(MARGIN, top, self.width, self.y - top), LINE));
        self.leaf.draw(lines);
    }

    /// The photo, and room for a note down to the edge.
    fn foot(&mut self, bottom: f32) {
        let lang = self.lang;
        self.y += GAP;
        self.y += self.tick(MARGIN, self.y, &t!(lang, "tally-photo"), self.width) + 4.0;
        self.y += self.tick(MARGIN, self.y, &t!(lang, "tally-ledger"), self.width) + 7.0;
        self.field(Rect::new(MARGIN, self.y, self.width, bottom - self.y), &t!(lang, "tally-note"));
    }
}
