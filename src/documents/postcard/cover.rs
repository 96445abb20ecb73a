//! What lies on top of a print run: a sheet that says what is in it, and a label for its box.

use std::num::NonZeroU16;

use crate::documents::geometry::{Placing, Point, Rect, Size, inches};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{About, Face, Page, Part, Pdf, Role, Unwritable};
use crate::documents::text::{Align, Style, Weight, shape};
use crate::domain::lang::Lang;
use crate::domain::print_run::PrintRun;
use crate::i18n::{self, t};

const SHEET: Size = Size { width: inches(8.5), height: inches(11.0) };
const MARGIN: f32 = inches(1.0);
const WIDTH: f32 = SHEET.width - 2.0 * MARGIN;

/// What the documents of a print run are called.
pub fn title(lang: Lang, run: &PrintRun) -> String {
    t!(lang, "print-run-document", number = run.number)
}

/// What is said of a print run on its cover.
pub struct Cover<'a> {
    pub lang: Lang,
    pub campaign: &'a str,
    pub run: &'a PrintRun,
    /// How many cards each picture has, by what it shows.
    pub designs: &'a [(String, i64)],
    /// How many cards have lost their writers and are not printed.
    pub left_out: i64,
}

/// A sheet on which one thing stands below the other.
struct Writer {
    face: Face,
    y: f32,
}

impl Writer {
    const fn new() -> Self {
        Self { face: Face::new(), y: MARGIN }
    }

    fn put(&mut self, role: Role, text: &str, weight: Weight, style: Style) {
        let (marks, height) = shape(text, weight).draw(Point { x: MARGIN, y: self.y }, WIDTH, style);
        self.face.push(Part::new(role, marks));
        self.y += height;
    }

    const fn gap(&mut self, by: f32) {
        self.y += by;
    }

    fn rule(&mut self) {
        let (from, to) = (Point { x: MARGIN, y: self.y }, Point { x: MARGIN + WIDTH, y: self.y });
        self.face.push(Part::new(Role::Artifact, vec![Mark::Rule { from, to, width: 0.5, ink: Ink::Grey }]));
    }
}

fn heading(level: u16) -> Role {
    NonZeroU16::new(level).map_or(Role::Paragraph, Role::Heading)
}

impl Cover<'_> {
    /// The sheet and the label, as one document of two pages.
    pub fn pdf(&self) -> Result<Vec<u8>, Unwritable> {
        let title = title(self.lang, self.run);
        let mut pdf = Pdf::new(&About { title: &title, lang: self.lang.code() });
        for face in [self.sheet(&title), self.label(&title)] {
            pdf.page(&Page { size: SHEET, trim: None, faces: vec![(Placing::HERE, &face)] });
        }
        pdf.finish()
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (lang, run) = (self.lang, self.run);
        let number = |n: i64| i18n::number(lang, n);
        let mut facts = vec![
            (t!(lang, "cover-cards"), number(i64::from(run.cards))),
            (t!(lang, "cover-language"), run.lang.own_name().to_owned()),
            (t!(lang, "cover-gathered"), i18n::day(lang, run.gathered_at)),
        ];
        facts.extend(
            self.designs
                .iter()
                .map(|(shows, n)| (t!(lang, "cover-design", shows = shows.as_str()), number(*n))),
        );
        if self.left_out > 0 {
            facts.push((t!(lang, "cover-left-out"), number(self.left_out)));
        }
        let stamps = if run.is_free("CA") { t!(lang, "cover-free") } else { t!(lang, "cover-stamps") };
        facts.push((t!(lang, "cover-postage"), stamps));
        facts
    }

    fn sheet(&self, title: &str) -> Face {
        let lang = self.lang;
        let mut page = Writer::new();
        page.put(heading(1), title, Weight::Bold, Style::of(22.0));
        page.put(Role::Paragraph, self.campaign, Weight::Regular, Style::of(13.0));
        page.gap(18.0);
        page.put(Role::Paragraph, &self.run.addressee.join("\n"), Weight::Regular, Style::of(12.0));
        page.gap(18.0);
        for (label, value) in self.facts() {
            page.rule();
            page.gap(4.0);
            let start = page.y;
            page.put(Role::Paragraph, &value, Weight::Bold, Style::of(11.0).align(Align::Right));
            let end = page.y;
            page.y = start;
            // The label stops before the figure.
            let (marks, height) = shape(&label, Weight::Regular).draw(
                Point { x: MARGIN, y: start },
                WIDTH * 0.62,
                Style::of(11.0),
            );
            page.face.push(Part::new(Role::Paragraph, marks));
            page.y = end.max(start + height);
            page.gap(4.0);
        }
        page.rule();
        page.gap(30.0);
        page.put(heading(2), &t!(lang, "cover-counted"), Weight::Bold, Style::of(12.0));
        page.put(Role::Paragraph, &t!(lang, "cover-counted-about"), Weight::Regular, Style::of(10.0));
        for field in
            [t!(lang, "cover-counted-first"), t!(lang, "cover-counted-second"), t!(lang, "cover-handed-to")]
        {
            page.gap(30.0);
            page.rule();
            page.gap(3.0);
            page.put(Role::Paragraph, &field, Weight::Regular, Style::of(9.0).ink(Ink::Grey));
        }
        page.face
    }

    fn label(&self, title: &str) -> Face {
        let (lang, run) = (self.lang, self.run);
        let mut page = Writer::new();
        let frame = Rect::new(0.0, 0.0, SHEET.width, SHEET.height).grown(-MARGIN * 0.6);
        page.face
            .push(Part::new(Role::Artifact, vec![Mark::Frame { of: frame, width: 2.0, ink: Ink::Black }]));
        page.gap(20.0);
        page.put(heading(1), title, Weight::Bold, Style::of(34.0));
        page.put(Role::Paragraph, self.campaign, Weight::Regular, Style::of(20.0));
        page.gap(40.0);
        page.put(Role::Paragraph, &run.addressee.join("\n"), Weight::Bold, Style::of(24.0));
        page.gap(40.0);
        let cards = i18n::number(lang, i64::from(run.cards));
        page.put(
            Role::Paragraph,
            &t!(lang, "cover-label-cards", number = cards),
            Weight::Bold,
            Style::of(44.0),
        );
        page.gap(40.0);
        page.put(Role::Paragraph, &t!(lang, "cover-label-box"), Weight::Regular, Style::of(26.0));
        page.face
    }
}
