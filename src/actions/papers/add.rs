use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::digest::sha256;
use crate::domain::picture::{MOST, Paper};
use crate::domain::words::Words;
use crate::storage::{campaigns, papers, pictures};

/// How far from its end a whole PDF says that it ends (ISO 32000-1, 7.5.5, and what programs accept).
const TAIL: usize = 1024;

/// Whether a file begins and ends as a PDF does.
pub fn is_pdf(file: &[u8]) -> bool {
    let tail = &file[file.len().saturating_sub(TAIL)..];
    file.starts_with(b"%PDF-") && tail.windows(5).any(|five| five == b"%%EOF")
}

/// Stores a document behind those that the campaign has, and lists it on its page.
pub async fn add(
    desk: &Desk<'_>,
    by: By<'_>,
    campaign: &Campaign,
    title: Words,
    file: Vec<u8>,
) -> Result<Uuid, UploadError> {
    let (id, size) = (desk.id(), file.len() as u64);
    let hash = sha256(&file).chars().take(32).collect();
    let paper = Paper { id, campaign: campaign.id, title, hash, size, created_at: desk.now };
    let tx = desk.db.write().await?;
    // Of two who add one at once, one waits here.
    campaigns::lock(&*tx, campaign.id).await?;
    let known = papers::list(&*tx, campaign.id).await?;
    // Pressed twice, it is there once.
    let is_same = |known: &&Paper| (&known.hash, &known.title) == (&paper.hash, &paper.title);
    if let Some(same) = known.iter().find(is_same) {
        return Ok(same.id);
    }
    if known.len() >= MOST {
        return Err(UploadError::Full);
    }
    // The places need not be without gaps: one more than there were ever is behind all.
    let place = papers::last_place(&*tx, campaign.id).await?.map_or(0, |last| last + 1);
    papers::insert(&*tx, &paper, place, file).await?;
    pictures::touch(&*tx, campaign.id).await?;
    record(&tx, desk, by, ("add_document", format!("document {id}")), campaign).await?;
    tx.commit().await?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::is_pdf;

    #[test]
    fn a_pdf_begins_and_ends_as_one() {
        assert!(is_pdf(b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\nstartxref\n9\n%%EOF\n"));
        for other in [&b""[..], b"%PDF-", b"%PDF-1.7\ncut off", b"<html>%PDF-1.7 %%EOF", b"MZ%PDF-1.7%%EOF"] {
            assert!(!is_pdf(other), "{other:?}");
        }
    }
}
