use std::sync::Arc;

use maud::{Markup, html};

use crate::actions::retention::outlook::{Outlook, Row};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::retention::{Kept, Term};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// What was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Days,
    Day,
}

/// How long an organisation keeps what.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub outlook: &'a Outlook,
    pub fault: Option<Fault>,
}

fn number(lang: Lang, n: u64) -> String {
    i18n::number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

fn day(lang: Lang, at: Moment) -> Markup {
    html! { time datetime=(at) { (i18n::day(lang, at)) } }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "retention-title");
        let body = html! {
            h1 { (title) }
            (self.summary())
            p { (t!(lang, "retention-about")) }
            h2 { (t!(lang, "retention-now")) }
            (self.going())
            h2 #deliveries { (t!(lang, "retention-campaigns")) }
            p { (t!(lang, "retention-campaigns-about")) }
            (self.campaigns())
            h2 #terms { (t!(lang, "retention-terms")) }
            (self.terms())
            (self.fixed())
        };
        let frame = Frame::of(self.app, self.present, &title, paths::STUDIO_RETENTION);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        let (at, words) = match self.fault {
            Some(Fault::Days) => ("#terms", t!(lang, "retention-days-refused")),
            Some(Fault::Day) => ("#deliveries", t!(lang, "retention-day-refused")),
            None => return html! {},
        };
        html! {
            div.summary role="alert" tabindex="-1" autofocus {
                p { (t!(lang, "problem-summary")) }
                ul { li { a href=(at) { (words) } } }
            }
        }
    }

    /// The dry run.
    fn going(&self) -> Markup {
        let (lang, going) = (self.present.lang, &self.outlook.going);
        let row = |words: String, n: u64| html! { tr { th scope="row" { (words) } td.figure { (number(lang, n)) } } };
        html! {
            p {
                @match self.outlook.last_run {
                    Some(at) => { (t!(lang, "retention-last-run")) " " (clock(self.present, at)) },
                    None => (t!(lang, "retention-never-run")),
                }
            }
            div.wide role="region" aria-label=(t!(lang, "retention-now")) tabindex="0" {
                table {
                    thead { tr { th scope="col" { (t!(lang, "retention-what")) } th.figure scope="col" { (t!(lang, "retention-goes-now")) } } }
                    tbody {
                        (row(t!(lang, "retention-signers"), going.signers))
                        (row(t!(lang, "retention-lapsed"), going.lapsed))
                        (row(t!(lang, "retention-repeats"), going.repeats))
                        (row(t!(lang, "retention-networks"), going.networks))
                        (row(t!(lang, "retention-mails"), going.mails))
                        (row(t!(lang, "retention-askers"), going.askers))
                    }
                }
            }
        }
    }

    fn campaigns(&self) -> Markup {
        let lang = self.present.lang;
        let known = |row: &Row| self.app.hub.campaign_by_id(row.campaign);
        html! {
            @if self.outlook.rows.is_empty() { p.notice { (t!(lang, "retention-no-campaign")) } } @else {
                div.wide role="region" aria-label=(t!(lang, "retention-campaigns")) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "studio-campaign")) }
                                th scope="col" { (t!(lang, "retention-closes")) }
                                th scope="col" { (t!(lang, "retention-delivered")) }
                                th.figure scope="col" { (t!(lang, "retention-named")) }
                                th scope="col" { (t!(lang, "retention-goes-at")) }
                            }
                        }
                        tbody {
                            @for row in &self.outlook.rows {
                                @if let Some(campaign) = known(row) { (self.campaign(row, &campaign)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn campaign(&self, row: &Row, campaign: &Arc<Campaign>) -> Markup {
        let lang = self.present.lang;
        let told = row.delivery.map(|delivery| delivery.at.to_string());
        let told = told.as_deref().and_then(|at| at.get(..10)).unwrap_or_default();
        let id = format!("delivered-{}", campaign.id);
        html! {
            tr {
                th scope="row" { a href=(paths::studio_campaign(&campaign.slug)) { (campaign.content.title.get(lang)) } }
                td { @match campaign.closes_at { Some(at) => (day(lang, at)), None => (t!(lang, "retention-open")) } }
                td {
                    form.inline method="post" action=(paths::studio_final_delivery(&campaign.slug)) {
                        label.visually-hidden for=(id) { (t!(lang, "retention-delivered")) " – " (campaign.content.title.get(lang)) }
                        input id=(id) name="date" type="date" value=(told);
                        " "
                        button.link type="submit" { (t!(lang, "save-button")) }
                    }
                }
                td.figure { @if let Some(named) = row.named { (number(lang, named)) } @else { "–" } }
                td {
                    @match row.goes_at {
                        Some(at) => (day(lang, at)),
                        None if row.delivery.is_some() => (t!(lang, "retention-when-closed")),
                        None => (t!(lang, "retention-not-told")),
                    }
                }
            }
        }
    }

    fn terms(&self) -> Markup {
        let lang = self.present.lang;
        let field = |term: Term, label: String, kept: &Kept| {
            let (name, most) = (term.as_str(), kept.most);
            let own = kept.own.map(|own| own.days.to_string()).unwrap_or_default();
            html! {
                div.field {
                    label for=(name) { (label) }
                    p.small id={ (name) "-hint" } { (t!(lang, "retention-most", days = most)) }
                    input id=(name) name=(name) inputmode="numeric" autocomplete="off" value=(own) aria-describedby={ (name) "-hint" };
                }
            }
        };
        html! {
            p { (t!(lang, "retention-terms-about")) }
            form.narrow method="post" action=(paths::STUDIO_RETENTION_TERMS) {
                (field(Term::Signers, t!(lang, "retention-signers-days"), &self.outlook.terms.signers))
                (field(Term::Consents, t!(lang, "retention-consents-days"), &self.outlook.terms.consents))
                button type="submit" { (t!(lang, "save-button")) }
            }
        }
    }

    /// What only the installation sets.
    fn fixed(&self) -> Markup {
        let (lang, settings) = (self.present.lang, &self.app.tools.settings.retention);
        let days = |n: u32| t!(lang, "privacy-days", days = i18n::number(lang, i64::from(n)));
        html! {
            h2 { (t!(lang, "retention-fixed")) }
            dl.figures {
                dt { (t!(lang, "retention-lapsed")) } dd { (days(settings.unconfirmed)) }
                dt { (t!(lang, "retention-networks")) } dd { (days(settings.network)) }
                dt { (t!(lang, "retention-mails")) } dd { (days(settings.outbox)) }
                dt { (t!(lang, "retention-askers")) } dd { (days(settings.inquiries)) }
            }
        }
    }
}
