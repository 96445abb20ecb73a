use maud::{Markup, html};

use super::standing;
use crate::actions::signature_sheets::Seen;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// How many rows changed as they were compared again; none: they were not.
pub type Checked = Option<i64>;

/// The rows that wait for somebody to look at the paper, and those that stand elsewhere already.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub doubtful: &'a [Seen],
    pub repeats: &'a [Seen],
    /// How many of each are shown at the most.
    pub most: u64,
    pub checked: Checked,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "rows-held-title");
        let path = paths::studio_sheets_part(slug, "held");
        let (doubtful, repeats) = (t!(lang, "rows-doubtful-title"), t!(lang, "rows-repeat-title"));
        let body = html! {
            (head(self.present, self.campaign, Tab::Sheets))
            p.small { a href=(paths::studio_sheets(slug)) { (t!(lang, "rows-title")) } }
            h2 { (title) }
            @if let Some(changed) = self.checked {
                p.notice role="status" { (t!(lang, "rows-checked", count = changed, shown = i18n::number(lang, changed))) }
            }
            p { (t!(lang, "rows-held-about")) }
            (self.list(&doubtful, &t!(lang, "rows-doubtful-none"), self.doubtful))
            (self.list(&repeats, &t!(lang, "rows-repeat-none"), self.repeats))
            h3 { (t!(lang, "rows-check-title")) }
            p { (t!(lang, "rows-check-about")) }
            form method="post" action=(paths::studio_sheets_part(slug, "check")) { button.plain type="submit" { (t!(lang, "rows-check")) } }
        };
        Frame::of(self.app, self.present, &title, &path).page(&body)
    }

    fn list(&self, title: &str, none: &str, rows: &[Seen]) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (title) }
            @if rows.is_empty() { p.notice { (none) } } @else {
                div.wide role="region" aria-label=(title) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "rows-row")) }
                                th scope="col" { (t!(lang, "field-name")) }
                                th scope="col" { (t!(lang, "rows-lives")) }
                                th scope="col" { (t!(lang, "rows-state")) }
                                th scope="col" { (t!(lang, "rows-verdict")) }
                            }
                        }
                        tbody { @for seen in rows { (self.row(seen)) } }
                    }
                }
                @if rows.len() as u64 == self.most { p.small { (t!(lang, "rows-held-more")) } }
            }
        }
    }

    fn row(&self, Seen { row, signatory }: &Seen) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let judge = paths::studio_sheet_row_part(slug, row.batch, row.sheet, row.place, "judge");
        html! {
            tr {
                td { a href=(paths::studio_sheet_row(slug, row.batch, row.sheet, row.place)) { (t!(lang, "rows-where", batch = row.batch, sheet = row.sheet, place = row.place)) } }
                th scope="row" { bdi { (signatory.name) } }
                td { (signatory.postal_code) " " bdi { (signatory.city) } }
                td { (standing(lang, row)) }
                td {
                    form.onward method="post" action=(judge) {
                        input type="hidden" name="seen" value=(row.state.as_str());
                        input type="hidden" name="from" value="held";
                        button.plain type="submit" name="verdict" value="stands" { (t!(lang, "rows-let-stand")) }
                        button.grave type="submit" name="verdict" value="struck" { (t!(lang, "rows-strike")) }
                    }
                }
            }
        }
    }
}
