//! Another key follows: everything sealed is sealed anew under it. Run while the service is stopped; cut off, it goes on
//! where it was, since sealed bytes begin with the number of their key.

mod accounts;
mod decisions;
mod deliveries;
mod factors;
mod incidents;
mod inquiries;
mod invitations;
mod ledger;
mod listings;
mod messages;
mod official_sheets;

use uuid::Uuid;

use super::{
    ActionError, Desk,
    accounts::carrier_keys,
    contact,
    deliveries::enclose,
    follow_up, postcards, replies, reports,
    review::person_marks,
    seat,
    sign::{Sent, repeat_seat},
    sign_on, signature_sheets,
};
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::mark::Marks;
use crate::domain::message::Message;
use crate::domain::name::FullName;
use crate::domain::person::Person;
use crate::domain::signature::Signature;
use crate::storage::audits::Entry;
use crate::storage::{audit_keys, census, outbox, print_runs, repeats};

const PAGE: u64 = 500;

/// Seals and indexes everything anew under the vault's newest key; returns how many rows that were.
pub async fn reseal_all(desk: &Desk<'_>, actor: &str) -> Result<u64, ActionError> {
    let mut done = 0;
    let mut after = (0, Uuid::nil());
    loop {
        let page = census::list_sealed(desk.db.read(), after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = (last.campaign, last.id);
        let tx = desk.db.write().await?;
        for signature in page.iter().filter(|signature| !desk.vault.is_current(&signature.sealed)) {
            let person = desk.person(signature)?;
            let sealed = desk.vault.seal(seat(signature.campaign, signature.id), &person);
            let (indexes, marks) = indexes(desk, signature, &person);
            census::reseal(&*tx, signature.campaign, signature.id, sealed, indexes, marks).await?;
            done += 1;
        }
        tx.commit().await?;
    }
    done += decisions::reseal(desk).await?;
    done += postcards::reseal(desk).await?;
    done += signature_sheets::reseal(desk).await?;
    done += deliveries::reseal(desk).await?;
    done += follow_up::reseal(desk).await?;
    done += ledger::reseal_scans(desk).await?;
    done += replies::reseal(desk).await?;
    done += reseal_few(desk, actor).await?;
    Ok(done)
}

/// What is few is done in one transaction, and the rotation is put on record.
async fn reseal_few(desk: &Desk<'_>, actor: &str) -> Result<u64, ActionError> {
    let mut done = 0;
    let tx = desk.db.write().await?;
    for repeat in repeats::list(&*tx).await? {
        let seat = repeat_seat(repeat.campaign, repeat.id);
        let sent: Sent = desk.vault.open(seat, &repeat.sealed)?;
        repeats::reseal(&*tx, repeat.campaign, repeat.id, desk.vault.seal(seat, &sent)).await?;
        done += 1;
    }
    for mail in outbox::list_sealed(&*tx).await? {
        let seat = contact::seat(mail.campaign, mail.id);
        let message: Message = desk.vault.open(seat, mail.sealed.as_deref().unwrap_or_default())?;
        outbox::reseal(&*tx, (mail.campaign, mail.id), desk.vault.seal(seat, &message)).await?;
        done += 1;
    }
    done += accounts::reseal(desk, &tx).await?;
    done += factors::reseal(desk, &tx).await?;
    done += carrier_keys::reseal(desk, &tx).await?;
    done += enclose::reseal(desk, &tx).await?;
    done += inquiries::reseal(desk, &tx).await?;
    done += incidents::reseal(desk, &tx).await?;
    done += sign_on::reseal(desk, &tx).await?;
    done += messages::reseal(desk, &tx).await?;
    done += invitations::reseal(desk, &tx).await?;
    done += listings::reseal(desk, &tx).await?;
    // They can be made again.
    print_runs::printings::discard_all(&*tx).await?;
    done += official_sheets::reseal(desk, &tx).await?;
    done += ledger::reseal(desk, &tx).await?;
    done += reports::reseal(desk, &tx).await?;
    done += u64::from(audit_keys::reseal(&*tx, desk.vault).await?);
    let entry =
        Entry { actor, act: "rotate_key", campaign: None, subject: String::new(), detail: String::new() };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(done)
}

/// The same indexes and marks that signing makes.
fn indexes(desk: &Desk<'_>, signature: &Signature, person: &Person) -> ([Index; 3], Marks) {
    let email = EmailAddress::parse(&person.email)
        .map_or_else(|_| person.email.clone(), |email| email.canonical(&desk.rules.email));
    let name = FullName::parse(&person.name).map_or_else(|_| person.name.clone(), |name| name.comparable());
    let indexes = desk.indexes(&email, &name, &signature.country, &person.postal_code);
    (indexes, person_marks(desk, signature, person))
}
