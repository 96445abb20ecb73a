//! How many signed, from where and when: a page of charts, and every number behind them.

use super::Facts;
use super::flow::Flow;
use super::parted::Parted;
use crate::documents::pdf::Unwritable;
use crate::i18n::{self, t};

pub fn pdf(facts: &Facts<'_>) -> Result<Vec<u8>, Unwritable> {
    let (lang, counts) = (facts.lang(), facts.counts);
    let what = t!(lang, "package-figures");
    let mut flow = Flow::new(facts.paper(), lang, &facts.named(&what));
    flow.title(&what);
    flow.row(&t!(lang, "package-online"), &i18n::number(lang, counts.online));
    flow.row(&t!(lang, "package-paper"), &i18n::number(lang, counts.paper));
    flow.row(&t!(lang, "package-postcards"), &i18n::number(lang, counts.postcards));
    let other = t!(lang, "package-part-other");
    Parted { names: facts.names, parts: &counts.parts, other }.draw(&mut flow);
    flow.finish()
}
