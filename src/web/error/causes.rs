//! What a request comes to where something behind the pages failed.

use tracing::error;

use super::WebError;
use crate::actions::ActionError;
use crate::actions::accounts::AccountError;
use crate::actions::campaigns::CampaignError;
use crate::actions::deliveries::DeliveryError;
use crate::actions::official_sheets::SheetError;
use crate::guard::limits::Limited;
use crate::intake::Shed;
use crate::storage::StorageError;

impl From<Shed> for WebError {
    fn from(_: Shed) -> Self {
        Self::Shed
    }
}

impl From<Limited> for WebError {
    fn from(limited: Limited) -> Self {
        Self::Limited(limited)
    }
}

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        error!(%error, "the database did not answer a request");
        Self::Shed
    }
}

impl From<ActionError> for WebError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Storage(error) => error.into(),
            ActionError::Gone => Self::LinkOver,
            ActionError::Vault(error) => {
                error!(%error, "sealed data did not open");
                Self::Internal
            }
        }
    }
}

impl From<CampaignError> for WebError {
    fn from(error: CampaignError) -> Self {
        match error {
            CampaignError::Storage(error) => error.into(),
            // What the page does not offer, or offered a moment ago.
            CampaignError::Taken
            | CampaignError::Untold
            | CampaignError::Changed
            | CampaignError::Incomplete
            | CampaignError::Unfit => Self::BadRequest,
        }
    }
}

impl From<SheetError> for WebError {
    fn from(error: SheetError) -> Self {
        match error {
            SheetError::Action(error) => error.into(),
            SheetError::Unknown => Self::NotFound,
            SheetError::Changed | SheetError::Unprintable => Self::BadRequest,
        }
    }
}

impl From<AccountError> for WebError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Storage(error) => error.into(),
            AccountError::Vault(error) => {
                error!(%error, "an account did not open");
                Self::Internal
            }
            AccountError::Busy => Self::Shed,
            AccountError::Unknown | AccountError::NoOrganisation => Self::NotFound,
            AccountError::Oneself | AccountError::LastOwner => Self::Forbidden,
            AccountError::SetUp => Self::UnknownLink,
            AccountError::Taken | AccountError::Founded | AccountError::Invited => Self::BadRequest,
        }
    }
}

impl From<DeliveryError> for WebError {
    fn from(error: DeliveryError) -> Self {
        match error {
            DeliveryError::Storage(error) => error.into(),
            DeliveryError::Vault(error) => ActionError::from(error).into(),
            DeliveryError::Unknown | DeliveryError::NoPackage => Self::NotFound,
            DeliveryError::Busy => Self::Shed,
            DeliveryError::Unclosed(error) => {
                error!(%error, "a package was not encrypted");
                Self::Internal
            }
            // What the page did not offer: it was done meanwhile.
            _ => Self::LinkOver,
        }
    }
}
