use maud::{Markup, html};
use uuid::Uuid;

use super::adding::Typed;
use crate::app::App;
use crate::domain::caution::Caution;
use crate::domain::judgement::MAX_NOTE;
use crate::domain::lang::Lang;
use crate::domain::listing::{Kind, LineFault, Listing, MOST};
use crate::domain::own_limits::{self, OwnLimits};
use crate::i18n::{self, t};
use crate::paths;
use crate::storage::listings::Settings;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// The names of the limits in a form.
pub const NUMBERS: [&str; 4] = ["network_burst", "network_sustained", "campaign_burst", "campaign_sustained"];

/// The limits as they were typed.
pub struct Numbers(pub [String; 4]);

impl Numbers {
    pub fn of(limits: &OwnLimits) -> Self {
        let stored = [
            limits.network_burst,
            limits.network_sustained,
            limits.campaign_burst,
            limits.campaign_sustained,
        ];
        Self(stored.map(|n| n.map_or_else(String::new, |n| n.to_string())))
    }
}

/// What was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The how-manieth limit.
    Number(usize),
    Kind,
    Line(usize, LineFault),
    Nothing,
    TooMany,
    Days,
    Note,
}

impl Fault {
    const fn field(self) -> &'static str {
        match self {
            Self::Number(at) => NUMBERS[at],
            Self::Kind => "kind",
            Self::Line(..) | Self::Nothing | Self::TooMany => "entries",
            Self::Days => "days",
            Self::Note => "note",
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::Number(_) => {
                t!(lang, "limits-fault-number", most = i18n::number(lang, own_limits::MOST.into()))
            }
            Self::Kind => t!(lang, "limits-fault-kind"),
            Self::Line(line, fault) => line_words(lang, i64::try_from(line).unwrap_or(i64::MAX), fault),
            Self::Nothing => t!(lang, "limits-fault-nothing"),
            Self::TooMany => t!(lang, "limits-fault-too-many", most = i18n::number(lang, most())),
            Self::Days => t!(lang, "limits-fault-days"),
            Self::Note => {
                t!(lang, "limits-fault-note", most = i18n::number(lang, i64::try_from(MAX_NOTE).unwrap_or(0)))
            }
        }
    }
}

fn most() -> i64 {
    i64::try_from(MOST).unwrap_or(i64::MAX)
}

fn line_words(lang: Lang, line: i64, fault: LineFault) -> String {
    match fault {
        LineFault::NoNetwork => t!(lang, "limits-line-network", line = line),
        LineFault::NoDomain => t!(lang, "limits-line-domain", line = line),
        LineFault::TooWide => t!(lang, "limits-line-wide", line = line),
        LineFault::Own => t!(lang, "limits-line-own", line = line),
        LineFault::TooMany => t!(lang, "limits-fault-too-many", most = i18n::number(lang, most())),
    }
}

pub fn kind_words(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::BlockedNetwork => t!(lang, "limits-blocked-network"),
        Kind::AllowedNetwork => t!(lang, "limits-allowed-network"),
        Kind::BlockedDomain => t!(lang, "limits-blocked-domain"),
        Kind::AllowedDomain => t!(lang, "limits-allowed-domain"),
    }
}

/// What an organisation has set for its forms.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub set: &'a Settings,
    pub listed: &'a [Listing],
    /// What is listed and does not open.
    pub closed: &'a [Uuid],
    /// The people of the organisation, as the records name them and as others do.
    pub people: &'a [(String, String)],
    pub numbers: &'a Numbers,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
    /// What is asked about once more.
    pub cautions: &'a [(String, Caution)],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "limits-title");
        let body = html! {
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
            @if !self.cautions.is_empty() { (self.asking()) }
            h1 { (title) }
            p { (t!(lang, "limits-about")) }
            (self.limits())
            h2 { (t!(lang, "limits-lists")) }
            (self.table())
            (self.adding())
        };
        let frame = Frame {
            is_refused: !(self.faults.is_empty() && self.cautions.is_empty()),
            ..Frame::of(self.app, self.present, &title, paths::STUDIO_LIMITS)
        };
        frame.page(&body)
    }

    fn name<'a>(&'a self, actor: &'a str) -> &'a str {
        self.people.iter().find(|(known, _)| known == actor).map_or(actor, |(_, email)| email)
    }

    pub(super) fn invalid(&self, field: &str) -> Option<&'static str> {
        self.faults.iter().any(|fault| fault.field() == field).then_some("true")
    }

    fn limits(&self) -> Markup {
        let (lang, given) = (self.present.lang, &self.app.tools.settings.limits);
        let usual =
            [given.network_burst, given.network_sustained, given.campaign_burst, given.campaign_sustained];
        let labels = [
            t!(lang, "limits-network-burst"),
            t!(lang, "limits-network-sustained"),
            t!(lang, "limits-campaign-burst"),
            t!(lang, "limits-campaign-sustained"),
        ];
        html! {
            form.narrow method="post" action=(paths::STUDIO_LIMITS) {
                @for (at, label) in labels.iter().enumerate() {
                    @let (name, usual) = (NUMBERS[at], i18n::number(lang, usual[at].into()));
                    div.field {
                        label for=(name) { (label) }
                        p.small id={ (name) "-hint" } { (t!(lang, "limits-usual", usual = usual)) }
                        input id=(name) name=(name) type="text" inputmode="numeric" autocomplete="off" value=(self.numbers.0[at])
                            aria-describedby={ (name) "-hint" } aria-invalid=[self.invalid(name)];
                    }
                }
                button type="submit" { (t!(lang, "limits-set")) }
            }
            @if !self.set.changed_by.is_empty() {
                p.small { (t!(lang, "limits-changed")) " " bdi { (self.name(&self.set.changed_by)) } ", " (clock(self.present, self.set.changed_at)) }
            }
        }
    }

    /// What is listed, kind by kind.
    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if self.listed.is_empty() && self.closed.is_empty() { p.notice { (t!(lang, "limits-empty")) } }
            @for kind in Kind::ALL {
                @let listed: Vec<&Listing> = self.listed.iter().filter(|listing| listing.kind == kind).collect();
                @if !listed.is_empty() {
                    h3 { (kind_words(lang, kind)) }
                    ul.listings { @for listing in listed { (self.row(listing)) } }
                }
            }
            @if !self.closed.is_empty() {
                h3 { (t!(lang, "limits-closed")) }
                p { (t!(lang, "limits-closed-about")) }
                ul.listings {
                    @for id in self.closed { li { div { p { code { (id) } } } (self.removal(*id, &id.to_string())) } }
                }
            }
        }
    }

    fn removal(&self, id: Uuid, named: &str) -> Markup {
        html! {
            form method="post" action=(paths::studio_remove_listing(id)) {
                button.link type="submit" { (t!(self.present.lang, "limits-remove")) span.visually-hidden { " " (named) } }
            }
        }
    }

    fn row(&self, listing: &Listing) -> Markup {
        let lang = self.present.lang;
        html! {
            li {
                div {
                    p { code { (listing.value) } }
                    p.small {
                        @match listing.expires_at {
                            Some(at) => { (t!(lang, "limits-until")) " " (clock(self.present, at)) },
                            None => (t!(lang, "limits-until-removed")),
                        }
                        " · " bdi { (self.name(&listing.added_by)) } ", " (clock(self.present, listing.added_at))
                    }
                    @if !listing.note.is_empty() { p.small dir="auto" { (listing.note) } }
                }
                (self.removal(listing.id, &listing.value))
            }
        }
    }
}
