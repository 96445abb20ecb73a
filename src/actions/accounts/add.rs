use super::{AccountError, By, index, password, record, seal_profile};
use crate::actions::Desk;
use crate::domain::account::{Account, Profile};
use crate::domain::email::EmailAddress;
use crate::domain::password::Password;
use crate::domain::role::Role;
use crate::storage::accounts::{self, Stored};
use crate::storage::organisations;

/// Somebody who is to work for an organisation.
pub struct New<'a> {
    pub email: &'a EmailAddress,
    pub password: Password,
    pub role: Role,
    /// Its slug.
    pub organisation: &'a str,
}

/// Adds an account.
pub async fn add(desk: &Desk<'_>, new: New<'_>, by: By<'_>) -> Result<Account, AccountError> {
    let password_hash = password::hash(new.password, desk.entropy.bytes()).await?;
    let tx = desk.db.write().await?;
    let organisation = organisations::find_by_slug(&*tx, new.organisation).await?;
    let account = Account {
        id: desk.id(),
        organisation: organisation.ok_or(AccountError::NoOrganisation)?.id,
        role: new.role,
        created_at: desk.now,
        disabled_at: None,
    };
    let profile = Profile { email: new.email.as_typed().to_owned(), name: String::new(), lang: None };
    let stored = Stored { account, sealed: seal_profile(desk, account.id, &profile), password_hash };
    if !accounts::insert(&*tx, stored, index(desk, new.email)).await? {
        return Err(AccountError::Taken);
    }
    let told = (format!("account {}", account.id), new.role.as_str());
    record(&tx, desk, by, "add_account", told).await?;
    tx.commit().await?;
    Ok(account)
}
