use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Sorting};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};
use crate::web::ui::{markdown, refusal_words};

/// What organisers typed about their letter.
pub struct Typed {
    pub shown: bool,
    pub organisations: bool,
    pub professionals: bool,
    pub sorting: Sorting,
    pub texts: BTreeMap<Tag, String>,
    /// Another language than those asked for.
    pub new_tag: String,
    pub new_text: String,
    /// What they saw when they began.
    pub seen: String,
}

/// What was refused, and in which language; none: in the new one, or all of it.
pub struct Fault {
    pub tag: Option<Tag>,
    pub reason: Reason,
}

impl Fault {
    fn field(&self) -> String {
        self.tag.as_ref().map_or_else(|| "new-tag".to_owned(), |tag| format!("body-{tag}"))
    }

    fn words(&self, lang: Lang) -> String {
        match (&self.tag, self.reason) {
            (Some(tag), Reason::Missing) => t!(lang, "letter-body-missing", language = tag.own_name()),
            (None, Reason::LanguageTag) => t!(lang, "letter-tag-refused"),
            (_, reason) => refusal_words(lang, &Refusal { field: Field::Message, reason }),
        }
    }
}

/// The letter of a campaign, to be set.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    /// As it stands; none before there is one.
    pub letter: Option<&'a Letter>,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
    pub saved: bool,
    /// The text as it was typed, to be read.
    pub preview: Option<&'a Words>,
}

impl<'a> Page<'a> {
    pub const fn new(
        app: &'a App,
        present: &'a Present,
        campaign: &'a Campaign,
        letter: Option<&'a Letter>,
        typed: &'a Typed,
    ) -> Self {
        Self { app, present, campaign, letter, typed, faults: &[], saved: false, preview: None }
    }

    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "letter-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::Letter))
            (self.summary())
            @if self.saved { p.notice role="status" { (t!(lang, "letter-saved")) } }
            p { (t!(lang, "letter-about")) }
            (self.standing())
            (self.previewed())
            form.letter-terms method="post" action=(paths::studio_letter(slug)) novalidate {
                input type="hidden" name="seen" value=(self.typed.seen);
                (self.boxes())
                (self.sorting())
                (self.texts())
                p.row {
                    button type="submit" { (t!(lang, "save-button")) }
                    " "
                    button.plain type="submit" name="preview" value="yes" { (t!(lang, "letter-preview")) }
                }
            }
        };
        let path = paths::studio_letter(slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
        }
    }

    /// Where it stands, and the way to it.
    fn standing(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            @match self.letter {
                None => p.notice { (t!(lang, "letter-none")) },
                Some(letter) => {
                    p.small {
                        (t!(lang, "text-version", version = letter.version, date = i18n::day(lang, letter.published_at)))
                        @if letter.terms.shown { " " a href=(paths::letter(lang, slug)) { (t!(lang, "studio-public-page")) } }
                    }
                },
            }
        }
    }

    /// The text as readers would have it, in each language.
    fn previewed(&self) -> Markup {
        html! {
            @if let Some(words) = self.preview {
                section.held aria-labelledby="preview-title" {
                    h2 #preview-title { (t!(self.present.lang, "letter-preview")) }
                    @for tag in words.tags() {
                        h3 lang=(tag) { (tag.own_name()) }
                        div lang=(tag) dir=(tag.direction()) { (markdown(words.written(tag.as_str()).unwrap_or_default())) }
                    }
                }
            }
        }
    }

    fn boxes(&self) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        html! {
            (tick("shown", typed.shown, &t!(lang, "letter-shown")))
            fieldset {
                legend { (t!(lang, "letter-who")) }
                (tick("organisations", typed.organisations, &t!(lang, "organisations-title")))
                (tick("professionals", typed.professionals, &t!(lang, "professionals-title")))
            }
        }
    }

    fn sorting(&self) -> Markup {
        let lang = self.present.lang;
        let words = |sorting| match sorting {
            Sorting::Weight => t!(lang, "letter-by-weight"),
            Sorting::Alphabet => t!(lang, "letter-by-alphabet"),
        };
        html! {
            div.field.narrow {
                label for="sorting" { (t!(lang, "letter-order")) }
                select #sorting name="sorting" {
                    @for one in Sorting::ALL {
                        option value=(one.as_str()) selected[one == self.typed.sorting] { (words(one)) }
                    }
                }
            }
        }
    }

    fn texts(&self) -> Markup {
        let lang = self.present.lang;
        let invalid = |name: &str| self.faults.iter().any(|fault| fault.field() == name).then_some("true");
        html! {
            p.small #body-hint { (t!(lang, "letter-markdown")) }
            @for (tag, text) in &self.typed.texts {
                @let name = format!("body-{tag}");
                div.field {
                    label for=(name) { (t!(lang, "letter-text")) " – " span lang=(tag) { (tag.own_name()) } }
                    textarea id=(name) name=(name) rows="12" lang=(tag) dir=(tag.direction())
                        aria-describedby="body-hint" aria-invalid=[invalid(&name)] { (text) }
                }
            }
            details open[!self.typed.new_text.is_empty()] {
                summary { (t!(lang, "letter-more-language")) }
                div.field.narrow {
                    label for="new-tag" { (t!(lang, "letter-tag")) }
                    p.small #new-tag-hint { (t!(lang, "letter-tag-hint")) }
                    input id="new-tag" name="new-tag" value=(self.typed.new_tag) autocomplete="off"
                        aria-describedby="new-tag-hint" aria-invalid=[invalid("new-tag")];
                }
                div.field {
                    label for="new-text" { (t!(lang, "letter-text")) }
                    textarea id="new-text" name="new-text" rows="12" dir="auto" { (self.typed.new_text) }
                }
            }
        }
    }
}

fn tick(name: &str, ticked: bool, label: &str) -> Markup {
    html! {
        p.tick {
            input id=(name) name=(name) type="checkbox" value="yes" checked[ticked];
            " "
            label for=(name) { (label) }
        }
    }
}
