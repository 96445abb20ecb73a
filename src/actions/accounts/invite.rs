use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AccountError, By, index, letters, password, record, seal_profile, typed_index};
use crate::actions::Desk;
use crate::domain::account::{Account, Profile};
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::domain::moment::DAY;
use crate::domain::name::FullName;
use crate::domain::password::Password;
use crate::domain::role::Role;
use crate::domain::token::{Claims, Purpose};
use crate::storage::accounts::{self, Stored};
use crate::storage::invitations::{self, Invitation};
use crate::storage::outbox::Kind;
use crate::storage::vault::{Seat, Vault, VaultError};

/// How long an invitation holds.
const HOLDS: Duration = DAY.saturating_mul(7);

/// What is personal of an invitation.
#[derive(Serialize, Deserialize)]
pub struct Invited {
    pub email: String,
}

pub(in crate::actions) const fn seat(id: Uuid) -> Seat<'static> {
    Seat { table: "invitation", campaign: 0, id }
}

/// Opens whom an invitation is for.
pub fn open(vault: &Vault, invitation: &Invitation) -> Result<Invited, VaultError> {
    vault.open(seat(invitation.id), &invitation.sealed)
}

/// Invites an address to work for an organisation. Whether it works for another one is not told.
pub async fn invite(
    desk: &Desk<'_>,
    (organisation, role): (i32, Role),
    (email, lang): (&EmailAddress, Lang),
    by: By<'_>,
) -> Result<(), AccountError> {
    let (id, index) = (desk.id(), index(desk, email));
    let tx = desk.db.write().await?;
    let known = accounts::find_by_email(&*tx, index).await?;
    if known.is_some_and(|stored| stored.account.organisation == organisation) {
        return Err(AccountError::Taken);
    }
    if invitations::is_invited(&*tx, organisation, index).await? {
        return Err(AccountError::Invited);
    }
    let sealed = desk.vault.seal(seat(id), &Invited { email: email.as_typed().to_owned() });
    let (invited_at, expires_at) = (desk.now, desk.now + HOLDS);
    let invitation = Invitation { id, organisation, sealed, role, lang, invited_at, expires_at };
    // Two who invite somebody at once send one mail.
    let inserted = invitations::insert(&*tx, invitation, index).await;
    inserted.map_err(|error| if error.is_duplicate() { AccountError::Invited } else { error.into() })?;
    letters::owe(desk, &tx, (Kind::Invitation, id), Some(email)).await?;
    record(&tx, desk, by, "invite", (format!("invitation {id}"), role.as_str())).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an invitation back: its link is good for nothing any more.
pub async fn withdraw(desk: &Desk<'_>, id: Uuid, by: By<'_>) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if !invitations::delete(&*tx, id).await? {
        return Err(AccountError::Unknown);
    }
    record(&tx, desk, by, "withdraw_invitation", (format!("invitation {id}"), "")).await?;
    tx.commit().await?;
    Ok(())
}

/// Sends an invitation again; it holds for as long as a new one.
pub async fn resend(desk: &Desk<'_>, id: Uuid, by: By<'_>) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    let found = invitations::find(&*tx, id).await?.ok_or(AccountError::Unknown)?;
    let email = EmailAddress::parse(&open(desk.vault, &found)?.email).map_err(|_| AccountError::Unknown)?;
    invitations::prolong(&*tx, id, desk.now + HOLDS).await?;
    letters::owe(desk, &tx, (Kind::Invitation, id), Some(&email)).await?;
    record(&tx, desk, by, "resend_invitation", (format!("invitation {id}"), "")).await?;
    tx.commit().await?;
    Ok(())
}

/// The link of an invitation.
pub fn invitation_token(vault: &Vault, invitation: &Invitation) -> String {
    let expires = Some(invitation.expires_at);
    vault.token(&Claims { purpose: Purpose::Invitation, campaign: 0, id: invitation.id, expires })
}

/// What a link invites to, while it holds.
pub async fn find_invitation(desk: &Desk<'_>, token: &str) -> Result<Option<Invitation>, AccountError> {
    let claims = desk.vault.claims(token).filter(|claims| claims.purpose == Purpose::Invitation);
    let Some(claims) = claims.filter(|claims| claims.expires.is_some_and(|expires| desk.now < expires))
    else {
        return Ok(None);
    };
    let found = invitations::find(desk.db.read(), claims.id).await?;
    Ok(found.filter(|invitation| desk.now < invitation.expires_at))
}

/// Makes the account of somebody who is invited, and uses the invitation up.
pub async fn accept(
    desk: &Desk<'_>,
    invitation: &Invitation,
    name: &FullName,
    new: Password,
) -> Result<(), AccountError> {
    let email = open(desk.vault, invitation)?.email;
    let password_hash = password::hash(new, desk.entropy.bytes()).await?;
    let tx = desk.db.write().await?;
    if !invitations::delete(&*tx, invitation.id).await? {
        return Err(AccountError::Unknown);
    }
    let Invitation { organisation, role, .. } = *invitation;
    let account = Account { id: desk.id(), organisation, role, created_at: desk.now, disabled_at: None };
    let index = typed_index(desk, &email);
    let profile = Profile { email, name: name.as_str().to_owned(), lang: Some(invitation.lang) };
    let stored = Stored { account, sealed: seal_profile(desk, account.id, &profile), password_hash };
    if !accounts::insert(&*tx, stored, index).await? {
        return Err(AccountError::Unknown);
    }
    let by = By::Account(account.id);
    record(&tx, desk, by, "accept_invitation", (format!("invitation {}", invitation.id), role.as_str()))
        .await?;
    tx.commit().await?;
    Ok(())
}
