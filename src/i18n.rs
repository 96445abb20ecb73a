//! The words of the product, from `locales/`. No other place holds a sentence that people read.

use std::sync::LazyLock;

use fixed_decimal::Decimal;
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale, locale};
use rust_embed::RustEmbed;

use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::reply::day_of;
use crate::domain::zone::Zone;

#[derive(RustEmbed)]
#[folder = "target/locales/"]
struct Locales;

fn load(lang: Lang) -> FluentLanguageLoader {
    let loader = fluent_language_loader!();
    let id = lang.code().parse().expect("our languages are language tags");
    loader.load_languages(&Locales, &[id]).expect("the locales are built in and checked by the tests");
    // Names are isolated where they are shown, with <bdi> or in the mail's own way.
    loader.set_use_isolating(false);
    loader
}

static ENGLISH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::En));
static FRENCH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::Fr));

/// The messages of one language.
pub fn loader(lang: Lang) -> &'static FluentLanguageLoader {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Fr => &FRENCH,
    }
}

/// A message in a language; the key and its arguments are checked when this is compiled.
macro_rules! t {
    // Words without arguments are always the same: they are put together once.
    ($lang:expr, $key:literal) => {{
        static WORDS: [std::sync::OnceLock<String>; 2] = [const { std::sync::OnceLock::new() }; 2];
        let lang: $crate::domain::lang::Lang = $lang;
        let loader = $crate::i18n::loader(lang);
        WORDS[lang as usize].get_or_init(|| i18n_embed_fl::fl!(loader, $key)).clone()
    }};
    ($lang:expr, $($message:tt)*) => {
        i18n_embed_fl::fl!($crate::i18n::loader($lang), $($message)*)
    };
}
pub(crate) use t;

/// What the audit log says was done. The key is made of the act: `audit-log-in` for `log_in`; an act that nobody has given words
/// is shown as it is written there.
pub fn act(lang: Lang, act: &str) -> String {
    let (loader, key) = (loader(lang), format!("audit-{}", act.replace('_', "-")));
    if loader.has(&key) { loader.get(&key) } else { act.replace('_', " ") }
}

/// Figures and dates are written as in Canada.
fn region(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en-CA"),
        Lang::Fr => locale!("fr-CA"),
    }
}

/// A whole number with its thousands apart.
pub fn number(lang: Lang, n: i64) -> String {
    static FORMATTERS: LazyLock<[DecimalFormatter; 2]> = LazyLock::new(|| {
        Lang::ALL.map(|lang| {
            DecimalFormatter::try_new(
                region(lang).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .expect("the data of our languages are built in")
        })
    });
    FORMATTERS[lang as usize].format(&Decimal::from(n)).to_string()
}

/// How large a file is, rounded up.
pub fn size(lang: Lang, bytes: u64) -> String {
    let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
    if kilobytes < 1000 {
        t!(lang, "size-kb", shown = number(lang, kilobytes))
    } else {
        t!(lang, "size-mb", shown = number(lang, kilobytes / 1000 + i64::from(kilobytes % 1000 > 0)))
    }
}

/// How dates are written in one language.
struct Dates {
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    year: DateTimeFormatter<Y>,
}

static DATES: LazyLock<[Dates; 2]> = LazyLock::new(|| {
    let data = "the data of our languages are built in";
    Lang::ALL.map(|lang| {
        let prefs = region(lang).into();
        Dates {
            day: DateTimeFormatter::try_new(prefs, YMD::long()).expect(data),
            month: DateTimeFormatter::try_new(prefs, YM::long()).expect(data),
            year: DateTimeFormatter::try_new(prefs, Y::long()).expect(data),
        }
    })
});

/// A date as precisely as it is known.
pub fn date(lang: Lang, date: &PartialDate) -> String {
    let day = Date::try_new_iso(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
    let day = day.expect("a partial date was checked when it was parsed");
    let dates = &DATES[lang as usize];
    match (date.month, date.day) {
        // icu writes `1 janvier`; French counts the first of a month as an ordinal.
        (Some(_), Some(1)) if lang == Lang::Fr => format!("1er {}", dates.month.format(&day)),
        (Some(_), Some(_)) => dates.day.format(&day).to_string(),
        (Some(_), None) => dates.month.format(&day).to_string(),
        _ => dates.year.format(&day).to_string(),
    }
}

/// The day a moment falls on, in UTC.
pub fn day(lang: Lang, moment: Moment) -> String {
    let (year, month, day) = moment.ymd();
    date(lang, &PartialDate { year, month: Some(month), day: Some(day) })
}

/// The day a moment falls on by the clocks of a zone.
pub fn day_in(lang: Lang, zone: &Zone, moment: Moment) -> String {
    day_of(moment, zone).map_or_else(|| day(lang, moment), |day| date(lang, &day))
}

/// What stands beside the box for updates: the words to which whoever ticks it consents.
pub fn updates_words(lang: Lang) -> String {
    format!("{}\n{}", t!(lang, "field-updates"), t!(lang, "field-updates-hint"))
}

/// Keeps a name that reads from the right from turning the text around it, where there is no markup to do it.
pub fn isolate(name: &str) -> String {
    let right_to_left =
        |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if name.chars().any(right_to_left) { format!("\u{2068}{name}\u{2069}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Lang, PartialDate, date, number};

    #[test]
    fn figures_and_dates_are_written_as_their_readers_write_them() {
        assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
        assert_eq!(number(Lang::Fr, 1_234_567), "1\u{a0}234\u{a0}567");
        let written = |lang, text| date(lang, &PartialDate::parse(text).unwrap());
        assert_eq!(written(Lang::Fr, "2017-11-29"), "29 novembre 2017");
        assert_eq!(written(Lang::En, "2017-11-29"), "November 29, 2017");
        assert_eq!(written(Lang::Fr, "2009-12"), "décembre 2009");
        assert_eq!(written(Lang::Fr, "2021-01-01"), "1er janvier 2021");
        assert_eq!(written(Lang::En, "2012"), "2012");
    }
}
