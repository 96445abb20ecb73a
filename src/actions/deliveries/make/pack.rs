//! Putting the files of a package into one archive, with the manifest that names them, signed.

use std::io;

use tokio::runtime::Handle;

use super::sink::{ARCHIVE, Sink, Source};
use super::{MakeError, Watch, Work};
use crate::actions::Desk;
use crate::domain::delivery::manifest::{self, FORMAT, Manifest, VERSION};
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::package::write::Packer;
use crate::storage::StorageError;
use crate::storage::deliveries::packages::Whole;
use crate::storage::deliveries::{self, approvals, files, packages};

impl Work {
    /// Packs what is there; what there is of the archive.
    pub(super) fn pack(
        &self,
        desk: Desk<'_>,
        handle: &Handle,
        watch: &Watch,
        gone: i64,
    ) -> Result<Whole, MakeError> {
        let there = handle.block_on(files::list(desk.db.read(), self.package.id))?;
        let manifest = handle.block_on(self.manifest(desk, gone))?;
        let cut_off = self.delivery.cut_off.unwrap_or(desk.now);
        let mut packer = Packer::new(Sink::begin(desk, handle, self.package.id, ARCHIVE)?, cut_off);
        for content in self.contents() {
            let name = content.name();
            let file = there.iter().find(|file| file.name == name).ok_or(MakeError::Unwanted)?;
            packer.add(&name, |mut out| {
                io::copy(&mut Source::new(desk, handle, file), &mut out)?;
                // At once where it is wanted no more.
                watch.step(0)
            })?;
        }
        let (sink, hash) = packer.finish(manifest, &self.signer)?;
        let bytes = sink.finish()?;
        Ok(Whole { bytes, gone, manifest: hash })
    }

    async fn manifest(&self, desk: Desk<'_>, gone: i64) -> Result<Manifest, MakeError> {
        let one = &self.delivery;
        let counts = self.told(gone);
        let title = |lang: Lang| (lang.code().to_owned(), self.campaign.content.title.get(lang).to_owned());
        Ok(Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            campaign: manifest::Campaign {
                slug: self.campaign.slug.clone(),
                title: Lang::ALL.into_iter().map(title).filter(|(_, title)| !title.is_empty()).collect(),
                organisation: self.organisation.name.clone(),
            },
            addressee: manifest::Addressee {
                name: one.to.name.clone(),
                office: one.to.office.get(one.to.lang).to_owned(),
                language: one.to.lang.code().to_owned(),
            },
            delivery: one.number,
            cut_off: one.cut_off.unwrap_or(desk.now).to_string(),
            disclosure: one.disclosure.as_str().to_owned(),
            texts: self.texts(),
            counts,
            previous: self.previous(desk).await?,
            key: String::new(),
            files: Vec::new(),
        })
    }

    /// The texts that anybody may have signed, each with what proves its words.
    fn texts(&self) -> Vec<manifest::Text> {
        let text = |of: Option<&str>, (version, body, sha256): (i32, &Words, &str)| {
            let in_one = |language: &Tag| manifest::Text {
                of: of.map(str::to_owned),
                version,
                language: language.to_string(),
                sha256: sha256.to_owned(),
            };
            body.tags().map(in_one).collect::<Vec<_>>()
        };
        let editions = self.editions.iter().map(|one| (one.version, &one.text.body, &*one.digest));
        let letters = self.letters.iter().map(|one| (one.version, &one.body, &*one.digest));
        let editions = editions.flat_map(|one| text(None, one));
        editions.chain(letters.flat_map(|one| text(Some(manifest::LETTER), one))).collect()
    }

    /// The hash of the manifest that the addressee has of the delivery before: of the edition that was fetched last, by the office
    /// itself if it has fetched one.
    async fn previous(&self, desk: Desk<'_>) -> Result<Option<String>, StorageError> {
        let (db, one) = (desk.db.read(), &self.delivery);
        let all = deliveries::list_to(db, one.campaign, &one.to.key).await?;
        let before = all.iter().filter(|other| other.is_before(one) && other.stage.is_delivered());
        let before = before.max_by_key(|other| (other.cut_off, other.number));
        let Some(before) = before else { return Ok(None) };
        let of = (before.campaign, before.number);
        let fetches = approvals::list_fetches(db, of).await?;
        let last = fetches.iter().find(|fetch| fetch.account.is_none()).or(fetches.first());
        let mut made = packages::list(db, of).await?;
        made.retain(|package| !package.manifest.is_empty());
        let fetched = made.iter().find(|package| last.is_some_and(|fetch| fetch.package == package.id));
        Ok(fetched.or(made.first()).map(|package| package.manifest.clone()))
    }
}
