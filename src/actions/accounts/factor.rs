use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;

use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::domain::factor::{CODES, Offer, RecoveryCode, Secret};
use crate::domain::session::Session;
use crate::storage::factors::{self, Factor};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{Transaction, sessions};

pub(in crate::actions) const fn seat(account: Uuid) -> Seat<'static> {
    Seat { table: "second_factor", campaign: 0, id: account }
}

/// Opens what an account's app counts with.
pub fn open(vault: &Vault, factor: &Factor) -> Result<Secret, VaultError> {
    vault.open(seat(factor.account), &factor.sealed)
}

/// An offer goes along in the form, sealed to the account, so that nothing is stored until it is taken.
const fn offer_seat(account: Uuid) -> Seat<'static> {
    Seat { table: "offer", campaign: 0, id: account }
}

/// Offers somebody a second factor: the secret, and how the form brings it back.
pub fn offer(desk: &Desk<'_>, account: Uuid) -> (Secret, String) {
    let secret = Secret::new(desk.entropy.bytes());
    let sealed = desk.vault.seal(offer_seat(account), &Offer::new(secret.clone(), desk.now));
    (secret, BASE64URL_NOPAD.encode(&sealed))
}

/// What was offered to them, while it holds.
pub fn offered(desk: &Desk<'_>, account: Uuid, brought: &str) -> Option<Secret> {
    let sealed = BASE64URL_NOPAD.decode(brought.as_bytes()).ok()?;
    let offer: Offer = desk.vault.open(offer_seat(account), &sealed).ok()?;
    offer.holds(desk.now).then_some(offer.secret)
}

async fn new_codes(
    desk: &Desk<'_>,
    tx: &Transaction,
    account: Uuid,
) -> Result<Vec<RecoveryCode>, AccountError> {
    let codes: Vec<RecoveryCode> = (0..CODES).map(|_| RecoveryCode::new(desk.entropy.bytes())).collect();
    let hashes: Vec<_> = codes.iter().map(|code| code.hash(account)).collect();
    factors::replace_codes(&**tx, account, &hashes).await?;
    Ok(codes)
}

/// Takes an offer, once the app has shown a code of it. Other sessions of the account end: they came in without. Gives the recovery
/// codes, which nobody sees again; none where the code is wrong or there is a second factor already.
pub async fn enrol(
    desk: &Desk<'_>,
    session: &Session,
    secret: &Secret,
    code: &str,
) -> Result<Option<Vec<RecoveryCode>>, AccountError> {
    let account = session.account;
    let Some(last_step) = secret.check(code, desk.now, 0) else { return Ok(None) };
    let tx = desk.db.write().await?;
    if factors::find(&*tx, account).await?.is_some() {
        return Ok(None);
    }
    let sealed = desk.vault.seal(seat(account), secret);
    let new = Factor { account, sealed, enrolled_at: desk.now, last_step };
    match factors::insert(&*tx, new).await {
        // Pressed twice, it is set up once.
        Err(error) if error.is_duplicate() => return Ok(None),
        inserted => inserted?,
    }
    let codes = new_codes(desk, &tx, account).await?;
    sessions::delete_others(&*tx, account, Some(session.id)).await?;
    record(&tx, desk, By::Account(account), "enrol_second_factor", (format!("account {account}"), ""))
        .await?;
    tx.commit().await?;
    Ok(Some(codes))
}

/// Gives an account that has none a second factor which the program itself knows: the demo's.
pub async fn give(desk: &Desk<'_>, account: Uuid, by: By<'_>) -> Result<(), AccountError> {
    let secret = Secret::new(desk.entropy.bytes());
    let tx = desk.db.write().await?;
    if factors::find(&*tx, account).await?.is_some() {
        return Ok(());
    }
    let sealed = desk.vault.seal(seat(account), &secret);
    factors::insert(&*tx, Factor { account, sealed, enrolled_at: desk.now, last_step: 0 }).await?;
    record(&tx, desk, by, "enrol_second_factor", (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}

/// The code that the app of an account shows now, as far as it was not used: for the demo, whose apps the program knows.
pub async fn code_now(desk: &Desk<'_>, account: Uuid) -> Result<Option<String>, AccountError> {
    let Some(found) = factors::find(desk.db.read(), account).await? else { return Ok(None) };
    Ok(open(desk.vault, &found)?.code(desk.now, found.last_step))
}

/// Makes a new set of recovery codes; those of the old one are good for nothing any more.
pub async fn renew_codes(desk: &Desk<'_>, account: Uuid) -> Result<Vec<RecoveryCode>, AccountError> {
    let tx = desk.db.write().await?;
    if factors::find_to_change(&*tx, account).await?.is_none() {
        return Err(AccountError::Unknown);
    }
    let codes = new_codes(desk, &tx, account).await?;
    record(&tx, desk, By::Account(account), "renew_recovery_codes", (format!("account {account}"), ""))
        .await?;
    tx.commit().await?;
    Ok(codes)
}

/// Takes one's own second factor away.
pub async fn remove(desk: &Desk<'_>, account: Uuid) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if factors::delete(&*tx, account).await? {
        record(&tx, desk, By::Account(account), "remove_second_factor", (format!("account {account}"), ""))
            .await?;
    }
    tx.commit().await?;
    Ok(())
}
