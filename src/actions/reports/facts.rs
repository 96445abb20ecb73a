use std::collections::BTreeMap;

use super::comments::choose;
use super::wants_two;
use crate::actions::Desk;
use crate::actions::deliveries::addressed;
use crate::domain::account::Organisation;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::census::parts;
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;
use crate::domain::report::{Facts, Figures, Issue, Report, To, told};
use crate::domain::words::Words;
use crate::domain::zone::Zone;
use crate::settings::Operator;
use crate::storage::reports::{figures, issues};
use crate::storage::{StorageError, letters, tallies};

/// All that a report tells at a cut-off, and since the last issue that left for the same people, comments since the last of these
/// that could tell them; nothing where the text no longer asks its addressee.
pub async fn gather(
    desk: &Desk<'_>,
    (campaign, organisation, operator): (&Campaign, &Organisation, &Operator),
    report: &Report,
    cut_off: Moment,
) -> Result<Option<Facts>, StorageError> {
    let terms = &report.terms;
    let wants_two = wants_two(desk.db.read(), organisation.id).await?;
    let Some(level) = report.level(&campaign.text.addressees, wants_two) else { return Ok(None) };
    let mut known = issues::list_told(desk.db.read(), (report.campaign, report.number)).await?;
    known.retain(|issue| issue.facts.is_for(&terms.to));
    let before = known.first();
    let (now, new, all) = count(desk, campaign, before, cut_off).await?;
    let since = before.map(|issue| issue.cut_off);
    let zone = Zone::named(&organisation.time_zone);
    let (comments, more_comments) = if level == Disclosure::Full {
        // What waited for a second person is told in the first that may tell it.
        let full = known.iter().find(|issue| issue.facts.level == Disclosure::Full);
        let untold = full.map_or(Moment(0), |issue| issue.cut_off);
        choose(desk, campaign, &terms.to, (untold, cut_off)).await?
    } else {
        (Vec::new(), 0)
    };
    let (to, office) = named(desk, campaign, report).await?;
    Ok(Some(Facts {
        title: campaign.content.title.clone(),
        organisation: organisation.name_or(&operator.name).to_owned(),
        postal_address: organisation.address_or(&operator.address).to_owned(),
        whom: Some(terms.to.clone()),
        to,
        office,
        intro: terms.intro.clone(),
        level,
        figures: now,
        new,
        as_of: zone.shown(cut_off).0,
        since: since.map(|at| zone.shown(at).0),
        parts: told(all, level),
        comments,
        more_comments,
    }))
}

/// By dimension and part.
type Parts = BTreeMap<String, BTreeMap<String, i64>>;

/// How many there are, how many are new, and those online by their parts, as one moment has it.
async fn count(
    desk: &Desk<'_>,
    campaign: &Campaign,
    before: Option<&Issue>,
    cut_off: Moment,
) -> Result<(Figures, Option<Figures>, Parts), StorageError> {
    let tx = desk.db.snapshot().await?;
    let cells = figures::list_cells(&*tx, campaign.id, cut_off).await?;
    let sides = tallies::find(&*tx, campaign.id).await?.sides;
    let letter = letters::find(&*tx, campaign.id).await?;
    let own = &campaign.content.organisations;
    let many = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let now = Figures {
        online: cells.iter().map(|cell| cell.many).sum(),
        paper: sides.paper,
        postcards: sides.cards_online + sides.cards_paper,
        organisations: many(letter.as_ref().map_or(own.len(), |letter| letter.count(own))),
        professionals: many(letter.as_ref().map_or(0, |letter| letter.professionals)),
    };
    let new = match before {
        Some(issue) => {
            let online = figures::count_since(&*tx, campaign.id, (issue.cut_off, cut_off)).await?;
            Some(now.since(&issue.facts.figures, online))
        }
        None => None,
    };
    Ok((now, new, parts(&cells)))
}

/// Whom it goes to, as they are called now, and their office.
async fn named(
    desk: &Desk<'_>,
    campaign: &Campaign,
    report: &Report,
) -> Result<(String, Words), StorageError> {
    let key = match &report.terms.to {
        To::Partner { name, .. } => return Ok((name.clone(), Words::default())),
        To::Addressee(key) => key,
    };
    let Some(one) = campaign.text.addressees.iter().find(|one| one.key == *key) else {
        return Ok((key.clone(), Words::default()));
    };
    let to = addressed(desk, one, report.terms.lang).await?;
    Ok((to.name, to.office))
}
