//! What the parts of figures are called.

use crate::app::App;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::official::province_words;
use crate::domain::stretch::{Step, Stretch};
use crate::domain::tally::Dimension;
use crate::domain::zone::Zone;
use crate::i18n::{self, t};
use crate::web::studio::views::editor::local;
use crate::web::studio::views::tabs;
use crate::web::studio::watch::asked::{Asked, Beside, Period};
use crate::web::studio::watch::figures::Figures;

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

/// A day and a time in it.
pub fn hour(lang: Lang, day: &str, time: &str) -> String {
    t!(lang, "watch-hour", day = day, time = time)
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
            hour(lang, &date(day), &time)
        }
    };
    shown.iter().map(name).collect()
}

/// What is compared with, in words.
pub fn beside(lang: Lang, figures: &Figures) -> String {
    let since = figures.compared.as_ref().and_then(|compared| compared.since);
    let day = since.map(|since| local(lang, &figures.zone, since).0);
    match (&figures.beside, day) {
        (Beside::Nothing, _) => t!(lang, "watch-with-nothing"),
        (Beside::Before, None) => t!(lang, "watch-with-before"),
        (Beside::Before, Some(day)) => t!(lang, "watch-since", day = day),
        (Beside::Campaign(other), None) => tabs::name(lang, other).to_owned(),
        (Beside::Campaign(other), Some(day)) => {
            t!(lang, "watch-other-since", campaign = tabs::name(lang, other), day = day)
        }
    }
}

/// The parts of a dimension, the largest first, with what the other campaign has of each; last what only that one has.
pub fn rows(figures: &Figures, dimension: Dimension) -> Vec<(&str, i64, Option<i64>)> {
    let own = figures.story.parts(dimension).iter();
    let other = figures.other.as_deref();
    let mut rows: Vec<_> =
        own.map(|(part, n)| (part.as_str(), *n, other.map(|other| other.part(dimension, part)))).collect();
    for (part, n) in other.map_or(&[][..], |other| other.parts(dimension)) {
        if figures.story.part(dimension, part) == 0 {
            rows.push((part, 0, Some(*n)));
        }
    }
    rows
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
