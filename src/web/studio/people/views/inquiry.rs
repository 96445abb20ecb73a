use maud::{Markup, html};

use super::address::standing;
use super::{day, facts, scans_beside, title, words};
use crate::actions::people::scans::Scanned;
use crate::app::App;
use crate::domain::holding::{Fate, Holding, Kind};
use crate::domain::inquiry::{Asker, Inquiry, Outcome};
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// A case, and what is held about whoever asks.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub inquiry: &'a Inquiry,
    pub asker: &'a Asker,
    pub held: &'a [Holding],
    pub scanned: &'a Scanned,
}

/// How and when a case came, and until when it is to be answered.
fn head(lang: Lang, inquiry: &Inquiry) -> Markup {
    html! {
        p.small { a href=(paths::STUDIO_PEOPLE) { (t!(lang, "people-title")) } }
        h1 { (t!(lang, "inquiry-number", number = inquiry.number)) }
        dl.figures {
            dt { (t!(lang, "inquiry-opened")) } dd { (day(lang, inquiry.opened_at)) }
            dt { (t!(lang, "inquiry-due")) } dd { (day(lang, inquiry.due_at)) }
            dt { (t!(lang, "inquiry-asked")) } dd { (words::asked(lang, inquiry.asked)) }
            dt { (t!(lang, "inquiry-checked")) } dd { (words::checked(lang, inquiry.checked)) }
        }
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "inquiry-number", number = self.inquiry.number);
        // The case itself is held too, but nobody looks for that.
        let is_nothing = self.held.iter().all(|holding| holding.id == self.inquiry.id);
        let body = html! {
            (head(lang, self.inquiry))
            dl.figures {
                dt { (t!(lang, "field-email")) } dd { bdi { (self.asker.email) } }
                @if !self.asker.name.is_empty() { dt { (t!(lang, "field-name")) } dd { bdi { (self.asker.name) } } }
                @if !self.asker.note.is_empty() { dt { (t!(lang, "inquiry-note")) } dd { bdi { (self.asker.note) } } }
            }
            @if let Some(new) = &self.asker.new_address { (standing(lang, new)) }
            p.small { (t!(lang, "inquiry-look-recorded")) }
            h2 { (t!(lang, "held-title")) }
            @if is_nothing { p.notice { (t!(lang, "held-nothing")) } }
            (self.form())
            @if self.held.iter().any(|holding| holding.fate == Fate::Goes) {
                h2 { (t!(lang, "erasure-title")) }
                p { (t!(lang, "erasure-way")) }
                p { a href=(paths::studio_inquiry_part(self.inquiry.id, "erasure")) { (t!(lang, "erasure-look")) } }
            }
            (self.links())
            @if self.held.iter().any(|holding| holding.kind == Kind::Signature) {
                h2 { (t!(lang, "address-title")) }
                p { a href=(paths::studio_inquiry_part(self.inquiry.id, "address")) { (t!(lang, "address-way")) } }
            }
            h2 { (t!(lang, "inquiry-answer")) }
            (self.closing())
        };
        Frame::of(self.app, self.present, &title, &paths::studio_inquiry(self.inquiry.id)).page(&body)
    }

    /// What is held, each with its box, and the buttons that make a file of what is ticked.
    fn form(&self) -> Markup {
        let lang = self.present.lang;
        let shared = self.held.iter().any(|holding| !holding.is_theirs);
        html! {
            @if shared { p.notice { (t!(lang, "held-shared")) } }
            form method="post" action=(paths::studio_inquiry_part(self.inquiry.id, "data")) {
                @for holding in self.held { (self.holding(holding)) }
                p { (t!(lang, "held-give-about")) }
                div.field.narrow {
                    label for="lang" { (t!(lang, "held-give-lang")) }
                    select #lang name="lang" {
                        @for one in Lang::ALL { option value=(one) selected[one == lang] lang=(one) { (one.own_name()) } }
                    }
                }
                p.row {
                    button type="submit" name="form" value="html" { (t!(lang, "held-give-html")) }
                    " "
                    button.plain type="submit" name="form" value="json" { (t!(lang, "held-give-json")) }
                }
            }
        }
    }

    /// For each signature a button that mails the link of its page to its own address.
    fn links(&self) -> Markup {
        let lang = self.present.lang;
        let signed = self.held.iter().filter(|holding| holding.kind == Kind::Signature);
        let signed: Vec<&Holding> = signed.collect();
        html! {
            @if !signed.is_empty() {
                h2 { (t!(lang, "link-title")) }
                p { (t!(lang, "link-about")) }
                ul.plain {
                    @for holding in signed {
                        li {
                            form.inline method="post" action=(paths::studio_link(self.inquiry.id, holding.id)) {
                                span { (title(self.app, lang, holding)) @if let Some(name) = holding.name() { " – " bdi { (name) } } }
                                button.link type="submit" { (t!(lang, "link-button")) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn holding(&self, holding: &Holding) -> Markup {
        let lang = self.present.lang;
        let id = format!("held-{}", holding.id);
        html! {
            section.held {
                h3 { (title(self.app, lang, holding)) }
                @if holding.follows.is_none() {
                    p.tick {
                        input id=(id) name=(id) type="checkbox" value="yes" checked[holding.is_theirs];
                        " "
                        label for=(id) { (t!(lang, "held-give")) }
                    }
                } @else {
                    p.small { (t!(lang, "held-follows")) }
                }
                (facts(lang, holding))
                (scans_beside(self.app, lang, holding, self.scanned))
                @if holding.kind == Kind::Signature {
                    p { a href=(paths::studio_correction(self.inquiry.id, holding.id)) { (t!(lang, "correction-way")) } }
                }
                @if matches!(holding.kind, Kind::Account | Kind::Invitation) || holding.kind == Kind::Suppression || holding.kind == Kind::Mail {
                    p.small { (words::fate(lang, holding.fate)) }
                }
            }
        }
    }

    fn closing(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            p { (t!(lang, "inquiry-close-about")) }
            form.narrow method="post" action=(paths::studio_inquiry_part(self.inquiry.id, "done")) {
                div.field {
                    label for="outcome" { (t!(lang, "inquiry-outcome")) }
                    select #outcome name="outcome" required {
                        option value="" { (t!(lang, "inquiry-choose")) }
                        @for outcome in Outcome::ALL {
                            option value=(outcome.as_str()) { (words::outcome(lang, *outcome)) }
                        }
                    }
                }
                button type="submit" { (t!(lang, "inquiry-close-button")) }
            }
        }
    }
}

/// A case that was answered: its dates, and nobody's data.
pub struct Closed<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub inquiry: &'a Inquiry,
}

impl Closed<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "inquiry-number", number = self.inquiry.number);
        let body = html! {
            (head(lang, self.inquiry))
            @if let Some((at, outcome)) = self.inquiry.done {
                dl.figures {
                    dt { (t!(lang, "inquiry-done")) } dd { (day(lang, at)) }
                    dt { (t!(lang, "inquiry-outcome")) } dd { (words::outcome(lang, outcome)) }
                }
            }
            p { (t!(lang, "inquiry-closed-about")) }
        };
        Frame::of(self.app, self.present, &title, &paths::studio_inquiry(self.inquiry.id)).page(&body)
    }
}
