use maud::{Markup, html};

use super::{name_link, overtaken_notice, words};
use crate::app::App;
use crate::domain::official::{Fault, Official, Part};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// Groups of officials who share a name.
pub struct Duplicates<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub groups: &'a [Vec<Official>],
}

impl Duplicates<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "duplicates-title");
        let body = html! {
            p.small { a href=(paths::STUDIO_OFFICIALS) { (t!(lang, "officials-title")) } }
            h1 { (title) }
            p { (t!(lang, "duplicates-about")) }
            @if self.groups.is_empty() { p.notice { (t!(lang, "duplicates-none")) } }
            @for group in self.groups {
                @if let Some((first, others)) = group.split_first() {
                    section.held {
                        h2 { (name_link(first)) }
                        (self.line(first))
                        ul {
                            @for other in others {
                                li {
                                    (name_link(other))
                                    (self.line(other))
                                    a href=(paths::studio_merge(first.id, other.id)) {
                                        (t!(lang, "duplicates-compare"))
                                        span.visually-hidden { ": " (other.details.full_name()) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_ALIKE_OFFICIALS).page(&body)
    }

    /// By what two of the same name are told apart.
    fn line(&self, official: &Official) -> Markup {
        let (lang, details) = (self.present.lang, &official.details);
        let parts = [
            details.office(lang),
            details.get(Part::Riding),
            details.get(Part::Party),
            details.get(Part::Source),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        html! { p.small { bdi { (parts.join(" · ")) } } }
    }
}

/// Two entries side by side, to be made one.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub stays: &'a Official,
    pub goes: &'a Official,
    pub faults: &'a [Fault],
    pub overtaken: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "merge-title");
        let path = paths::studio_merge(self.stays.id, self.goes.id);
        let differing = self.stays.details.differing(&self.goes.details);
        let same: Vec<_> = Part::ALL
            .into_iter()
            .filter(|part| !differing.contains(part) && !self.stays.details.get(*part).is_empty())
            .collect();
        let body = html! {
            p.small { a href=(paths::STUDIO_ALIKE_OFFICIALS) { (t!(lang, "duplicates-title")) } }
            h1 { (title) }
            @if self.overtaken { (overtaken_notice(lang)) }
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { (words::fault(lang, *fault)) } } }
                }
            }
            p { (t!(lang, "merge-about")) }
            form method="post" action=(path) {
                input type="hidden" name="stays_revision" value=(self.stays.revision);
                input type="hidden" name="goes_revision" value=(self.goes.revision);
                div.pairs { @for part in differing { (self.choice(part)) } }
                @if !same.is_empty() {
                    h2 { (t!(lang, "merge-same")) }
                    dl.figures {
                        @for part in same {
                            dt { (words::part(lang, part)) }
                            dd { (words::text(lang, &self.stays.details, part)) }
                        }
                    }
                }
                p { (t!(lang, "merge-undo")) }
                button type="submit" { (t!(lang, "merge-button")) }
            }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.overtaken || !self.faults.is_empty(), ..frame }.page(&body)
    }

    /// Which of two texts is kept. The fuller one is chosen already.
    fn choice(&self, part: Part) -> Markup {
        let (lang, name) = (self.present.lang, part.name());
        let from_other = self.stays.details.get(part).is_empty();
        html! {
            fieldset {
                legend { (words::part(lang, part)) }
                @for (value, official, chosen) in [("stays", self.stays, !from_other), ("goes", self.goes, from_other)] {
                    div.tick {
                        input id={ (name) "-" (value) } type="radio" name=(name) value=(value) checked[chosen];
                        label for={ (name) "-" (value) } {
                            @if official.details.get(part).is_empty() { (t!(lang, "official-nothing")) }
                            @else { bdi { (official.details.get(part)) } }
                        }
                    }
                }
            }
        }
    }
}
