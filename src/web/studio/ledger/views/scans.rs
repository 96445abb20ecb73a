use maud::{Markup, html};

use super::form::photo_words;
use crate::actions::ledger::scans::Unfit;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::ledger::Batch;
use crate::domain::ledger::scan::{MOST, Scan};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// A scan with who added it.
pub struct Seen {
    pub scan: Scan,
    pub by: Option<String>,
}

/// The scans of the paper in a batch.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub batch: &'a Batch,
    pub scans: &'a [Seen],
    /// Whether a delivery with which the batch goes along is frozen.
    pub is_frozen: bool,
    pub unfit: Option<Unfit>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, number) = (self.present.lang, &self.campaign.slug, self.batch.number);
        let title = t!(lang, "scans-title", number = number);
        let batch = t!(lang, "ledger-batch-title", number = number, label = self.batch.label.as_str());
        let faults = self.unfit.map(|unfit| (place(unfit), self.words(unfit))).into_iter().collect();
        let body = html! {
            (head(self.present, self.campaign, Tab::Ledger))
            p.small { a href=(paths::studio_batch(slug, number)) { (batch) } }
            h2 { (title) }
            (summary(lang, &faults))
            p { (t!(lang, "scans-about")) }
            p { (t!(lang, "scans-told")) }
            div #scans {
                @if self.scans.is_empty() { p.notice { (t!(lang, "scans-none")) } } @else { (self.table(&title)) }
            }
            @if self.is_frozen { p.notice { (t!(lang, "scans-frozen")) } } @else { (self.form()) }
        };
        let path = paths::studio_scans(slug, number);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.unfit.is_some(), ..frame }.page(&body)
    }

    fn words(&self, unfit: Unfit) -> String {
        let (lang, uploads) = (self.present.lang, &self.app.tools.settings.uploads);
        let size = |bytes: usize| i18n::size(lang, bytes as u64);
        match unfit {
            Unfit::Missing => t!(lang, "scans-missing"),
            Unfit::Picture(unusable) => {
                format!("{} {}", t!(lang, "scans-no-scan"), photo_words(lang, unusable))
            }
            Unfit::TooLarge => t!(lang, "scans-too-large", size = size(uploads.picture_bytes)),
            Unfit::Full => t!(lang, "scans-full", most = MOST),
            Unfit::NoRoom => t!(lang, "scans-no-room", size = size(uploads.scans_bytes)),
            Unfit::Frozen => t!(lang, "scans-sure-refused"),
        }
    }

    fn form(&self) -> Markup {
        let (lang, uploads) = (self.present.lang, &self.app.tools.settings.uploads);
        let size = |bytes: usize| i18n::size(lang, bytes as u64);
        let wrong = self.unfit.filter(|unfit| place(*unfit) == "scan").map(|unfit| self.words(unfit));
        let described = if wrong.is_some() { "scan-hint scan-error" } else { "scan-hint" };
        html! {
            h3 { (t!(lang, "scans-add-title")) }
            form.narrow method="post" action=(paths::studio_scans(&self.campaign.slug, self.batch.number)) enctype="multipart/form-data" {
                div.field {
                    label for="scan" { (t!(lang, "scans-file")) }
                    p.small #scan-hint { (t!(lang, "scans-hint", pdf = size(uploads.document_bytes), picture = size(uploads.picture_bytes))) }
                    @if let Some(words) = &wrong { p.error #scan-error { (words) } }
                    input #scan name="scan" type="file" accept="application/pdf,image/jpeg,image/png" required
                        aria-describedby=(described) aria-invalid=[wrong.is_some().then_some("true")];
                }
                button type="submit" { (t!(lang, "scans-add")) }
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
                            th scope="col" { (t!(lang, "scans-file")) }
                            th.figure scope="col" { (t!(lang, "scans-size")) }
                            th scope="col" { (t!(lang, "scans-added")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody { @for seen in self.scans { (self.row(seen)) } }
                }
            }
        }
    }

    fn row(&self, Seen { scan, by }: &Seen) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let (name, sure) = (scan.name(), format!("sure-{}", scan.number));
        html! {
            tr {
                th scope="row" { a href=(paths::studio_scan(slug, scan.batch, scan.id)) { (name) } }
                td.figure { (i18n::size(lang, scan.bytes.unsigned_abs())) }
                td { (clock(self.present, scan.added_at)) @if let Some(by) = by { ", " bdi { (by) } } }
                td {
                    form method="post" action=(paths::studio_remove_scan(slug, scan.batch, scan.id)) {
                        @if self.is_frozen {
                            div.tick {
                                input id=(sure) name="sure" type="checkbox" value="yes";
                                label for=(sure) { (t!(lang, "scans-sure")) }
                            }
                        }
                        button.link type="submit" { (t!(lang, "scans-remove")) span.visually-hidden { " " (name) } }
                    }
                }
            }
        }
    }
}

/// Where on the page it is.
fn place(unfit: Unfit) -> &'static str {
    if unfit == Unfit::Frozen { "scans" } else { "scan" }
}

/// How many scans there are, in words; nothing where there are none.
pub fn many(lang: Lang, count: i64) -> Option<String> {
    (count > 0).then(|| t!(lang, "scans-many", count = count, number = i18n::number(lang, count)))
}
