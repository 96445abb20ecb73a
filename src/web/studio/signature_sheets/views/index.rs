use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::ledger::Batch;
use crate::domain::ledger::row::{MOST_ROWS, State};
use crate::domain::ledger::table::{Fault as Line, Flaw, MOST, MOST_SHEETS, Unreadable};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head, name};
use crate::web::ui::refusal_words;

/// How many faulty lines of a file are told.
const TOLD: usize = 20;

/// A batch with its sheets, and how many rows of each are in which state.
pub struct Sheaf {
    pub batch: Batch,
    pub collected: i64,
    pub sheets: Vec<i32>,
    pub states: Vec<(i32, State, i64)>,
}

impl Sheaf {
    fn count(&self, is_meant: impl Fn(i32, State) -> bool) -> i64 {
        self.states.iter().filter(|(sheet, state, _)| is_meant(*sheet, *state)).map(|(.., many)| many).sum()
    }
}

/// What was not done, and why.
pub enum Fault {
    Number { batch: i32, typed: String },
    Taken { batch: i32, number: i32 },
    File(Unreadable),
    Lines(Vec<Line>),
    SheetsTaken(Vec<i32>),
    Uncounted(i64),
}

/// The batches of signatures, and the sheets of them that are typed.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    /// Where people live who do not say.
    pub country: &'a str,
    pub sheaves: &'a [Sheaf],
    /// How many rows were taken from a file just now, and how many of them do not stand.
    pub taken: Option<(i64, i64)>,
    pub fault: Option<&'a Fault>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "rows-title");
        let waiting: i64 = self
            .sheaves
            .iter()
            .map(|sheaf| sheaf.count(|_, state| matches!(state, State::Doubtful | State::Repeat)))
            .sum();
        let body = html! {
            (head(self.present, self.campaign, Tab::Sheets))
            h2 { (title) }
            (self.summary())
            @if let Some((taken, fallen)) = self.taken {
                p.notice role="status" { (t!(lang, "rows-taken", count = taken, shown = i18n::number(lang, taken), fallen = i18n::number(lang, fallen))) }
            }
            p { (t!(lang, "rows-about")) }
            @if self.sheaves.is_empty() { p.notice { (t!(lang, "rows-no-batch")) } } @else {
                p { a href=(paths::studio_sheets_part(slug, "held")) { (t!(lang, "rows-held-link", count = waiting, shown = i18n::number(lang, waiting))) } }
                (self.table(&title))
                h3 { (t!(lang, "rows-open-title")) }
                (self.open())
                h3 { (t!(lang, "rows-import-title")) }
                (self.import())
            }
        };
        let title = format!("{title} – {}", name(lang, self.campaign));
        let path = paths::studio_sheets(slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        let all = match self.fault {
            None => Vec::new(),
            Some(Fault::Number { .. }) => {
                vec![(
                    "number",
                    t!(lang, "rows-number-refused", most = i18n::number(lang, MOST_SHEETS.into())),
                )]
            }
            Some(Fault::Taken { number, .. }) => {
                vec![("number", t!(lang, "rows-sheet-taken", number = i64::from(*number)))]
            }
            Some(Fault::File(unreadable)) => vec![("file", unreadable_words(lang, unreadable))],
            Some(Fault::Lines(lines)) => {
                lines.iter().take(TOLD).map(|line| ("file", line_words(lang, line))).collect()
            }
            Some(Fault::SheetsTaken(numbers)) => {
                let numbers: Vec<String> = numbers.iter().take(TOLD).map(ToString::to_string).collect();
                vec![("file", t!(lang, "rows-sheets-taken", numbers = numbers.join(", "), most = MOST_ROWS))]
            }
            Some(&Fault::Uncounted(collected)) => {
                vec![(
                    "file",
                    t!(lang, "rows-uncounted", count = collected, shown = i18n::number(lang, collected)),
                )]
            }
        };
        html! {
            (summary(lang, &all))
            @if let Some(Fault::Taken { batch, number }) = self.fault {
                p { a href=(paths::studio_sheet(&self.campaign.slug, *batch, *number)) { (t!(lang, "rows-sheet", sheet = i64::from(*number), batch = i64::from(*batch))) } }
            }
            @if let Some(Fault::Lines(lines)) = self.fault {
                @let more = i64::try_from(lines.len().saturating_sub(TOLD)).unwrap_or(i64::MAX);
                @if more > 0 { p { (t!(lang, "rows-more-lines", count = more, shown = i18n::number(lang, more))) } }
            }
        }
    }

    fn table(&self, title: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "ledger-batch")) }
                            th.figure scope="col" { (t!(lang, "ledger-collected")) }
                            th.figure scope="col" { (t!(lang, "rows-typed-head")) }
                            th.figure scope="col" { (t!(lang, "rows-stand-head")) }
                            th scope="col" { (t!(lang, "rows-sheets-head")) }
                        }
                    }
                    tbody { @for sheaf in self.sheaves { (self.row(lang, sheaf)) } }
                }
            }
        }
    }

    fn row(&self, lang: Lang, sheaf: &Sheaf) -> Markup {
        let (slug, batch) = (&self.campaign.slug, sheaf.batch.number);
        let number = |n: i64| i18n::number(lang, n);
        html! {
            tr {
                th scope="row" { (batch) " – " bdi { (sheaf.batch.label) } }
                td.figure { (number(sheaf.collected)) }
                td.figure { (number(sheaf.count(|_, _| true))) }
                td.figure { (number(sheaf.count(|_, state| state == State::Stands))) }
                td {
                    @if sheaf.sheets.is_empty() { "–" }
                    @for sheet in &sheaf.sheets {
                        @let typed = sheaf.count(|of, _| of == *sheet);
                        a href=(paths::studio_sheet(slug, batch, *sheet)) { (t!(lang, "rows-sheet-short", sheet = i64::from(*sheet), count = typed)) } " "
                    }
                }
            }
        }
    }

    fn batches(&self, id: &'static str) -> Markup {
        let lang = self.present.lang;
        let chosen = match self.fault {
            Some(Fault::Number { batch, .. } | Fault::Taken { batch, .. }) => Some(*batch),
            _ => None,
        };
        html! {
            div.field {
                label for=(id) { (t!(lang, "ledger-batch")) }
                select id=(id) name="batch" {
                    @for Sheaf { batch, .. } in self.sheaves {
                        option value=(batch.number) selected[chosen == Some(batch.number)] { (batch.number) " – " (batch.label) }
                    }
                }
            }
        }
    }

    fn open(&self) -> Markup {
        let lang = self.present.lang;
        let typed = match self.fault {
            Some(Fault::Number { typed, .. }) => typed.clone(),
            Some(Fault::Taken { number, .. }) => number.to_string(),
            _ => String::new(),
        };
        let invalid =
            matches!(self.fault, Some(Fault::Number { .. } | Fault::Taken { .. })).then_some("true");
        html! {
            form.narrow method="post" action=(paths::studio_sheets(&self.campaign.slug)) {
                (self.batches("batch"))
                div.field {
                    label for="number" { (t!(lang, "rows-sheet-number")) }
                    p.hint #number-hint { (t!(lang, "rows-sheet-number-hint")) }
                    input #number name="number" type="text" inputmode="numeric" autocomplete="off" value=(typed) aria-describedby="number-hint" aria-invalid=[invalid];
                }
                button type="submit" { (t!(lang, "rows-open")) }
            }
        }
    }

    fn import(&self) -> Markup {
        let lang = self.present.lang;
        let country =
            self.app.tools.rules.countries.get(self.country).map_or("", |country| country.name(lang));
        let is_refused = matches!(
            self.fault,
            Some(Fault::File(_) | Fault::Lines(_) | Fault::SheetsTaken(_) | Fault::Uncounted(_))
        );
        let most = i18n::number(lang, i64::try_from(MOST).unwrap_or(i64::MAX));
        html! {
            p { (t!(lang, "rows-import-about", most = most, country = country)) }
            p.code { (t!(lang, "rows-import-columns")) }
            form.narrow method="post" action=(paths::studio_sheets_part(&self.campaign.slug, "import")) enctype="multipart/form-data" {
                (self.batches("import-batch"))
                div.field {
                    label for="file" { (t!(lang, "rows-import-file")) }
                    input #file name="file" type="file" accept=".csv,text/csv" required aria-invalid=[is_refused.then_some("true")];
                }
                button type="submit" { (t!(lang, "rows-import")) }
            }
        }
    }
}

fn unreadable_words(lang: Lang, unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::Empty => t!(lang, "rows-file-empty"),
        Unreadable::NotText => t!(lang, "rows-file-not-text"),
        Unreadable::Spreadsheet => t!(lang, "rows-file-spreadsheet"),
        Unreadable::TooMany => {
            t!(lang, "rows-file-too-many", most = i18n::number(lang, i64::try_from(MOST).unwrap_or(i64::MAX)))
        }
        Unreadable::NoColumn(column) => t!(lang, "rows-file-no-column", column = column.to_string()),
    }
}

fn line_words(lang: Lang, line: &Line) -> String {
    let what = match &line.flaw {
        Flaw::Uneven(cells, columns) => {
            let [cells, columns] = [cells, columns].map(|n| i64::try_from(*n).unwrap_or(i64::MAX));
            t!(lang, "rows-line-uneven", cells = cells, columns = columns)
        }
        Flaw::Sheet => t!(lang, "rows-number-refused", most = i18n::number(lang, MOST_SHEETS.into())),
        Flaw::Refused(refusal) => refusal_words(lang, refusal),
    };
    t!(lang, "rows-line", line = i64::try_from(line.line).unwrap_or(i64::MAX), what = what)
}
