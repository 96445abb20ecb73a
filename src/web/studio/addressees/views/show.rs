use std::collections::HashMap;

use maud::{Markup, html};
use uuid::Uuid;

use super::contacts;
use super::silence;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::contact::{Contact, Fault, Form, Said};
use crate::domain::content::Addressee;
use crate::domain::date::PartialDate;
use crate::domain::delivery::Delivery;
use crate::domain::reply::Reply;
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::deliveries::stage_words;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::{Faults, summary};
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What was typed and not taken.
pub enum Trouble {
    Contact(Form, Vec<Fault>),
    /// The day on which to come back.
    Due(String),
}

/// The record of an addressee.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub addressee: &'a Addressee,
    pub deliveries: &'a [Delivery],
    /// Oldest first.
    pub replies: &'a [Reply],
    /// Newest first, with what was said.
    pub contacts: &'a [(Contact, Said)],
    /// What those are called who wrote them down.
    pub names: &'a HashMap<Uuid, String>,
    pub silent_since: Option<PartialDate>,
    pub due: Option<PartialDate>,
    pub today: &'a str,
    pub trouble: Option<&'a Trouble>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, key) = (self.present.lang, &*self.campaign.slug, &*self.addressee.key);
        let path = paths::studio_addressee(slug, key);
        let faults = self.faults();
        let was_handed = self.deliveries.iter().any(|one| one.stage.is_delivered());
        let body = html! {
            (head(self.present, self.campaign, Tab::Addressees))
            p.small { a href=(paths::studio_addressees(slug)) { (t!(lang, "record-title")) } }
            h2 { bdi { (self.addressee.name) } }
            p { (self.addressee.office.get(lang)) }
            (summary(lang, &faults))
            p.lead { (silence(lang, self.silent_since, was_handed)) }
            (self.follow_up(&faults))
            (self.replies())
            (self.deliveries())
            (contacts::section(self, &faults))
        };
        let frame = Frame::of(self.app, self.present, &self.addressee.name, &path);
        Frame { is_refused: !faults.is_empty(), ..frame }.page(&body)
    }

    fn faults(&self) -> Faults {
        let lang = self.present.lang;
        match self.trouble {
            Some(Trouble::Contact(_, faults)) => {
                faults.iter().map(|one| contacts::words(lang, *one)).collect()
            }
            Some(Trouble::Due(_)) => vec![("due", t!(lang, "record-due-refused"))],
            None => Faults::new(),
        }
    }

    pub fn part(&self, part: &str) -> String {
        paths::studio_addressee_part(&self.campaign.slug, &self.addressee.key, part)
    }

    fn follow_up(&self, faults: &Faults) -> Markup {
        let lang = self.present.lang;
        let set = self.due.map(|due| due.to_string()).unwrap_or_default();
        let typed = if let Some(Trouble::Due(typed)) = self.trouble { typed } else { &set };
        let wrong = faults.iter().any(|(field, _)| *field == "due").then_some("true");
        html! {
            h3 { (t!(lang, "record-follow-up")) }
            @if let Some(due) = self.due {
                p {
                    (t!(lang, "record-follow-up-on", day = i18n::date(lang, &due)))
                    @if due.to_string().as_str() < self.today { " " strong { (t!(lang, "record-follow-up-past")) } }
                }
                form.inline method="post" action=(self.part("follow-up/end")) {
                    button.plain type="submit" { (t!(lang, "record-follow-up-end")) }
                }
            }
            form.narrow method="post" action=(self.part("follow-up")) {
                div.field {
                    label for="due" { (t!(lang, "record-due-field")) }
                    p.small #due-hint { (t!(lang, "record-due-hint")) }
                    input #due name="due" type="date" autocomplete="off" required min=(self.today) value=(typed)
                        aria-describedby="due-hint" aria-invalid=[wrong];
                }
                button.plain type="submit" { (t!(lang, "record-due-button")) }
            }
        }
    }

    fn replies(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        html! {
            h3 #replies { (t!(lang, "record-replies")) }
            @if self.replies.is_empty() {
                p.notice { (t!(lang, "record-no-replies")) }
            } @else {
                ul.lines {
                    @for reply in self.replies.iter().rev() {
                        li {
                            a href=(paths::studio_reply(slug, reply.number)) {
                                (i18n::date(lang, &reply.written.day)) ": " bdi { (reply.written.source) }
                            }
                            " " span.small {
                                @if reply.shown_at.is_some() { (t!(lang, "reply-shown")) } @else { (t!(lang, "reply-not-shown")) }
                            }
                        }
                    }
                }
            }
            p { a.button href=(self.part("replies")) { (t!(lang, "reply-enter")) } }
        }
    }

    fn deliveries(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let may_look = self.present.may_on(self.campaign, Act::ApproveDeliveries);
        html! {
            h3 #deliveries { (t!(lang, "deliveries-title")) }
            @if self.deliveries.is_empty() {
                p.notice { (t!(lang, "deliveries-none")) }
            } @else {
                ul.lines {
                    @for one in self.deliveries.iter().rev() {
                        @let title = t!(lang, "delivery-number", number = one.number);
                        li {
                            @if may_look { a href=(paths::studio_delivery(slug, one.number)) { (title) } } @else { (title) }
                            " " span.small { (stage_words(lang, one.stage)) }
                        }
                    }
                }
            }
        }
    }
}
