//! The package of a delivery: how far it is, who approved it, who fetched it.

use maud::{Markup, html};

use super::show::Page;
use crate::domain::delivery::{Package, PackageState as State};
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::views::clock;

impl Page<'_> {
    fn is_making(&self) -> bool {
        self.packages.iter().any(|package| package.state == State::Making)
    }

    /// What is being made and what is there.
    pub fn packages(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let is_there = self.packages.iter().any(|one| one.state.is_live());
        html! {
            h3 #package { (t!(lang, "delivery-package")) }
            @for package in self.packages { (self.package(package)) }
            @if self.is_making() {
                p { a href=(paths::studio_delivery(slug, self.delivery.number)) { (t!(lang, "mailing-look-again")) } }
            }
            @if self.delivery.stage.is_frozen() && !is_there && !self.is_forgotten && self.may(Act::MakeDeliveries) {
                form method="post" action=(self.path("package")) { button type="submit" { (t!(lang, "package-again")) } }
            }
        }
    }

    fn package(&self, package: &Package) -> Markup {
        let lang = self.present.lang;
        html! {
            section.held {
                p { strong { (t!(lang, "package-edition", number = package.edition)) } " – " (clock(self.present, package.ended_at.unwrap_or(package.created_at))) }
                @match package.state {
                    State::Making => (self.progress(package)),
                    State::Ready => (self.ready(package)),
                    State::Failed => p.notice { (t!(lang, "package-failed")) },
                    State::Cancelled => p.small { (t!(lang, "package-cancelled")) },
                    State::Discarded => p.small { (t!(lang, "package-discarded")) },
                }
            }
        }
    }

    fn progress(&self, package: &Package) -> Markup {
        let lang = self.present.lang;
        let (done, whole) = (package.done, package.whole.max(1));
        html! {
            p {
                progress max=(whole) value=(done) aria-label=(t!(lang, "package-progress")) { (done) "/" (whole) }
                " " (t!(lang, "package-lines", done = i18n::number(lang, done), whole = i18n::number(lang, whole)))
            }
            @if self.may(Act::MakeDeliveries) {
                form method="post" action=(self.path("stop")) { button.plain type="submit" { (t!(lang, "package-stop")) } }
            }
        }
    }

    fn ready(&self, package: &Package) -> Markup {
        let (lang, (needed, given)) = (self.present.lang, self.approved);
        let is_free = given >= needed;
        html! {
            p { (t!(lang, "package-size", size = i18n::size(lang, package.bytes.unsigned_abs()))) }
            p.small { (t!(lang, "package-manifest")) " " code.hash { (package.manifest) } }
            @if package.gone > 0 {
                p.small { (t!(lang, "package-gone", count = package.gone, number = i18n::number(lang, package.gone))) }
            }
            @if !is_free {
                p.notice { (t!(lang, "package-waits")) }
            } @else if self.may(Act::MakeDeliveries) {
                (self.fetching(package))
            }
        }
    }

    /// Who approved it, and who still must.
    pub fn approvals(&self) -> Markup {
        let (lang, (needed, given)) = (self.present.lang, self.approved);
        let account = self.present.member.account.id;
        let has = self.approvals.iter().any(|(who, _)| *who == account);
        let needed = i64::try_from(needed).unwrap_or(i64::MAX);
        let missing = needed - i64::try_from(given).unwrap_or(0);
        html! {
            h3 #approvals { (t!(lang, "delivery-approvals")) }
            @if needed == 0 {
                p { (t!(lang, "delivery-no-approval")) }
            } @else {
                p { (t!(lang, "delivery-approvals-about", count = needed, number = i18n::number(lang, needed))) }
                @if !self.approvals.is_empty() {
                    ul { @for (who, at) in self.approvals { li { bdi { (self.name(Some(*who))) } " – " (clock(self.present, *at)) } } }
                }
                @if missing > 0 {
                    p.notice { (t!(lang, "delivery-approvals-missing", count = missing, number = i18n::number(lang, missing))) }
                }
                @if !has {
                    form method="post" action=(self.path("approve")) { button type="submit" { (t!(lang, "delivery-approve")) } }
                }
            }
        }
    }
}
