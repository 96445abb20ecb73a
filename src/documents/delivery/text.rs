//! The text as it was signed: each version in each of its languages.

use super::Facts;
use super::blocks::{Kind, blocks};
use super::flow::Flow;
use crate::documents::pdf::Unwritable;
use crate::domain::content;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};

/// A version of a text, and what proves its words.
pub struct Signed<'a> {
    pub version: i32,
    pub published_at: Moment,
    pub text: &'a content::Text,
    /// SHA-256, in hexadecimal.
    pub digest: &'a str,
}

pub fn pdf(facts: &Facts<'_>, versions: &[Signed<'_>]) -> Result<Vec<u8>, Unwritable> {
    let lang = facts.lang();
    let title = facts.named(&t!(lang, "package-text"));
    let mut flow = Flow::new(facts.paper(), lang, &title);
    let mut is_first = true;
    for signed in versions {
        for tag in signed.text.body.tags() {
            if !std::mem::take(&mut is_first) {
                flow.turn();
            }
            set(&mut flow, facts, signed, tag.as_str());
        }
    }
    flow.finish()
}

fn set(flow: &mut Flow, facts: &Facts<'_>, signed: &Signed<'_>, tag: &str) {
    let (lang, main) = (facts.lang(), &facts.campaign.content.language);
    flow.said_in(tag);
    flow.title(facts.campaign.content.title.said(tag, main).text);
    flow.said_in(lang.code());
    let day = i18n::day(lang, signed.published_at);
    let language = tag.parse().map_or_else(|()| tag.to_owned(), |lang: Lang| lang.own_name().to_owned());
    flow.small(&t!(lang, "package-text-version", version = signed.version, day = day, language = language));
    flow.small(&t!(lang, "package-text-digest", digest = signed.digest));
    flow.gap(6.0);
    flow.said_in(tag);
    for (kind, words) in blocks(signed.text.body.said(tag, main).text) {
        match kind {
            Kind::Heading => flow.head(&words),
            Kind::Paragraph => flow.paragraph(&words),
            Kind::Item => flow.item("•", &words),
        }
    }
    if !signed.text.demands.is_empty() {
        flow.said_in(lang.code());
        flow.head(&t!(lang, "package-text-demands"));
        flow.said_in(tag);
        for (number, demand) in (1..).zip(&signed.text.demands) {
            flow.item(&format!("{number}."), demand.text.said(tag, main).text);
        }
    }
    flow.said_in(lang.code());
    flow.head(&t!(lang, "package-text-addressees"));
    for addressee in &signed.text.addressees {
        flow.item("•", &format!("{}, {}", addressee.name, addressee.office.said(tag, main).text));
    }
}
