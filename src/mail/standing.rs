use super::{Letter, List, Part, Sender};
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::report::Facts;
use crate::i18n::{self, t};
use crate::paths;

/// What is told regularly to an addressee or a partner: the figures in a few lines, with all of it in the file that goes along.
/// Nobody who signed is named, and nothing tells whether it was read.
pub struct Standing<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub facts: &'a Facts,
    /// How many comments the file tells.
    pub comments: usize,
    pub reached: Reached<'a>,
}

/// Who it goes to.
#[derive(Clone, Copy)]
pub enum Reached<'a> {
    /// A receiver, and the token that ends their reports.
    Receiver { stop: &'a str },
    /// One of the team, who tries it.
    Team,
}

impl Standing<'_> {
    /// The list it goes to, as mail programs know it (RFC 2919, RFC 8058).
    pub fn list(&self, stop: &str) -> List {
        let unsubscribe = format!("{}{}", self.sender.public_url, paths::unsubscribe(stop));
        List { name: format!("{}-reports", self.campaign.slug), unsubscribe }
    }

    /// What the file is called.
    pub fn file_name(&self) -> String {
        format!("{}-{}.pdf", self.campaign.slug, self.facts.as_of)
    }

    pub fn letter(&self) -> Letter {
        let (lang, facts) = (self.lang, self.facts);
        let title = i18n::isolate(facts.title.said(lang.code(), &self.campaign.content.language).text);
        let day = PartialDate::parse(&facts.as_of).map(|date| i18n::date(lang, &date)).unwrap_or_default();
        let mut parts = Vec::new();
        if matches!(self.reached, Reached::Team) {
            parts.push(Part::Small(t!(lang, "mail-report-try")));
        }
        if !facts.intro.is_empty() {
            parts.push(Part::Text(i18n::isolate(&facts.intro)));
        }
        parts.push(Part::Text(t!(lang, "mail-report-intro", title = title.as_str(), day = day.as_str())));
        parts.push(Part::Quote(self.figures()));
        parts.push(Part::Text(match i64::try_from(self.comments).unwrap_or(i64::MAX) {
            0 => t!(lang, "mail-report-file"),
            count => t!(lang, "mail-report-file-comments", count = count),
        }));
        let organisation = i18n::isolate(&facts.organisation);
        parts.push(Part::Small(t!(
            lang,
            "mail-report-why",
            organisation = organisation,
            title = title.as_str()
        )));
        if let Reached::Receiver { stop } = self.reached {
            let url = format!("{}{}", self.sender.public_url, paths::unsubscribe(stop));
            parts.push(Part::Link { label: t!(lang, "mail-report-stop"), url });
        }
        parts.push(Part::Small(format!("{}\n{}", facts.organisation, facts.postal_address)));
        let subject = t!(lang, "mail-report-subject", title = title, day = day);
        let subject = match self.reached {
            Reached::Receiver { .. } => subject,
            Reached::Team => t!(lang, "mail-update-rehearsal-subject", title = subject),
        };
        Letter { lang, subject, parts }
    }

    /// The figures, a line each; those of which there are none are left out.
    fn figures(&self) -> String {
        let (lang, facts) = (self.lang, self.facts);
        let (now, new) = (facts.figures, facts.new.unwrap_or_default());
        let figures = [
            (t!(lang, "mail-report-online"), now.online, new.online),
            (t!(lang, "mail-report-paper"), now.paper, new.paper),
            (t!(lang, "mail-report-postcards"), now.postcards, new.postcards),
            (t!(lang, "mail-report-organisations"), now.organisations, new.organisations),
            (t!(lang, "mail-report-professionals"), now.professionals, new.professionals),
        ];
        let told = figures.into_iter().enumerate().filter(|(at, (_, now, _))| *at == 0 || *now > 0);
        let lines = told.map(|(_, (what, now, new))| {
            let number = i18n::number(lang, now);
            match new {
                0 => t!(lang, "mail-report-line", what = what, number = number),
                new => t!(
                    lang,
                    "mail-report-line-new",
                    what = what,
                    number = number,
                    new = i18n::number(lang, new)
                ),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}
