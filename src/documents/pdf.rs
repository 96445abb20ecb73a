//! Pages as PDF: tagged for screen readers, with their language and title, faces embedded, and the same bytes for the same pages.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::sync::Arc;

use krilla::Data;
use krilla::color::rgb;
use krilla::geom;
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Node, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::geometry::{Placing, Rect, Size};
use super::mark::{Ink, Mark, Run};

/// What a part of a page is to somebody who hears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing: a rule, a number of a page, a mark to cut along.
    Artifact,
    Heading(NonZeroU16),
    Paragraph,
    /// A picture and what it shows.
    Figure(String),
}

/// A photograph, kept as the JPEG that it is. Shown on many pages, it is in the file once.
#[derive(Clone)]
pub struct Picture {
    image: Image,
    /// In pixels, as it is to be seen.
    pub size: (u32, u32),
}

/// A file that cannot be read as a picture.
#[derive(Debug, thiserror::Error)]
#[error("not a picture that can be printed: {0}")]
pub struct Unreadable(String);

impl Picture {
    pub fn from_jpeg(bytes: Arc<Vec<u8>>) -> Result<Self, Unreadable> {
        let image = Image::from_jpeg(Data::from(bytes), false).map_err(Unreadable)?;
        let size = image.size();
        Ok(Self { image, size })
    }
}

#[derive(Clone)]
pub enum Content {
    Marks(Vec<Mark>),
    /// A picture that fills a frame, cut where it is too long or too high.
    Filled(Picture, Rect),
}

/// A piece of a page that is read as one.
#[derive(Clone)]
pub struct Part {
    pub role: Role,
    pub content: Content,
    /// The tag of the language it is in, where that need not be the document's.
    pub lang: Option<String>,
}

impl Part {
    pub const fn new(role: Role, marks: Vec<Mark>) -> Self {
        Self { role, content: Content::Marks(marks), lang: None }
    }

    #[must_use]
    pub fn said_in(mut self, tag: &str) -> Self {
        self.lang = Some(tag.to_owned());
        self
    }
}

/// What stands on a page or on one side of a card, in the order in which it is read.
pub type Face = Vec<Part>;

/// A page to be printed: its size, what is cut off, and what stands on it.
pub struct Page<'a> {
    pub size: Size,
    /// Where the page is cut, and how far the picture goes beyond; none where nothing is cut.
    pub trim: Option<(Rect, Rect)>,
    pub faces: Vec<(Placing, &'a Face)>,
}

/// What a document is called, in which language (a tag such as `fr`).
pub struct About<'a> {
    pub title: &'a str,
    pub lang: &'a str,
}

/// Something that could not be written as PDF.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be written: {0}")]
pub struct Unwritable(String);

/// A document, page after page.
pub struct Pdf {
    document: Document,
    faces: HashMap<(u64, u32), Option<Font>>,
    tags: TagTree,
}

impl Pdf {
    pub fn new(about: &About<'_>) -> Self {
        let mut document = Document::new_with(SerializeSettings::default());
        document.set_metadata(
            Metadata::new()
                .title(about.title.to_owned())
                .language(about.lang.to_owned())
                .creator("Postulo".to_owned()),
        );
        Self { document, faces: HashMap::new(), tags: TagTree::new().with_lang(Some(about.lang.to_owned())) }
    }

    pub fn page(&mut self, page: &Page<'_>) {
        let Some(size) = geom::Size::from_wh(page.size.width, page.size.height) else { return };
        let mut settings = PageSettings::new(size);
        if let Some((trim, bleed)) = page.trim {
            settings = settings.with_trim_box(rect(trim)).with_bleed_box(rect(bleed));
        }
        let mut leaf = self.document.start_page_with(settings);
        let mut brush = Brush { surface: leaf.surface(), faces: &mut self.faces };
        // What is read stands in one line: a section for each side of each card would cost as much memory as its words.
        for (placing, face) in &page.faces {
            brush.push(*placing);
            for part in *face {
                if let Some(group) = brush.part(part) {
                    self.tags.push(group);
                }
            }
            brush.surface.pop();
        }
    }

    pub fn finish(mut self) -> Result<Vec<u8>, Unwritable> {
        self.document.set_tag_tree(self.tags);
        self.document.finish().map_err(|error| Unwritable(format!("{error:?}")))
    }
}

fn rect(of: Rect) -> Option<geom::Rect> {
    geom::Rect::from_xywh(of.x, of.y, of.width, of.height)
}

fn path(draw: impl FnOnce(&mut geom::PathBuilder)) -> Option<geom::Path> {
    let mut builder = geom::PathBuilder::new();
    draw(&mut builder);
    builder.finish()
}

