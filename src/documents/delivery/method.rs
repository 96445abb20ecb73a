//! How signatures were verified, what was left out and why, and what the numbers are not.

use super::Facts;
use super::flow::Flow;
use crate::documents::pdf::Unwritable;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};

/// Why some are left out, in words; nothing for a reason that offices are not told of.
fn reason(lang: Lang, key: &str) -> Option<String> {
    let words = match key {
        "held" => t!(lang, "package-out-held"),
        "unconfirmed" => t!(lang, "package-out-unconfirmed"),
        "withdrawn" => t!(lang, "package-out-withdrawn"),
        "disowned" => t!(lang, "package-out-disowned"),
        "invalidated" => t!(lang, "package-out-invalidated"),
        "withheld" => t!(lang, "package-out-withheld"),
        "left_after_cut_off" => t!(lang, "package-out-left"),
        _ => return None,
    };
    Some(words)
}

pub fn pdf(facts: &Facts<'_>) -> Result<Vec<u8>, Unwritable> {
    let lang = facts.lang();
    let what = t!(lang, "package-method");
    let mut flow = Flow::new(facts.paper(), lang, &facts.named(&what));
    flow.title(&what);
    let parts = [
        (t!(lang, "package-method-online"), t!(lang, "package-method-online-about")),
        (t!(lang, "package-method-once"), t!(lang, "package-method-once-about")),
        (t!(lang, "package-method-doubt"), t!(lang, "package-method-doubt-about")),
        (t!(lang, "package-method-paper"), t!(lang, "package-method-paper-about")),
        (t!(lang, "package-method-after"), t!(lang, "package-method-after-about")),
    ];
    for (title, about) in parts {
        flow.head(&title);
        flow.paragraph(&about);
    }
    flow.head(&t!(lang, "package-method-left-out"));
    let out = &facts.counts.left_out;
    let told: Vec<_> = out.iter().filter_map(|(key, n)| Some((reason(lang, key)?, *n))).collect();
    if told.is_empty() {
        flow.paragraph(&t!(lang, "package-method-nobody"));
    }
    for (words, many) in told {
        flow.row(&words, &i18n::number(lang, many));
    }
    flow.head(&t!(lang, "package-method-told"));
    flow.paragraph(&facts.disclosed());
    flow.paragraph(&t!(lang, "package-method-told-about"));
    flow.head(&t!(lang, "package-method-not"));
    flow.paragraph(&t!(lang, "package-method-not-about"));
    flow.finish()
}
