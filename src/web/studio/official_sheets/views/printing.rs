use maud::{Markup, html};

use crate::app::App;
use crate::documents::official_sheet::{Misfit, Sheet};
use crate::documents::pdf::Content;
use crate::documents::svg;
use crate::domain::campaign::Campaign;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::lang::Lang;
use crate::domain::sheet_log::MOST_SHEETS;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// The sheets in some languages, as they would leave the printer, or why they cannot.
pub struct Choice {
    pub tags: Vec<Tag>,
    pub code: String,
    /// A first and a later sheet.
    pub laid: Result<(Sheet, Sheet), Misfit>,
}

#[derive(Clone, Default)]
pub struct Typed {
    pub languages: String,
    pub first: String,
    pub later: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Languages,
    Count,
    /// Somebody wrote or printed meanwhile.
    Changed,
    Text,
}

pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub jurisdiction: &'a Jurisdiction,
    /// Whether nothing in the text stands against printing.
    pub is_sound: bool,
    pub choices: &'a [Choice],
    pub revision: i32,
    /// The last number that was given.
    pub last: i32,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

fn languages(lang: Lang, tags: &[Tag]) -> String {
    match tags {
        [one] => one.own_name().to_owned(),
        all => t!(lang, "os-both", languages = all.iter().map(Tag::own_name).collect::<Vec<_>>().join(", ")),
    }
}

pub fn misfit(lang: Lang, misfit: &Misfit) -> String {
    match misfit {
        Misfit::TooLong(lines) => t!(
            lang,
            "os-does-not-fit",
            lines = i64::from(*lines),
            shown = i18n::number(lang, i64::from(*lines))
        ),
        Misfit::Uncovered(characters) => {
            t!(
                lang,
                "os-uncovered",
                characters = characters.iter().map(char::to_string).collect::<Vec<_>>().join(" ")
            )
        }
        Misfit::Unwritten => t!(lang, "os-nothing"),
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, jurisdiction) = (self.present.lang, &self.campaign.slug, self.jurisdiction);
        let name = jurisdiction.name.get(lang);
        let path = paths::studio_petition_part(slug, &jurisdiction.key, "printing");
        let body = html! {
            (head(self.present, self.campaign, Tab::OfficialSheets))
            p.small { a href=(paths::studio_official_sheets(slug)) { (t!(lang, "os-title")) } }
            h2 { (name) }
            (super::parts(lang, slug, jurisdiction, "printing"))
            (self.summary())
            @if self.is_sound { (self.form(&path)) (self.looks(&path)) } @else {
                p.notice { (t!(lang, "os-not-sound")) " " a href=(paths::studio_petition(slug, &jurisdiction.key)) { (t!(lang, "os-text")) } }
            }
        };
        let title = format!("{} – {name}", t!(lang, "os-printing"));
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        let told = |fault: &Fault| match fault {
            Fault::Languages => ("languages", t!(lang, "os-languages-refused")),
            Fault::Count => ("first", t!(lang, "os-count-refused", most = i64::from(MOST_SHEETS))),
            Fault::Changed => {
                ("print", t!(lang, "os-print-changed", last = i18n::number(lang, i64::from(self.last))))
            }
            Fault::Text => ("print", t!(lang, "os-not-sound")),
        };
        let faults = self.faults.iter().map(told).collect();
        crate::web::studio::views::form::summary(lang, &faults)
    }

    fn form(&self, path: &str) -> Markup {
        let lang = self.present.lang;
        let invalid = |fault| self.faults.contains(&fault).then_some("true");
        let chosen = self.chosen().map(|choice| choice.code.as_str());
        html! {
            p { (t!(lang, "os-printing-about")) }
            form.narrow method="post" action=(path) {
                input type="hidden" name="revision" value=(self.revision);
                input type="hidden" name="after" value=(self.last);
                div.field {
                    label for="languages" { (t!(lang, "os-languages")) }
                    select #languages name="languages" aria-invalid=[invalid(Fault::Languages)] {
                        @for choice in self.choices {
                            option value=(choice.code) selected[chosen == Some(&*choice.code)] disabled[choice.laid.is_err()] {
                                (languages(lang, &choice.tags))
                            }
                        }
                    }
                }
                (self.number("first", &t!(lang, "os-first-sheets"), &self.typed.first))
                (self.number("later", &t!(lang, "os-later-sheets"), &self.typed.later))
                p.hint { (t!(lang, "os-numbers", next = i18n::number(lang, i64::from(self.last) + 1))) }
                button type="submit" #print { (t!(lang, "os-print")) }
            }
        }
    }

    fn number(&self, name: &str, label: &str, value: &str) -> Markup {
        let invalid = self.faults.contains(&Fault::Count).then_some("true");
        html! {
            div.field {
                label for=(name) { (label) }
                input.short id=(name) name=(name) type="text" inputmode="numeric" autocomplete="off" value=(value) aria-invalid=[invalid];
            }
        }
    }

    fn chosen(&self) -> Option<&Choice> {
        let asked = self.choices.iter().find(|choice| choice.code == self.typed.languages);
        asked.or_else(|| self.choices.iter().rev().find(|choice| choice.laid.is_ok()))
    }

    /// What every choice comes to, and the sheets of one as pictures.
    fn looks(&self, path: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "os-looks")) }
            ul {
                @for choice in self.choices {
                    li {
                        a href={ (path) "?in=" (choice.code.replace(' ', "+")) } { (languages(lang, &choice.tags)) }
                        (crate::web::studio::views::colon(lang))
                        @match &choice.laid {
                            Ok((first, later)) => (t!(lang, "os-lines", first = i64::from(first.lines), later = i64::from(later.lines))),
                            Err(why) => strong { (misfit(lang, why)) },
                        }
                    }
                }
            }
            @if let Some(Choice { laid: Ok((first, later)), tags, .. }) = self.chosen() {
                p { (t!(lang, "os-shown", languages = languages(lang, tags))) }
                div.proofs {
                    (picture("f", &t!(lang, "os-first-sheet"), first))
                    (picture("l", &t!(lang, "os-later-sheet"), later))
                }
            }
        }
    }
}

/// A sheet as it leaves the printer.
fn picture(id: &str, title: &str, sheet: &Sheet) -> Markup {
    let marks: Vec<_> = sheet
        .face
        .iter()
        .filter_map(|part| match &part.content {
            Content::Marks(marks) => Some(marks.as_slice()),
            Content::Filled(..) => None,
        })
        .flatten()
        .cloned()
        .collect();
    html! {
        figure.proof {
            (svg::picture(id, title, sheet.size, &marks))
            figcaption { (title) }
        }
    }
}
