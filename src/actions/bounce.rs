//! A mail came back, or somebody complained: the address gets no more mail, whatever the campaign.

use uuid::Uuid;

use super::reports::{leave_in, open_mailbox};
use super::{ActionError, Desk};
use crate::domain::bounce::Reason;
use crate::domain::consent::Ended;
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::storage::audits::Entry;
use crate::storage::outbox::{self, Kind};
use crate::storage::reports::receivers;
use crate::storage::{blocks, consents, postcards, repeats, returns, sign_ons, signatures};

/// What a report is about. It names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub campaign: i32,
    pub signature: Option<Uuid>,
    pub mail: Option<Uuid>,
    /// The address, as far as it is still known.
    pub address: Option<Index>,
}

/// Finds what a report is about, by the return address, which carries our seal, or by the id of the mail, which only its
/// recipient and the servers on its way have seen. The address in the report itself is never believed: whoever has one
/// mail of ours could have anybody's mail stopped.
pub async fn find_subject(
    desk: &Desk<'_>,
    tokens: &[String],
    mails: &[Uuid],
) -> Result<Option<Subject>, ActionError> {
    let mut filed = None;
    for id in mails {
        filed = find_filed(desk, *id).await?;
        if filed.is_some() {
            break;
        }
    }
    let Some(claims) = tokens.iter().find_map(|token| desk.vault.return_claims(token)) else {
        return Ok(filed);
    };
    let (campaign, id) = (claims.campaign, claims.id);
    let same = filed.filter(|filed| filed.campaign == campaign && filed.signature == Some(id));
    let signature = signatures::find(desk.db.read(), campaign, id).await?;
    let signed_on = sign_ons::find(desk.db.read(), campaign, id).await?;
    let card = postcards::find(desk.db.read(), campaign, id).await?;
    let reported = reported(desk, campaign, id).await?;
    Ok(Some(Subject {
        campaign,
        signature: Some(id),
        mail: same.and_then(|filed| filed.mail),
        // Of a signature that has ended since, the record of its mail may still know the address.
        address: signature
            .and_then(|signature| signature.email_index)
            .or(signed_on.and_then(|one| one.email()))
            .or(card.and_then(|one| one.email()))
            .or(reported)
            .or(same.and_then(|filed| filed.address)),
    }))
}

/// The address of who gets a report.
async fn reported(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Index>, ActionError> {
    let found = receivers::find(desk.db.read(), campaign, id).await?;
    let Some(receiver) = found.filter(|one| !one.is_forgotten()) else { return Ok(None) };
    let mailbox = open_mailbox(desk.vault, &receiver)?;
    Ok(EmailAddress::parse(&mailbox.email).ok().map(|email| desk.email_index(&email)))
}

async fn find_filed(desk: &Desk<'_>, id: Uuid) -> Result<Option<Subject>, ActionError> {
    let Some(mail) = outbox::find(desk.db.read(), id).await? else { return Ok(None) };
    let signature = match (mail.kind, mail.subject) {
        (Kind::Confirm | Kind::Update | Kind::Report, subject) => subject,
        (Kind::AlreadySigned | Kind::AddressTaken, Some(repeat)) => {
            repeats::find(desk.db.read(), mail.campaign, repeat).await?.map(|repeat| repeat.signature)
        }
        _ => None,
    };
    let mut address = mail.recipient;
    if let (None, Some(id)) = (address, signature) {
        // An update names no address, and neither does a report.
        address = if mail.kind == Kind::Report {
            reported(desk, mail.campaign, id).await?
        } else {
            signatures::find(desk.db.read(), mail.campaign, id).await?.and_then(|one| one.email_index)
        };
    }
    Ok(Some(Subject { campaign: mail.campaign, signature, mail: Some(id), address }))
}

/// The address takes no mail: it gets none, and its signatures are marked, so that those that wait are no longer expected.
pub async fn bounced(desk: &Desk<'_>, subject: &Subject) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    if let Some(id) = subject.signature {
        returns::mark(&*tx, subject.campaign, id, desk.now).await?;
    }
    if let Some(address) = subject.address {
        returns::mark_address(&*tx, address, desk.now).await?;
        blocks::put(&*tx, address, Reason::Bounced, desk.now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The person wants no more: no mail, and no updates from any campaign.
pub async fn complained(desk: &Desk<'_>, subject: &Subject) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    if let Some(id) = subject.signature {
        consents::end_one(&*tx, (subject.campaign, id), Ended::Complaint, desk.now).await?;
    }
    if let Some(address) = subject.address {
        consents::end_at(&*tx, address, None, Ended::Complaint, desk.now).await?;
        sign_ons::end_updates(&*tx, address, None).await?;
        postcards::end_updates(&*tx, address, None).await?;
        blocks::put(&*tx, address, Reason::Complained, desk.now).await?;
    }
    if let Some(id) = subject.signature {
        // Last, since it may be put on record.
        leave_in(&tx, desk, subject.campaign, id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Staff let an address have mail again, at its owner's wish. Returns whether it was blocked.
pub async fn lift(desk: &Desk<'_>, email: &EmailAddress, actor: &str) -> Result<bool, ActionError> {
    let tx = desk.db.write().await?;
    let indexes = desk.vault.indexes("email", &[&email.canonical(&desk.rules.email)]);
    for address in &indexes {
        returns::unmark_confirmed(&*tx, *address).await?;
    }
    let was_blocked = blocks::lift(&*tx, indexes).await? > 0;
    if was_blocked {
        let entry =
            Entry { actor, act: "lift_block", campaign: None, subject: String::new(), detail: String::new() };
        desk.record(&tx, entry).await?;
    }
    tx.commit().await?;
    Ok(was_blocked)
}
