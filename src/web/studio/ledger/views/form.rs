//! The fields of an entry, and what was not taken of them.

use maud::{Markup, html};

use crate::actions::pictures::develop::Unusable;
use crate::domain::lang::Lang;
use crate::domain::ledger::{Fault, MOST, Refused, Step, Typed};
use crate::i18n::{self, t};
use crate::web::studio::views::form::summary;

/// All that is wrong with what was typed.
pub struct Faults(pub Vec<Fault>);

/// Why an entry was not written.
pub enum Trouble {
    Faults(Faults),
    Photo(Unusable),
    Refused(Refused),
    /// Somebody else wrote meanwhile.
    Changed,
    /// It says that already.
    Nothing,
}

const fn field(fault: Fault) -> &'static str {
    match fault {
        Fault::Many => "many",
        Fault::Apart => "again",
        Fault::On | Fault::Future => "on",
        Fault::Place => "place",
        Fault::By => "by",
        Fault::Second | Fault::SamePerson => "second",
        Fault::Note | Fault::NoNote => "note",
    }
}

fn words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Many => t!(lang, "ledger-many-refused", most = i18n::number(lang, MOST)),
        Fault::Apart => t!(lang, "ledger-apart"),
        Fault::On => t!(lang, "ledger-on-refused"),
        Fault::Future => t!(lang, "ledger-future"),
        Fault::Place => t!(lang, "ledger-place-refused"),
        Fault::By => t!(lang, "ledger-by-refused"),
        Fault::Second => t!(lang, "ledger-second-refused"),
        Fault::SamePerson => t!(lang, "ledger-same-person"),
        Fault::Note => t!(lang, "ledger-note-refused"),
        Fault::NoNote => t!(lang, "ledger-no-note"),
    }
}

fn refused_words(lang: Lang, refused: Refused) -> String {
    match refused {
        Refused::Below => t!(lang, "ledger-below"),
        Refused::TooMany => t!(lang, "ledger-too-many", most = i18n::number(lang, MOST)),
        Refused::BelowTyped(typed) => {
            t!(lang, "ledger-below-typed", count = typed, shown = i18n::number(lang, typed))
        }
        Refused::MoreDelivered(collected) => {
            t!(lang, "ledger-more-delivered", count = collected, shown = i18n::number(lang, collected))
        }
    }
}

pub fn photo_words(lang: Lang, unusable: Unusable) -> String {
    match unusable {
        Unusable::Missing | Unusable::NotAPicture => t!(lang, "upload-not-a-picture"),
        Unusable::TooManyPixels => t!(lang, "upload-too-many-pixels"),
        Unusable::TooNarrow => t!(lang, "upload-too-narrow"),
    }
}

impl Trouble {
    /// What was not taken, with a link to each field.
    pub fn summary(&self, lang: Lang) -> Markup {
        let all = match self {
            Self::Faults(Faults(faults)) => {
                faults.iter().map(|fault| (field(*fault), words(lang, *fault))).collect()
            }
            Self::Photo(unusable) => vec![("photo", photo_words(lang, *unusable))],
            Self::Refused(refused) => vec![("many", refused_words(lang, *refused))],
            Self::Changed => vec![("many", t!(lang, "ledger-changed"))],
            Self::Nothing => vec![("many", t!(lang, "ledger-nothing"))],
        };
        summary(lang, &all)
    }

    fn is_at(&self, name: &str) -> bool {
        match self {
            Self::Faults(Faults(faults)) => faults.iter().any(|fault| field(*fault) == name),
            Self::Photo(_) => name == "photo",
            Self::Refused(_) | Self::Nothing => name == "many",
            Self::Changed => false,
        }
    }
}

/// The fields of one step; of a correction without photo.
pub struct Form<'a> {
    pub lang: Lang,
    pub step: Step,
    pub typed: &'a Typed,
    pub trouble: Option<&'a Trouble>,
    pub is_correction: bool,
}

impl Form<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, typed) = (self.lang, self.typed);
        let is_counted = self.step == Step::Collected;
        let (many, by) = match self.step {
            Step::Collected => (t!(lang, "ledger-many-first"), t!(lang, "ledger-by-first")),
            Step::Printed => (t!(lang, "ledger-many"), t!(lang, "ledger-by-printed")),
            Step::Distributed => (t!(lang, "ledger-many"), t!(lang, "ledger-by-distributed")),
            Step::Delivered => (t!(lang, "ledger-many"), t!(lang, "ledger-by-delivered")),
        };
        let has_place = self.step >= Step::Collected;
        html! {
            (self.field("many", "text", &many, &typed.many))
            (self.field("by", "text", &by, &typed.by))
            @if is_counted {
                (self.field("again", "text", &t!(lang, "ledger-many-again"), &typed.again))
                (self.field("second", "text", &t!(lang, "ledger-by-second"), &typed.second))
            }
            (self.field("on", "date", &t!(lang, "ledger-on"), &typed.on))
            @if has_place { (self.field("place", "text", &t!(lang, "ledger-place"), &typed.place)) }
            @if !self.is_correction { (self.photo()) }
            @let note = if self.is_correction { t!(lang, "ledger-why") } else { t!(lang, "ledger-note-optional") };
            (self.field("note", "text", &note, &typed.note))
        }
    }

    fn field(&self, name: &'static str, kind: &str, label: &str, value: &str) -> Markup {
        let invalid = self.trouble.is_some_and(|trouble| trouble.is_at(name)).then_some("true");
        let is_number = matches!(name, "many" | "again");
        html! {
            div.field {
                label for=(name) { (label) }
                input id=(name) name=(name) type=(kind) autocomplete="off" value=(value) inputmode=[is_number.then_some("numeric")]
                    aria-invalid=[invalid];
            }
        }
    }

    fn photo(&self) -> Markup {
        let lang = self.lang;
        let invalid = self.trouble.is_some_and(|trouble| trouble.is_at("photo")).then_some("true");
        let is_again = self.trouble.is_some();
        html! {
            div.field {
                label for="photo" { (t!(lang, "ledger-photo-optional")) }
                p.hint #photo-hint {
                    (t!(lang, "ledger-photo-hint"))
                    @if is_again { " " (t!(lang, "ledger-photo-again")) }
                }
                input #photo name="photo" type="file" accept="image/jpeg,image/png,image/webp" aria-describedby="photo-hint" aria-invalid=[invalid];
            }
        }
    }
}
