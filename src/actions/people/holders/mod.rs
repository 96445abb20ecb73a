//! Who holds what about a person: a file for each kind. A new table that holds something about people is one more.

mod accounts;
mod inbox;
mod inquiries;
mod mails;
mod messages;
mod postcards;
mod receivers;
mod repeats;
mod sheet_rows;
mod sign_ons;
mod signatures;
mod struck_out;
mod suppressions;

use std::pin::Pin;

use super::Sought;
use crate::actions::postcards::erase as erase_postcard;
use crate::actions::reports::drop_receiver;
use crate::actions::sign_on::erase as erase_sign_on;
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Holding, Kind};
use crate::storage::tallies::Count;

/// What a search comes to.
type Found<'a> = Pin<Box<dyn Future<Output = Result<Vec<Holding>, ActionError>> + Send + 'a>>;

/// Looks for what one table holds about somebody.
type Find = for<'a> fn(&'a Desk<'a>, &'a Sought) -> Found<'a>;

/// In the order in which it is shown.
pub(super) const ALL: &[Find] = &[
    |desk, sought| Box::pin(signatures::find(desk, sought)),
    |desk, sought| Box::pin(struck_out::find(desk, sought)),
    |desk, sought| Box::pin(repeats::find(desk, sought)),
    |desk, sought| Box::pin(sign_ons::find(desk, sought)),
    |desk, sought| Box::pin(postcards::find(desk, sought)),
    |desk, sought| Box::pin(sheet_rows::find(desk, sought)),
    |desk, sought| Box::pin(messages::find(desk, sought)),
    |desk, sought| Box::pin(inbox::find(desk, sought)),
    |desk, sought| Box::pin(mails::find(desk, sought)),
    |desk, sought| Box::pin(suppressions::find(desk, sought)),
    |desk, sought| Box::pin(receivers::find(desk, sought)),
    |desk, sought| Box::pin(accounts::find(desk, sought)),
    |desk, sought| Box::pin(accounts::find_invited(desk, sought)),
    |desk, sought| Box::pin(inquiries::find(desk, sought)),
];

/// Erases one of what can go. What follows it goes with it.
pub(super) async fn erase(desk: &Desk<'_>, holding: &Holding) -> Result<Option<Count>, ActionError> {
    match (holding.kind, holding.campaign) {
        (Kind::Signature, Some(campaign)) => signatures::erase(desk, campaign, holding.id).await,
        (Kind::SignOn, Some(campaign)) => {
            erase_sign_on(desk, campaign, holding.id).await?;
            Ok(None)
        }
        (Kind::Postcard, Some(campaign)) => erase_postcard(desk, campaign, holding.id).await,
        (Kind::SheetRow, Some(campaign)) => sheet_rows::erase(desk, campaign, holding.id).await,
        (Kind::Receiver, Some(campaign)) => {
            drop_receiver(desk, campaign, holding.id).await?;
            Ok(None)
        }
        (Kind::Inbox, _) => {
            inbox::erase(desk, holding.id).await?;
            Ok(None)
        }
        _ => Ok(None),
    }
}

/// The tables that are looked through. A test compares them with the tables that hold sealed data.
pub const TABLES: &[&str] = &[
    "signature",
    "decision",
    "repeat",
    "outbox",
    "suppression",
    "account",
    "invitation",
    "inquiry",
    "sign_on",
    "postcard",
    "sheet_row",
    "message",
    "message_answer",
    "report_receiver",
];
