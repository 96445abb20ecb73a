//! A document of several pages on which one thing stands below the other.

use super::heading;
use crate::documents::geometry::{Placing, Point, Size};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{About, Face, Page, Part, Pdf, Role, Unwritable};
use crate::documents::text::{Align, Style, Weight, shape};
use crate::domain::lang::Lang;
use crate::i18n::t;

pub const MARGIN: f32 = 54.0;
/// Where the foot of a page begins, above its lower edge.
const FOOT: f32 = 40.0;
const LABEL: f32 = 0.66;

pub struct Flow {
    pdf: Pdf,
    size: Size,
    lang: Lang,
    title: String,
    face: Face,
    pub y: f32,
    page: i64,
    /// In which language the words are that come, where that need not be the document's.
    tag: Option<String>,
}

impl Flow {
    pub fn new(size: Size, lang: Lang, title: &str) -> Self {
        let pdf = Pdf::new(&About { title, lang: lang.code() });
        Self { pdf, size, lang, title: title.to_owned(), face: Face::new(), y: MARGIN, page: 1, tag: None }
    }

    pub const fn width(&self) -> f32 {
        self.size.width - 2.0 * MARGIN
    }

    const fn bottom(&self) -> f32 {
        self.size.height - MARGIN - FOOT / 2.0
    }

    /// From here on, words are in this language.
    pub fn said_in(&mut self, tag: &str) {
        self.tag = Some(tag.to_owned());
    }

    fn push(&mut self, role: Role, marks: Vec<Mark>) {
        let part = Part::new(role, marks);
        self.face.push(match &self.tag {
            Some(tag) => part.said_in(tag),
            None => part,
        });
    }

    /// Begins another page.
    pub fn turn(&mut self) {
        let foot = t!(self.lang, "package-foot", title = self.title.as_str(), page = self.page);
        let style = Style::of(8.0).ink(Ink::Grey);
        let at = Point { x: MARGIN, y: self.size.height - FOOT };
        let (marks, _) = shape(&foot, Weight::Regular).draw_some(at, (self.width(), 1), style);
        self.face.push(Part::new(Role::Artifact, marks));
        let face = std::mem::take(&mut self.face);
        self.pdf.page(&Page { size: self.size, trim: None, faces: vec![(Placing::HERE, &face)] });
        (self.y, self.page) = (MARGIN, self.page + 1);
    }

    /// Sees to it that so much stands on this page, or on the next.
    pub fn need(&mut self, height: f32) {
        if self.y + height > self.bottom() && self.y > MARGIN {
            self.turn();
        }
    }

    pub const fn gap(&mut self, by: f32) {
        self.y += by;
    }

    pub fn rule(&mut self) {
        let (from, to) = (Point { x: MARGIN, y: self.y }, Point { x: MARGIN + self.width(), y: self.y });
        self.face.push(Part::new(Role::Artifact, vec![Mark::Rule { from, to, width: 0.5, ink: Ink::Grey }]));
    }

    /// What is drawn from the upper left corner of what is left of the page, with what it shows.
    pub fn figure(&mut self, shows: &str, height: f32, marks: Vec<Mark>) {
        self.face.push(Part::new(Role::Figure(shows.to_owned()), marks));
        self.y += height;
    }

    /// Sets words, over as many pages as they take.
    pub fn put(&mut self, role: &Role, text: &str, weight: Weight, style: Style) {
        self.put_from(0.0, role, text, weight, style);
    }

    fn put_from(&mut self, indent: f32, role: &Role, text: &str, weight: Weight, style: Style) {
        let (width, mut shaped) = (self.width() - indent, shape(text, weight));
        let (all, mut done) = (shaped.break_at(style.size, width), 0);
        while done < all {
            let mut room = 0;
            let mut end = self.y + style.leading;
            while end <= self.bottom() && done + room < all {
                room += 1;
                end += style.leading;
            }
            if room == 0 && self.y > MARGIN {
                self.turn();
                continue;
            }
            let at = Point { x: MARGIN + indent, y: self.y };
            let (marks, height) = shaped.draw_lines(at, (width, done..done + room.max(1)), style);
            self.push(role.clone(), marks);
            self.y += height;
            done += room.max(1);
        }
    }

    pub fn title(&mut self, text: &str) {
        self.put(&heading(1), text, Weight::Bold, Style::of(20.0));
        self.gap(8.0);
    }

    pub fn head(&mut self, text: &str) {
        self.need(60.0);
        self.gap(12.0);
        self.put(&heading(2), text, Weight::Bold, Style::of(13.0));
        self.gap(3.0);
    }

    pub fn paragraph(&mut self, text: &str) {
        self.put(&Role::Paragraph, text, Weight::Regular, Style::of(10.5));
        self.gap(5.0);
    }

    pub fn small(&mut self, text: &str) {
        self.put(&Role::Paragraph, text, Weight::Regular, Style::of(8.5).ink(Ink::Grey));
        self.gap(3.0);
    }

    /// An item behind its mark, such as `1.`.
    pub fn item(&mut self, mark: &str, text: &str) {
        let style = Style::of(10.5);
        self.need(style.leading);
        let at = Point { x: MARGIN, y: self.y };
        let (marks, _) = shape(mark, Weight::Regular).draw(at, 20.0, style);
        self.push(Role::Paragraph, marks);
        self.put_from(22.0, &Role::Paragraph, text, Weight::Regular, style);
        self.gap(4.0);
    }

    /// A label and a figure in a line between rules.
    pub fn row(&mut self, label: &str, value: &str) {
        let style = Style::of(10.0);
        let (mut words, mut said) = (shape(label, Weight::Regular), shape(value, Weight::Bold));
        let room = self.width() * (1.0 - LABEL);
        let lines = words.break_at(style.size, self.width() * LABEL).max(said.break_at(style.size, room));
        #[expect(clippy::cast_precision_loss, reason = "a label has some lines")]
        let height = lines as f32 * style.leading;
        self.need(height + 6.0);
        self.rule();
        self.gap(3.0);
        let (mut marks, _) = words.draw(Point { x: MARGIN, y: self.y }, self.width() * LABEL, style);
        let at = Point { x: MARGIN + self.width() * LABEL, y: self.y };
        marks.extend(said.draw(at, room, style.align(Align::Right)).0);
        self.push(Role::Paragraph, marks);
        self.gap(height + 3.0);
    }

    pub fn finish(mut self) -> Result<Vec<u8>, Unwritable> {
        if !self.face.is_empty() {
            self.turn();
        }
        self.pdf.finish()
    }
}
