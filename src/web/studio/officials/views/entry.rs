use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{overtaken_notice, words};
use crate::app::App;
use crate::domain::official::{Fault, Official, Part};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// Why nothing was done.
#[derive(Clone, Copy)]
pub enum Trouble<'a> {
    Faults(&'a [Fault]),
    Overtaken,
    InUse,
}

/// What is known of an official, and what can be done with the entry.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub official: &'a Official,
    /// The entries that were merged into this one.
    pub merged: &'a [Official],
    /// The campaigns that address them.
    pub campaigns: &'a BTreeSet<String>,
    pub today: &'a str,
    pub trouble: Option<Trouble<'a>>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, details) = (self.present.lang, &self.official.details);
        let (id, title) = (self.official.id, details.full_name());
        let body = html! {
            p.small { a href=(paths::STUDIO_OFFICIALS) { (t!(lang, "officials-title")) } }
            h1 { bdi { (title) } }
            (self.trouble())
            @if !details.is_in_office(self.today) {
                p.notice { (t!(lang, "official-until-day", day = details.get(Part::Until))) }
            }
            dl.figures {
                @for part in Part::ALL.into_iter().filter(|part| !details.get(*part).is_empty()) {
                    dt { (words::part(lang, part)) }
                    dd { (words::text(lang, details, part)) }
                }
            }
            p { a href=(paths::studio_official_part(id, "edit")) { (t!(lang, "official-edit")) } }
            (self.used())
            (self.merged())
            (self.ends())
        };
        let path = paths::studio_official(id);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn trouble(&self) -> Markup {
        let lang = self.present.lang;
        match self.trouble {
            None => html! {},
            Some(Trouble::Overtaken) => overtaken_notice(lang),
            Some(Trouble::InUse) => html! {
                div.summary role="alert" tabindex="-1" autofocus { p { (t!(lang, "official-in-use")) } }
            },
            Some(Trouble::Faults(faults)) => html! {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in faults { li { a href="#until" { (words::fault(lang, *fault)) } } } }
                }
            },
        }
    }

    fn used(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h2 { (t!(lang, "official-campaigns")) }
            @if self.campaigns.is_empty() {
                p { (t!(lang, "official-no-campaign")) }
            } @else {
                ul { @for slug in self.campaigns { li { a href=(paths::studio_campaign(slug)) { (slug) } } } }
            }
        }
    }

    fn merged(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if !self.merged.is_empty() {
                h2 { (t!(lang, "official-merged")) }
                p { (t!(lang, "official-merged-about")) }
                ul.plain {
                    @for one in self.merged {
                        li {
                            form method="post" action=(paths::studio_separate(self.official.id, one.id)) {
                                bdi { (one.details.full_name()) } " "
                                span.small { bdi { (one.details.get(Part::Riding)) } " " bdi { (one.details.get(Part::Source)) } } " "
                                button.link type="submit" {
                                    (t!(lang, "official-separate")) span.visually-hidden { " " (one.details.full_name()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn ends(&self) -> Markup {
        let (lang, id, revision) = (self.present.lang, self.official.id, self.official.revision);
        html! {
            h2 { (t!(lang, "official-retire")) }
            p { (t!(lang, "official-retire-about")) }
            form.narrow method="post" action=(paths::studio_official_part(id, "retire")) {
                input type="hidden" name="revision" value=(revision);
                div.field {
                    label for="until" { (t!(lang, "official-until")) }
                    input #until name="until" type="date" required value=(self.today);
                }
                button.plain type="submit" { (t!(lang, "official-retire")) }
            }
            h2 { (t!(lang, "official-delete")) }
            p { (t!(lang, "official-delete-about")) }
            form method="post" action=(paths::studio_official_part(id, "delete")) {
                input type="hidden" name="revision" value=(revision);
                button.grave type="submit" { (t!(lang, "official-delete")) }
            }
        }
    }
}
