use super::{AccountError, By, index, password, record, seal_profile};
use crate::actions::Desk;
use crate::domain::account::{Account, FIRST_ORGANISATION, Profile};
use crate::domain::email::EmailAddress;
use crate::domain::moment::DAY;
use crate::domain::name::FullName;
use crate::domain::password::Password;
use crate::domain::role::Role;
use crate::domain::token::{Claims, Purpose};
use crate::storage::accounts::{self, Stored};
use crate::storage::{StorageError, organisations};

/// Whether there is somebody who can let others in.
pub async fn is_set_up(desk: &Desk<'_>) -> Result<bool, StorageError> {
    Ok(!accounts::list_some(desk.db.read(), 1).await?.is_empty())
}

/// The link with which the first account is made, for a day. It is stored nowhere, and good for nothing once there is one.
pub fn token(desk: &Desk<'_>) -> String {
    let expires = Some(desk.now + DAY);
    desk.vault.token(&Claims { purpose: Purpose::SetUp, campaign: 0, id: desk.id(), expires })
}

/// The first organisation, by its name, and its owner.
pub struct First {
    pub organisation: FullName,
    pub email: EmailAddress,
    pub password: Password,
}

/// Makes the first account, unless there is one.
pub async fn set_up(desk: &Desk<'_>, first: First) -> Result<Account, AccountError> {
    let password_hash = password::hash(first.password, desk.entropy.bytes()).await?;
    let tx = desk.db.write().await?;
    // Of two who do so at once, one waits here.
    let organisation = organisations::find_to_change(&*tx, FIRST_ORGANISATION).await?;
    let organisation = organisation.ok_or(AccountError::NoOrganisation)?.id;
    if !accounts::list_some(&*tx, 1).await?.is_empty() {
        return Err(AccountError::SetUp);
    }
    let account =
        Account { id: desk.id(), organisation, role: Role::Owner, created_at: desk.now, disabled_at: None };
    let profile = Profile { email: first.email.as_typed().to_owned(), name: String::new(), lang: None };
    let stored = Stored { account, sealed: seal_profile(desk, account.id, &profile), password_hash };
    organisations::rename(&*tx, organisation, first.organisation.as_str()).await?;
    accounts::insert(&*tx, stored, index(desk, &first.email)).await?;
    let by = By::Account(account.id);
    record(&tx, desk, by, "set_up", (format!("account {}", account.id), account.role.as_str())).await?;
    tx.commit().await?;
    Ok(account)
}
