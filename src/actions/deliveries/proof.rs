use uuid::Uuid;

use super::preview::all_texts;
use crate::actions::Desk;
use crate::domain::delivery::proof::{Proof, Told};
use crate::domain::delivery::{Delivery, Paper, Stage, promised, stricter};
use crate::domain::disclosure::Disclosure;
use crate::storage::StorageError;
use crate::storage::deliveries::{self, lines, papers, steps};
use crate::storage::print_runs::cards;

/// Who asks where they are.
#[derive(Clone, Copy)]
pub enum Whose {
    /// A signature, and the version of the text that it is under.
    Signature(Uuid, i32),
    /// A signatory of the open letter.
    SignOn(Uuid),
    /// A card, which goes where its print run goes.
    Card(Uuid),
}

/// The deliveries in which somebody is, oldest first: frozen, so that they are in it whatever comes.
pub async fn proofs(desk: &Desk<'_>, campaign: i32, whose: Whose) -> Result<Vec<Proof>, StorageError> {
    let db = desk.db.read();
    let found: Vec<(i32, Option<i64>)> = match whose {
        Whose::Signature(id, _) | Whose::SignOn(id) => {
            let all = lines::list_of(db, campaign, id).await?.into_iter();
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
        Whose::Signature(_, version) => {
            Told::Level(stricter(&promised(&texts, &one.to.key), version, one.disclosure))
        }
        Whose::SignOn(_) if one.disclosure >= Disclosure::NamePlace => Told::AsUnderTheLetter,
        Whose::SignOn(_) => Told::Level(one.disclosure),
        // What somebody wrote to them is theirs to read.
        Whose::Card(_) => Told::Level(Disclosure::Full),
    };
    let mut proofs = Vec::new();
    for (number, place) in found {
        let one = deliveries::find(db, (campaign, number)).await?;
        let Some(one) = one.filter(|one| one.stage.is_frozen()) else { continue };
        let at = |stage: Stage| {
            all.iter().find(|step| step.delivery == number && step.stage == stage).map(|step| step.at)
        };
        proofs.push(Proof {
            told: told(&one),
            place,
            handed_over: at(Stage::HandedOver),
            acknowledged: at(Stage::Acknowledged),
            to: one.to,
        });
    }
    Ok(proofs)
}
