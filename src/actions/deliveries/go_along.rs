use std::collections::BTreeMap;

use super::{DeliveryError, On, hold, record};
use crate::actions::Desk;
use crate::domain::delivery::{Delivery, Paper, Stage};
use crate::domain::ledger::Kind;
use crate::domain::print_run::{PrintRun, Stage as RunStage};
use crate::storage::Connection;
use crate::storage::ledger::{self, entries};
use crate::storage::{StorageError, deliveries, print_runs};

/// Paper that can go along with a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub paper: Paper,
    /// What is written on the batch; empty for a print run.
    pub label: String,
    /// Whether it is postcards, and not signatures.
    pub is_cards: bool,
    pub many: i64,
    pub chosen: bool,
}

/// Everything that can go along with a delivery: print runs to the same official, and batches of which something was collected,
/// where they go along with no other one.
pub async fn choices(db: &impl Connection, one: &Delivery) -> Result<Vec<Choice>, StorageError> {
    let mut taken = BTreeMap::new();
    for (delivery, paper, _) in deliveries::papers::list_all(db, one.campaign).await? {
        let found = deliveries::find(db, (one.campaign, delivery)).await?;
        if found.is_some_and(|found| found.stage != Stage::Cancelled) {
            taken.insert(paper, delivery);
        }
    }
    let is_free = |paper: Paper| taken.get(&paper).is_none_or(|delivery| *delivery == one.number);
    let chosen = |paper: Paper| taken.contains_key(&paper);
    let mut found = Vec::new();
    let is_theirs =
        |run: &PrintRun| Some(run.official) == one.to.official && run.stage != RunStage::Cancelled;
    let runs = print_runs::list(db, one.campaign, None, u64::from(u16::MAX)).await?;
    for run in runs.iter().filter(|run| is_theirs(run)) {
        let paper = Paper::Run(run.number);
        if is_free(paper) {
            let (many, chosen) = (i64::from(run.cards), chosen(paper));
            found.push(Choice { paper, label: String::new(), is_cards: true, many, chosen });
        }
    }
    let sums = entries::list_sums(db, one.campaign).await?;
    for batch in ledger::list(db, one.campaign).await? {
        let (paper, many) =
            (Paper::Batch(batch.number), sums.get(&batch.number).map_or(0, |sum| sum.collected));
        if many > 0 && is_free(paper) {
            let (is_cards, chosen) = (batch.kind == Kind::Postcards, chosen(paper));
            found.push(Choice { paper, label: batch.label, is_cards, many, chosen });
        }
    }
    Ok(found)
}

/// The delivery that is being frozen, or is frozen or further, with which a paper goes along, if there is one.
pub async fn frozen_with(
    db: &impl Connection,
    campaign: i32,
    paper: Paper,
) -> Result<Option<i32>, StorageError> {
    for (delivery, along, _) in deliveries::papers::list_all(db, campaign).await? {
        if along == paper
            && let Some(one) = deliveries::find(db, (campaign, delivery)).await?
            && !matches!(one.stage, Stage::Planned | Stage::Cancelled)
        {
            return Ok(Some(delivery));
        }
    }
    Ok(None)
}

/// Says which paper goes along, in place of what was said before.
pub async fn go_along(desk: &Desk<'_>, on: On<'_>, papers: &[Paper]) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if one.stage != Stage::Planned {
        return Err(DeliveryError::MovedOn);
    }
    let choices = choices(&*tx, &one).await?;
    let mut chosen = BTreeMap::new();
    for paper in papers {
        let choice = choices.iter().find(|choice| choice.paper == *paper).ok_or(DeliveryError::Paper)?;
        chosen.insert(*paper, choice.many);
    }
    let chosen: Vec<(Paper, i64)> = chosen.into_iter().collect();
    deliveries::papers::replace(&*tx, on.of, &chosen).await?;
    let named: Vec<String> = chosen.iter().map(|(paper, _)| paper.to_string()).collect();
    record(&tx, desk, on, "choose_delivery_paper", named.join(", ")).await?;
    tx.commit().await?;
    Ok(())
}
