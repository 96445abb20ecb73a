use super::confirm::signed_off;
use super::{Letter, Part, Sender};
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::occasion::Occasion;
use crate::i18n::{self, t};
use crate::paths;

/// To one of the team: something has come to a campaign.
pub struct Reminder<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub occasion: Occasion,
    /// What the addressee is called whom it is about; empty where it is about none.
    pub addressee: &'a str,
}

impl Reminder<'_> {
    pub fn letter(&self) -> Letter {
        let (lang, content) = (self.lang, &self.campaign.content);
        let title = content.title.get(lang);
        let url = |path: String| format!("{}{path}", self.sender.public_url);
        let mut parts = vec![Part::Text(self.words()), Part::Quote(title.to_owned())];
        if let Occasion::Date { date, .. } = &self.occasion {
            let of_day = content.key_dates.iter().filter(|one| one.date == *date);
            parts.extend(of_day.map(|one| Part::Text(one.title.get(lang).to_owned())));
        }
        let (label, path) = self.leads();
        parts.push(Part::Link { label, url: url(path) });
        parts.push(Part::Link {
            label: t!(lang, "mail-reminder-choose"),
            url: url(paths::STUDIO_REMINDERS.to_owned()),
        });
        parts.push(signed_off(self.sender, lang));
        Letter { lang, subject: t!(lang, "mail-reminder-subject", title = title), parts }
    }

    /// Where more of it is seen.
    fn leads(&self) -> (String, String) {
        let (lang, slug) = (self.lang, &self.campaign.slug);
        match &self.occasion {
            Occasion::Silence { key, .. } | Occasion::FollowUp { key, .. } => {
                (t!(lang, "mail-reminder-record"), paths::studio_addressee(slug, key))
            }
            _ => (t!(lang, "mail-reminder-see"), paths::studio_campaign(slug)),
        }
    }

    /// What has come.
    fn words(&self) -> String {
        let lang = self.lang;
        let day = |date: &PartialDate| i18n::date(lang, date);
        match &self.occasion {
            Occasion::Milestone(number) => {
                t!(lang, "mail-reminder-milestone", number = i18n::number(lang, *number))
            }
            Occasion::Date { date, ahead: 0 } => t!(lang, "mail-reminder-date", date = day(date)),
            Occasion::Date { date, ahead } => {
                t!(lang, "mail-reminder-date-ahead", date = day(date), days = i64::clone(ahead))
            }
            Occasion::Closing { date, ahead: 0 } => t!(lang, "mail-reminder-closing", date = day(date)),
            Occasion::Closing { date, ahead } => {
                t!(lang, "mail-reminder-closing-ahead", date = day(date), days = i64::clone(ahead))
            }
            Occasion::Silence { since, days, .. } => {
                let name = i18n::isolate(self.addressee);
                t!(lang, "mail-reminder-silence", name = name, date = day(since), days = i64::clone(days))
            }
            Occasion::FollowUp { due, .. } => {
                t!(lang, "mail-reminder-follow-up", name = i18n::isolate(self.addressee), date = day(due))
            }
        }
    }
}
