use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{scans_beside, title, words};
use crate::actions::people::scans::Scanned;
use crate::app::App;
use crate::domain::holding::{Fact, Fate, Holding, Kind, What};
use crate::domain::inquiry::Inquiry;
use crate::domain::signature::State;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::colon;
use crate::web::studio::views::layout::Frame;

/// What erasing does, before it does it.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub inquiry: &'a Inquiry,
    pub held: &'a [Holding],
    pub scanned: &'a Scanned,
    /// Nothing was ticked, or not that it cannot be undone.
    pub is_refused: bool,
}

fn is_counted(holding: &Holding) -> bool {
    let confirmed = Fact::Word(State::Confirmed.as_str().to_owned());
    holding.kind == Kind::Signature && holding.fact(What::State) == Some(&confirmed)
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let heading = t!(lang, "erasure-title");
        let going: Vec<&Holding> = self.going().collect();
        let body = html! {
            p.small { a href=(paths::studio_inquiry(self.inquiry.id)) { (t!(lang, "inquiry-number", number = self.inquiry.number)) } }
            h1 { (heading) }
            @if self.is_refused {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { li { a href="#sure" { (t!(lang, "erasure-refused")) } } }
                }
            }
            @if going.is_empty() {
                p.notice { (t!(lang, "erasure-nothing")) }
            } @else {
                (self.form(&going))
            }
            (self.staying())
        };
        let path = paths::studio_inquiry_part(self.inquiry.id, "erasure");
        let frame = Frame::of(self.app, self.present, &heading, &path);
        Frame { is_refused: self.is_refused, ..frame }.page(&body)
    }

    /// What goes, and is not only taken along.
    fn going(&self) -> impl Iterator<Item = &Holding> {
        self.held.iter().filter(|holding| holding.fate == Fate::Goes && holding.follows.is_none())
    }

    fn form(&self, going: &[&Holding]) -> Markup {
        let lang = self.present.lang;
        let counted = going.iter().filter(|holding| is_counted(holding)).count();
        let along =
            self.held.iter().filter(|holding| holding.fate == Fate::Goes && holding.follows.is_some());
        html! {
            h2 { (t!(lang, "erasure-goes")) }
            p { (t!(lang, "erasure-how-many", rows = going.len(), counted = counted, along = along.count())) }
            form method="post" action=(paths::studio_inquiry_part(self.inquiry.id, "erasure")) {
                ul.plain {
                    @for holding in going {
                        @let id = format!("held-{}", holding.id);
                        li.tick {
                            input id=(id) name=(id) type="checkbox" value="yes" checked[holding.is_theirs];
                            " "
                            label for=(id) {
                                (title(self.app, lang, holding))
                                @if let Some(name) = holding.name() { " – " bdi { (name) } }
                                @if let Some(Fact::At(at)) = holding.fact(What::SignedAt) { " – " (super::day(lang, *at)) }
                            }
                        }
                    }
                }
                @for holding in going { (scans_beside(self.app, lang, holding, self.scanned)) }
                p.tick {
                    input #sure name="sure" type="checkbox" value="yes" required;
                    " "
                    label for="sure" { (t!(lang, "erasure-sure")) }
                }
                button.grave type="submit" { (t!(lang, "erasure-button")) }
            }
        }
    }

    /// What stays, kind by kind, and why.
    fn staying(&self) -> Markup {
        let lang = self.present.lang;
        let mut kinds: BTreeMap<Kind, (usize, Fate)> = BTreeMap::new();
        for holding in self.held.iter().filter(|holding| holding.fate != Fate::Goes) {
            kinds.entry(holding.kind).or_insert((0, holding.fate)).0 += 1;
        }
        html! {
            h2 { (t!(lang, "erasure-stays")) }
            ul {
                @for (kind, (rows, fate)) in kinds {
                    li { (words::kind(lang, kind)) (colon(lang)) (rows) ". " (words::fate(lang, fate)) }
                }
                li { (t!(lang, "erasure-stays-count")) }
            }
        }
    }
}
