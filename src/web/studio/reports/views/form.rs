use maud::{Markup, html};

use super::{level_words, weekday_words};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::Addressee;
use crate::domain::lang::Lang;
use crate::domain::report::{
    EARLIEST, EmailFault, Fault, LATEST, MOST_INTRO, MOST_PARTNER, MOST_RECEIVERS, MOST_REPORTS,
    PARTNER_LEVELS, Typed,
};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::{Faults, summary};
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Which report is typed.
#[derive(Clone, Copy)]
pub enum Which {
    /// Another one after those that there are.
    New {
        after: i32,
    },
    Known {
        number: i32,
        revision: i32,
    },
}

/// Why it was not saved.
pub enum Trouble {
    Faults(Vec<Fault>),
    TooMany,
    /// Somebody else has saved meanwhile: this is their revision.
    Overtaken(i32),
}

/// Where a report is set up or changed.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub which: Which,
    pub typed: &'a Typed,
    pub trouble: Option<Trouble>,
}

fn most(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

fn email_words(lang: Lang, fault: EmailFault) -> String {
    match fault {
        EmailFault::Missing => t!(lang, "report-emails-missing"),
        EmailFault::TooMany => t!(lang, "report-emails-too-many", most = most(MOST_RECEIVERS)),
        EmailFault::Bad(number) => t!(lang, "report-email-bad", number = most(number)),
        EmailFault::Twice(number) => t!(lang, "report-email-twice", number = most(number)),
        EmailFault::Left(number) => t!(lang, "report-email-left", number = most(number)),
    }
}

fn words(lang: Lang, fault: Fault) -> (&'static str, String) {
    match fault {
        Fault::To => ("to-1", t!(lang, "report-to-refused")),
        Fault::Partner => ("partner", t!(lang, "report-partner-refused", most = most(MOST_PARTNER))),
        Fault::Level => ("level", t!(lang, "report-level-refused")),
        Fault::Emails(fault) => ("emails", email_words(lang, fault)),
        Fault::Lang => ("lang", t!(lang, "report-lang-refused")),
        Fault::Rhythm => ("weekly", t!(lang, "report-rhythm-refused")),
        Fault::Weekday => ("weekday", t!(lang, "report-weekday-refused")),
        Fault::Day => ("day", t!(lang, "report-day-refused")),
        Fault::Hour => {
            ("hour", t!(lang, "report-hour-refused", from = i64::from(EARLIEST), to = i64::from(LATEST)))
        }
        Fault::Intro => ("intro", t!(lang, "report-intro-refused", most = most(MOST_INTRO))),
    }
}

impl Page<'_> {
    fn faults(&self) -> Faults {
        let lang = self.present.lang;
        match &self.trouble {
            None => Faults::new(),
            Some(Trouble::Faults(faults)) => faults.iter().map(|fault| words(lang, *fault)).collect(),
            Some(Trouble::TooMany) => {
                vec![("main", t!(lang, "report-too-many", most = most(MOST_REPORTS)))]
            }
            Some(Trouble::Overtaken(_)) => vec![("main", t!(lang, "report-overtaken"))],
        }
    }

    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let (title, path, back) = match self.which {
            Which::New { .. } => {
                (t!(lang, "report-new"), paths::studio_new_report(slug), paths::studio_reports(slug))
            }
            Which::Known { number, .. } => (
                t!(lang, "report-change", number = number),
                paths::studio_report_part(slug, number, "edit"),
                paths::studio_report(slug, number),
            ),
        };
        let action = match self.which {
            Which::New { .. } => paths::studio_reports(slug),
            Which::Known { .. } => path.clone(),
        };
        let faults = self.faults();
        let body = html! {
            (head(self.present, self.campaign, Tab::Reports))
            p.small { a href=(back) { (t!(lang, "report-back")) } }
            h2 { (title) }
            (summary(lang, &faults))
            form.narrow method="post" action=(action) {
                @match self.which {
                    Which::New { after } => input type="hidden" name="after" value=(after);,
                    Which::Known { revision, .. } => input type="hidden" name="revision" value=(revision);,
                }
                (self.to(&faults))
                (self.addresses(&faults))
                (self.schedule(&faults))
                (self.words(&faults))
                button type="submit" { (t!(lang, "report-save")) }
            }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !faults.is_empty(), ..frame }.page(&body)
    }

    fn to(&self, faults: &Faults) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        let all = &self.campaign.text.addressees;
        let invalid = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
        html! {
            fieldset {
                legend { (t!(lang, "report-to")) }
                p.small { (t!(lang, "report-to-hint")) }
                @for (number, addressee) in (1..).zip(all) { (self.addressee(number, addressee)) }
                @let number = all.len() + 1;
                label.choice {
                    input id={ "to-" (number) } type="radio" name="to" value="partner" checked[typed.to == "partner"];
                    " " (t!(lang, "report-partner"))
                }
            }
            div.field {
                label for="partner" { (t!(lang, "report-partner-name")) }
                p.hint #partner-hint { (t!(lang, "report-partner-hint")) }
                input #partner name="partner" type="text" autocomplete="off" dir="auto" value=(typed.partner)
                    aria-describedby="partner-hint" aria-invalid=[invalid("partner")];
            }
            div.field {
                label for="level" { (t!(lang, "report-level")) }
                select #level name="level" aria-invalid=[invalid("level")] {
                    @for level in PARTNER_LEVELS {
                        option value=(level.as_str()) selected[typed.level == level.as_str()] { (level_words(lang, level)) }
                    }
                }
            }
        }
    }

    fn addressee(&self, number: i32, addressee: &Addressee) -> Markup {
        let (lang, value) = (self.present.lang, Typed::addressee(&addressee.key));
        html! {
            label.choice {
                input id={ "to-" (number) } type="radio" name="to" value=(value) checked[self.typed.to == value];
                span {
                    bdi { (addressee.name) } ", " (addressee.office.get(lang))
                    span.small { " – " (level_words(lang, addressee.disclosure)) }
                }
            }
        }
    }

    fn addresses(&self, faults: &Faults) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        let invalid = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
        html! {
            div.field {
                label for="emails" { (t!(lang, "report-emails")) }
                p.hint #emails-hint { (t!(lang, "report-emails-hint", most = most(MOST_RECEIVERS))) }
                textarea #emails name="emails" rows="3" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr"
                    aria-describedby="emails-hint" aria-invalid=[invalid("emails")] { (typed.emails) }
            }
            div.field {
                label for="lang" { (t!(lang, "report-lang")) }
                select #lang name="lang" aria-invalid=[invalid("lang")] {
                    @for other in Lang::ALL {
                        option value=(other) lang=(other) selected[typed.lang == other.code()] { (other.own_name()) }
                    }
                }
            }
        }
    }

    fn schedule(&self, faults: &Faults) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        let invalid = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
        html! {
            fieldset {
                legend { (t!(lang, "report-when")) }
                label.choice {
                    input #weekly type="radio" name="rhythm" value="weekly" checked[typed.rhythm == "weekly"];
                    " " (t!(lang, "report-rhythm-weekly"))
                }
                label.choice {
                    input #monthly type="radio" name="rhythm" value="monthly" checked[typed.rhythm == "monthly"];
                    " " (t!(lang, "report-rhythm-monthly"))
                }
            }
            div.field {
                label for="weekday" { (t!(lang, "report-weekday")) }
                select #weekday name="weekday" aria-invalid=[invalid("weekday")] {
                    @for day in 1..=7_u8 {
                        option value=(day) selected[typed.weekday == day.to_string()] { (weekday_words(lang, day)) }
                    }
                }
            }
            div.field {
                label for="day" { (t!(lang, "report-day")) }
                p.hint #day-hint { (t!(lang, "report-day-hint")) }
                input #day name="day" type="text" inputmode="numeric" autocomplete="off" value=(typed.day) aria-describedby="day-hint"
                    aria-invalid=[invalid("day")];
            }
            div.field {
                label for="hour" { (t!(lang, "report-hour")) }
                p.hint #hour-hint { (t!(lang, "report-hour-hint")) }
                select #hour name="hour" aria-describedby="hour-hint" aria-invalid=[invalid("hour")] {
                    @for hour in EARLIEST..=LATEST {
                        option value=(hour) selected[typed.hour == hour.to_string()] { (t!(lang, "report-oclock", hour = i64::from(hour))) }
                    }
                }
            }
        }
    }

    fn words(&self, faults: &Faults) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        let invalid = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
        html! {
            div.field {
                label for="intro" { (t!(lang, "report-intro")) }
                p.hint #intro-hint { (t!(lang, "report-intro-hint", most = most(MOST_INTRO))) }
                input #intro name="intro" type="text" autocomplete="off" dir="auto" value=(typed.intro) aria-describedby="intro-hint"
                    aria-invalid=[invalid("intro")];
            }
            div.tick {
                input #skips name="skips" type="checkbox" value="yes" checked[typed.skips];
                label for="skips" { (t!(lang, "report-skips")) }
            }
        }
    }
}
