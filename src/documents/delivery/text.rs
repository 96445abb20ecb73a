//! The text as it was signed: each version in each of its languages; and the organisations behind it.

use super::Facts;
use super::blocks::{Kind, blocks};
use super::flow::Flow;
use crate::documents::pdf::Unwritable;
use crate::domain::content;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::Words;
use crate::i18n::{self, t};

/// A version of a text with its demands and addressees.
pub struct Signed<'a> {
    pub version: Version<'a>,
    pub text: &'a content::Text,
}

/// Which words these are, and what proves them.
pub struct Version<'a> {
    pub version: i32,
    pub published_at: Moment,
    pub body: &'a Words,
    /// SHA-256, in hexadecimal.
    pub digest: &'a str,
}

/// `letters` are the versions of the open letter, which organisations and professionals sign.
pub fn pdf(
    facts: &Facts<'_>,
    (versions, letters): (&[Signed<'_>], &[Version<'_>]),
) -> Result<Vec<u8>, Unwritable> {
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
    for letter in letters {
        for tag in letter.body.tags() {
            flow.turn();
            flow.said_in(lang.code());
            flow.title(&t!(lang, "package-text-letter"));
            body(&mut flow, facts, letter, tag.as_str());
        }
    }
    organisations(&mut flow, facts);
    flow.finish()
}

/// Who stands behind the campaign, as its page names them: they are part of no version, and did not sign on by themselves.
fn organisations(flow: &mut Flow, facts: &Facts<'_>) {
    let (lang, content) = (facts.lang(), &facts.campaign.content);
    if content.organisations.is_empty() {
        return;
    }
    let said = |words: &Words| words.said(lang.code(), &content.language).text.to_owned();
    flow.said_in(lang.code());
    flow.head(&t!(lang, "package-text-organisations"));
    flow.small(&t!(lang, "package-text-organisations-about"));
    if let Some(note) = &content.organisations_note {
        flow.paragraph(&said(note));
    }
    for one in &content.organisations {
        let note = one.note.as_ref().map(|note| format!(" – {}", said(note))).unwrap_or_default();
        flow.said_in(&one.lang);
        flow.item("•", &format!("{}{note}", one.name));
    }
}

/// Which words these are, and the words.
fn body(flow: &mut Flow, facts: &Facts<'_>, of: &Version<'_>, tag: &str) {
    let lang = facts.lang();
    let language = tag.parse().map_or_else(|()| tag.to_owned(), |lang: Lang| lang.own_name().to_owned());
    let day = i18n::day(lang, of.published_at);
    flow.small(&t!(lang, "package-text-version", version = of.version, day = day, language = language));
    flow.small(&t!(lang, "package-text-digest", digest = of.digest));
    flow.gap(6.0);
    flow.said_in(tag);
    for (kind, words) in blocks(of.body.said(tag, &facts.campaign.content.language).text) {
        match kind {
            Kind::Heading => flow.head(&words),
            Kind::Paragraph => flow.paragraph(&words),
            Kind::Item => flow.item("•", &words),
        }
    }
}

fn set(flow: &mut Flow, facts: &Facts<'_>, signed: &Signed<'_>, tag: &str) {
    let (lang, main) = (facts.lang(), &facts.campaign.content.language);
    flow.said_in(tag);
    flow.title(facts.campaign.content.title.said(tag, main).text);
    flow.said_in(lang.code());
    body(flow, facts, &signed.version, tag);
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
