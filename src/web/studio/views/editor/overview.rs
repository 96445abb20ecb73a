use maud::{Markup, html};

use super::{labels, parts};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::draft::gap::{Fault, Gap};
use crate::domain::draft::{Languages, Reading, Section};
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::colon;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What is written, what is missing in which language, and what keeps the campaign from being published.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub languages: &'a Languages,
    pub reading: &'a Reading,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let body = html! {
            (head(self.present, self.campaign, Tab::Edit))
            (parts(lang, slug, None))
            p { (t!(lang, "overview-lead")) }
            div.wide role="region" aria-label=(t!(lang, "edit-parts")) tabindex="0" { (self.table()) }
            h2 { (t!(lang, "overview-blocks")) }
            (blocking(lang, slug, self.languages, self.reading))
            (self.onward())
            @for tag in self.languages.others() { (self.untranslated(tag)) }
        };
        let title = format!("{} – {}", t!(lang, "tab-edit"), self.campaign.content.title.get(lang));
        Frame::of(self.app, self.present, &title, &paths::studio_edit(slug)).page(&body)
    }

    /// What comes next: the first part that lacks something, else the publication.
    fn onward(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let (publication, preview) = (paths::studio_publication(slug), paths::studio_preview(slug, lang));
        html! {
            @if let Some(gap) = self.reading.blocking().next() {
                @let part = labels::section(lang, gap.section);
                p { a.button href=(paths::studio_section(slug, gap.section)) { (t!(lang, "overview-next", part = part)) } }
                p { a href=(preview) { (t!(lang, "edit-preview")) } " · " a href=(publication) { (t!(lang, "overview-publish")) } }
            } @else {
                p { a.button href=(publication) { (t!(lang, "overview-publish")) } }
                p { a href=(preview) { (t!(lang, "edit-preview")) } }
            }
        }
    }

    /// A row for each part, a column for each language.
    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            table {
                thead {
                    tr {
                        th scope="col" { (t!(lang, "overview-part")) }
                        @for tag in self.languages.all() { th scope="col" lang=(tag) { (tag.own_name()) } }
                    }
                }
                tbody {
                    @for section in Section::WRITTEN {
                        tr {
                            th scope="row" { a href=(paths::studio_section(&self.campaign.slug, section)) { (labels::section(lang, section)) } }
                            @for tag in self.languages.all() { td { (self.cell(section, tag)) } }
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, section: Section, tag: &Tag) -> Markup {
        let (lang, main) = (self.present.lang, self.languages.main());
        let here = |gap: &&Gap| gap.section == section && gap.tag.as_ref().unwrap_or(main) == tag;
        let count = self.reading.gaps.iter().filter(here).count();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let path = address(&self.campaign.slug, self.languages, section, Some(tag));
        html! {
            @if count == 0 { (t!(lang, "overview-done")) }
            @else { a href=(path) { (t!(lang, "overview-missing", count = count)) } }
        }
    }

    fn untranslated(&self, tag: &Tag) -> Markup {
        let lang = self.present.lang;
        let is_here = |gap: &&Gap| gap.fault == Fault::Untranslated && gap.tag.as_ref() == Some(tag);
        let gaps: Vec<&Gap> = self.reading.gaps.iter().filter(is_here).collect();
        html! {
            @if !gaps.is_empty() {
                details {
                    summary { (t!(lang, "overview-untranslated", language = i18n::isolate(tag.own_name()))) " – " (gaps.len()) }
                    p.small { (t!(lang, "overview-untranslated-hint", main = self.languages.main().own_name())) }
                    (list(lang, &self.campaign.slug, self.languages, &gaps))
                }
            }
        }
    }
}

/// What must be put right before it can be published, each with the way to it.
pub fn blocking(lang: Lang, slug: &str, languages: &Languages, reading: &Reading) -> Markup {
    let gaps: Vec<&Gap> = reading.blocking().collect();
    html! {
        @if gaps.is_empty() { p.notice { (t!(lang, "overview-ready")) } }
        @else { (list(lang, slug, languages, &gaps)) }
    }
}

fn list(lang: Lang, slug: &str, languages: &Languages, gaps: &[&Gap]) -> Markup {
    html! {
        ul.gaps {
            @for gap in gaps {
                @let path = address(slug, languages, gap.section, gap.tag.as_ref());
                li { a href={ (path) "#" (gap.id()) } { (labels::section(lang, gap.section)) (colon(lang)) (labels::place(lang, gap)) } " – " (labels::fault(lang, gap.fault)) }
            }
        }
    }
}

/// Where a field is written in a language.
fn address(slug: &str, languages: &Languages, section: Section, tag: Option<&Tag>) -> String {
    match tag.filter(|tag| *tag != languages.main()) {
        Some(tag) => paths::studio_section_beside(slug, section, tag.as_str()),
        None => paths::studio_section(slug, section),
    }
}
