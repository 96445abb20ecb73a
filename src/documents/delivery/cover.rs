//! The first page: to whom, from whom, what is asked, how many, and how to check it. It is one page, however long its words are.

use super::{Facts, heading};
use crate::documents::geometry::{Placing, Point, Size};
use crate::documents::mark::{Ink, Mark};
use crate::documents::pdf::{About, Face, Page, Part, Pdf, Role, Unwritable};
use crate::documents::text::{Align, Style, Weight, shape};
use crate::domain::moment::Moment;
use crate::i18n::{self, t};

const MARGIN: f32 = 60.0;
/// By how much all is made smaller, until it stands on the page.
const SCALES: [f32; 6] = [1.0, 0.92, 0.84, 0.76, 0.68, 0.6];
/// So many lines one thing takes at the most, at the smallest scale; beyond, it is cut.
const MOST_LINES: usize = 6;

/// What stands on a cover besides the facts.
pub struct Cover<'a> {
    pub facts: &'a Facts<'a>,
    /// When it was frozen.
    pub as_of: Moment,
    /// How many live in the addressee's own riding; none where they stand for none.
    pub own_riding: Option<i64>,
    /// What others report, which is not in it.
    pub reported: i64,
    /// The fingerprint of the key, and where it can be compared.
    pub key: &'a str,
    pub key_address: &'a str,
    pub files: &'a [String],
}

struct Writer {
    face: Face,
    y: f32,
    width: f32,
    scale: f32,
    most: usize,
}

impl Writer {
    fn style(&self, size: f32) -> Style {
        Style::of(size * self.scale)
    }

    fn put(&mut self, role: Role, text: &str, weight: Weight, style: Style) {
        let at = Point { x: MARGIN, y: self.y };
        let (marks, height) = shape(text, weight).draw_some(at, (self.width, self.most), style);
        self.face.push(Part::new(role, marks));
        self.y += height;
    }

    fn gap(&mut self, by: f32) {
        self.y += by * self.scale;
    }

    fn label(&mut self, text: &str) {
        let style = self.style(9.0).ink(Ink::Grey);
        self.put(Role::Paragraph, text, Weight::Regular, style);
    }

    fn row(&mut self, label: &str, value: &str) {
        let style = self.style(11.0);
        let (from, to) = (Point { x: MARGIN, y: self.y }, Point { x: MARGIN + self.width, y: self.y });
        self.face.push(Part::new(Role::Artifact, vec![Mark::Rule { from, to, width: 0.5, ink: Ink::Grey }]));
        self.gap(3.0);
        let at = Point { x: MARGIN, y: self.y };
        let (mut marks, height) =
            shape(label, Weight::Regular).draw_some(at, (self.width * 0.72, self.most), style);
        let right = shape(value, Weight::Bold).draw_some(at, (self.width, 1), style.align(Align::Right));
        marks.extend(right.0);
        self.face.push(Part::new(Role::Paragraph, marks));
        self.y += height;
        self.gap(3.0);
    }
}

impl Cover<'_> {
    pub fn pdf(&self) -> Result<Vec<u8>, Unwritable> {
        let (lang, size) = (self.facts.lang(), self.facts.paper());
        let title = self.facts.named(&t!(lang, "package-cover"));
        let mut pdf = Pdf::new(&About { title: &title, lang: lang.code() });
        let face = self.face(size);
        pdf.page(&Page { size, trim: None, faces: vec![(Placing::HERE, &face)] });
        pdf.finish()
    }

    fn face(&self, size: Size) -> Face {
        let mut last = Face::new();
        for scale in SCALES {
            let most = if scale > 0.61 { usize::MAX } else { MOST_LINES };
            let width = size.width - 2.0 * MARGIN;
            let mut page = Writer { face: Face::new(), y: MARGIN, width, scale, most };
            self.set(&mut page);
            last = page.face;
            if page.y <= size.height - MARGIN {
                break;
            }
        }
        last
    }

    fn set(&self, page: &mut Writer) {
        let (facts, lang) = (self.facts, self.facts.lang());
        let written = self.as_of.to_string();
        let (day, time) = (i18n::day(lang, self.as_of), written.get(11..16).unwrap_or_default());
        let as_of = t!(lang, "handover-moment", day = day, time = time);
        page.label(&t!(lang, "package-cover-delivery", number = facts.delivery.number, as_of = as_of));
        page.gap(10.0);
        let style = page.style(24.0);
        page.put(heading(1), facts.title(), Weight::Bold, style);
        page.gap(6.0);
        let ask = facts.campaign.content.ask.said(lang.code(), &facts.campaign.content.language).text;
        let style = page.style(13.0);
        page.put(Role::Paragraph, ask, Weight::Regular, style);
        page.gap(16.0);
        self.parties(page);
        page.gap(16.0);
        self.counts(page);
        page.gap(12.0);
        let style = page.style(9.5);
        let told = facts.disclosed();
        page.put(Role::Paragraph, &told, Weight::Regular, style);
        if self.reported > 0 {
            let number = i18n::number(lang, self.reported);
            let words = t!(lang, "package-cover-reported", number = number);
            page.put(Role::Paragraph, &words, Weight::Regular, style);
        }
        page.gap(8.0);
        self.checking(page);
    }

    fn parties(&self, page: &mut Writer) {
        let (facts, lang) = (self.facts, self.facts.lang());
        let to = &facts.delivery.to;
        page.label(&t!(lang, "package-cover-to"));
        let style = page.style(13.0);
        page.put(Role::Paragraph, &to.name, Weight::Bold, style);
        let style = page.style(11.0);
        page.put(Role::Paragraph, facts.office(), Weight::Regular, style);
        if !to.riding.is_empty() {
            page.put(Role::Paragraph, &facts.names.part("riding", &to.riding), Weight::Regular, style);
        }
        page.gap(10.0);
        page.label(&t!(lang, "package-cover-from"));
        let style = page.style(13.0);
        page.put(Role::Paragraph, facts.organisation, Weight::Bold, style);
        let address: Vec<&str> = facts.postal_address.lines().map(str::trim).collect();
        let style = page.style(11.0);
        page.put(Role::Paragraph, &address.join(", "), Weight::Regular, style);
    }

    fn counts(&self, page: &mut Writer) {
        let (counts, lang) = (self.facts.counts, self.facts.lang());
        let number = |n: i64| i18n::number(lang, n);
        page.row(&t!(lang, "package-online"), &number(counts.online));
        if let Some(own) = self.own_riding {
            page.row(&t!(lang, "package-own-riding"), &number(own));
        }
        page.row(&t!(lang, "package-since"), &number(counts.since_previous));
        if counts.paper > 0 {
            page.row(&t!(lang, "package-paper"), &number(counts.paper));
        }
        if counts.postcards > 0 {
            page.row(&t!(lang, "package-postcards"), &number(counts.postcards));
        }
    }

    fn checking(&self, page: &mut Writer) {
        let lang = self.facts.lang();
        let style = page.style(10.5);
        page.put(heading(2), &t!(lang, "package-cover-in-it"), Weight::Bold, style);
        let style = page.style(9.5);
        page.put(Role::Paragraph, &self.files.join(", "), Weight::Regular, style);
        page.gap(8.0);
        let head = page.style(10.5);
        page.put(heading(2), &t!(lang, "package-cover-check"), Weight::Bold, head);
        page.put(Role::Paragraph, &t!(lang, "package-cover-check-about"), Weight::Regular, style);
        page.put(Role::Paragraph, self.key, Weight::Bold, style);
        page.put(Role::Paragraph, self.key_address, Weight::Regular, style);
    }
}
