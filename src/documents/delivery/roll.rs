//! The roll on paper, volume after volume: who signed, in the order in which they stand, with the number that proves their place.

use std::collections::HashMap;
use std::sync::Arc;

use super::Facts;
use super::fitted::fitted;
use crate::documents::geometry::{Placing, Point, Size};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{About, Face, Page, Part, Pdf, Role, Unwritable};
use crate::documents::text::{Align, Style, Weight, shape};
use crate::domain::delivery::roll::{Kind, Line, Named, Place, Shown};
use crate::i18n::{self, t};

/// So many lines stand in a volume: as many as a binder holds.
pub const VOLUME: i64 = 5_000;

/// So many rows stand on a page, a heading or the second line of a comment among them.
const ROWS: u8 = 35;
const MARGIN: f32 = 46.0;
const FOOT: f32 = 36.0;
const NUMBER: f32 = 54.0;
const GUTTER: f32 = 10.0;
/// The part of what is beside the number that the name has.
const NAME: f32 = 0.64;
const LETTERS: f32 = 10.0;
/// So many places are kept as they were set.
const KEPT: usize = 4_000;

/// One volume while it is written.
pub struct Volume<'a> {
    facts: &'a Facts<'a>,
    pdf: Pdf,
    size: Size,
    face: Face,
    row: u8,
    page: i64,
    /// What of the roll stands on the page, and up to it.
    on_page: i64,
    so_far: i64,
    /// Which volume, of how many.
    number: (i64, i64),
    group: Option<(Kind, Arc<Place>)>,
    /// Lines in a row that name nobody, from and to.
    nameless: Option<(i64, i64, bool)>,
    places: HashMap<String, Vec<Mark>>,
}

impl<'a> Volume<'a> {
    /// Begins a volume, counted from 1, of so many.
    pub fn begin(facts: &'a Facts<'a>, number: (i64, i64)) -> Self {
        let lang = facts.lang();
        let what = t!(lang, "package-roll-volume", volume = number.0, all = number.1);
        let title = facts.named(&what);
        let pdf = Pdf::new(&About { title: &title, lang: lang.code() });
        Self {
            facts,
            pdf,
            size: facts.paper(),
            face: Face::new(),
            row: 0,
            page: 1,
            on_page: 0,
            so_far: (number.0 - 1) * VOLUME,
            number,
            group: None,
            nameless: None,
            places: HashMap::new(),
        }
    }

    const fn width(&self) -> f32 {
        self.size.width - 2.0 * MARGIN
    }

    fn height(&self) -> f32 {
        (self.size.height - 2.0 * MARGIN - FOOT) / f32::from(ROWS)
    }

    fn y(&self) -> f32 {
        MARGIN + f32::from(self.row) * self.height()
    }

    fn style(&self, size: f32) -> Style {
        Style::of(size).leading(self.height()).align(Align::Left)
    }

    /// Adds a line of the roll; they come in their order.
    pub fn line(&mut self, line: &Line) {
        let group = (line.kind, Arc::clone(&line.place));
        let is_new = self.group.as_ref() != Some(&group);
        if is_new {
            self.tell_nameless();
        }
        match &line.shown {
            Shown::Named(named) => {
                self.tell_nameless();
                self.enter(group, is_new);
                self.named(line.number, named);
                self.count(1);
            }
            Shown::Withheld | Shown::Left => {
                self.enter(group, is_new);
                let withheld = line.shown == Shown::Withheld;
                self.nameless = match self.nameless {
                    Some((from, _, was)) if was == withheld => Some((from, line.number, was)),
                    _ => {
                        self.tell_nameless();
                        Some((line.number, line.number, withheld))
                    }
                };
            }
        }
    }

    /// So many lines more are told of on this page.
    const fn count(&mut self, lines: i64) {
        self.on_page += lines;
        self.so_far += lines;
    }

    /// The heading of a group, where another one begins.
    fn enter(&mut self, group: (Kind, Arc<Place>), is_new: bool) {
        if is_new {
            if self.row + 3 > ROWS {
                self.turn();
            }
            self.group = Some(group);
            self.heading(false);
        }
    }

    fn group_words(&self) -> String {
        let lang = self.facts.lang();
        let Some((kind, place)) = &self.group else { return String::new() };
        let head = match kind {
            Kind::Organisation => return t!(lang, "package-roll-organisations"),
            Kind::Professional => return t!(lang, "package-roll-professionals"),
            Kind::Paper => return t!(lang, "package-roll-paper"),
            Kind::Person => self.facts.names.part("region", &place.region),
        };
        if place.riding.is_empty() {
            return head;
        }
        format!("{head} – {}", self.facts.names.part("riding", &place.riding))
    }

    fn heading(&mut self, is_continued: bool) {
        let (lang, words) = (self.facts.lang(), self.group_words());
        let words =
            if is_continued { t!(lang, "package-roll-continued", group = words.as_str()) } else { words };
        let marks = self.cell(&words, Weight::Bold, (MARGIN, self.width()), LETTERS, Ink::Black);
        let below = self.y() + self.height() - 3.0;
        let (from, to) = (Point { x: MARGIN, y: below }, Point { x: MARGIN + self.width(), y: below });
        self.face.push(Part::new(super::heading(2), marks));
        self.face.push(Part::new(Role::Artifact, vec![Mark::Rule { from, to, width: 0.5, ink: Ink::Grey }]));
        self.row += 1;
    }

