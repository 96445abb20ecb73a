//! What the parts of figures are called.

use crate::app::App;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::official::province_words;
use crate::domain::stretch::{Step, Stretch};
use crate::domain::tally::Dimension;
use crate::domain::zone::Zone;
use crate::i18n::{self, t};
use crate::web::studio::views::tabs;
use crate::web::studio::watch::asked::{Asked, Beside, Period};
use crate::web::studio::watch::figures::Story;

pub fn dimension(lang: Lang, dimension: Dimension) -> String {
    match dimension {
        Dimension::Hour => t!(lang, "watch-by-hour"),
        Dimension::Country => t!(lang, "watch-by-country"),
        Dimension::Region => t!(lang, "watch-by-region"),
        Dimension::Riding => t!(lang, "watch-by-riding"),
        Dimension::Language => t!(lang, "watch-by-language"),
        Dimension::Source => t!(lang, "watch-by-source"),
    }
}

fn country(app: &App, lang: Lang, code: &str) -> String {
    let known = app.tools.rules.countries.get(code);
    known.map_or_else(|| code.to_owned(), |country| country.name(lang).to_owned())
}

/// The name of a part, such as a country's; its code where there is none.
pub fn part(app: &App, lang: Lang, dimension: Dimension, part: &str) -> String {
    match dimension {
        Dimension::Source if part.is_empty() => t!(lang, "watch-no-source"),
        _ if part.is_empty() => t!(lang, "watch-unknown"),
        Dimension::Country => country(app, lang, part),
        Dimension::Region => match part.split_once('-') {
            Some(("CA", province)) => province_words(lang, province).to_owned(),
            Some((code, region)) => format!("{} – {region}", country(app, lang, code)),
            None => t!(lang, "watch-elsewhere", country = country(app, lang, part)),
        },
        Dimension::Riding => {
            let ridings = app.tools.atlas.ridings();
            ridings.riding(part).map_or_else(|| part.to_owned(), |riding| riding.name(lang).to_owned())
        }
        Dimension::Language => {
            part.parse().map_or_else(|()| part.to_owned(), |lang: Lang| lang.own_name().to_owned())
        }
        Dimension::Source if part == "other" => t!(lang, "watch-other-sources"),
        Dimension::Source | Dimension::Hour => part.to_owned(),
    }
}

pub fn period(lang: Lang, period: Period) -> String {
    match period {
        Period::Day => t!(lang, "watch-last-day"),
        Period::Week => t!(lang, "watch-last-week"),
        Period::Month => t!(lang, "watch-last-month"),
        Period::All => t!(lang, "watch-all"),
        Period::Own => t!(lang, "watch-own"),
    }
}

/// What each part of a stretch is called, as the clocks there show. An hour that comes twice tells how far it is from UTC.
pub fn starts(lang: Lang, zone: &Zone, stretch: &Stretch) -> Vec<String> {
    let shown: Vec<_> = stretch.starts.iter().map(|at| zone.shown(*at)).collect();
    let date = |day: &str| PartialDate::parse(day).map(|date| i18n::date(lang, &date)).unwrap_or_default();
    let name = |(day, time, offset): &(String, String, String)| match stretch.step {
        Step::Month => date(day.get(..7).unwrap_or_default()),
        Step::Day => date(day),
        Step::Hour => {
            let is_twice = shown.iter().filter(|other| &other.0 == day && &other.1 == time).count() > 1;
            let time = if is_twice { format!("{time} ({offset})") } else { time.clone() };
            t!(lang, "watch-hour", day = date(day), time = time)
        }
    };
    shown.iter().map(name).collect()
}

/// What is compared with, part by part.
pub fn counts_beside(
    beside: &Beside,
    stretch: &Stretch,
    zone: &Zone,
    story: &Story,
    other: Option<&Story>,
) -> Option<Vec<i64>> {
    match beside {
        Beside::Nothing => None,
        Beside::Before => Some(stretch.before(zone).counts(&story.confirmed)),
        Beside::Campaign(_) => other.map(|other| stretch.counts(&other.confirmed)),
    }
}

/// What is compared with, in words.
pub fn beside(lang: Lang, beside: &Beside) -> String {
    match beside {
        Beside::Nothing => t!(lang, "watch-with-nothing"),
        Beside::Before => t!(lang, "watch-with-before"),
        Beside::Campaign(other) => tabs::name(lang, other).to_owned(),
    }
}

/// The title of the chart over time.
pub fn title(lang: Lang, stretch: &Stretch, asked: &Asked) -> String {
    let period = period(lang, asked.period());
    match stretch.step {
        Step::Hour => t!(lang, "watch-per-hour", period = period),
        Step::Day => t!(lang, "watch-per-day", period = period),
        Step::Month => t!(lang, "watch-per-month", period = period),
    }
}

/// A share in hundredths, rounded down; what is something is never shown as nothing.
pub fn percent(lang: Lang, n: i64, whole: i64) -> String {
    let hundredths = i128::from(n) * 100 / i128::from(whole.max(1));
    if hundredths == 0 && n > 0 {
        return t!(lang, "watch-under-one");
    }
    t!(lang, "watch-percent", n = i18n::number(lang, i64::try_from(hundredths).unwrap_or(100)))
}
