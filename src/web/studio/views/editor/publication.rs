use maud::{Markup, html};

use super::{local, overview};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::draft::{Languages, Reading};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::Words;
use crate::domain::zone::Zone;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::editor::when::{self, Typed};
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

mod acts;
mod time;

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither now nor later was chosen.
    When,
    Publish(when::Fault),
    Incomplete,
    Note,
    Closing,
    Close(when::Fault),
    Slug,
    Taken,
    Removal,
    Unfit,
}

impl Fault {
    /// The field that it is about.
    const fn field(&self) -> &'static str {
        match self {
            Self::When => "when-now",
            Self::Publish(when::Fault::Twice { .. }) => "publish-first",
            Self::Publish(_) => "publish-date",
            Self::Incomplete => "blocks",
            Self::Note => "note",
            Self::Closing => "closing-now",
            Self::Close(when::Fault::Twice { .. }) => "close-first",
            Self::Close(_) => "close-date",
            Self::Slug | Self::Taken => "slug",
            Self::Removal => "confirm",
            Self::Unfit => "main",
        }
    }

    fn words(&self, lang: Lang) -> String {
        match self {
            Self::When => t!(lang, "publish-when-missing"),
            Self::Publish(fault) | Self::Close(fault) => time::words(lang, fault),
            Self::Incomplete => t!(lang, "publish-incomplete"),
            Self::Note => t!(lang, "publish-note-missing"),
            Self::Closing => t!(lang, "close-missing"),
            Self::Slug => t!(lang, "make-slug-wrong"),
            Self::Taken => t!(lang, "make-slug-taken"),
            Self::Removal => t!(lang, "remove-mismatch"),
            Self::Unfit => t!(lang, "publish-unfit"),
        }
    }
}

/// What was typed and not taken.
#[derive(Default)]
pub struct Shown<'a> {
    pub note: Words,
    pub publish: Typed,
    pub close: Typed,
    pub slug: Option<&'a str>,
    pub faults: Vec<Fault>,
}

impl Shown<'_> {
    /// What was typed, with what is wrong with it.
    #[must_use]
    pub fn with(self, fault: Fault) -> Self {
        Self { faults: vec![fault], ..self }
    }
}

