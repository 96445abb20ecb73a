use uuid::Uuid;

use super::preview::all_texts;
use crate::actions::Desk;
use crate::domain::delivery::proof::{Proof, Told};
use crate::domain::delivery::{Delivery, Paper, Stage, promised, stricter};
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;
use crate::domain::sign_on::{self, SignOn};
use crate::domain::signature::{Signature, State};
use crate::storage::deliveries::{self, approvals, lines, papers, steps};
use crate::storage::print_runs::cards;
use crate::storage::{Connection, StorageError, decisions};

/// Who asks where they are.
#[derive(Clone, Copy)]
pub enum Whose<'a> {
    Signature(&'a Signature),
    /// A signatory of the open letter.
    SignOn(&'a SignOn),
    /// A card, which goes where its print run goes.
    Card(Uuid),
}

impl Whose<'_> {
    fn stands(self) -> bool {
        match self {
            Self::Signature(one) => one.state == State::Confirmed,
            Self::SignOn(one) => one.state == sign_on::State::Vetted,
            Self::Card(_) => true,
        }
    }

    /// Since when it no longer stands, where it does not: taken back, erased, or as somebody decided about it.
    async fn ended_at(self, db: &impl Connection, campaign: i32) -> Result<Option<Moment>, StorageError> {
        match self {
            Self::Signature(one) if one.ended_at.is_none() => {
                let decided = decisions::latest(db, campaign, vec![one.id]).await?;
                Ok(decided.get(&one.id).map(|(_, at)| *at))
            }
            Self::Signature(one) => Ok(one.ended_at),
            Self::SignOn(one) => Ok(one.ended_at),
            Self::Card(_) => Ok(None),
        }
    }
}

/// The deliveries in which somebody is, oldest first: frozen, so that they are in it whatever comes.
pub async fn proofs(desk: &Desk<'_>, campaign: i32, whose: Whose<'_>) -> Result<Vec<Proof>, StorageError> {
    let db = desk.db.read();
    let found: Vec<(i32, Option<i64>)> = match whose {
        Whose::Signature(Signature { id, .. }) | Whose::SignOn(SignOn { id, .. }) => {
            let all = lines::list_of(db, campaign, *id).await?.into_iter();
            all.map(|(delivery, place)| (delivery, Some(place))).collect()
        }
        Whose::Card(id) => {
            let Some(run) = cards::find_run(db, campaign, id).await? else { return Ok(Vec::new()) };
            let all = papers::list_all(db, campaign).await?.into_iter();
            all.filter(|(_, paper, _)| *paper == Paper::Run(run)).map(|(of, ..)| (of, None)).collect()
        }
    };
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let (texts, all) = (all_texts(db, campaign).await?, steps::list_all(db, campaign).await?);
    let told = |one: &Delivery| match whose {
        Whose::Signature(signed) => {
            let promised = promised(&texts, &one.to.key);
            Some(Told::Level(stricter(&promised, signed.text_version, one.disclosure)))
        }
        Whose::SignOn(_) if one.disclosure >= Disclosure::NamePlace => Some(Told::AsUnderTheLetter),
        Whose::SignOn(_) => Some(Told::Level(one.disclosure)),
        Whose::Card(_) => None,
    };
    let mut proofs = Vec::new();
    for (number, place) in found {
        let one = deliveries::find(db, (campaign, number)).await?;
        let Some(one) = one.filter(|one| one.stage.is_frozen()) else { continue };
        let at = |stage: Stage| {
            all.iter().find(|step| step.delivery == number && step.stage == stage).map(|step| step.at)
        };
        let handed_over = at(Stage::HandedOver);
        // Numbers tell nothing of anybody, and somebody's is one of them.
        let is_struck = if whose.stands() || one.disclosure < Disclosure::NamePlace {
            false
        } else {
            let fetched = approvals::first_fetch(db, (campaign, number)).await?;
            let left_house = fetched.into_iter().chain(handed_over).min();
            let ended = whose.ended_at(db, campaign).await?;
            left_house.is_none_or(|left| ended.is_some_and(|ended| ended < left))
        };
        proofs.push(Proof {
            told: if is_struck { Some(Told::Nothing) } else { told(&one) },
            // Numbers come without a roll.
            place: place.filter(|_| one.disclosure >= Disclosure::NamePlace),
            handed_over,
            acknowledged: at(Stage::Acknowledged),
            to: one.to,
        });
    }
    Ok(proofs)
}
