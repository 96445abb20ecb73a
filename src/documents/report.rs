//! What an addressee or a partner is told regularly: the figures, from where and when, and new comments without their writers.

use super::delivery::flow::Flow;
use super::delivery::parted::Parted;
use super::delivery::{Names, paper};
use super::pdf::Unwritable;
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::report::{Facts, Figures};
use crate::i18n::{self, t};

/// A report as it is drawn.
pub struct Document<'a> {
    pub campaign: &'a Campaign,
    pub facts: &'a Facts,
    pub names: Names<'a>,
    /// The comments that are told, each with the region it came from.
    pub comments: &'a [(String, String)],
}

fn day(lang: Lang, written: &str) -> String {
    PartialDate::parse(written).map(|date| i18n::date(lang, &date)).unwrap_or_default()
}

impl Document<'_> {
    const fn lang(&self) -> Lang {
        self.names.lang
    }

    pub fn pdf(&self) -> Result<Vec<u8>, Unwritable> {
        let (lang, facts, main) = (self.lang(), self.facts, &self.campaign.content.language);
        let title = facts.title.said(lang.code(), main).text;
        let as_of = day(lang, &facts.as_of);
        let name = t!(lang, "report-document", title = title, day = as_of.as_str());
        let mut flow = Flow::new(paper(self.campaign), lang, &name);
        flow.title(title);
        flow.paragraph(&t!(lang, "report-as-of", day = as_of));
        let office = facts.office.said(lang.code(), main).text;
        let to = if office.is_empty() { facts.to.clone() } else { format!("{}, {office}", facts.to) };
        flow.row(&t!(lang, "package-cover-to"), &to);
        flow.row(&t!(lang, "package-cover-from"), &facts.organisation);
        let address: Vec<&str> = facts.postal_address.lines().map(str::trim).collect();
        flow.small(&address.join(", "));
        if !facts.intro.is_empty() {
            flow.gap(6.0);
            flow.paragraph(&facts.intro);
        }
        self.figures(&mut flow);
        let parted = Parted { names: self.names, parts: &facts.parts, other: t!(lang, "report-other") };
        parted.draw(&mut flow);
        if !facts.parts.is_empty() {
            flow.small(&t!(lang, "report-tens"));
        }
        self.comments(&mut flow);
        flow.gap(10.0);
        flow.small(&t!(lang, "package-method-not-about"));
        flow.finish()
    }

    fn figures(&self, flow: &mut Flow) {
        let (lang, facts) = (self.lang(), self.facts);
        flow.head(&t!(lang, "package-figures"));
        for (label, of) in kinds(lang) {
            flow.row(&label, &value(lang, facts, of));
        }
        match &facts.since {
            Some(since) => flow.small(&t!(lang, "report-new-since", day = day(lang, since))),
            None => flow.small(&t!(lang, "report-first")),
        }
    }

    fn comments(&self, flow: &mut Flow) {
        let (lang, facts) = (self.lang(), self.facts);
        if self.comments.is_empty() {
            return;
        }
        flow.head(&t!(lang, "report-comments"));
        flow.small(&t!(lang, "report-comments-about"));
        for (region, words) in self.comments {
            flow.need(40.0);
            flow.small(&self.names.part("region", region));
            flow.paragraph(words);
        }
        if facts.more_comments > 0 {
            let (count, number) = (facts.more_comments, i18n::number(lang, facts.more_comments));
            flow.small(&t!(lang, "report-more-comments", count = count, number = number));
        }
    }
}

/// One of the figures.
pub type Of = fn(&Figures) -> i64;

/// What is counted, in the order in which it is told.
pub fn kinds(lang: Lang) -> [(String, Of); 5] {
    [
        (t!(lang, "package-online"), |figures| figures.online),
        (t!(lang, "package-paper"), |figures| figures.paper),
        (t!(lang, "package-postcards"), |figures| figures.postcards),
        (t!(lang, "report-organisations"), |figures| figures.organisations),
        (t!(lang, "report-professionals"), |figures| figures.professionals),
    ]
}

/// A figure, and how many of it are new.
fn value(lang: Lang, facts: &Facts, of: Of) -> String {
    let number = i18n::number(lang, of(&facts.figures));
    match facts.new.map(|new| of(&new)).filter(|new| *new > 0) {
        Some(new) => t!(lang, "report-figure-new", number = number, new = i18n::number(lang, new)),
        None => number,
    }
}
