use maud::{Markup, html};

use super::names::Names;
use crate::app::App;
use crate::domain::record::Recorded;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::audit::filter::Filter;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// What was done by whom.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub filter: &'a Filter,
    pub entries: &'a [Recorded],
    pub has_more: bool,
    /// What there is to choose from.
    pub acts: &'a [String],
    pub actors: &'a [String],
    pub names: &'a Names,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "audit-title");
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "audit-about")) }
            (self.search())
            @if self.entries.is_empty() {
                p.notice { (t!(lang, "audit-empty")) }
            } @else {
                div.wide role="region" aria-label=(title) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "audit-when")) }
                                th scope="col" { (t!(lang, "audit-who")) }
                                th scope="col" { (t!(lang, "audit-act")) }
                                th scope="col" { (t!(lang, "studio-campaign")) }
                                th scope="col" { (t!(lang, "audit-subject")) }
                            }
                        }
                        tbody { @for entry in self.entries { (self.row(entry)) } }
                    }
                }
            }
            p {
                @if let Some(last) = self.entries.last().filter(|_| self.has_more) {
                    a rel="next" href={ (paths::STUDIO_AUDIT) "?" (self.filter.query(Some(last.number))) } { (t!(lang, "audit-older")) }
                    " · "
                }
                @if !self.filter.is_empty() || self.filter.before.is_some() {
                    a href=(paths::STUDIO_AUDIT) { (t!(lang, "audit-all")) } " · "
                }
                a href={ (paths::STUDIO_AUDIT_CSV) "?" (self.filter.query(None)) } { (t!(lang, "audit-csv")) }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_AUDIT).page(&body)
    }

    /// The form stands in the address, so that what was found can be found again.
    fn search(&self) -> Markup {
        let (lang, filter) = (self.present.lang, self.filter);
        let here = self.present.member.organisation.id;
        let campaigns = self.app.hub.campaigns_and_drafts().into_iter();
        let campaigns = campaigns.filter(|campaign| campaign.organisation == here);
        let campaigns: Vec<_> =
            campaigns.map(|campaign| (campaign.slug.clone(), campaign.slug.clone())).collect();
        let any = t!(lang, "audit-any");
        let acts: Vec<_> = self.acts.iter().map(|act| (act.clone(), i18n::act(lang, act))).collect();
        let actors: Vec<_> =
            self.actors.iter().map(|one| (one.clone(), self.names.actor(lang, one))).collect();
        html! {
            details.sieving open {
                summary { (t!(lang, "audit-search")) }
                form.sieve method="get" action=(paths::STUDIO_AUDIT) {
                (choice(("act", t!(lang, "audit-act")), &any, &acts, &filter.act))
                (choice(("actor", t!(lang, "audit-who")), &any, &actors, &filter.actor))
                (choice(("campaign", t!(lang, "studio-campaign")), &any, &campaigns, &filter.campaign))
                @for (name, label, value) in
                    [("from", t!(lang, "audit-from"), &filter.from), ("until", t!(lang, "audit-until"), &filter.until)]
                {
                    div.field {
                        label for=(name) { (label) }
                        input id=(name) name=(name) type="date" value=(value);
                    }
                }
                button.plain type="submit" { (t!(lang, "audit-search")) }
                }
            }
        }
    }

    fn row(&self, entry: &Recorded) -> Markup {
        let lang = self.present.lang;
        let (day, time, _) = self.present.zone().shown(entry.at);
        let campaign = entry.campaign.and_then(|id| self.app.hub.campaign_by_id(id));
        html! {
            tr {
                td { time datetime=(entry.at) { (day) " " (time) } }
                td { bdi { (self.names.actor(lang, &entry.actor)) } }
                th scope="row" { (i18n::act(lang, &entry.act)) }
                td { @if let Some(campaign) = campaign { (campaign.slug) } }
                td {
                    bdi { (self.names.subject(&entry.subject)) }
                    @if !entry.detail.is_empty() { p.small { bdi { (entry.detail) } } }
                }
            }
        }
    }
}

/// One of several, or any.
fn choice((name, label): (&str, String), any: &str, all: &[(String, String)], chosen: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                option value="" { (any) }
                @for (value, words) in all { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}
