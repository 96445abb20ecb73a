//! What is done to a campaign besides publishing: each says what it means.

use maud::{Markup, html};

use super::{Page, time};
use crate::domain::campaign::Status;
use crate::i18n::t;
use crate::paths;

impl Page<'_> {
    /// One button with what it means.
    fn act(&self, id: &str, (title, hint): (String, String), to: &str, button: &str) -> Markup {
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (title) }
                p { (hint) }
                form method="post" action=(paths::studio_publication_part(&self.campaign.slug, "state")) {
                    button.quiet type="submit" name="to" value=(to) { (button) }
                }
            }
        }
    }

    pub(super) fn pause(&self) -> Markup {
        let lang = self.present.lang;
        if self.campaign.archived_at.is_some() {
            return html! {};
        }
        match self.status {
            Status::Open | Status::Upcoming => {
                let words = (t!(lang, "pause-title"), t!(lang, "pause-hint"));
                self.act("pause-title", words, "paused", &t!(lang, "pause-button"))
            }
            Status::Paused => {
                let words = (t!(lang, "resume-title"), t!(lang, "resume-hint"));
                self.act("pause-title", words, "open", &t!(lang, "resume-button"))
            }
            _ => html! {},
        }
    }

    pub(super) fn archive(&self) -> Markup {
        let lang = self.present.lang;
        if self.campaign.archived_at.is_some() {
            let words = (t!(lang, "unarchive-title"), t!(lang, "unarchive-hint"));
            return self.act("archive-title", words, "unarchived", &t!(lang, "unarchive-button"));
        }
        if matches!(self.status, Status::Closed | Status::Draft) {
            let words = (t!(lang, "archive-title"), t!(lang, "archive-hint"));
            return self.act("archive-title", words, "archived", &t!(lang, "archive-button"));
        }
        html! {}
    }

    pub(super) fn closing(&self) -> Markup {
        let lang = self.present.lang;
        let is_over = self.status == Status::Closed;
        let title = if is_over { t!(lang, "extend-title") } else { t!(lang, "close-title") };
        let hint = if is_over { t!(lang, "extend-hint") } else { t!(lang, "close-hint") };
        let typed = &self.shown.close;
        let radio = |value: &str, label: String, is_chosen: bool| {
            html! {
                div.tick {
                    input id={ "closing-" (value) } type="radio" name="closing" value=(value) checked[is_chosen];
                    label for={ "closing-" (value) } { (label) }
                }
            }
        };
        html! {
            section aria-labelledby="close-title" {
                h2 #close-title { (title) }
                p { (hint) }
                form method="post" action=(paths::studio_publication_part(&self.campaign.slug, "closing")) novalidate {
                    fieldset.row {
                        legend { (t!(lang, "close-when")) }
                        @if !matches!(self.status, Status::Closed | Status::Draft) { (radio("now", t!(lang, "close-now"), false)) }
                        (radio("never", t!(lang, "close-never"), false))
                        (radio("later", t!(lang, "close-later"), true))
                        (time::fields(lang, "close", typed, self.time_fault(false)))
                        p.small { (t!(lang, "publish-zone", zone = self.zone_name())) }
                    }
                    button.quiet type="submit" { (t!(lang, "close-button")) }
                }
            }
        }
    }

    pub(super) fn copy(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            section aria-labelledby="copy-title" {
                h2 #copy-title { (t!(lang, "copy-title")) }
                p { (t!(lang, "copy-hint")) }
                form.narrow method="post" action=(paths::studio_publication_part(&self.campaign.slug, "copy")) {
                    div.field {
                        label for="slug" { (t!(lang, "copy-slug")) }
                        input #slug name="slug" type="text" autocomplete="off" autocapitalize="off"
                            value=(self.shown.slug.unwrap_or(self.proposed)) aria-invalid=[self.shown.slug.map(|_| "true")];
                    }
                    button.quiet type="submit" { (t!(lang, "copy-button")) }
                }
            }
        }
    }

    pub(super) fn remove(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let counted = self.app.hub.sight(self.campaign.id).counted();
        let shown = crate::i18n::number(lang, counted);
        html! {
            section aria-labelledby="remove-title" {
                h2 #remove-title { (t!(lang, "remove-title")) }
                p { (t!(lang, "remove-hint", count = counted, shown = shown)) }
                form.narrow method="post" action=(paths::studio_publication_part(slug, "removal")) {
                    div.field {
                        label for="confirm" { (t!(lang, "remove-confirm", slug = slug.as_str())) }
                        input #confirm name="confirm" type="text" autocomplete="off" autocapitalize="off";
                    }
                    button.grave type="submit" { (t!(lang, "remove-button")) }
                }
            }
        }
    }
}
