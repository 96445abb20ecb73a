use std::sync::Arc;

use maud::{Markup, html};

use super::layout::Frame;
use super::tabs::name;
use crate::app::App;
use crate::domain::account::{Verdict, may};
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;

/// A campaign and how it stands.
pub struct Row {
    pub campaign: Arc<Campaign>,
    pub status: Status,
    pub counted: i64,
    pub pending: i64,
}

/// Which campaigns are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// What is not put away and not taken down.
    Current,
    Draft,
    Open,
    Paused,
    Closed,
    Archived,
    Removed,
    All,
}

impl Filter {
    const EVERY: [Self; 8] = [
        Self::Current,
        Self::Draft,
        Self::Open,
        Self::Paused,
        Self::Closed,
        Self::Archived,
        Self::Removed,
        Self::All,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Closed => "closed",
            Self::Archived => "archived",
            Self::Removed => "removed",
            Self::All => "all",
        }
    }

    /// As the address has it; what is current where it says nothing that there is.
    pub fn parse(text: &str) -> Self {
        Self::EVERY.into_iter().find(|filter| filter.as_str() == text).unwrap_or(Self::Current)
    }

    pub fn shows(self, campaign: &Campaign, now: Moment) -> bool {
        let (status, is_archived) = (campaign.status(now), campaign.archived_at.is_some());
        match self {
            Self::Current => !is_archived && status != Status::Removed,
            Self::Draft => !is_archived && status == Status::Draft,
            Self::Open => !is_archived && matches!(status, Status::Open | Status::Upcoming),
            Self::Paused => !is_archived && status == Status::Paused,
            Self::Closed => !is_archived && status == Status::Closed,
            Self::Archived => is_archived,
            Self::Removed => status == Status::Removed,
            Self::All => true,
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::Current => t!(lang, "list-current"),
            Self::Draft => t!(lang, "studio-draft"),
            Self::Open => t!(lang, "studio-open"),
            Self::Paused => t!(lang, "studio-paused"),
            Self::Closed => t!(lang, "studio-closed"),
            Self::Archived => t!(lang, "list-archived"),
            Self::Removed => t!(lang, "studio-removed"),
            Self::All => t!(lang, "list-all"),
        }
    }
}

/// The campaigns of an organisation.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub rows: &'a [Row],
    pub filter: Filter,
    /// Whether the organisation has no campaign at all.
    pub is_empty: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "nav-campaigns");
        let body = html! {
            h1 { (title) }
            @if self.is_empty {
                p.notice { (t!(lang, "make-empty")) }
                @if self.makes() { p { a.button href=(paths::STUDIO_NEW_CAMPAIGN) { (t!(lang, "make-first")) } } }
            } @else {
                @if self.makes() { p { a.button href=(paths::STUDIO_NEW_CAMPAIGN) { (t!(lang, "make-title")) } } }
                (self.filters())
                @if self.rows.is_empty() { p.notice { (t!(lang, "list-none")) } }
                @else {
                    div.wide role="region" aria-label=(title) tabindex="0" { (self.table()) }
                    p.small { (t!(lang, "studio-figures-about")) }
                }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO).page(&body)
    }

    /// Whether whoever looks makes campaigns.
    fn makes(&self) -> bool {
        let account = &self.present.member.account;
        may(account, Act::MakeCampaigns, account.organisation) == Verdict::Yes
    }

    fn filters(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            nav.filter aria-label=(t!(lang, "list-filter")) {
                ul {
                    @for filter in Filter::EVERY {
                        li {
                            a href=(paths::studio_list(filter.as_str())) aria-current=[(filter == self.filter).then_some("true")] {
                                (filter.words(lang))
                            }
                        }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            table {
                thead {
                    tr {
                        th scope="col" { (t!(lang, "studio-campaign")) }
                        th scope="col" { (t!(lang, "studio-status")) }
                        th.figure scope="col" { (t!(lang, "studio-counted")) }
                        th.figure scope="col" { (t!(lang, "studio-pending")) }
                    }
                }
                tbody {
                    @for row in self.rows {
                        tr {
                            th scope="row" {
                                a href=(paths::studio_campaign(&row.campaign.slug)) { (name(lang, &row.campaign)) }
                            }
                            td {
                                (status_words(lang, row.status))
                                @if row.campaign.archived_at.is_some() { " · " (t!(lang, "list-archived")) }
                            }
                            td.figure { (i18n::number(lang, row.counted)) }
                            td.figure { (i18n::number(lang, row.pending)) }
                        }
                    }
                }
            }
        }
    }
}

pub fn status_words(lang: Lang, status: Status) -> String {
    match status {
        Status::Draft => t!(lang, "studio-draft"),
        Status::Upcoming => t!(lang, "studio-upcoming"),
        Status::Open => t!(lang, "studio-open"),
        Status::Paused => t!(lang, "studio-paused"),
        Status::Closed => t!(lang, "studio-closed"),
        Status::Removed => t!(lang, "studio-removed"),
    }
}
