use maud::{Markup, html};

use crate::app::App;
use crate::documents::postcard::Back;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::postcard::design::Design;
use crate::domain::postcard::{Because, Doubt, Postcard, State};
use crate::i18n::{self, t};
use crate::mail::because_words;
use crate::paths;
use crate::web::assets;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// A card as moderators see it.
pub struct Row {
    pub one: Postcard,
    pub official: String,
    /// What is told to who does not see the picture.
    pub message: String,
    pub design: Option<Design>,
    pub back: Back,
}

/// What of a state is shown, and how.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// Only those that a rule marked.
    pub doubtful: bool,
    /// All that no rule marked are ticked.
    pub ticked: bool,
}

/// The queue, a tab for each state.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub state: State,
    /// As `State::SEEN`.
    pub counts: [i64; 4],
    pub chosen: Chosen,
    /// How many a rule marked.
    pub doubtful_count: i64,
    pub has_more: bool,
    /// What was done just now, and what takes it back.
    pub done: Option<usize>,
    pub undo: Option<i64>,
    pub nothing_ticked: bool,
}

impl Page<'_> {
    pub fn markup(&self, mut rows: Vec<Row>) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "cards-queue");
        let last = rows.last().map(|row| row.one.id).filter(|_| self.has_more);
        let body = html! {
            (head(self.present, self.campaign, Tab::Cards))
            @if self.nothing_ticked {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    p { (t!(lang, "cards-nothing-ticked")) }
                }
            }
            (self.done())
            p { (t!(lang, "cards-queue-about")) }
            (self.states())
            (self.ways())
            @if rows.is_empty() {
                p.notice { (t!(lang, "cards-queue-none")) }
            } @else {
                form.card-queue method="post" action=(paths::studio_cards_part(slug, "decision")) {
                    input type="hidden" name="state" value=(self.state.as_str());
                    p.small { (t!(lang, "cards-keys")) }
                    ul.card-rows { @for (at, row) in rows.iter_mut().enumerate() { (self.row(at, row)) } }
                    (deciding(lang, self.state))
                }
                script defer src=(assets::url("cards.js")) {}
            }
            @if let Some(last) = last { p { a href={ (self.here()) "&after=" (last) } { (t!(lang, "vetting-more")) } } }
        };
        let path = paths::studio_cards(slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.nothing_ticked, ..frame }.page(&body)
    }

    /// This list, from its beginning.
    fn here(&self) -> String {
        let list = paths::studio_cards_in(&self.campaign.slug, self.state.as_str());
        if self.chosen.doubtful { format!("{list}&doubtful=yes") } else { list }
    }

    fn done(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if let Some(done) = self.done {
                @let count = i64::try_from(done).unwrap_or(i64::MAX);
                div.notice role="status" {
                    p { (t!(lang, "cards-done", count = count, shown = i18n::number(lang, count))) }
                    @if let Some(at) = self.undo.filter(|_| done > 0) {
                        form method="post" action=(paths::studio_cards_part(&self.campaign.slug, "undo")) {
                            input type="hidden" name="at" value=(at);
                            button.plain type="submit" { (t!(lang, "vetting-undo")) }
                        }
                    }
                }
            }
        }
    }

    fn states(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            nav.tabs aria-label=(t!(lang, "cards-queue")) {
                ul {
                    @for (state, count) in State::SEEN.into_iter().zip(self.counts) {
                        li {
                            a href=(paths::studio_cards_in(slug, state.as_str())) aria-current=[(state == self.state).then_some("true")] {
                                (state_words(lang, state)) " (" (i18n::number(lang, count)) ")"
                            }
                        }
                    }
                }
            }
        }
    }

    /// To those that a rule marked, and to a page on which the others are ticked.
    fn ways(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let all = paths::studio_cards_in(slug, self.state.as_str());
        let count = i18n::number(lang, self.doubtful_count);
        html! {
            p.row {
                @if self.chosen.doubtful {
                    a href=(all) { (t!(lang, "cards-show-all")) }
                } @else if self.doubtful_count > 0 {
                    a href={ (all) "&doubtful=yes" } { (t!(lang, "cards-show-doubtful", count = count)) }
                }
                " "
                @if !self.chosen.ticked { a href={ (self.here()) "&ticked=yes" } { (t!(lang, "cards-tick-all")) } }
            }
        }
    }

    fn row(&self, at: usize, row: &mut Row) -> Markup {
        let lang = self.present.lang;
        let name = format!("card-{}", row.one.id);
        let is_doubtful = !row.one.doubts.is_empty() || row.one.hold_reason.is_some();
        let svg = row.back.svg(&format!("b{at}-"), &row.message);
        html! {
            li.card-row.late[is_doubtful] {
                div.card-tick {
                    input.box id=(name) name=(name) type="checkbox" value="yes" checked[self.chosen.ticked && !is_doubtful];
                    label for=(name) { (t!(lang, "cards-to", official = i18n::isolate(&row.official))) }
                    span.small { (clock(self.present, row.one.confirmed_at.unwrap_or(row.one.created_at))) " · " (row.one.lang.own_name()) }
                }
                (signs(lang, &row.one))
                div.card-sides {
                    @if let Some(copy) = row.design.as_ref().and_then(|design| design.picture.smallest()) {
                        div.card-front {
                            img src=(paths::picture(&copy.hash)) width=(copy.width) height=(copy.height)
                                alt=(row.design.as_ref().map_or("", |design| design.picture.alternative.get(lang))) loading="lazy";
                        }
                    }
                    div.card-side { (svg) }
                }
            }
        }
    }
}

