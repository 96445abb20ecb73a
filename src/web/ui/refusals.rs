use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::i18n::{self, t};

/// The refusal of a field, if it was refused.
pub(super) fn of(refusals: &[Refusal], field: Field) -> Option<&Refusal> {
    refusals.iter().find(|refusal| refusal.field == field)
}

/// The words for a refusal: the same in the summary and at the field.
pub fn refusal_words(lang: Lang, refusal: &Refusal) -> String {
    match refusal.reason {
        Reason::Missing => missing(lang, refusal.field),
        Reason::TooLong(most) => {
            let count = i64::try_from(most).unwrap_or(i64::MAX);
            t!(lang, "refused-too-long", count = count, shown = i18n::number(lang, count))
        }
        Reason::ControlCharacters => t!(lang, "refused-control"),
        Reason::Url => t!(lang, "refused-url"),
        Reason::LeadingSign => t!(lang, "refused-leading-sign"),
        Reason::NoLetters => t!(lang, "refused-no-letters"),
        Reason::StackedMarks => t!(lang, "refused-stacked-marks"),
        Reason::EmailAt => t!(lang, "refused-email-at"),
        Reason::EmailSpace => t!(lang, "refused-email-space"),
        Reason::EmailLocal => t!(lang, "refused-email-local"),
        Reason::EmailDomain => t!(lang, "refused-email-domain"),
        Reason::EmailQuoted => t!(lang, "refused-email-quoted"),
        Reason::Unknown => t!(lang, "refused-unknown"),
        Reason::OtherText => t!(lang, "refused-other-text"),
        Reason::WrongCode => t!(lang, "refused-code"),
        Reason::Website => t!(lang, "refused-website"),
        Reason::LanguageTag => t!(lang, "refused-language-tag"),
        Reason::NotBetween(least, most) => {
            let [least, most] = [least, most].map(|n| i18n::number(lang, n.into()));
            t!(lang, "refused-not-between", least = least, most = most)
        }
        Reason::ChangedMeanwhile => t!(lang, "refused-changed"),
        Reason::Unbalanced => t!(lang, "refused-unbalanced"),
        Reason::Overfull(by) => {
            let count = i64::try_from(by).unwrap_or(i64::MAX);
            t!(lang, "refused-overfull", count = count, shown = i18n::number(lang, count))
        }
        Reason::NotPrintable(c) => t!(lang, "refused-not-printable", character = c.to_string()),
        Reason::NoMember => t!(lang, "refused-no-member"),
        Reason::Shared => t!(lang, "refused-shared"),
    }
}

fn missing(lang: Lang, field: Field) -> String {
    match field {
        Field::Name => t!(lang, "missing-name"),
        Field::Email => t!(lang, "missing-email"),
        Field::Country => t!(lang, "missing-country"),
        Field::Code => t!(lang, "missing-code"),
        Field::Message => t!(lang, "missing-message"),
        Field::Organisation => t!(lang, "missing-organisation"),
        Field::Profession => t!(lang, "missing-profession"),
        Field::Subject => t!(lang, "missing-subject"),
        Field::Official => t!(lang, "missing-official"),
        Field::Design => t!(lang, "missing-design"),
        Field::PostalCode => t!(lang, "missing-postal-code"),
        _ => t!(lang, "missing-other"),
    }
}

/// The error at its field.
pub(super) fn message(lang: Lang, refusal: &Refusal) -> Markup {
    html! {
        p.error id={ (refusal.field.name()) "-error" } {
            span.visually-hidden { (t!(lang, "title-error")) " " }
            (refusal_words(lang, refusal))
        }
    }
}

/// What went wrong, at the top, with a link to each field.
pub fn summary(lang: Lang, refusals: &[Refusal]) -> Markup {
    html! {
        @if !refusals.is_empty() {
            div.summary role="alert" tabindex="-1" autofocus aria-labelledby="summary-title" {
                h2 #summary-title { (t!(lang, "problem-summary")) }
                ul {
                    @for refusal in refusals {
                        // The version of the text is no field that people see.
                        @if refusal.field == Field::TextVersion { li { (refusal_words(lang, refusal)) } }
                        @else { li { a href={ "#" (refusal.field.name()) } { (refusal_words(lang, refusal)) } } }
                    }
                }
            }
        }
    }
}
