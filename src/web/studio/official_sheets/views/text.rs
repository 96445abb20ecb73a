use maud::{Markup, html};

use super::{field, findings, part, words_of_place};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::jurisdiction::lint::Finding;
use crate::domain::jurisdiction::text::{MOST, PetitionText};
use crate::domain::jurisdiction::{Jurisdiction, Level, Part, Repeats};
use crate::domain::moment::Moment;
use crate::domain::sheet_log::Frozen;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::local;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What somebody else saved meanwhile, beside what was written here.
pub struct Conflict {
    pub who: Option<String>,
    pub at: Moment,
    /// The field, theirs, mine.
    pub differences: Vec<(String, String, String)>,
}

/// The text of a petition to a parliament, with what its clerk would object to.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub jurisdiction: &'a Jurisdiction,
    pub text: &'a PetitionText,
    pub findings: &'a [Finding<'a>],
    pub is_too_long: bool,
    pub revision: i32,
    pub saved_at: Option<Moment>,
    /// Who else has saved here lately.
    pub other: Option<&'a str>,
    /// The version that was printed last.
    pub frozen: Option<&'a Frozen>,
    /// How many sheets were printed.
    pub sheets: i32,
    pub conflict: Option<&'a Conflict>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, jurisdiction) = (self.present.lang, &self.campaign.slug, self.jurisdiction);
        let name = jurisdiction.name.get(lang);
        let path = paths::studio_petition(slug, &jurisdiction.key);
        let body = html! {
            (head(self.present, self.campaign, Tab::OfficialSheets))
            p.small { a href=(paths::studio_official_sheets(slug)) { (t!(lang, "os-title")) } }
            h2 { (name) }
            (super::parts(lang, slug, jurisdiction, ""))
            @if let Some(conflict) = self.conflict { (self.conflict(conflict, &path)) }
            @if self.is_too_long {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "os-far-too-long", most = i18n::number(lang, i64::try_from(MOST).unwrap_or(i64::MAX)))) }
                }
            }
            @if let Some(who) = self.other { p.notice { (t!(lang, "edit-others", who = who)) } }
            @if let Some(frozen) = self.frozen {
                p.notice {
                    @if frozen.text == *self.text { (t!(lang, "os-frozen", version = frozen.version)) }
                    @else { (t!(lang, "os-changed-since", version = frozen.version, sheets = i18n::number(lang, i64::from(self.sheets)))) }
                }
            }
            (self.form(&path))
            p.small { (t!(lang, "os-source", source = jurisdiction.source.get(lang))) }
        };
        let title = format!("{name} – {}", self.campaign.content.title.get(lang));
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.conflict.is_some() || self.is_too_long, ..frame }.page(&body)
    }

    fn form(&self, path: &str) -> Markup {
        let lang = self.present.lang;
        let autosave = self.conflict.is_none() && !self.is_too_long;
        html! {
            form.editor method="post" action=(path) novalidate autocomplete="off"
                data-autosave[autosave] data-login=(paths::STUDIO_LOGIN)
                data-saving=(t!(lang, "edit-saving")) data-typing=(t!(lang, "edit-typing"))
                data-offline=(t!(lang, "edit-offline")) data-conflict=(t!(lang, "edit-conflict"))
                data-logged-out=(t!(lang, "edit-logged-out")) data-refused=(t!(lang, "edit-refused")) {
                input type="hidden" name="revision" value=(self.revision);
                div.saving {
                    button type="submit" name="do" value="save" #save { (t!(lang, "os-check")) }
                    p #saving-status role="status" data-part { (self.standing()) }
                }
                (self.addressee())
                @for part in Part::ALL.into_iter().filter(|part| self.is_asked(*part)) {
                    div.words { @for tag in &self.jurisdiction.languages { (self.field(part, tag)) } }
                }
                (self.repeats())
                section aria-labelledby="findings-title" {
                    h3 #findings-title { (t!(lang, "os-findings")) }
                    div #findings data-part { (findings::list(lang, self.findings)) }
                }
                div.onward { button type="submit" name="do" value="save" #save-again { (t!(lang, "os-check")) } }
            }
        }
    }

    /// Whether the form has a place for a part: the name too, since another addressee may be chosen.
    fn is_asked(&self, part: Part) -> bool {
        match part {
            Part::Name => self.jurisdiction.addressees.iter().any(|one| one.named),
            Part::Petitioners => self.jurisdiction.asks_petitioners(),
            _ => true,
        }
    }

    fn standing(&self) -> String {
        let lang = self.present.lang;
        self.saved_at.map_or_else(
            || t!(lang, "edit-unsaved"),
            |at| {
                let (day, time) = local(lang, &self.present.zone(), at);
                t!(lang, "edit-saved", day = day, time = time)
            },
        )
    }

    fn addressee(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.field {
                label for="addressee" { (t!(lang, "os-addressee")) }
                select #addressee name="addressee" {
                    @for one in &self.jurisdiction.addressees {
                        option value=(one.key) selected[one.key == self.text.addressee] { (one.label.get(lang)) }
                    }
                }
            }
        }
    }

    fn repeats(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if self.jurisdiction.repeats.len() > 1 {
                div.field {
                    label for="repeats" { (t!(lang, "os-repeats")) }
                    p.hint #repeats-hint { (t!(lang, "os-repeats-hint")) }
                    select #repeats name="repeats" aria-describedby="repeats-hint" {
                        @for one in &self.jurisdiction.repeats {
                            option value=(one.as_str()) selected[*one == self.text.repeats] {
                                @match one {
                                    Repeats::Prayer => (t!(lang, "os-prayer")),
                                    Repeats::Subject => (t!(lang, "os-subject")),
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn hint(&self, of: Part, tag: &Tag) -> String {
        let lang = self.present.lang;
        let most = i18n::number(lang, i64::try_from(self.jurisdiction.limits.most(of)).unwrap_or(i64::MAX));
        let said = match of {
            Part::Name => t!(lang, "os-name-hint"),
            Part::Petitioners => t!(lang, "os-petitioners-hint"),
            Part::Subject => t!(lang, "os-subject-hint"),
            Part::Grievance => t!(lang, "os-grievance-hint"),
            Part::Prayer => {
                t!(
                    lang,
                    "os-prayer-hint",
                    model = self.jurisdiction.model.written(tag.as_str()).unwrap_or_default()
                )
            }
        };
        format!("{said} {}", t!(lang, "os-most", most = most))
    }

    fn field(&self, of: Part, tag: &Tag) -> Markup {
        let (lang, id) = (self.present.lang, field(of, tag));
        let typed = self.text.wordings.get(tag).map_or("", |wording| wording.part(of));
        let here = |finding: &&Finding<'_>| finding.place == Some((of, tag)) && finding.level == Level::Error;
        let wrong: Vec<String> =
            self.findings.iter().filter(here).map(|finding| findings::words(lang, &finding.what)).collect();
        let described = format!("{id}-hint {id}-error");
        let invalid = (!wrong.is_empty()).then_some("true");
        let rows = match of {
            Part::Grievance => Some("10"),
            Part::Prayer => Some("5"),
            _ => None,
        };
        html! {
            div.field {
                label for=(id) { (part(lang, of)) " " span.tongue { "(" bdi lang=(tag) { (tag.own_name()) } ")" } }
                p.hint id={ (id) "-hint" } { (self.hint(of, tag)) }
                p.error id={ (id) "-error" } data-part hidden[wrong.is_empty()] { (wrong.join(" ")) }
                @if let Some(rows) = rows {
                    textarea id=(id) name=(id) rows=(rows) lang=(tag) dir=(tag.direction())
                        aria-describedby=(described) aria-invalid=[invalid] { "\n" (typed) }
                } @else {
                    input id=(id) name=(id) type="text" value=(typed) lang=(tag) dir=(tag.direction()) autocomplete="off"
                        aria-describedby=(described) aria-invalid=[invalid];
                }
            }
        }
    }

    fn conflict(&self, conflict: &Conflict, path: &str) -> Markup {
        let lang = self.present.lang;
        let who = conflict.who.clone().unwrap_or_else(|| t!(lang, "edit-somebody"));
        let (day, time) = local(lang, &self.present.zone(), conflict.at);
        html! {
            div.summary role="alert" tabindex="-1" autofocus aria-labelledby="conflict-title" {
                h3 #conflict-title { (t!(lang, "conflict-title")) }
                p { (t!(lang, "conflict-lead", who = who, day = day, time = time)) }
                p { a href=(path) { (t!(lang, "conflict-leave")) } }
            }
            div.wide.conflict role="region" aria-labelledby="conflict-title" tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "conflict-field")) }
                            th scope="col" { (t!(lang, "conflict-theirs")) }
                            th scope="col" { (t!(lang, "conflict-mine")) }
                        }
                    }
                    tbody {
                        @for (name, theirs, mine) in &conflict.differences {
                            tr {
                                th scope="row" { (words_of_place(lang, name)) }
                                td dir="auto" { (theirs) }
                                td dir="auto" { (mine) }
                            }
                        }
                    }
                }
            }
        }
    }
}
