use maud::{Markup, html};
use uuid::Uuid;

use super::fields::Fields;
use super::{Conflict, labels, local, parts};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::draft::gap::Gap;
use crate::domain::draft::{Languages, Section, Tree};
use crate::domain::moment::Moment;
use crate::domain::tag::Tag;
use crate::domain::zone::Zone;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::colon;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// A part of the editor: one form, saved as a whole.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub section: Section,
    pub languages: &'a Languages,
    /// The language beside the main one.
    pub beside: Option<&'a Tag>,
    pub typed: &'a Tree,
    /// What is not right yet in this section.
    pub gaps: &'a [Gap],
    /// Whom of the directory an addressee may be.
    pub officials: &'a [(Uuid, String)],
    pub revision: i32,
    pub saved_at: Option<Moment>,
    /// Who else has saved here lately.
    pub other: Option<&'a str>,
    /// Whether what is changed here becomes another version of the text.
    pub is_signed: bool,
    pub conflict: Option<&'a Conflict>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let zone = self.present.zone();
        let name = labels::section(lang, self.section);
        let body = html! {
            (head(self.present, self.campaign, Tab::Edit))
            (parts(lang, slug, Some(self.section)))
            h2 { (name) }
            @if let Some(conflict) = self.conflict { (conflict.markup(lang, &zone, slug, self.section)) }
            @if let Some(who) = self.other { p.notice { (t!(lang, "edit-others", who = who)) } }
            @if self.is_signed { p.notice { (t!(lang, "edit-signed")) } }
            (self.form(&zone))
        };
        let title = format!("{name} – {}", self.campaign.content.title.get(lang));
        let path = paths::studio_section(slug, self.section);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.conflict.is_some(), ..frame }.page(&body)
    }

    fn form(&self, zone: &Zone) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let fields = Fields {
            lang,
            languages: self.languages,
            beside: self.beside,
            gaps: self.gaps,
            officials: self.officials,
        };
        html! {
            form.editor method="post" action=(paths::studio_section(slug, self.section)) novalidate autocomplete="off"
                data-autosave[self.conflict.is_none()] data-login=(paths::STUDIO_LOGIN)
                data-saving=(t!(lang, "edit-saving")) data-typing=(t!(lang, "edit-typing"))
                data-offline=(t!(lang, "edit-offline")) data-conflict=(t!(lang, "edit-conflict"))
                data-logged-out=(t!(lang, "edit-logged-out")) data-refused=(t!(lang, "edit-refused")) {
                input type="hidden" name="revision" value=(self.revision);
                input type="hidden" name="beside" value=[self.beside.map(Tag::as_str)];
                div.saving {
                    button type="submit" name="do" value="save" #save { (t!(lang, "edit-save")) }
                    p #saving-status role="status" data-part { (self.standing(zone)) }
                    a href=(paths::studio_preview(slug, lang)) { (t!(lang, "edit-preview")) }
                }
                (self.faults())
                (self.chooser())
                (fields.markup(self.section.fields(), self.typed, ""))
                @if !crate::domain::draft::tree::is_flat(self.section.fields()) {
                    p.small { (t!(lang, "edit-removed-note")) }
                }
                div.onward {
                    button type="submit" name="do" value="next" #next { (self.onward()) }
                    button.quiet type="submit" name="do" value="save" #save-again { (t!(lang, "edit-save")) }
                }
            }
        }
    }

    /// Where one goes from here: to the next part, after the last to the publication.
    fn onward(&self) -> String {
        let lang = self.present.lang;
        let next = self
            .section
            .next()
            .map_or_else(|| t!(lang, "tab-publication"), |next| labels::section(lang, next));
        t!(lang, "edit-next", next = next)
    }

    /// When it was saved last.
    fn standing(&self, zone: &Zone) -> String {
        let lang = self.present.lang;
        self.saved_at.map_or_else(
            || {
                if self.campaign.is_public() { t!(lang, "edit-unchanged") } else { t!(lang, "edit-unsaved") }
            },
            |at| {
                let (day, time) = local(lang, zone, at);
                t!(lang, "edit-saved", day = day, time = time)
            },
        )
    }

    /// What cannot stand as it is. It is saved all the same: nothing that was written is thrown away.
    fn faults(&self) -> Markup {
        let lang = self.present.lang;
        let wrong: Vec<&Gap> = self.gaps.iter().filter(|gap| gap.fault.is_wrong()).collect();
        html! {
            div #faults data-part {
                @if !wrong.is_empty() {
                    div.summary role="group" aria-labelledby="faults-title" {
                        h3 #faults-title { (t!(lang, "edit-wrong")) }
                        ul {
                            @for gap in wrong {
                                li { a href={ "#" (gap.id()) } { (labels::place(lang, gap)) (colon(lang)) (labels::fault(lang, gap.fault)) } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Which language stands beside the main one.
    fn chooser(&self) -> Markup {
        let (lang, slug, main) = (self.present.lang, &self.campaign.slug, self.languages.main());
        html! {
            @if !self.languages.others().is_empty() {
                p.chooser {
                    span { (t!(lang, "edit-beside", main = main.own_name())) }
                    @for tag in self.languages.others() {
                        " " a href=(paths::studio_section_beside(slug, self.section, tag.as_str())) lang=(tag) dir=(tag.direction())
                            aria-current=[(self.beside == Some(tag)).then_some("true")] { (tag.own_name()) }
                    }
                    " " a href=(paths::studio_section_beside(slug, self.section, "none"))
                        aria-current=[self.beside.is_none().then_some("true")] { (t!(lang, "edit-only", main = main.own_name())) }
                }
            }
        }
    }
}