/// How a campaign stands, what can be done about that now, and what it means.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub status: Status,
    pub zone: Zone,
    pub languages: &'a Languages,
    pub reading: &'a Reading,
    /// Whether what is written differs from what is published.
    pub is_changed: bool,
    /// Whether publishing makes another version of the text.
    pub is_new_version: bool,
    /// The address proposed for the next.
    pub proposed: &'a str,
    pub shown: Shown<'a>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let faults = &self.shown.faults;
        let body = html! {
            (head(self.present, self.campaign, Tab::Publication))
            @if !faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
            (self.standing())
            @if self.status != Status::Removed {
                (self.publish())
                (self.pause())
                @if self.campaign.archived_at.is_none() { (self.closing()) }
                (self.archive())
            }
            (self.copy())
            @if !matches!(self.status, Status::Removed | Status::Draft) { (self.remove()) }
        };
        let title = format!("{} – {}", t!(lang, "tab-publication"), self.campaign.content.title.get(lang));
        let path = paths::studio_publication(&self.campaign.slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !faults.is_empty(), ..frame }.page(&body)
    }

    /// A moment as the organisation's clocks show it.
    fn at(&self, moment: Moment) -> String {
        let lang = self.present.lang;
        let (day, time) = local(lang, &self.zone, moment);
        t!(lang, "publish-moment", day = day, time = time)
    }

    fn standing(&self) -> Markup {
        let (lang, campaign) = (self.present.lang, self.campaign);
        let words = match self.status {
            Status::Draft => t!(lang, "standing-draft"),
            Status::Upcoming => t!(lang, "standing-upcoming"),
            Status::Open => t!(lang, "standing-open"),
            Status::Paused => t!(lang, "standing-paused"),
            Status::Closed => t!(lang, "standing-closed"),
            Status::Removed => t!(lang, "standing-removed"),
        };
        html! {
            div.notice {
                p { strong { (crate::web::studio::views::home::status_words(lang, self.status)) } " – " (words) }
                @if let Some(at) = campaign.closes_at { p { (t!(lang, "standing-closes", at = self.at(at))) } }
                @if let Some(at) = campaign.archived_at { p { (t!(lang, "standing-archived", at = self.at(at))) } }
                @if let Some(at) = campaign.publish_at { p { (t!(lang, "standing-scheduled", at = self.at(at))) } }
                @if let Some(at) = campaign.publish_missed_at { p { strong { (t!(lang, "standing-missed", at = self.at(at))) } } }
                p.small { (t!(lang, "publish-zone", zone = self.zone_name())) }
            }
        }
    }

    fn zone_name(&self) -> &str {
        &self.present.member.organisation.time_zone
    }

    fn publish(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            section aria-labelledby="publish-title" {
                h2 #publish-title { (t!(lang, "publish-title")) }
                @if self.campaign.publish_at.is_some() {
                    form method="post" action=(paths::studio_publication_part(slug, "cancel")) {
                        p { (t!(lang, "publish-cancel-hint")) }
                        button.quiet type="submit" { (t!(lang, "publish-cancel")) }
                    }
                } @else if self.campaign.archived_at.is_some() {
                    p { (t!(lang, "publish-archived")) }
                } @else if !self.is_changed {
                    p { (t!(lang, "publish-unchanged")) }
                } @else {
                    @if self.campaign.is_public() { p { (t!(lang, "publish-changes")) } }
                    @else { p { (t!(lang, "publish-first-time")) } }
                    p { a href=(paths::studio_preview(slug, lang)) { (t!(lang, "edit-preview")) } }
                    div #blocks tabindex="-1" { (overview::blocking(lang, slug, self.languages, self.reading)) }
                    @if self.reading.is_sound() { (self.publish_form()) }
                }
            }
        }
    }

    fn publish_form(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            form method="post" action=(paths::studio_publication(slug)) novalidate {
                @if self.is_new_version { (self.note()) }
                fieldset.row {
                    legend { (t!(lang, "publish-when")) }
                    div.tick {
                        input #when-now type="radio" name="when" value="now" checked[self.shown.publish.date.is_empty()];
                        label for="when-now" { (t!(lang, "publish-now")) }
                    }
                    div.tick {
                        input #when-later type="radio" name="when" value="later" checked[!self.shown.publish.date.is_empty()];
                        label for="when-later" { (t!(lang, "publish-later")) }
                    }
                    (time::fields(lang, "publish", &self.shown.publish, self.time_fault(true)))
                    p.small { (t!(lang, "publish-later-hint", zone = self.zone_name())) }
                }
                button type="submit" { (t!(lang, "publish-button")) }
            }
        }
    }

    /// What the new version says of itself.
    fn note(&self) -> Markup {
        let (lang, main) = (self.present.lang, self.languages.main());
        let version = self.campaign.text_version + 1;
        html! {
            fieldset.row #note tabindex="-1" {
                legend { (t!(lang, "publish-note", version = version)) }
                p { (t!(lang, "publish-note-hint", version = version)) }
                @for tag in self.languages.all() {
                    @let id = format!("note.{tag}");
                    div.field {
                        label for=(id) {
                            (t!(lang, "publish-note-label")) " " span.tongue { "(" bdi lang=(tag) { (tag.own_name()) } ")" }
                            @if tag != main { " " span.optional { (t!(lang, "edit-optional")) } }
                        }
                        textarea id=(id) name=(id) rows="2" lang=(tag) dir=(tag.direction()) maxlength="500" {
                            (self.shown.note.written(tag.as_str()).unwrap_or_default())
                        }
                    }
                }
            }
        }
    }

    fn time_fault(&self, is_publish: bool) -> Option<&when::Fault> {
        self.shown.faults.iter().find_map(|fault| match fault {
            Fault::Publish(fault) if is_publish => Some(fault),
            Fault::Close(fault) if !is_publish => Some(fault),
            _ => None,
        })
    }
}
