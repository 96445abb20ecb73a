use maud::{Markup, html};

use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::live::Tally;
use crate::paths;
use crate::web::ui::Voice;

/// The count with the next milestone. Text first, bar second; what others report stands apart. A preview does not move.
pub fn count(lang: Lang, campaign: &Campaign, tally: &Tally, preview: bool) -> Markup {
    let voice = Voice::new(lang, &campaign.content.language);
    let live = (!preview).then(|| paths::live(&campaign.slug));
    let counted = tally.signatures.counted;
    let next = tally.next_milestone;
    html! {
        section.count aria-labelledby="count-title" data-live=[live] data-lang=(lang) {
            h2.visually-hidden #count-title { (t!(lang, "count-title")) }
            p.count-line {
                strong.count-number data-count { (i18n::number(lang, counted)) }
                " "
                span.count-unit data-unit data-one=(t!(lang, "count-unit", count = 1)) data-other=(t!(lang, "count-unit", count = 2)) { (t!(lang, "count-unit", count = counted)) }
            }
            progress data-progress max=(next) value=(counted) aria-label=(t!(lang, "count-progress")) {}
            p.milestone { (t!(lang, "count-next")) " " span data-next { (i18n::number(lang, next)) } }
            (beside(lang, tally))
            p.visually-hidden aria-live="polite" data-spoken data-words=(t!(lang, "count-spoken")) {}
            @for figure in &campaign.content.reported {
                p.reported {
                    (t!(lang, "count-reported", date = i18n::date(lang, &figure.as_of), shown = i18n::number(lang, figure.number), kind = kind(figure.kind)))
                    " " (voice.say(&figure.source))
                }
            }
        }
    }
}

/// What is counted on paper, and the postcards; nothing is said of what there is none of.
fn beside(lang: Lang, tally: &Tally) -> Markup {
    let part = |name: &str, n: i64| html! { strong data-part=(name) { (i18n::number(lang, n)) } };
    let (signatures, cards) = (tally.signatures, tally.postcards);
    html! {
        p.count-beside hidden[signatures.paper == 0] { (t!(lang, "count-on-paper")) " " (part("signatures.paper", signatures.paper)) }
        p.count-beside hidden[cards.counted == 0] {
            (t!(lang, "count-postcards")) " " (part("postcards.counted", cards.counted))
            span hidden[cards.paper == 0] { " (" (t!(lang, "count-cards-on-paper")) " " (part("postcards.paper", cards.paper)) ")" }
        }
    }
}

const fn kind(kind: crate::domain::content::ReportedKind) -> &'static str {
    match kind {
        crate::domain::content::ReportedKind::Signatures => "signatures",
        crate::domain::content::ReportedKind::Postcards => "postcards",
    }
}
