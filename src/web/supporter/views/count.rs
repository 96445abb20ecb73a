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

const fn kind(kind: crate::domain::content::ReportedKind) -> &'static str {
    match kind {
        crate::domain::content::ReportedKind::Signatures => "signatures",
        crate::domain::content::ReportedKind::Postcards => "postcards",
    }
}
