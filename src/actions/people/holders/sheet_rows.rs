use uuid::Uuid;

use super::Sought;
use crate::actions::accounts::By;
use crate::actions::ledger::Keeper;
use crate::actions::signature_sheets::{self, name_indexes, open_signatory};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::domain::name::FullName;
use crate::storage::ledger::signatories;
use crate::storage::tallies::Count;

/// Rows of signature sheets under the name that was given: they carry no address of mail. Others have that name too, so staff
/// compares the place, and says which row is theirs.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let Ok(name) = FullName::parse(&sought.name) else { return Ok(Vec::new()) };
    let names = name_indexes(desk, &name.comparable());
    let mut found = Vec::new();
    for (campaign, row) in signatories::list_named(desk.db.read(), &sought.campaigns, &names).await? {
        let signatory = open_signatory(desk.vault, campaign, &row)?;
        let holding = Holding::new(Kind::SheetRow, Some(campaign), row.id, Fate::Goes)
            .word(What::State, row.state.as_str())
            .text(What::Name, &signatory.name)
            .text(What::PostalCode, &signatory.postal_code)
            .text(What::City, &signatory.city)
            .text(What::Country, &signatory.country)
            .at(What::WrittenAt, row.typed_at);
        found.push(Holding { is_theirs: false, ..holding });
    }
    Ok(found)
}

pub(super) async fn erase(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let keeper = Keeper { campaign, by: By::Program("erasure") };
    signature_sheets::erase(desk, keeper, id).await
}
