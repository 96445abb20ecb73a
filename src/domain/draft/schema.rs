//! The fields of the editor, section by section: the names are those of the content.

/// What may be typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in every language of the campaign.
    Words {
        most: usize,
        shape: Shape,
    },
    /// One line in no language, or in its own.
    Line {
        most: usize,
    },
    Email,
    Country,
    /// A date known to the year, the month or the day.
    Date,
    Number,
    /// Numbers with commas between.
    Numbers,
    /// The language of the line beside it.
    Tag,
    Choice(&'static [&'static str]),
    /// Somebody of the directory.
    Official,
    /// What nobody types, but what must be kept.
    Hidden,
    Rows(&'static [Field]),
}

/// How a text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Line,
    Lines,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub key: &'static str,
    pub kind: Kind,
    /// Whether a campaign cannot be published without it.
    pub required: bool,
}

const fn must(key: &'static str, kind: Kind) -> Field {
    Field { key, kind, required: true }
}

const fn may(key: &'static str, kind: Kind) -> Field {
    Field { key, kind, required: false }
}

const fn line(most: usize) -> Kind {
    Kind::Words { most, shape: Shape::Line }
}

const fn lines(most: usize) -> Kind {
    Kind::Words { most, shape: Shape::Lines }
}

const fn markdown(most: usize) -> Kind {
    Kind::Words { most, shape: Shape::Markdown }
}

/// What an addressee may be handed, from least to most.
pub const DISCLOSURES: &[&str] = &["numbers", "place", "name_place", "full"];

pub const BASICS: &[Field] = &[
    must("title", line(80)),
    must("asked", line(160)),
    must("ask", line(160)),
    must("summary", lines(300)),
    must("organiser", line(200)),
    must("contact", Kind::Email),
    may("country", Kind::Country),
];

pub const TEXT: &[Field] = &[
    must("body", markdown(50_000)),
    may("demands", Kind::Rows(&[must("text", lines(5000))])),
    must(
        "addressees",
        Kind::Rows(&[
            must("key", Kind::Hidden),
            may("official", Kind::Official),
            must("name", Kind::Line { most: 200 }),
            must("office", line(5000)),
            must("disclosure", Kind::Choice(DISCLOSURES)),
        ]),
    ),
];

pub const STORY: &[Field] = &[
    must("story", markdown(10_000)),
    may("organisations_note", lines(5000)),
    may(
        "organisations",
        Kind::Rows(&[
            must("name", Kind::Line { most: 200 }),
            must("lang", Kind::Tag),
            may("note", line(5000)),
        ]),
    ),
];

pub const DATES: &[Field] = &[
    may("milestones", Kind::Numbers),
    may("key_dates", Kind::Rows(&[must("date", Kind::Date), must("title", line(5000))])),
    may(
        "reported",
        Kind::Rows(&[
            must("kind", Kind::Choice(&["signatures", "postcards"])),
            must("number", Kind::Number),
            must("as_of", Kind::Date),
            must("source", line(5000)),
        ]),
    ),
];

pub const CASES: &[Field] = &[
    may(
        "case_files",
        Kind::Rows(&[
            must("name", Kind::Line { most: 200 }),
            may("also", Kind::Line { most: 200 }),
            must("as_of", line(5000)),
            may("fields", Kind::Rows(&[must("label", line(5000)), must("value", lines(5000))])),
            may("questions", Kind::Rows(&[must("text", lines(5000))])),
        ]),
    ),
    may(
        "documents",
        Kind::Rows(&[
            must("date", Kind::Date),
            must("title", line(5000)),
            must("author", line(5000)),
            may("addressee", line(5000)),
            may("language", line(5000)),
            may("source", line(5000)),
            must("note", lines(5000)),
        ]),
    ),
];
