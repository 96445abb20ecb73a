use maud::{Markup, html};

use super::state_words;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::message::{Answer, Message, Received, State};
use crate::domain::moment::Moment;
use crate::domain::refusal::{Field, Refusal};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::ui::refusal_words;

/// What was typed and refused.
#[derive(Default)]
pub struct Typed {
    pub subject: Option<String>,
    pub answer: String,
    pub note: Option<String>,
}

/// Why it was not done.
pub enum Trouble {
    Refused(Vec<Refusal>),
    /// Something was changed before the answer came.
    Answered,
    /// Something was changed before the note came.
    Noted,
}

/// A message, what was answered, and what can be done with it.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub one: &'a Received,
    pub message: &'a Message,
    /// What is noted, whatever was typed.
    pub note: &'a str,
    pub answers: &'a [(Moment, Answer)],
    pub typed: &'a Typed,
    pub trouble: Option<&'a Trouble>,
    /// What was done just now.
    pub done: &'a str,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.one);
        let title = t!(lang, "inbox-message");
        let body = html! {
            p.small { a href=(paths::studio_messages_in(one.state.as_str())) { (t!(lang, "inbox-title")) } }
            h1 { (title) }
            (self.summary())
            @if let Some(words) = self.done_words() { p.notice role="status" { (words) } }
            (self.facts())
            @for (at, answer) in self.answers { (self.answered(*at, answer)) }
            p.small { (t!(lang, "inbox-look-recorded")) }
            (self.answer_form())
            (self.note_form())
            (self.filing())
            (self.deletion())
        };
        let path = paths::studio_message(one.id);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn part(&self, part: &str) -> String {
        paths::studio_message_part(self.one.id, part)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @match self.trouble {
                None => {},
                Some(Trouble::Refused(refusals)) => div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul {
                        @for refusal in refusals {
                            li { a href={ "#" (refusal.field.name()) } { (refusal_words(lang, refusal)) } }
                        }
                    }
                },
                Some(Trouble::Answered) => div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "inbox-overtaken")) }
                    p { a href="#message" { (t!(lang, "inbox-overtaken-answer")) } }
                },
                Some(Trouble::Noted) => div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "inbox-overtaken")) }
                    p { a href="#note" { (t!(lang, "inbox-overtaken-note")) } }
                },
            }
        }
    }

    fn done_words(&self) -> Option<String> {
        let lang = self.present.lang;
        match self.done {
            "answer" => Some(t!(lang, "inbox-done-answer")),
            "note" => Some(t!(lang, "inbox-done-note")),
            "state" => Some(t!(lang, "inbox-done-state", state = state_words(lang, self.one.state))),
            _ => None,
        }
    }

    fn facts(&self) -> Markup {
        let (lang, one, message) = (self.present.lang, self.one, self.message);
        html! {
            section.held {
                dl.facts {
                    div { dt { (t!(lang, "studio-status")) } dd { (state_words(lang, one.state)) } }
                    div { dt { (t!(lang, "studio-campaign")) } dd { (self.campaign.content.title.get(lang)) } }
                    div { dt { (t!(lang, "field-name")) } dd { bdi { (message.name) } } }
                    div { dt { (t!(lang, "field-email")) } dd { bdi { (message.email) } } }
                    div { dt { (t!(lang, "inbox-came")) } dd { (clock(self.present, one.created_at)) } }
                }
                p.message lang=(one.lang) dir="auto" { (message.message) }
            }
        }
    }

    fn answered(&self, at: Moment, answer: &Answer) -> Markup {
        html! {
            section.held {
                h3 { (t!(self.present.lang, "inbox-answer")) ", " (clock(self.present, at)) }
                p { strong dir="auto" { (answer.subject) } }
                p.message dir="auto" { (answer.text) }
            }
        }
    }

    fn invalid(&self, field: Field) -> Option<&'static str> {
        let refusals = match self.trouble {
            Some(Trouble::Refused(refusals)) => refusals.as_slice(),
            _ => &[],
        };
        refusals.iter().any(|refusal| refusal.field == field).then_some("true")
    }

    fn answer_form(&self) -> Markup {
        let (lang, theirs) = (self.present.lang, self.one.lang);
        let content = &self.campaign.content;
        let subject = || t!(theirs, "inbox-subject", title = content.title.get(theirs));
        let subject = self.typed.subject.clone().unwrap_or_else(subject);
        html! {
            h2 { (t!(lang, "inbox-answer")) }
            p { (t!(lang, "inbox-answer-about", language = theirs.own_name(), address = content.contact.as_str())) }
            form method="post" action=(self.part("answer")) novalidate {
                (self.revision())
                div.field {
                    label for="subject" { (t!(lang, "inbox-subject-label")) }
                    input #subject name="subject" dir="auto" autocomplete="off" value=(subject) aria-invalid=[self.invalid(Field::Subject)];
                }
                div.field {
                    label for="message" { (t!(lang, "field-message")) }
                    textarea #message name="message" rows="8" dir="auto" aria-invalid=[self.invalid(Field::Message)] { (self.typed.answer) }
                }
                button type="submit" { (t!(lang, "inbox-send")) }
            }
        }
    }

    /// By which a form is told that was made before something changed.
    fn revision(&self) -> Markup {
        html! { input type="hidden" name="revision" value=(self.one.revision); }
    }

    fn note_form(&self) -> Markup {
        let lang = self.present.lang;
        let theirs =
            (matches!(self.trouble, Some(Trouble::Noted)) && !self.note.is_empty()).then_some(self.note);
        html! {
            h2 { (t!(lang, "inbox-note")) }
            @if let Some(theirs) = theirs {
                section.held {
                    h3 { (t!(lang, "inbox-note-theirs")) }
                    p.message dir="auto" { (theirs) }
                }
            }
            form method="post" action=(self.part("note")) {
                (self.revision())
                div.field {
                    label for="note" { (t!(lang, "inbox-note-label")) }
                    textarea #note name="note" rows="3" dir="auto" aria-invalid=[self.invalid(Field::Note)] { (self.typed.note.as_deref().unwrap_or(self.note)) }
                }
                button.plain type="submit" { (t!(lang, "save-button")) }
            }
        }
    }

    fn filing(&self) -> Markup {
        let lang = self.present.lang;
        let others =
            [State::Open, State::Done, State::Spam].into_iter().filter(|state| *state != self.one.state);
        html! {
            h2 { (t!(lang, "inbox-file")) }
            form.deciding method="post" action=(self.part("state")) {
                @for state in others {
                    button.plain type="submit" name="state" value=(state.as_str()) { (state_words(lang, state)) }
                }
            }
        }
    }

    fn deletion(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            details.deletion {
                summary { (t!(lang, "inbox-delete")) }
                p { (t!(lang, "inbox-delete-about")) }
                form method="post" action=(self.part("deletion")) {
                    button.grave type="submit" { (t!(lang, "inbox-delete")) }
                }
            }
        }
    }
}
