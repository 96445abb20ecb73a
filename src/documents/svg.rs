//! Marks as a picture for the screen. Letters are drawn as outlines, so that a browser needs no font and shows what is printed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};
use skrifa::instance::{LocationRef, Size as Scale};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::geometry::{Rect, Size};
use super::mark::{Ink, Mark, Run};

/// A picture with a name for who does not see it. `id` tells the pictures of one page apart.
pub fn picture(id: &str, title: &str, size: Size, marks: &[Mark]) -> Markup {
    let mut drawing = Drawing { id, outlines: BTreeMap::new(), body: String::new() };
    drawing.all(marks);
    let mut defs = String::new();
    for (name, path) in drawing.outlines.values() {
        let _ = write!(defs, r#"<path id="{name}" d="{path}"/>"#);
    }
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label=(title) width=(size.width) height=(size.height)
            viewBox={ "0 0 " (size.width) " " (size.height) } {
            title { (title) }
            defs { (PreEscaped(defs)) }
            (PreEscaped(drawing.body))
        }
    }
}

struct Drawing<'a> {
    id: &'a str,
    /// The name and the outline of every glyph used, by its face and number.
    outlines: BTreeMap<(u64, u32, u32), (String, String)>,
    body: String,
}

impl Drawing<'_> {
    fn all(&mut self, marks: &[Mark]) {
        for mark in marks {
            self.mark(mark);
        }
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(run, ink) => self.run(run, *ink),
            Mark::Rule { from, to, width, ink } => self.tag(format_args!(
                r#"<path d="M{} {}L{} {}" stroke="{}" stroke-width="{width}"/>"#,
                from.x,
                from.y,
                to.x,
                to.y,
                colour(*ink)
            )),
            Mark::Frame { of, width, ink } => self
                .rect(*of, format_args!(r#"fill="none" stroke="{}" stroke-width="{width}""#, colour(*ink))),
            Mark::Area { of, ink } => self.rect(*of, format_args!(r#"fill="{}""#, colour(*ink))),
            Mark::Areas { of, ink } => {
                let mut outline = String::new();
                for Rect { x, y, width, height } in of {
                    let _ = write!(outline, "M{x:.2} {y:.2}h{width:.2}v{height:.2}h-{width:.2}z");
                }
                self.tag(format_args!(r#"<path fill="{}" d="{outline}"/>"#, colour(*ink)));
            }
            Mark::Placed(placing, marks) => {
                let matrix = placing.matrix().map(|number| number.to_string()).join(" ");
                self.tag(format_args!(r#"<g transform="matrix({matrix})">"#));
                self.all(marks);
                self.body.push_str("</g>");
            }
        }
    }

    fn tag(&mut self, tag: std::fmt::Arguments<'_>) {
        let _ = self.body.write_fmt(tag);
    }

    fn rect(&mut self, of: Rect, look: std::fmt::Arguments<'_>) {
        let Rect { x, y, width, height } = of;
        self.tag(format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {look}/>"#));
    }

    /// Outlines are in units of the face, whose y grows upwards; the group brings them to size.
    fn run(&mut self, run: &Run, ink: Ink) {
        let Ok(face) = FontRef::from_index(run.face.data.data(), run.face.index) else { return };
        let units = f32::from(face.metrics(Scale::unscaled(), LocationRef::default()).units_per_em);
        let scale = run.size / units;
        self.tag(format_args!(
            r#"<g fill="{}" transform="matrix({scale:.5} 0 0 {:.5} {:.2} {:.2})">"#,
            colour(ink),
            -scale,
            run.at.x,
            run.at.y
        ));
        let mut x = 0.0;
        for glyph in &run.glyphs {
            if let Some(name) = self.outline(run, &face, glyph.id) {
                let (x, y) = ((x + glyph.x) * units, -glyph.y * units);
                let _ = write!(self.body, r##"<use href="#{name}" x="{x:.0}""##);
                if y.abs() >= 1.0 {
                    let _ = write!(self.body, r#" y="{y:.0}""#);
                }
                self.body.push_str("/>");
            }
            x += glyph.advance;
        }
        self.body.push_str("</g>");
    }

    /// What a glyph is called in this picture; none for one that leaves no trace, such as a space.
    fn outline(&mut self, run: &Run, face: &FontRef<'_>, glyph: u32) -> Option<String> {
        let key = (run.face.data.id(), run.face.index, glyph);
        let next = self.outlines.len();
        let (name, path) = self.outlines.entry(key).or_insert_with(|| {
            let mut pen = Pen(String::new());
            if let Some(outline) = face.outline_glyphs().get(GlyphId::new(glyph)) {
                let _ =
                    outline.draw(DrawSettings::unhinted(Scale::unscaled(), LocationRef::default()), &mut pen);
            }
            (format!("{}{next}", self.id), pen.0)
        });
        (!path.is_empty()).then(|| name.clone())
    }
}

fn colour(ink: Ink) -> String {
    let [r, g, b] = ink.rgb();
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Writes an outline as SVG does.
struct Pen(String);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{x:.0} {y:.0}");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{x:.0} {y:.0}");
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{cx:.0} {cy:.0} {x:.0} {y:.0}");
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{cx0:.0} {cy0:.0} {cx1:.0} {cy1:.0} {x:.0} {y:.0}");
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
