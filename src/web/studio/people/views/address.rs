use maud::{Markup, html};

use super::title;
use crate::actions::people::readdress::Fault;
use crate::app::App;
use crate::domain::holding::{Fact, Holding, Kind, What};
use crate::domain::inquiry::{Asker, Inquiry};
use crate::domain::lang::Lang;
use crate::domain::new_address::NewAddress;
use crate::domain::signature::State;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// Where the address of signatures is corrected.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub inquiry: &'a Inquiry,
    pub asker: &'a Asker,
    pub held: &'a [Holding],
    pub typed: &'a str,
    pub fault: Option<Fault>,
}

fn fault_words(lang: Lang, fault: Fault) -> (&'static str, String) {
    match fault {
        Fault::Email => ("email", t!(lang, "address-refused")),
        Fault::Same => ("email", t!(lang, "address-same")),
        Fault::Nothing => ("signatures", t!(lang, "address-nothing")),
    }
}

/// How far the new address is, for the page of the case.
pub fn standing(lang: Lang, new: &NewAddress) -> Markup {
    let count = |n: usize| i18n::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        p.notice {
            bdi { (new.email) } ": "
            @match new.done {
                None => (t!(lang, "address-waits", date = i18n::day(lang, new.expires_at))),
                Some(done) => {
                    (t!(lang, "address-moved", n = i64::try_from(done.moved).unwrap_or(i64::MAX), shown = count(done.moved)))
                    @if done.taken > 0 { " " (t!(lang, "address-taken", shown = count(done.taken))) }
                },
            }
        }
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let heading = t!(lang, "address-title");
        let fault = self.fault.map(|fault| fault_words(lang, fault));
        let body = html! {
            p.small { a href=(paths::studio_inquiry(self.inquiry.id)) { (t!(lang, "inquiry-number", number = self.inquiry.number)) } }
            h1 { (heading) }
            @if let Some((field, words)) = &fault {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { li { a href={ "#" (field) } { (words) } } }
                }
            }
            @if let Some(new) = &self.asker.new_address { (standing(lang, new)) }
            p { (t!(lang, "address-about")) }
            (self.form())
        };
        let path = paths::studio_inquiry_part(self.inquiry.id, "address");
        let frame = Frame::of(self.app, self.present, &heading, &path);
        Frame { is_refused: fault.is_some(), ..frame }.page(&body)
    }

    /// The signatures that may stand under it: those that were confirmed.
    fn signed(&self) -> impl Iterator<Item = &Holding> {
        let confirmed = Fact::Word(State::Confirmed.as_str().to_owned());
        let signed = self.held.iter().filter(|holding| holding.kind == Kind::Signature);
        signed.filter(move |holding| holding.fact(What::State) == Some(&confirmed))
    }

    fn form(&self) -> Markup {
        let lang = self.present.lang;
        let invalid = self.fault.filter(|fault| *fault != Fault::Nothing).map(|_| "true");
        html! {
            form.narrow method="post" action=(paths::studio_inquiry_part(self.inquiry.id, "address")) novalidate {
                div.field {
                    label for="email" { (t!(lang, "address-new")) }
                    @if let (Some(_), Some(fault)) = (invalid, self.fault) { p.error #email-error { (fault_words(lang, fault).1) } }
                    input #email name="email" type="email" autocomplete="off" dir="auto" required value=(self.typed)
                        aria-invalid=[invalid] aria-describedby=[invalid.map(|_| "email-error")];
                }
                fieldset.row #signatures tabindex="-1" {
                    legend { (t!(lang, "address-which")) }
                    @if self.fault == Some(Fault::Nothing) { p.error { (t!(lang, "address-nothing")) } }
                    @for holding in self.signed() {
                        @let id = format!("held-{}", holding.id);
                        div.tick {
                            input id=(id) name=(id) type="checkbox" value="yes" checked[holding.is_theirs];
                            label for=(id) { (title(self.app, lang, holding)) @if let Some(name) = holding.name() { " – " bdi { (name) } } }
                        }
                    }
                }
                button type="submit" { (t!(lang, "address-button")) }
            }
        }
    }
}
