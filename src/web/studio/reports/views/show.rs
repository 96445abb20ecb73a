use std::collections::HashMap;

use maud::{Markup, html};

use super::{because_words, level_words, schedule_words, state_words, to_words};
use crate::app::App;
use crate::domain::bounce::Reason;
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::report::{Issue, Receipt, Report, State};
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Why it was not switched on.
#[derive(Clone, Copy)]
pub enum Fault {
    NoPostalAddress,
    NoReceiver,
    NoAddressee,
    NotPublic,
    OwnReport,
    /// It was changed since it was looked at.
    Overtaken,
}

/// An address that gets a report, or got it.
pub struct Getting {
    pub email: String,
    pub left_at: Option<Moment>,
    /// Why no mail goes to it.
    pub blocked: Option<Reason>,
}

/// A report: to whom and when, what was sent, and what may be done next.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub report: &'a Report,
    pub getting: &'a [Getting],
    /// Newest first.
    pub issues: &'a [Issue],
    /// What became of the mails of each.
    pub receipts: &'a HashMap<i16, Vec<Receipt>>,
    /// What stands at the foot of every mail.
    pub address: &'a str,
    /// Whether what is personal leaves the organisation only when two have seen to it.
    pub wants_two: bool,
    pub fault: Option<Fault>,
    /// Whether it was just tried.
    pub is_tried: bool,
}

fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::NoPostalAddress => t!(lang, "mailing-no-address"),
        Fault::NoReceiver => t!(lang, "report-emails-missing"),
        Fault::NoAddressee => t!(lang, "report-because-no-addressee"),
        Fault::NotPublic => t!(lang, "report-not-public"),
        Fault::OwnReport => t!(lang, "report-own"),
        Fault::Overtaken => t!(lang, "report-approve-overtaken"),
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.report);
        let (slug, title) = (&*self.campaign.slug, t!(lang, "report-number", number = one.number));
        let faults = self.fault.map(|fault| ("main", fault_words(lang, fault))).into_iter().collect();
        let is_gone = one.terms.to.level(&self.campaign.text.addressees).is_none();
        let body = html! {
            (head(self.present, self.campaign, Tab::Reports))
            p.small { a href=(paths::studio_reports(slug)) { (t!(lang, "reports-title")) } }
            h2 { (title) }
            (summary(lang, &faults))
            @if self.is_tried { p.notice role="status" { (t!(lang, "report-tried")) } }
            p.lead role="status" { (state_words(lang, one.state)) }
            @if let Some(because) = one.because { p.notice { (because_words(lang, because)) } }
            @else if is_gone && one.state != State::Ended { p.notice { (t!(lang, "report-because-no-addressee")) } }
            (self.facts())
            (self.receivers())
            (self.approval())
            @if one.state != State::Ended && self.may_make() { (self.controls()) }
            (self.history())
        };
        let path = paths::studio_report(slug, one.number);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    fn may_make(&self) -> bool {
        self.present.may_on(self.campaign, Act::MakeDeliveries)
    }

    fn path(&self, part: &str) -> String {
        paths::studio_report_part(&self.campaign.slug, self.report.number, part)
    }

    fn facts(&self) -> Markup {
        let (lang, terms) = (self.present.lang, &self.report.terms);
        let level = self.report.level(&self.campaign.text.addressees, self.wants_two);
        let next = terms.schedule.next(&self.present.zone(), self.app.tools.clock.now());
        html! {
            dl.figures {
                dt { (t!(lang, "report-to")) } dd { bdi { (to_words(lang, self.campaign, self.report)) } }
                @if let Some(level) = level { dt { (t!(lang, "report-level")) } dd { (level_words(lang, level)) } }
                dt { (t!(lang, "report-when")) } dd { (schedule_words(lang, terms.schedule)) }
                @if self.report.state == State::On { dt { (t!(lang, "report-next")) } dd { (clock(self.present, next.at)) } }
                dt { (t!(lang, "report-lang")) } dd { (terms.lang.own_name()) }
                @if !terms.intro.is_empty() { dt { (t!(lang, "report-intro")) } dd dir="auto" { (terms.intro) } }
                dt { (t!(lang, "report-nothing-new")) }
                dd { @if terms.skips { (t!(lang, "report-nothing-new-skipped")) } @else { (t!(lang, "report-nothing-new-sent")) } }
            }
            p.small { (t!(lang, "report-tells-about")) }
        }
    }

    fn receivers(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "report-emails")) }
            @if self.getting.is_empty() { p.notice { (t!(lang, "report-emails-missing")) } }
            ul.plain {
                @for one in self.getting {
                    li {
                        bdi { (one.email) }
                        @match (one.left_at, one.blocked) {
                            (Some(at), _) => span.late { " – " (t!(lang, "report-left")) " " (clock(self.present, at)) },
                            (None, Some(Reason::Bounced)) => span.late { " – " (t!(lang, "report-bounced")) },
                            (None, Some(Reason::Complained)) => span.late { " – " (t!(lang, "report-complained")) },
                            (None, None) => {},
                        }
                    }
                }
            }
        }
    }

    /// Whether what people wrote goes along, where a second person has a say.
    fn approval(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.report);
        if one.state == State::Ended || !one.waits(&self.campaign.text.addressees, self.wants_two) {
            return html! {};
        }
        html! {
            h3 { (t!(lang, "report-words")) }
            p.notice { (t!(lang, "report-words-wait")) }
            @if one.set_by == Some(self.present.member.account.id) { p.small { (t!(lang, "report-own")) } } @else {
                @if self.may_make() { p.small { (t!(lang, "report-approve-about")) } }
                form method="post" action=(self.path("approve")) {
                    input type="hidden" name="revision" value=(one.revision);
                    button type="submit" { (t!(lang, "report-approve")) }
                }
            }
        }
    }

    fn controls(&self) -> Markup {
        let (lang, state) = (self.present.lang, self.report.state);
        let press = |part: &str, class: &str, words: String| {
            html! { form method="post" action=(self.path(part)) { button class=(class) type="submit" { (words) } } }
        };
        html! {
            p { a href=(self.path("edit")) { (t!(lang, "report-edit")) } }
            p.small { (t!(lang, "report-try-about")) }
            (press("try", "plain", t!(lang, "report-try")))
            @match state {
                State::On => {
                    p.small { (t!(lang, "report-pause-about")) }
                    (press("pause", "plain", t!(lang, "report-pause")))
                },
                _ => {
                    @if self.address.is_empty() {
                        p.notice { (t!(lang, "mailing-no-address")) " " (t!(lang, "mailing-no-address-do")) }
                    } @else {
                        p.small { (t!(lang, "mailing-foot")) }
                        pre.wrapped { (self.address) }
                        @if state == State::New { (press("on", "", t!(lang, "report-switch-on"))) }
                        @else { (press("on", "", t!(lang, "report-resume"))) }
                    }
                },
            }
            p.small { (t!(lang, "report-end-about")) }
            (press("end", "grave", t!(lang, "report-end")))
        }
    }

    fn history(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "report-history")) }
            @if self.issues.is_empty() { p.notice { (t!(lang, "report-history-none")) } } @else {
                div.wide.stacked role="region" aria-label=(t!(lang, "report-history")) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "report-due")) }
                                th scope="col" { (t!(lang, "report-made")) }
                                th.figure scope="col" { (t!(lang, "mail-report-online")) }
                                th.figure scope="col" { (t!(lang, "report-comments")) }
                                th scope="col" { (t!(lang, "report-became")) }
                            }
                        }
                        tbody { @for issue in self.issues { (self.issue(issue)) } }
                    }
                }
            }
        }
    }

    fn issue(&self, issue: &Issue) -> Markup {
        let lang = self.present.lang;
        let day = PartialDate::parse(&issue.day).map(|date| i18n::date(lang, &date)).unwrap_or_default();
        html! {
            tr {
                th scope="row" { (day) }
                td data-head=(t!(lang, "report-made")) { (clock(self.present, issue.made_at)) }
                td.figure data-head=(t!(lang, "mail-report-online")) { (i18n::number(lang, issue.facts.figures.online)) }
                td.figure data-head=(t!(lang, "report-comments")) {
                    (i18n::number(lang, i64::try_from(issue.facts.comments.len()).unwrap_or(i64::MAX)))
                }
                td data-head=(t!(lang, "report-became")) { (self.became(issue)) }
            }
        }
    }

    /// What became of its mails.
    fn became(&self, issue: &Issue) -> String {
        let lang = self.present.lang;
        if issue.skipped {
            return t!(lang, "report-was-skipped");
        }
        let receipts = self.receipts.get(&issue.number).map(Vec::as_slice).unwrap_or_default();
        let many = |of: &[&str]| {
            let count = receipts.iter().filter(|one| of.contains(&one.state.as_str())).count();
            i64::try_from(count).unwrap_or(i64::MAX)
        };
        let told = [
            (many(&["sent"]), t!(lang, "report-was-sent")),
            (many(&["queued"]), t!(lang, "report-waits")),
            (many(&["failed"]), t!(lang, "report-was-refused")),
            (many(&["suppressed", "capped", "void"]), t!(lang, "report-was-held-back")),
        ];
        let told = told.into_iter().filter(|(many, _)| *many > 0);
        let told: Vec<String> =
            told.map(|(many, words)| format!("{words} {}", i18n::number(lang, many))).collect();
        told.join(", ")
    }
}
