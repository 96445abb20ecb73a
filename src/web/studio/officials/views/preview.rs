use maud::{Markup, html};

use super::words;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::official::plan::{Change, Plan, Wrong};
use crate::domain::official::roster::Roster;
use crate::domain::official::{Details, Part};
use crate::i18n::t;
use crate::paths;
use crate::storage::official_imports::Import;
use crate::web::studio::member::Present;
use crate::web::studio::views::colon;
use crate::web::studio::views::layout::Frame;

/// How many lines of each kind are listed; of the rest it is said how many there are.
const SHOWN: usize = 200;

/// What importing a list would do.
pub struct Preview<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub import: &'a Import,
    pub roster: &'a Roster,
    pub plan: &'a Plan,
    /// The directory was changed since it was looked at last.
    pub stale: bool,
}

impl Preview<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "preview-title");
        let (new, changed, wrong) = (self.plan.new.len(), self.plan.changed.len(), self.plan.wrong.len());
        let body = html! {
            p.small { a href=(paths::STUDIO_IMPORTS) { (t!(lang, "imports-title")) } }
            h1 { (title) }
            @if self.stale {
                div.summary role="alert" tabindex="-1" autofocus { p { (t!(lang, "preview-stale")) } }
            }
            dl.figures {
                dt { (t!(lang, "preview-form")) } dd { (words::form(lang, self.roster.form)) }
                dt { (t!(lang, "preview-new")) } dd { (words::count(lang, new).1) }
                dt { (t!(lang, "preview-changed")) } dd { (words::count(lang, changed).1) }
                dt { (t!(lang, "preview-unchanged")) } dd { (words::count(lang, self.plan.unchanged).1) }
                dt { (t!(lang, "preview-gone")) } dd { (words::count(lang, self.plan.gone.len()).1) }
                dt { (t!(lang, "preview-wrong")) } dd { (words::count(lang, wrong).1) }
            }
            (self.verdict(wrong))
            (self.wrong())
            (self.changed())
            (self.added())
            (self.gone())
            @if !self.roster.ignored.is_empty() {
                h2 { (t!(lang, "preview-ignored")) }
                p { bdi { (self.roster.ignored.join(", ")) } }
            }
        };
        let path = paths::studio_import(self.import.id);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.stale, ..frame }.page(&body)
    }

    /// The button, or why there is none.
    fn verdict(&self, wrong: usize) -> Markup {
        let lang = self.present.lang;
        let (n, shown) = words::count(lang, self.plan.new.len() + self.plan.changed.len());
        let gone = words::count(lang, self.plan.gone.len());
        html! {
            @if wrong > 0 {
                p.notice { (t!(lang, "preview-refused")) }
            } @else if !self.plan.is_sound() {
                p.notice { (t!(lang, "preview-nothing")) }
            } @else {
                form method="post" action=(paths::studio_import_part(self.import.id, "apply")) {
                    input type="hidden" name="plan" value=(self.plan.digest());
                    @if !self.plan.gone.is_empty() {
                        div.tick {
                            input #retire type="checkbox" name="retire" value="yes";
                            label for="retire" { (t!(lang, "preview-retire", n = gone.0, shown = gone.1)) }
                        }
                    }
                    button type="submit" { (t!(lang, "preview-apply", n = n, shown = shown)) }
                }
                p.small { (t!(lang, "preview-apply-about")) }
            }
        }
    }

    fn place(&self, place: usize) -> String {
        let (lang, place) = (self.present.lang, words::count(self.present.lang, place).1);
        if self.roster.form.has_lines() {
            t!(lang, "preview-line", place = place)
        } else {
            t!(lang, "preview-entry", place = place)
        }
    }

    fn wrong(&self) -> Markup {
        let lang = self.present.lang;
        let all = self
            .plan
            .wrong
            .iter()
            .map(|wrong| html! { (self.place(wrong.place())) (colon(lang)) (self.reason(wrong)) });
        self.list(&t!(lang, "preview-wrong"), &all.collect::<Vec<_>>())
    }

    fn reason(&self, wrong: &Wrong) -> String {
        let lang = self.present.lang;
        match wrong {
            Wrong::Uneven(uneven) => {
                let (cells, columns) = (words::count(lang, uneven.cells), words::count(lang, uneven.columns));
                t!(lang, "preview-uneven", n = cells.0, cells = cells.1, columns = columns.1)
            }
            Wrong::Fault(_, fault) => words::fault(lang, *fault),
            Wrong::Twice(_, first) => t!(lang, "preview-twice", first = self.place(*first)),
        }
    }

    fn changed(&self) -> Markup {
        let lang = self.present.lang;
        let one = |change: &Change| {
            html! {
                a href=(paths::studio_official(change.id)) { bdi { (change.after.full_name()) } }
                ul {
                    @for part in change.before.differing(&change.after) {
                        li {
                            (words::part(lang, part)) (colon(lang))
                            del { (or_nothing(lang, &change.before, part)) } " → " ins { (or_nothing(lang, &change.after, part)) }
                        }
                    }
                }
            }
        };
        self.list(&t!(lang, "preview-changed"), &self.plan.changed.iter().map(one).collect::<Vec<_>>())
    }

    fn added(&self) -> Markup {
        let lang = self.present.lang;
        let all = self.plan.new.iter().map(|new| {
            let alike = self.plan.alike.iter().find(|alike| alike.place == new.place);
            html! {
                bdi { (new.details.full_name()) }
                @if !new.details.get(Part::Riding).is_empty() { ", " bdi { (new.details.get(Part::Riding)) } }
                @if let Some(alike) = alike {
                    " – " a href=(paths::studio_official(alike.id)) { (t!(lang, "preview-alike")) }
                }
            }
        });
        self.list(&t!(lang, "preview-new"), &all.collect::<Vec<_>>())
    }

    fn gone(&self) -> Markup {
        let lang = self.present.lang;
        let all = self.plan.gone.iter();
        let all = all.map(|gone| html! { a href=(paths::studio_official(gone.id)) { bdi { (gone.name) } } });
        html! {
            (self.list(&t!(lang, "preview-gone"), &all.collect::<Vec<_>>()))
            @if !self.plan.gone.is_empty() { p.small { (t!(lang, "preview-gone-about")) } }
        }
    }

    fn list(&self, heading: &str, all: &[Markup]) -> Markup {
        let lang = self.present.lang;
        let (left, shown) = words::count(lang, all.len().saturating_sub(SHOWN));
        html! {
            @if !all.is_empty() {
                h2 { (heading) }
                ul { @for one in all.iter().take(SHOWN) { li { (one) } } }
                @if left > 0 { p { (t!(lang, "preview-more", n = left, shown = shown)) } }
            }
        }
    }
}

fn or_nothing(lang: Lang, details: &Details, part: Part) -> Markup {
    html! {
        @if details.get(part).is_empty() { (t!(lang, "official-nothing")) } @else { bdi { (details.get(part)) } }
    }
}
