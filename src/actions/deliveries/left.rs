use crate::actions::Desk;
use crate::actions::retention::anonymise::is_forgotten;
use crate::domain::delivery::{Package, PackageState as State};
use crate::storage::StorageError;
use crate::storage::deliveries::{Of, lines};

/// The places on a roll of those who have left since it was frozen; none once people are forgotten, who look the same.
pub async fn list_left(desk: &Desk<'_>, of: Of) -> Result<Vec<i64>, StorageError> {
    if is_forgotten(desk, of.0).await? {
        return Ok(Vec::new());
    }
    lines::list_left(desk.db.apart(), of).await
}

/// How many have left, for whom the roll need not be read through each time: a package that is there knows it, since whoever
/// leaves discards it. While one is made nobody does.
pub async fn count_left(desk: &Desk<'_>, of: Of, packages: &[Package]) -> Result<i64, StorageError> {
    if packages.iter().any(|package| package.state == State::Making) {
        return Ok(0);
    }
    match packages.iter().find(|package| package.state == State::Ready) {
        Some(package) => Ok(package.gone),
        None => Ok(i64::try_from(list_left(desk, of).await?.len()).unwrap_or(i64::MAX)),
    }
}
