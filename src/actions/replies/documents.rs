use uuid::Uuid;

use super::{On, ReplyError, hold, record, save};
use crate::actions::papers::add::is_pdf;
use crate::actions::pictures::develop::{Unusable, develop};
use crate::actions::{ActionError, Desk};
use crate::domain::digest::sha256;
use crate::domain::reply::{Document, DocumentKind};
use crate::storage::replies::{Of, documents};
use crate::storage::vault::Seat;

/// Where a document is sealed to: its reply, which has a number and no id.
fn seat((campaign, number): Of) -> Seat<'static> {
    let id = Uuid::from_u128(u128::from(number.unsigned_abs()));
    Seat { table: "reply_document", campaign, id }
}

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
    let sealed = desk.vault.seal_bytes(seat(on.of), &bytes);
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let document = Document { kind, size, hash: sha256(&bytes) };
    if one.document.as_ref() == Some(&document) {
        return Ok(());
    }
    documents::put(&*tx, on.of, &document, sealed).await?;
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

/// The document of a reply as it was attached, whoever may see it; none where there is none.
pub async fn find_document(desk: &Desk<'_>, of: Of) -> Result<Option<Vec<u8>>, ActionError> {
    let Some(sealed) = documents::find_sealed(desk.db.read(), of).await? else { return Ok(None) };
    Ok(Some(desk.vault.open_bytes(seat(of), &sealed)?))
}

/// The documents under another key. They are large, so each is a transaction of its own.
pub(in crate::actions) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let mut done = 0;
    for of in documents::list_all(desk.db.read()).await? {
        let tx = desk.db.write().await?;
        if let Some(sealed) = documents::find_sealed(&*tx, of).await?
            && !desk.vault.is_current(&sealed)
        {
            let bytes = desk.vault.open_bytes(seat(of), &sealed)?;
            documents::reseal(&*tx, of, desk.vault.seal_bytes(seat(of), &bytes)).await?;
            done += 1;
        }
        tx.commit().await?;
    }
    Ok(done)
}
