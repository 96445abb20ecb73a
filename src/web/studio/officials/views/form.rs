use std::collections::BTreeMap;

use maud::{Markup, html};
use uuid::Uuid;

use super::words;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::official::{Fault, Official, Part};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// The form of an official, new or changed.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub typed: BTreeMap<Part, String>,
    pub faults: &'a [Fault],
    /// How somebody else has stored them meanwhile.
    pub theirs: Option<&'a Official>,
    /// Who is changed, and as of which revision.
    pub seen: Option<(Uuid, i32)>,
}

impl<'a> Page<'a> {
    pub const fn empty(app: &'a App, present: &'a Present) -> Self {
        Self { app, present, typed: BTreeMap::new(), faults: &[], theirs: None, seen: None }
    }

    pub fn of(app: &'a App, present: &'a Present, official: &Official) -> Self {
        let seen = Some((official.id, official.revision));
        Self { typed: official.details.as_typed(), seen, ..Self::empty(app, present) }
    }

    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let (title, path, action) = if let Some((id, _)) = self.seen {
            let path = paths::studio_official_part(id, "edit");
            (t!(lang, "official-edit"), path, paths::studio_official(id))
        } else {
            let path = paths::STUDIO_NEW_OFFICIAL.to_owned();
            (t!(lang, "officials-new"), path, paths::STUDIO_OFFICIALS.to_owned())
        };
        let body = html! {
            p.small { a href=(paths::STUDIO_OFFICIALS) { (t!(lang, "officials-title")) } }
            h1 { (title) }
            (self.summary(lang))
            @if let Some(theirs) = self.theirs { (self.clash(lang, theirs)) }
            form.narrow method="post" action=(action) novalidate {
                @if let Some((_, revision)) = self.seen { input type="hidden" name="revision" value=(revision); }
                @for part in Part::ALL { (self.field(lang, part)) }
                button type="submit" { (t!(lang, "official-store")) }
            }
        };
        let is_refused = !self.faults.is_empty() || self.theirs.is_some();
        Frame { is_refused, ..Frame::of(self.app, self.present, &title, &path) }.page(&body)
    }

    fn summary(&self, lang: Lang) -> Markup {
        html! {
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.part.name()) } { (words::fault(lang, *fault)) } } } }
                }
            }
        }
    }

    /// What somebody else has stored meanwhile, where it is not what was typed here.
    fn clash(&self, lang: Lang, theirs: &Official) -> Markup {
        let typed = |part: Part| self.typed.get(&part).map_or("", String::as_str);
        let differing = Part::ALL.into_iter().filter(|part| theirs.details.get(*part) != typed(*part).trim());
        html! {
            div.summary role="alert" tabindex="-1" autofocus {
                p { (t!(lang, "officials-overtaken")) }
                p { (t!(lang, "official-clash-do")) }
                dl.figures {
                    @for part in differing {
                        dt { (words::part(lang, part)) }
                        dd {
                            @if theirs.details.get(part).is_empty() { (t!(lang, "official-nothing")) }
                            @else { (words::text(lang, &theirs.details, part)) }
                        }
                    }
                }
            }
        }
    }

    fn field(&self, lang: Lang, part: Part) -> Markup {
        let (name, value) = (part.name(), self.typed.get(&part).map_or("", String::as_str));
        let flaw = self.faults.iter().find(|fault| fault.part == part).map(|fault| fault.flaw);
        let invalid = flaw.map(|_| "true");
        let described = flaw.map(|_| format!("{name}-error"));
        html! {
            div.field {
                label for=(name) {
                    (words::part(lang, part))
                    @if part != Part::FamilyName { " " span.small { (t!(lang, "optional")) } }
                }
                @if let Some(flaw) = flaw { p.error id={ (name) "-error" } { (words::flaw(lang, flaw)) } }
                @if part == Part::Language {
                    select id=(name) name=(name) aria-invalid=[invalid] aria-describedby=[described] {
                        option value="" { (t!(lang, "official-unknown")) }
                        @for lang in Lang::ALL { option value=(lang) lang=(lang) selected[lang.code() == value] { (lang.own_name()) } }
                    }
                } @else if part.has_lines() {
                    textarea id=(name) name=(name) rows="4" dir="auto" aria-invalid=[invalid] aria-describedby=[described] { (value) }
                } @else {
                    input id=(name) name=(name) type=(kind(part)) autocomplete="off" dir="auto" value=(value)
                        aria-invalid=[invalid] aria-describedby=[described];
                }
            }
        }
    }
}

const fn kind(part: Part) -> &'static str {
    match part {
        Part::Email => "email",
        Part::Phone => "tel",
        Part::From | Part::Until => "date",
        _ => "text",
    }
}
