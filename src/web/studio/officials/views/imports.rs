use maud::{Markup, html};

use super::words;
use crate::app::App;
use crate::domain::official::roster::{MOST, Unreadable};
use crate::i18n::{self, t};
use crate::paths;
use crate::storage::official_imports::{Import, Stage};
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// Why nothing was imported or taken back.
#[derive(Clone, Copy)]
pub enum Trouble<'a> {
    Unreadable(&'a Unreadable),
    /// It waits no more: too old, imported already, or taken back.
    Over,
    BuiltUpon,
}

/// Where a list is uploaded, and what was imported before.
pub struct Index<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub done: &'a [Import],
    pub trouble: Option<Trouble<'a>>,
}

impl Index<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "imports-title");
        let megabytes = self.app.tools.settings.uploads.list_bytes / (1024 * 1024);
        let (rows, size) = (words::count(lang, MOST).1, words::count(lang, megabytes).1);
        let body = html! {
            p.small { a href=(paths::STUDIO_OFFICIALS) { (t!(lang, "officials-title")) } }
            h1 { (title) }
            @if let Some(trouble) = self.trouble {
                div.summary role="alert" tabindex="-1" autofocus { p { (self.trouble_words(trouble)) } }
            }
            p { (t!(lang, "imports-about")) }
            ul {
                li { (t!(lang, "imports-house")) }
                li { (t!(lang, "imports-represent")) }
                li { (t!(lang, "imports-table")) }
            }
            form.narrow method="post" action=(paths::STUDIO_IMPORTS) enctype="multipart/form-data" {
                div.field {
                    label for="list" { (t!(lang, "imports-file")) }
                    p.small #list-hint { (t!(lang, "imports-most", rows = rows, size = size)) }
                    input #list name="list" type="file" accept=".csv,.tsv,.txt,.xml,.json" required aria-describedby="list-hint";
                }
                button type="submit" { (t!(lang, "imports-look")) }
            }
            h2 { (t!(lang, "imports-done")) }
            @if self.done.is_empty() { p.notice { (t!(lang, "imports-none")) } } @else { (self.table()) }
        };
        let frame = Frame::of(self.app, self.present, &title, paths::STUDIO_IMPORTS);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn trouble_words(&self, trouble: Trouble<'_>) -> String {
        let lang = self.present.lang;
        let unreadable = match trouble {
            Trouble::Over => return t!(lang, "imports-over"),
            Trouble::BuiltUpon => return t!(lang, "imports-built-upon"),
            Trouble::Unreadable(unreadable) => unreadable,
        };
        match unreadable {
            Unreadable::Empty => t!(lang, "unreadable-empty"),
            Unreadable::NotText => t!(lang, "unreadable-not-text"),
            Unreadable::Spreadsheet => t!(lang, "unreadable-spreadsheet"),
            Unreadable::TooMany => t!(lang, "unreadable-too-many", most = words::count(lang, MOST).1),
            Unreadable::NoNames(headings) => {
                t!(lang, "unreadable-no-names", headings = i18n::isolate(&headings.join(", ")))
            }
            Unreadable::Misshapen(line) => {
                t!(lang, "unreadable-misshapen", line = words::count(lang, *line).1)
            }
        }
    }

    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(t!(lang, "imports-done")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "imports-when")) }
                            th.figure scope="col" { (t!(lang, "imports-added")) }
                            th.figure scope="col" { (t!(lang, "imports-changed")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody {
                        @for import in self.done {
                            tr {
                                th scope="row" { (clock(self.present, import.created_at)) }
                                td.figure { (i18n::number(lang, import.added.into())) }
                                td.figure { (i18n::number(lang, import.changed.into())) }
                                td {
                                    @if import.stage == Stage::Undone {
                                        (t!(lang, "imports-undone"))
                                    } @else {
                                        form method="post" action=(paths::studio_import_part(import.id, "undo")) {
                                            button.link type="submit" { (t!(lang, "imports-undo")) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            p.small { (t!(lang, "imports-undo-about")) }
        }
    }
}