    /// Room for so many rows, on this page or the next.
    fn need(&mut self, rows: u8) {
        if self.row + rows > ROWS {
            self.turn();
            self.heading(true);
        }
    }

    fn named(&mut self, number: i64, named: &Named) {
        let is_commented = !named.comment.is_empty();
        self.need(if is_commented { 2 } else { 1 });
        let rest = self.width() - NUMBER - GUTTER;
        let (x, city) = (MARGIN + NUMBER + GUTTER, MARGIN + NUMBER + GUTTER + rest * NAME);
        let mut marks = self.number(number);
        let name = if named.detail.is_empty() {
            named.name.clone()
        } else {
            format!("{}, {}", named.name, named.detail)
        };
        marks.extend(self.cell(&name, Weight::Regular, (x, rest * NAME - GUTTER), LETTERS, Ink::Black));
        let place: Vec<&str> =
            [&*named.city, &named.postal_code].into_iter().filter(|part| !part.is_empty()).collect();
        marks.extend(self.place(&place.join(", "), (city, rest * (1.0 - NAME))));
        self.face.push(Part::new(Role::Paragraph, marks));
        self.row += 1;
        if is_commented {
            let comment = named.comment.split_whitespace().collect::<Vec<_>>().join(" ");
            let marks = self.cell(&comment, Weight::Regular, (x, rest), 8.5, Ink::Grey);
            self.face.push(Part::new(Role::Paragraph, marks));
            self.row += 1;
        }
    }

    fn number(&self, number: i64) -> Vec<Mark> {
        let words = i18n::number(self.facts.lang(), number);
        let style = self.style(9.0).align(Align::Right).ink(Ink::Grey);
        shape(&words, Weight::Regular).draw_some(Point { x: MARGIN, y: self.y() }, (NUMBER, 1), style).0
    }

    /// Where somebody lives: many live in the same place.
    fn place(&mut self, text: &str, (x, width): (f32, f32)) -> Vec<Mark> {
        if text.is_empty() {
            return Vec::new();
        }
        if !self.places.contains_key(text) {
            if self.places.len() >= KEPT {
                self.places.clear();
            }
            let set = fitted(text, Weight::Regular, (Point { x: 0.0, y: 0.0 }, width), self.style(LETTERS));
            self.places.insert(text.to_owned(), set);
        }
        let marks = self.places.get(text).cloned().unwrap_or_default();
        vec![Mark::Placed(Placing::at(x, self.y()), marks)]
    }

    fn cell(&self, text: &str, weight: Weight, (x, width): (f32, f32), size: f32, ink: Ink) -> Vec<Mark> {
        fitted(text, weight, (Point { x, y: self.y() }, width), self.style(size).ink(ink))
    }

    /// Says of lines in a row that they name nobody.
    fn tell_nameless(&mut self) {
        let Some((from, to, withheld)) = self.nameless.take() else { return };
        let lang = self.facts.lang();
        self.need(1);
        let (count, number) = (to - from + 1, i18n::number(lang, to - from + 1));
        let words = if withheld {
            t!(lang, "package-roll-withheld", count = count, number = number)
        } else {
            t!(lang, "package-roll-left", count = count, number = number)
        };
        let mut marks = self.number(from);
        let x = MARGIN + NUMBER + GUTTER;
        let words = if count > 1 { format!("– {}: {words}", i18n::number(lang, to)) } else { words };
        marks.extend(self.cell(&words, Weight::Regular, (x, self.width() - NUMBER - GUTTER), 9.0, Ink::Grey));
        self.face.push(Part::new(Role::Paragraph, marks));
        self.row += 1;
        self.count(count);
    }

    /// Ends the page with what stands on it.
    fn turn(&mut self) {
        let lang = self.facts.lang();
        let number = |n: i64| i18n::number(lang, n);
        let (volume, all) = self.number;
        let foot = t!(
            lang,
            "package-roll-foot",
            title = self.facts.title(),
            delivery = self.facts.delivery.number,
            volume = volume,
            all = all,
            page = self.page
        );
        let count = t!(
            lang,
            "package-roll-count",
            count = self.on_page,
            here = number(self.on_page),
            so_far = number(self.so_far),
            lines = number(self.facts.delivery.lines)
        );
        let style = Style::of(8.0).ink(Ink::Grey).align(Align::Left);
        let mut marks = Vec::new();
        for (line, words) in [(0.0, foot), (11.0, count)] {
            let at = Point { x: MARGIN, y: self.size.height - MARGIN - FOOT + 12.0 + line };
            marks.extend(fitted(&words, Weight::Regular, (at, self.width()), style));
        }
        self.face.push(Part::new(Role::Paragraph, marks));
        let face = std::mem::take(&mut self.face);
        self.pdf.page(&Page { size: self.size, trim: None, faces: vec![(Placing::HERE, &face)] });
        (self.row, self.page, self.on_page) = (0, self.page + 1, 0);
    }

    pub fn finish(mut self) -> Result<Vec<u8>, Unwritable> {
        self.tell_nameless();
        if !self.face.is_empty() {
            self.turn();
        }
        self.pdf.finish()
    }
}