/// What speaks against a card.
fn signs(lang: Lang, one: &Postcard) -> Markup {
    html! {
        @if !one.doubts.is_empty() || one.hold_reason.is_some() || one.because.is_some() {
            ul.plain {
                @for doubt in &one.doubts { li.late { (doubt_words(lang, *doubt)) } }
                @match one.hold_reason.as_deref() {
                    None => {},
                    Some("honeypot") => li.late { (t!(lang, "vetting-honeypot")) },
                    Some("disposable_domain") => li.late { (t!(lang, "vetting-disposable")) },
                    Some(_) => li.late { (t!(lang, "cards-held")) },
                }
                @if let Some(because) = one.because { li { (because_words(lang, because)) } }
            }
        }
    }
}

fn doubt_words(lang: Lang, doubt: Doubt) -> String {
    match doubt {
        Doubt::Link => t!(lang, "doubt-link"),
        Doubt::Email => t!(lang, "doubt-email"),
        Doubt::Phone => t!(lang, "doubt-phone"),
        Doubt::Threat => t!(lang, "doubt-threat"),
        Doubt::PostalCode => t!(lang, "doubt-postal-code"),
        Doubt::Street => t!(lang, "doubt-street"),
    }
}

fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Approved => t!(lang, "cards-approved"),
        State::Rejected => t!(lang, "cards-rejected"),
        State::ChangeAsked => t!(lang, "cards-change-asked"),
        _ => t!(lang, "cards-waiting"),
    }
}

/// What can be decided about those in a state.
fn deciding(lang: Lang, state: State) -> Markup {
    html! {
        div.deciding {
            @if state != State::Approved {
                button type="submit" name="decision" value="approve" { (t!(lang, "cards-approve")) }
            }
            @if state != State::Verified {
                button.plain type="submit" name="decision" value="undo" { (t!(lang, "vetting-back")) }
            }
            div.field {
                label for="because" { (t!(lang, "vetting-reason")) }
                select #because name="because" {
                    @for because in Because::ALL {
                        option value=(because.as_str()) { (because_words(lang, because)) }
                    }
                }
            }
            @if state != State::ChangeAsked {
                button.plain type="submit" name="decision" value="change" { (t!(lang, "cards-ask-change")) }
            }
            @if state != State::Rejected {
                button.grave type="submit" name="decision" value="reject" { (t!(lang, "cards-reject")) }
            }
        }
        p.small { (t!(lang, "cards-told")) }
    }
}
