use super::{On, ReplyError, hold, record, save};
use crate::actions::Desk;
use crate::actions::papers::add::is_pdf;
use crate::actions::pictures::develop::{Unusable, develop};
use crate::domain::digest::sha256;
use crate::domain::reply::{Document, DocumentKind};
use crate::storage::replies::documents;

/// The document as it is kept: a PDF as it came, or the largest copy of a photo, without what the camera wrote beside it.
pub async fn prepare(file: Vec<u8>) -> Result<(DocumentKind, Vec<u8>), Unusable> {
    if is_pdf(&file) {
        return Ok((DocumentKind::Pdf, file));
    }
    let copy = develop(file).await?.pop().map(|copy| copy.bytes).unwrap_or_default();
    Ok((DocumentKind::Jpeg, copy))
}

/// Attaches the document of a reply, in the place of the one before.
pub async fn attach(
    desk: &Desk<'_>,
    on: On<'_>,
    kind: DocumentKind,
    bytes: Vec<u8>,
) -> Result<(), ReplyError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let document = Document { kind, size, hash: sha256(&bytes) };
    if one.document.as_ref() == Some(&document) {
        return Ok(());
    }
    documents::put(&*tx, on.of, &document, bytes).await?;
    one.document = Some(document);
    save(&tx, desk, one).await?;
    record(&tx, desk, on, "attach_reply_document", kind.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the document of a reply away.
pub async fn detach(desk: &Desk<'_>, on: On<'_>) -> Result<(), ReplyError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if one.document.take().is_none() {
        return Ok(());
    }
    documents::delete(&*tx, on.of).await?;
    save(&tx, desk, one).await?;
    record(&tx, desk, on, "detach_reply_document", String::new()).await?;
    tx.commit().await?;
    Ok(())
}
