pub mod draft;
pub mod list;
pub mod preview;
pub mod sending;

use maud::{Markup, html};

use crate::actions::bulletins::Outdated;
use crate::domain::bulletin::Bulletin;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;

/// What it is called among those who write it.
fn name(lang: Lang, bulletin: &Bulletin) -> String {
    match bulletin.draft.name(lang.code()) {
        "" => t!(lang, "bulletin-untitled", number = bulletin.number),
        title => title.to_owned(),
    }
}

/// Where one of the pages of an update leads: writing, looking, sending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Write,
    Look,
    Send,
}

/// The three steps of an update, and at which one is.
fn steps(lang: Lang, slug: &str, bulletin: &Bulletin, here: Step) -> Markup {
    let part = |part| paths::studio_update_part(slug, bulletin.number, part);
    let step = |step: Step, path: String, words: String| {
        html! { li { a href=(path) aria-current=[(step == here).then_some("step")] { (words) } } }
    };
    html! {
        p.small { a href=(paths::studio_updates(slug)) { (t!(lang, "bulletin-back")) } }
        h2 dir="auto" { (name(lang, bulletin)) }
        nav.tabs aria-label=(t!(lang, "bulletin-steps")) {
            ul {
                (step(Step::Write, paths::studio_update(slug, bulletin.number), t!(lang, "bulletin-write")))
                (step(Step::Look, part("preview"), t!(lang, "bulletin-look")))
                (step(Step::Send, part("sending"), t!(lang, "bulletin-send")))
            }
        }
    }
}

/// What an update was drafted from and what is no longer as it was, before everybody is told of it.
fn notices(present: &Present, campaign: &Campaign, outdated: &[Outdated]) -> Markup {
    let (lang, slug) = (present.lang, &*campaign.slug);
    // Not all who send updates may open a delivery.
    let may_look = present.may_on(campaign, Act::ApproveDeliveries);
    let reply = |number| Some((paths::studio_reply(slug, number), t!(lang, "bulletin-see-reply")));
    let delivery = |number| (paths::studio_delivery(slug, number), t!(lang, "bulletin-see-delivery"));
    let notice = |one: &Outdated| {
        let (words, link) = match *one {
            Outdated::Hidden(number) => (t!(lang, "bulletin-reply-hidden"), reply(number)),
            Outdated::Corrected(number) => (t!(lang, "bulletin-reply-corrected"), reply(number)),
            Outdated::TakenBack(number) => {
                (t!(lang, "bulletin-delivery-taken-back"), may_look.then(|| delivery(number)))
            }
        };
        html! { p.notice { (words) @if let Some((path, see)) = link { " " a href=(path) { (see) } } } }
    };
    html! { @for one in outdated { (notice(one)) } }
}
