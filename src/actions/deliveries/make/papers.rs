//! The documents of a package.

use std::io::Write;

use super::contents::{Content, WORDS};
use super::feed::Feed;
use super::{MakeError, Watch, Work};
use crate::actions::Desk;
use crate::documents::delivery::cover::Cover;
use crate::documents::delivery::roll::{VOLUME, Volume};
use crate::documents::delivery::text::{Signed, Version, pdf as text_pdf};
use crate::documents::delivery::{Facts, Names, case_files, figures, method};
use crate::domain::content::ReportedKind;
use crate::domain::delivery::census::{own_riding, told};
use crate::domain::delivery::manifest::Counts;
use crate::domain::riding::Ridings;
use crate::paths;

impl Work {
    /// What the addressee may be told of the counts; so many have left.
    pub(super) fn told(&self, gone: i64) -> Counts {
        let mut counts = told(self.delivery.counts.clone(), self.delivery.disclosure);
        if gone > 0 {
            counts.left_out.insert("left_after_cut_off".to_owned(), gone);
        }
        counts
    }

    fn facts<'a>(&'a self, desk: Desk<'a>, ridings: &'a Ridings, counts: &'a Counts) -> Facts<'a> {
        Facts {
            campaign: &self.campaign,
            delivery: &self.delivery,
            counts,
            organisation: &self.organisation.name,
            postal_address: &self.organisation.postal_address,
            names: Names { lang: self.delivery.to.lang, countries: &desk.rules.countries, ridings },
        }
    }

    /// Writes a document that is set at once.
    pub(super) fn paper(
        &self,
        desk: Desk<'_>,
        (content, gone): (Content, i64),
        out: &mut dyn Write,
    ) -> Result<(), MakeError> {
        let (ridings, counts) = (desk.atlas.ridings(), self.told(gone));
        let facts = self.facts(desk, &ridings, &counts);
        let bytes = match content {
            Content::Text => self.text(&facts)?,
            Content::Method => method::pdf(&facts)?,
            Content::Figures => figures::pdf(&facts)?,
            Content::CaseFiles => case_files::pdf(&facts)?,
            _ => self.cover(desk, &facts)?,
        };
        Ok(out.write_all(&bytes)?)
    }

    fn cover(&self, desk: Desk<'_>, facts: &Facts<'_>) -> Result<Vec<u8>, MakeError> {
        let (one, all) = (&self.delivery, self.contents());
        let first = all.iter().find(|content| matches!(content, Content::Words(..)));
        // What there may be many of is named once.
        let is_named = |content: &&Content| match content {
            Content::Volume(number) => *number == 0,
            Content::Words(..) => Some(*content) == first,
            _ => true,
        };
        let names = all.iter().filter(is_named).map(|content| match content {
            Content::Words(..) => WORDS.to_owned(),
            Content::Volume(_) if self.volumes() > 1 => {
                format!("roll/roll-001.pdf … roll-{:03}.pdf", self.volumes())
            }
            content => content.name(),
        });
        let address = format!("{}{}", self.public_url, paths::delivery_key(one.to.lang));
        let cover = Cover {
            facts,
            as_of: one.cut_off.unwrap_or(desk.now),
            own_riding: own_riding(facts.counts, &one.to.riding, one.disclosure),
            reported: self.campaign.content.reported(ReportedKind::Signatures),
            key: &self.signer.fingerprint(),
            key_address: &address,
            files: &names.collect::<Vec<_>>(),
        };
        Ok(cover.pdf()?)
    }

    fn text(&self, facts: &Facts<'_>) -> Result<Vec<u8>, MakeError> {
        let versions = self.editions.iter().map(|stored| Signed {
            version: Version {
                version: stored.version,
                published_at: stored.published_at,
                body: &stored.text.body,
                digest: &stored.digest,
            },
            text: &stored.text,
        });
        let letters = self.letters.iter().map(|stored| Version {
            version: stored.version,
            published_at: stored.published_at,
            body: &stored.body,
            digest: &stored.digest,
        });
        let (versions, letters): (Vec<_>, Vec<_>) = (versions.collect(), letters.collect());
        Ok(text_pdf(facts, (&versions, &letters))?)
    }

    /// A volume of the roll.
    pub(super) fn volume(
        &self,
        feed: &Feed<'_>,
        (number, gone): (i64, i64),
        watch: &Watch,
        out: &mut dyn Write,
    ) -> Result<(), MakeError> {
        let (desk, counts) = (feed.desk, self.told(gone));
        let ridings = desk.atlas.ridings();
        let facts = self.facts(desk, &ridings, &counts);
        let mut volume = Volume::begin(&facts, (number + 1, self.volumes()));
        feed.each((number * VOLUME, self.delivery.lines.min((number + 1) * VOLUME)), |line| {
            volume.line(line);
            watch.step(1)
        })?;
        Ok(out.write_all(&volume.finish()?)?)
    }
}