fn colour(ink: Ink) -> rgb::Color {
    let [r, g, b] = ink.rgb();
    rgb::Color::new(r, g, b)
}

struct Brush<'a, 'b> {
    surface: Surface<'a>,
    faces: &'b mut HashMap<(u64, u32), Option<Font>>,
}

impl Brush<'_, '_> {
    fn push(&mut self, placing: Placing) {
        let to = placing.matrix();
        let transform = geom::Transform::from_row(to[0], to[1], to[2], to[3], to[4], to[5]);
        self.surface.push_transform(&transform);
    }

    /// Draws a part; what it is to somebody who hears it.
    fn part(&mut self, part: &Part) -> Option<TagGroup> {
        let artifact = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other));
        let tag = if part.role == Role::Artifact { artifact } else { ContentTag::Other };
        let id = self.surface.start_tagged(tag);
        match &part.content {
            Content::Marks(marks) => self.all(marks),
            Content::Filled(picture, frame) => self.fill_frame(picture, *frame),
        }
        self.surface.end_tagged();
        let kind: TagKind = match &part.role {
            Role::Artifact => return None,
            Role::Heading(level) => Tag::Hn(*level, None).into(),
            Role::Paragraph => Tag::P.into(),
            Role::Figure(shows) => Tag::Figure(Some(shows.clone())).into(),
        };
        let kind = kind.with_lang(part.lang.clone());
        Some(TagGroup::with_children(kind, vec![Node::from(id)]))
    }

    fn all(&mut self, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Text(run, ink) => self.run(run, *ink),
                Mark::Rule { from, to, width, ink } => {
                    let line = path(|path| {
                        path.move_to(from.x, from.y);
                        path.line_to(to.x, to.y);
                    });
                    self.stroke(line, *width, *ink);
                }
                Mark::Frame { of, width, ink } => self.stroke(outline(*of), *width, *ink),
                Mark::Area { of, ink } => {
                    self.ink(*ink);
                    self.draw(outline(*of));
                }
                Mark::Areas { of, ink } => {
                    self.ink(*ink);
                    self.draw(path(|path| {
                        for of in of.iter().filter_map(|of| rect(*of)) {
                            path.push_rect(of);
                        }
                    }));
                }
                Mark::Placed(placing, marks) => {
                    self.push(*placing);
                    self.all(marks);
                    self.surface.pop();
                }
            }
        }
    }

    fn ink(&mut self, ink: Ink) {
        let paint = colour(ink).into();
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::default() }));
    }

    fn stroke(&mut self, path: Option<geom::Path>, width: f32, ink: Ink) {
        let stroke = Stroke { paint: colour(ink).into(), width, ..Stroke::default() };
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(stroke));
        self.draw(path);
    }

    fn draw(&mut self, path: Option<geom::Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn run(&mut self, run: &Run, ink: Ink) {
        let (data, id) = run.face.data.clone().into_raw_parts();
        let index = run.face.index;
        let font = self.faces.entry((id, index)).or_insert_with(|| Font::new(Data::from(data), index));
        let Some(font) = font.clone() else { return };
        let glyph = |glyph: &super::mark::Glyph| {
            // The library of the faces counts downwards here, that of the document upwards.
            let (id, of) = (GlyphId::new(glyph.id), glyph.of.clone());
            KrillaGlyph::new(id, glyph.advance, glyph.x, -glyph.y, 0.0, of, None)
        };
        let glyphs: Vec<_> = run.glyphs.iter().map(glyph).collect();
        self.ink(ink);
        let at = geom::Point::from_xy(run.at.x, run.at.y);
        self.surface.draw_glyphs(at, &glyphs, font, &run.text, run.size, false);
    }

    fn fill_frame(&mut self, picture: &Picture, frame: Rect) {
        let (Some(cut), Some(size)) = (outline(frame), covering(picture.size, frame)) else { return };
        let (x, y) = ((frame.width - size.width()) / 2.0, (frame.height - size.height()) / 2.0);
        self.surface.push_clip_path(&cut, &FillRule::default());
        self.push(Placing::at(frame.x + x, frame.y + y));
        self.surface.draw_image(picture.image.clone(), size);
        self.surface.pop();
        self.surface.pop();
    }
}

fn outline(of: Rect) -> Option<geom::Path> {
    let rect = rect(of)?;
    path(|path| path.push_rect(rect))
}

/// The size at which a picture covers a frame.
fn covering((width, height): (u32, u32), frame: Rect) -> Option<geom::Size> {
    #[expect(clippy::cast_precision_loss, reason = "pictures have some thousand pixels a side")]
    let (width, height) = (width as f32, height as f32);
    let scale = (frame.width / width).max(frame.height / height);
    geom::Size::from_wh(width * scale, height * scale)
}
