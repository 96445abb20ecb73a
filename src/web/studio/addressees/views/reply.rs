use maud::{Markup, html};

use super::theirs::{bare, own_name, shown_day, theirs};
use crate::actions::pictures::develop::Unusable;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::{Addressee, Text};
use crate::domain::reply::{Fault, Form, MAX_SOURCE, MAX_WORDS, Reply, Stance};
use crate::domain::role::Act;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::ledger::photo_words;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};
use crate::web::ui::stance_words;

/// Why nothing was done.
pub enum Trouble<'a> {
    Faults(&'a [Fault]),
    /// Somebody else has saved meanwhile.
    Overtaken,
    /// Another version of the text is published meanwhile, whose demands may be others.
    TextMoved,
    /// It is no longer the reply that was looked at.
    ChangedMeanwhile,
    /// The file is none, or cannot be used.
    Document(Option<Unusable>),
}

/// Where a reply is typed, and what is done with it.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub addressee: &'a Addressee,
    /// Whose demands it is read against.
    pub text: &'a Text,
    /// None while it is being entered.
    pub reply: Option<&'a Reply>,
    pub form: &'a Form,
    pub today: &'a str,
    pub trouble: Option<Trouble<'a>>,
}

fn most(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let record = paths::studio_addressee(slug, &self.addressee.key);
        let (path, title) = if let Some(reply) = self.reply {
            let title = t!(lang, "reply-of", day = i18n::date(lang, &reply.written.day));
            (paths::studio_reply(slug, reply.number), title)
        } else {
            let path = paths::studio_addressee_part(slug, &self.addressee.key, "replies");
            (path, t!(lang, "reply-enter"))
        };
        let troubles = self.troubles();
        let body = html! {
            (head(self.present, self.campaign, Tab::Addressees))
            p.small { a href=(record) { bdi { (self.addressee.name) } } }
            h2 { (title) }
            (summary(lang, &troubles))
            @if let Some(reply) = self.reply { (self.standing(reply)) } @else { p { (t!(lang, "reply-about")) } }
            (self.typing(&path))
            @if let Some(reply) = self.reply {
                (self.document(reply))
                (self.telling(reply))
                (self.deleting(reply))
            }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn troubles(&self) -> Vec<(String, String)> {
        let lang = self.present.lang;
        let at = |field: &str, words: String| vec![(field.to_owned(), words)];
        match &self.trouble {
            None => Vec::new(),
            Some(Trouble::Faults(faults)) => faults.iter().map(|fault| self.fault(fault)).collect(),
            Some(Trouble::Overtaken) => at("day", t!(lang, "reply-overtaken")),
            Some(Trouble::TextMoved) => at("day", t!(lang, "reply-text-moved")),
            Some(Trouble::ChangedMeanwhile) => at("day", t!(lang, "reply-changed-meanwhile")),
            Some(Trouble::Document(None)) => at("document", t!(lang, "reply-document-missing")),
            Some(Trouble::Document(Some(Unusable::Missing | Unusable::NotAPicture))) => {
                at("document", t!(lang, "reply-document-refused"))
            }
            Some(Trouble::Document(Some(unusable))) => at("document", photo_words(lang, *unusable)),
        }
    }

    /// The field and the words of what was not taken.
    fn fault(&self, fault: &Fault) -> (String, String) {
        let lang = self.present.lang;
        let (field, words) = match fault {
            Fault::Day => ("day".to_owned(), t!(lang, "reply-day-refused")),
            Fault::Ahead => ("day".to_owned(), t!(lang, "reply-day-ahead")),
            Fault::Words(tag) => {
                let number = i18n::number(lang, most(MAX_WORDS));
                (
                    format!("words_{tag}"),
                    t!(lang, "reply-words-refused", language = tag.own_name(), number = number),
                )
            }
            Fault::Unwritten => (format!("words_{}", self.form.original), t!(lang, "reply-unwritten")),
            Fault::Original => ("original".to_owned(), t!(lang, "reply-original-refused")),
            Fault::NoSource => ("source".to_owned(), t!(lang, "reply-source-missing")),
            Fault::Source => {
                let number = i18n::number(lang, most(MAX_SOURCE));
                ("source".to_owned(), t!(lang, "reply-source-refused", number = number))
            }
            Fault::Link => ("link".to_owned(), t!(lang, "reply-link-refused")),
            Fault::Stance(number) => {
                (format!("stance_{number}_agrees"), t!(lang, "reply-stance-missing", number = most(*number)))
            }
        };
        (field, words)
    }

    fn wrong(&self, name: &str) -> Option<&'static str> {
        self.troubles().iter().any(|(field, _)| field == name).then_some("true")
    }

    fn part(&self, reply: &Reply, part: &str) -> String {
        paths::studio_reply_part(&self.campaign.slug, reply.number, part)
    }

    /// Whether everybody can read it, and the button that changes that.
    fn standing(&self, reply: &Reply) -> Markup {
        let lang = self.present.lang;
        html! {
            @match reply.shown_at {
                Some(at) => {
                    p.lead role="status" { (t!(lang, "reply-shown-since")) " " (clock(self.present, at)) }
                    @if self.campaign.is_public() {
                        p { a href=(paths::reply(lang, &self.campaign.slug, reply.number)) { (t!(lang, "reply-see")) } }
                    }
                    p.small { (t!(lang, "reply-shown-about")) }
                    form method="post" action=(self.part(reply, "hide")) { button.grave type="submit" { (t!(lang, "reply-hide")) } }
                },
                None => {
                    p.lead role="status" { (t!(lang, "reply-not-shown-yet")) }
                    form method="post" action=(self.part(reply, "show")) {
                        input type="hidden" name="revision" value=(reply.revision);
                        button type="submit" { (t!(lang, "reply-show")) }
                    }
                },
            }
        }
    }

    /// What a colleague has saved meanwhile.
    fn saved(&self) -> Option<Form> {
        let (Some(Trouble::Overtaken), Some(reply)) = (&self.trouble, self.reply) else { return None };
        let tags: Vec<Tag> = self.form.words.iter().map(|(tag, _)| tag.clone()).collect();
        Some(reply.written.form(&tags, self.text.demands.len()))
    }

    fn typing(&self, path: &str) -> Markup {
        let (lang, form) = (self.present.lang, self.form);
        let saved = self.saved();
        let saved = saved.as_ref();
        html! {
            form.writing method="post" action=(path) {
                @match self.reply {
                    Some(reply) => input type="hidden" name="revision" value=(reply.revision);,
                    None => input type="hidden" name="text_version" value=(self.campaign.text_version);,
                }
                div.field {
                    label for="day" { (t!(lang, "reply-day")) }
                    input #day name="day" type="date" autocomplete="off" required max=(self.today) value=(form.day)
                        aria-invalid=[self.wrong("day")];
                    (theirs(lang, &form.day, saved.map(|saved| &*saved.day), |day| html! { (shown_day(lang, day)) }))
                }
                div.field {
                    label for="source" { (t!(lang, "reply-source")) }
                    p.small #source-hint { (t!(lang, "reply-source-hint")) }
                    input #source name="source" type="text" autocomplete="off" required maxlength=(MAX_SOURCE) dir="auto" value=(form.source)
                        aria-describedby="source-hint" aria-invalid=[self.wrong("source")];
                    (theirs(lang, &form.source, saved.map(|saved| &*saved.source), bare))
                }
                div.field {
                    label for="link" { (t!(lang, "reply-link")) }
                    input #link name="link" type="text" inputmode="url" autocomplete="off" value=(form.link) aria-invalid=[self.wrong("link")];
                    (theirs(lang, &form.link, saved.map(|saved| &*saved.link), bare))
                }
                div.field {
                    label for="original" { (t!(lang, "reply-original")) }
                    select #original name="original" aria-invalid=[self.wrong("original")] {
                        @for (tag, _) in &form.words {
                            option value=(tag) lang=(tag) selected[form.original == tag.as_str()] { (tag.own_name()) }
                        }
                    }
                    (theirs(lang, &form.original, saved.map(|saved| &*saved.original), |tag| html! { (own_name(tag)) }))
                }
                @for (tag, words) in &form.words { (self.words(tag, words, saved)) }
                @for number in 1..=self.text.demands.len() { (self.stance(number, saved)) }
                button type="submit" { (t!(lang, "reply-save")) }
            }
        }
    }

    fn words(&self, tag: &Tag, words: &str, saved: Option<&Form>) -> Markup {
        let (lang, name) = (self.present.lang, format!("words_{tag}"));
        let saved = saved.and_then(|saved| saved.words.iter().find(|(of, _)| of == tag));
        html! {
            div.field {
                label for=(name) { (t!(lang, "reply-words", language = tag.own_name())) }
                p.small id={ (name) "-hint" } { (t!(lang, "reply-words-hint")) }
                textarea id=(name) name=(name) rows="8" lang=(tag) dir="auto" aria-describedby={ (name) "-hint" }
                    aria-invalid=[self.wrong(&name)] { (words) }
                (theirs(lang, words, saved.map(|(_, words)| &**words), |words| html! { pre.wrapped lang=(tag) dir="auto" { (words) } }))
            }
        }
    }

    fn stance(&self, number: usize, saved: Option<&Form>) -> Markup {
        let lang = self.present.lang;
        let typed = self.form.stances.get(number - 1).map_or("", String::as_str);
        let demand = self.text.demands.get(number - 1).map_or("", |demand| demand.text.get(lang));
        html! {
            fieldset {
                legend { (t!(lang, "reply-stance", number = most(number))) " " bdi { (demand) } }
                @for stance in Stance::ALL {
                    label.choice {
                        input id={ "stance_" (number) "_" (stance.as_str()) } type="radio" name={ "stance_" (number) }
                            value=(stance.as_str()) checked[typed == stance.as_str()];
                        " " (stance_words(lang, stance))
                    }
                }
                (theirs(lang, typed, saved.and_then(|saved| saved.stances.get(number - 1)).map(String::as_str), |stance| {
                    html! { (Stance::parse(stance).map_or_else(String::new, |stance| stance_words(lang, stance))) }
                }))
            }
        }
    }

    fn document(&self, reply: &Reply) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "reply-document")) }
            @if let Some(document) = &reply.document {
                p { a href=(self.part(reply, "document")) { (t!(lang, "reply-document-see", size = i18n::size(lang, document.size.unsigned_abs()))) } }
                form method="post" action=(self.part(reply, "document/delete")) {
                    button.grave type="submit" { (t!(lang, "reply-document-delete")) }
                }
            }
            form.narrow method="post" action=(self.part(reply, "document")) enctype="multipart/form-data" {
                div.field {
                    label for="document" { (t!(lang, "reply-document-field")) }
                    p.small #document-hint { (t!(lang, "reply-document-hint")) }
                    input #document name="document" type="file" accept="application/pdf,image/*" required aria-describedby="document-hint"
                        aria-invalid=[self.wrong("document")];
                }
                button.plain type="submit" { (t!(lang, "reply-document-attach")) }
            }
        }
    }

    /// Supporters are told of it by an update, which others finish and send.
    fn telling(&self, reply: &Reply) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "tell-title")) }
            @match reply.told {
                Some(number) if self.present.may_on(self.campaign, Act::SendUpdates) => {
                    p { a href=(paths::studio_update(&self.campaign.slug, number)) { (t!(lang, "tell-drafted", number = number)) } }
                },
                Some(number) => p { (t!(lang, "tell-drafted", number = number)) },
                None if reply.shown_at.is_none() => p { (t!(lang, "tell-reply-first")) },
                None => {
                    p { (t!(lang, "tell-reply-about")) }
                    form method="post" action=(self.part(reply, "tell")) { button.plain type="submit" { (t!(lang, "tell-draft")) } }
                },
            }
        }
    }

    fn deleting(&self, reply: &Reply) -> Markup {
        let lang = self.present.lang;
        html! {
            @if reply.shown_at.is_none() {
                h3 { (t!(lang, "reply-delete-title")) }
                form method="post" action=(self.part(reply, "delete")) {
                    p.small { (t!(lang, "reply-delete-about")) }
                    button.grave type="submit" { (t!(lang, "reply-delete")) }
                }
            }
        }
    }
}
