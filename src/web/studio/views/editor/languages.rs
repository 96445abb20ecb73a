use maud::{Markup, html};

use super::{Conflict, labels, parts};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::draft::{Languages, Section};
use crate::domain::tag::{OWN_NAMES, Tag};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// The languages of a campaign.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub languages: &'a Languages,
    pub revision: i32,
    /// What was typed and is no language, or is there already.
    pub refused: Option<&'a str>,
    pub conflict: Option<&'a Conflict>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let name = labels::section(lang, Section::Languages);
        let path = paths::studio_section(slug, Section::Languages);
        let zone = self.present.zone();
        let body = html! {
            (head(self.present, self.campaign, Tab::Edit))
            (parts(lang, slug, Some(Section::Languages)))
            h2 { (name) }
            @if let Some(conflict) = self.conflict { (conflict.markup(lang, &zone, slug, Section::Languages)) }
            @if self.refused.is_some() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { a href="#other" { (labels::not_added(lang)) } }
                }
            }
            p { (t!(lang, "languages-lead")) }
            form.editor method="post" action=(path) {
                input type="hidden" name="revision" value=(self.revision);
                (self.add())
                (self.list())
            }
        };
        let title = format!("{name} – {}", self.campaign.content.title.get(lang));
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.refused.is_some() || self.conflict.is_some(), ..frame }.page(&body)
    }

    fn list(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            ul.languages-list {
                @for tag in self.languages.all() {
                    li {
                        strong lang=(tag) dir=(tag.direction()) { (tag.own_name()) } " " code { (tag) } " "
                        @if tag == self.languages.main() { span.small { (t!(lang, "languages-main")) } }
                        @else {
                            (button("lead", tag, &t!(lang, "languages-make-main"))) " "
                            (button("drop", tag, &t!(lang, "languages-drop")))
                        }
                    }
                }
            }
            p.small { (t!(lang, "languages-drop-hint")) }
        }
    }

    fn add(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            fieldset.row {
                legend { (t!(lang, "languages-add")) }
                div.field {
                    label for="tag" { (t!(lang, "languages-add")) }
                    select id="tag" name="tag" {
                        option value="" { (t!(lang, "languages-choose")) }
                        (options(|tag| !self.languages.has(tag), ""))
                    }
                }
                div.field {
                    label for="other" { (t!(lang, "languages-other")) " " span.optional { (t!(lang, "edit-optional")) } }
                    p.hint id="other-hint" { (t!(lang, "languages-other-hint")) }
                    @if self.refused.is_some() { p.error id="other-error" { (labels::not_added(lang)) } }
                    input.short id="other" name="other" type="text" value=[self.refused] autocomplete="off" autocapitalize="off"
                        aria-describedby="other-hint" aria-invalid=[self.refused.map(|_| "true")];
                }
                button type="submit" name="do" value="add" { (t!(lang, "languages-button")) }
            }
        }
    }
}

fn button(verb: &str, tag: &Tag, words: &str) -> Markup {
    html! {
        button.link type="submit" name="do" value={ (verb) ":" (tag) } { (words) span.visually-hidden { ": " (tag.own_name()) } }
    }
}

/// The languages that are asked for most, by their own names.
pub fn options(is_offered: impl Fn(&str) -> bool, chosen: &str) -> Markup {
    html! {
        @for (tag, name) in OWN_NAMES.into_iter().filter(|(tag, _)| is_offered(tag)) {
            option value=(tag) lang=(tag) selected[tag == chosen] { (name) }
        }
    }
}
