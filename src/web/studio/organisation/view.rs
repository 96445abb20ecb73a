use maud::{Markup, html};

use crate::actions::accounts::describe_organisation::Typed;
use crate::actions::accounts::set_approvals::APPROVALS;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::zone::Zone;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::languages::options;
use crate::web::studio::views::form::{Faults, Field, summary};
use crate::web::studio::views::layout::Frame;

/// Where an owner says who the organisation is.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub typed: &'a Typed,
    /// How many approve a delivery before it leaves.
    pub approvals: i16,
    /// Whether packages that tell of single persons are fetched only encrypted.
    pub must_encrypt: bool,
    pub faults: &'a Faults,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, typed, faults) = (self.present.lang, self.typed, self.faults);
        let title = t!(lang, "organisation-title");
        let invalid = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
        let name = Field {
            name: "name",
            label: t!(lang, "set-up-organisation"),
            kind: "text",
            autocomplete: "organization",
            hint: None,
            typed: &typed.name,
        };
        let reply = Field {
            name: "reply_address",
            label: t!(lang, "organisation-reply"),
            kind: "email",
            autocomplete: "email",
            hint: Some(t!(lang, "organisation-reply-hint")),
            typed: &typed.reply_address,
        };
        let body = html! {
            h1 { (title) }
            (summary(lang, faults))
            form.narrow method="post" action=(paths::STUDIO_ORGANISATION) {
                (name.markup(faults))
                div.field {
                    label for="postal_address" { (t!(lang, "organisation-address")) }
                    p.small #postal_address-hint { (t!(lang, "organisation-address-hint")) }
                    textarea #postal_address name="postal_address" rows="4" autocomplete="street-address" dir="auto"
                        aria-describedby="postal_address-hint" aria-invalid=[invalid("postal_address")] { (typed.postal_address) }
                }
                div.field {
                    label for="time_zone" { (t!(lang, "organisation-zone")) }
                    p.small #time_zone-hint { (t!(lang, "organisation-zone-hint")) }
                    input #time_zone name="time_zone" type="text" list="zones" autocomplete="off" required value=(typed.time_zone)
                        aria-describedby="time_zone-hint" aria-invalid=[invalid("time_zone")];
                    datalist #zones { @for zone in Zone::names() { option value=(zone) {} } }
                }
                (reply.markup(faults))
                (self.languages())
                button type="submit" { (t!(lang, "organisation-button")) }
            }
            (self.approvals(invalid("approvals")))
            (self.encryption())
        };
        let is_refused = !faults.is_empty();
        Frame { is_refused, ..Frame::of(self.app, self.present, &title, paths::STUDIO_ORGANISATION) }
            .page(&body)
    }

    /// How many approve before personal data leaves.
    fn approvals(&self, invalid: Option<&str>) -> Markup {
        let lang = self.present.lang;
        html! {
            h2 { (t!(lang, "organisation-approvals-title")) }
            form.narrow method="post" action=(paths::STUDIO_APPROVALS) {
                div.field {
                    label for="approvals" { (t!(lang, "organisation-approvals")) }
                    p.small #approvals-hint { (t!(lang, "organisation-approvals-hint")) }
                    select #approvals name="approvals" aria-describedby="approvals-hint" aria-invalid=[invalid] {
                        @for many in APPROVALS { option value=(many) selected[many == self.approvals] { (many) } }
                    }
                }
                button type="submit" { (t!(lang, "organisation-approvals-button")) }
            }
        }
    }

    /// Whether personal data leaves only encrypted.
    fn encryption(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h2 { (t!(lang, "organisation-encryption-title")) }
            form.narrow method="post" action=(paths::STUDIO_ENCRYPTION) {
                p.small #encrypted-hint { (t!(lang, "organisation-encryption-hint")) }
                div.tick {
                    input #encrypted name="encrypted" type="checkbox" value="yes" checked[self.must_encrypt]
                        aria-describedby="encrypted-hint";
                    label for="encrypted" { (t!(lang, "organisation-encryption")) }
                }
                button type="submit" { (t!(lang, "organisation-approvals-button")) }
            }
        }
    }

    /// In which languages campaigns begin.
    fn languages(&self) -> Markup {
        let (lang, typed) = (self.present.lang, &self.typed.languages);
        let main = typed.first().map_or("", String::as_str);
        html! {
            div.field {
                label for="language" { (t!(lang, "organisation-language")) }
                p.small #language-hint { (t!(lang, "organisation-language-hint")) }
                select #language name="language" aria-describedby="language-hint" {
                    option value="" selected[main.is_empty()] { (t!(lang, "organisation-language-any")) }
                    (options(|_| true, main))
                }
            }
            fieldset.row {
                legend { (t!(lang, "make-others")) }
                @for other in Lang::ALL {
                    @let id = format!("also-{other}");
                    div.tick {
                        input id=(id) name=(id) type="checkbox" value="yes"
                            checked[typed.iter().skip(1).any(|tag| tag == other.code())];
                        label for=(id) lang=(other) { (other.own_name()) }
                    }
                }
            }
        }
    }
}
