use std::collections::BTreeSet;

use super::addressee::addressed;
use super::{DeliveryError, On, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::content::Addressee;
use crate::domain::date::PartialDate;
use crate::domain::delivery::manifest::Counts;
use crate::domain::delivery::{Delivery, Scope, Stage};
use crate::domain::lang::Lang;
use crate::storage::{campaigns, deliveries};

/// So many years ahead a delivery can be planned.
const FARTHEST: i32 = 3;

/// A delivery as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The keys of the addressees.
    pub addressees: Vec<String>,
    pub scope: String,
    pub day: String,
    pub lang: String,
}

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Addressees,
    Day,
    Scope,
    Lang,
}

/// What is planned.
pub struct Plan<'a> {
    addressees: Vec<&'a Addressee>,
    scope: Scope,
    day: String,
    lang: Lang,
}

impl Typed {
    /// Checks the form against the campaign; `today` is as those see it who typed.
    pub fn parse<'a>(&self, campaign: &'a Campaign, today: &str) -> Result<Plan<'a>, Vec<Fault>> {
        let known: BTreeSet<&str> = self.addressees.iter().map(String::as_str).collect();
        let all = &campaign.text.addressees;
        let addressees: Vec<_> = all.iter().filter(|one| known.contains(one.key.as_str())).collect();
        let is_whole = !addressees.is_empty() && addressees.len() == known.len();
        let addressees = Some(addressees).filter(|_| is_whole).ok_or(Fault::Addressees);
        let day = PartialDate::parse_ahead(&self.day, today, FARTHEST).ok_or(Fault::Day);
        let scope = Scope::parse(&self.scope).ok_or(Fault::Scope);
        let lang = self.lang.parse().map_err(|()| Fault::Lang);
        match (addressees, day, scope, lang) {
            (Ok(addressees), Ok(day), Ok(scope), Ok(lang)) => {
                Ok(Plan { addressees, scope, day: day.to_string(), lang })
            }
            (addressees, day, scope, lang) => {
                let faults = [addressees.err(), day.err(), scope.err(), lang.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// Plans a delivery for each addressee, since each is handed a package of its own; returns their numbers. Nothing is frozen yet.
/// The same plan to the same addressee, sent twice, is one.
pub async fn plan(
    desk: &Desk<'_>,
    campaign: &Campaign,
    plan: &Plan<'_>,
    by: By<'_>,
) -> Result<Vec<i32>, DeliveryError> {
    let mut found = Vec::with_capacity(plan.addressees.len());
    for addressee in &plan.addressees {
        found.push((addressed(desk, addressee, plan.lang).await?, addressee.disclosure));
    }
    let tx = desk.db.write().await?;
    // Held, so that two planned at once do not get one number.
    campaigns::lock(&*tx, campaign.id).await?;
    let mut next =
        deliveries::list(&*tx, campaign.id, None, 1).await?.first().map_or(1, |one| one.number + 1);
    let mut numbers = Vec::with_capacity(found.len());
    for (to, disclosure) in found {
        let known = deliveries::list_to(&*tx, campaign.id, &to.key).await?;
        let is_same = |one: &&Delivery| {
            one.stage == Stage::Planned
                && (one.scope, one.to.lang) == (plan.scope, plan.lang)
                && one.planned_on == plan.day
        };
        if let Some(same) = known.iter().find(is_same) {
            numbers.push(same.number);
            continue;
        }
        let new = Delivery {
            campaign: campaign.id,
            number: next,
            to,
            disclosure,
            scope: plan.scope,
            planned_on: plan.day.clone(),
            stage: Stage::Planned,
            cut_off: None,
            lines: 0,
            counts: Counts::default(),
            made_by: by.account(),
            created_at: desk.now,
            changed_at: desk.now,
            told: None,
        };
        deliveries::insert(&*tx, &new).await?;
        let on = On { of: (campaign.id, next), by };
        let detail = format!("{}, {}, {}", new.to.key, new.scope.as_str(), new.planned_on);
        record(&tx, desk, on, "plan_delivery", detail).await?;
        numbers.push(next);
        next += 1;
    }
    tx.commit().await?;
    Ok(numbers)
}
