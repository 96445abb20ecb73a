//! Taking a package away, as it is or encrypted, and who did.

use maud::{Markup, html};
use uuid::Uuid;

use super::show::Page;
use crate::domain::delivery::Package;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::views::clock;

impl Page<'_> {
    /// The two ways in which it can be taken away.
    pub fn fetching(&self, package: &Package) -> Markup {
        let lang = self.present.lang;
        html! {
            p.small { (t!(lang, "package-fetch-about")) }
            @if self.must_encrypt {
                p { (t!(lang, "package-must-encrypt")) }
            } @else {
                form method="post" action=(self.path("fetch")) {
                    input type="hidden" name="package" value=(package.id);
                    button type="submit" { (t!(lang, "package-fetch")) }
                }
            }
            @if self.carriers.is_empty() {
                p.small { (t!(lang, "package-no-keys")) " " a href=(paths::STUDIO_KEYS) { (t!(lang, "keys-title")) } }
            } @else {
                (self.enclosing(package))
            }
        }
    }

    /// To whose keys it is encrypted.
    fn enclosing(&self, package: &Package) -> Markup {
        let (lang, own) = (self.present.lang, self.present.member.account.id);
        let mut accounts: Vec<Uuid> = self.carriers.iter().map(|key| key.account).collect();
        accounts.sort_by_key(|account| (*account != own, self.name(Some(*account))));
        accounts.dedup();
        html! {
            form method="post" action=(self.path("fetch")) {
                input type="hidden" name="package" value=(package.id);
                input type="hidden" name="how" value="encrypted";
                fieldset {
                    legend { (t!(lang, "package-carriers")) }
                    p.small { (t!(lang, "package-carriers-hint")) }
                    @for account in accounts {
                        @let id = format!("for-{}-{account}", package.edition);
                        div.tick {
                            input id=(id) name={ "for-" (account) } type="checkbox" value="yes" checked[account == own];
                            label for=(id) { (self.carrier(account)) }
                        }
                    }
                }
                button type="submit" { (t!(lang, "package-fetch-encrypted")) }
            }
            @if !self.carriers.iter().any(|key| key.account == own) {
                p.small { (t!(lang, "package-no-own-key")) " " a href=(paths::STUDIO_KEYS) { (t!(lang, "keys-title")) } }
            }
        }
    }

    /// Somebody, with what their keys are called.
    fn carrier(&self, account: Uuid) -> Markup {
        let keys = self.carriers.iter().filter(|key| key.account == account);
        let labels: Vec<&str> = keys.map(|key| &*key.key.label).collect();
        html! { bdi { (self.name(Some(account))) } " – " bdi { (labels.join(", ")) } }
    }

    /// Who took it away.
    pub fn fetches(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if !self.fetches.is_empty() {
                h3 { (t!(lang, "delivery-fetches")) }
                ul {
                    @for fetch in self.fetches {
                        @let keys = i64::from(fetch.keys);
                        li {
                            bdi { (self.name(fetch.account)) } " – " (clock(self.present, fetch.at))
                            @if keys > 0 { " – " (t!(lang, "fetch-encrypted", count = keys, number = i18n::number(lang, keys))) }
                        }
                    }
                }
            }
        }
    }
}
