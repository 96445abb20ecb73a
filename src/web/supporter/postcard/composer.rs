//! What a card is composed of: to whom, on which picture, and how it would be printed.

use std::sync::Arc;

use uuid::Uuid;

use crate::actions::postcards::layout::Layout;
use crate::actions::postcards::member_for;
use crate::app::App;
use crate::documents::postcard::{Back, Fit};
use crate::domain::campaign::Campaign;
use crate::domain::display::Display;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::official::{Official, written_day};
use crate::domain::person::Person;
use crate::domain::postcard::address::Block;
use crate::domain::postcard::design::Design;
use crate::domain::postcard::{Addressed, Message, Offer, PostcardForm, Sender};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::storage::{card_designs, officials};
use crate::web::error::WebError;

/// What a campaign offers now.
pub struct Composer {
    pub offer: Arc<Offer>,
    pub designs: Vec<Design>,
    /// In office, and reached somewhere.
    pub officials: Vec<Official>,
}

/// Whether supporters of a campaign may write cards.
pub fn is_offered(app: &App, campaign: i32) -> bool {
    app.hub.offer(campaign).is_some_and(|offer| offer.offered)
}

impl Composer {
    /// Reads what is offered; not found where nothing is.
    pub async fn load(app: &App, campaign: &Campaign) -> Result<Self, WebError> {
        let offer = app.hub.offer(campaign.id).filter(|offer| offer.offered).ok_or(WebError::NotFound)?;
        let db = app.tools.db.read();
        let mut designs = card_designs::list(db, campaign.id).await?;
        designs.retain(|design| design.retired_at.is_none());
        let mut found = Vec::new();
        for id in &offer.officials {
            let official = officials::resolve(db, *id).await?;
            found.extend(official.filter(|official| is_reached(app, campaign, official)));
        }
        Ok(Self { offer, designs, officials: found })
    }

    pub fn design(&self, id: Uuid) -> Option<&Design> {
        self.designs.iter().find(|design| design.id() == id)
    }

    /// Whom a form means.
    pub async fn official(
        &self,
        app: &App,
        campaign: &Campaign,
        (to, country, postal_code): (Addressed, &str, &str),
    ) -> Result<Result<Official, Reason>, WebError> {
        match to {
            Addressed::Official(id) => {
                let found = self.officials.iter().find(|official| official.id == id);
                Ok(found.cloned().ok_or(Reason::Unknown))
            }
            Addressed::Member if !self.offer.by_riding => Ok(Err(Reason::Unknown)),
            Addressed::Member => {
                let found = member_for(&app.desk(), campaign.organisation, (country, postal_code)).await?;
                Ok(found.filter(|one| is_reached(app, campaign, one)).ok_or(Reason::NoMember))
            }
        }
    }
}

fn is_reached(app: &App, campaign: &Campaign, official: &Official) -> bool {
    official.organisation == campaign.organisation
        && official.details.is_in_office(&written_day(app.tools.clock.now()))
        && Block::of(&official.details, Lang::En).is_some()
}

/// How a card would be printed, and what is wrong with it.
pub struct Proof {
    pub design: Option<Design>,
    pub back: Back,
    /// The message as it was typed: what of it fits.
    pub fit: Result<Fit, Refusal>,
}

/// A form that nobody has sent yet, as it would be printed: what is missing stays empty, what is wrong is told.
pub async fn proof(
    app: &App,
    lang: Lang,
    (campaign, composer): (&Campaign, &Composer),
    form: &PostcardForm,
) -> Result<Proof, WebError> {
    let design = form.design.trim().parse().ok().and_then(|id| composer.design(id)).cloned();
    let person = person(&form.person);
    let country = form.person.country.trim().to_ascii_uppercase();
    let to = match form.official.trim() {
        Addressed::MEMBER => Some(Addressed::Member),
        typed => typed.parse().ok().map(Addressed::Official),
    };
    let official = match to {
        Some(to) => composer.official(app, campaign, (to, &country, &person.postal_code)).await?.ok(),
        None => None,
    };
    let message = Message::parse(&form.message);
    let display = Display::parse(&form.person.public).unwrap_or_default();
    let layout = Layout {
        lang,
        message: message.as_ref().map_or("", Message::as_str),
        sender: Sender::parse(&form.sender, display).unwrap_or_default(),
        person: &person,
        country: &country,
        official: official.as_ref().map(|official| &official.details),
        credit: design.as_ref().map_or("", |design| &design.picture.credit),
        elections: composer.offer.elections,
    };
    let back = layout.back(&app.tools.rules);
    let wrong = layout.refusals(&back).into_iter().next();
    let fit = match (&message, wrong) {
        (Err(Reason::Missing), _) | (Ok(_), None) => Ok(back.fit()),
        (Err(reason), _) => Err(Refusal { field: Field::Message, reason: *reason }),
        (Ok(_), Some(refusal)) => Err(refusal),
    };
    Ok(Proof { design, back, fit })
}

/// The person of a form, as far as it was typed.
fn person(form: &SignatureForm) -> Person {
    let line = |typed: &str| -> String {
        typed.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(255).collect()
    };
    Person {
        name: line(&form.name),
        email: String::new(),
        postal_code: line(&form.postal_code),
        city: line(&form.city),
        region: line(&form.region),
        comment: String::new(),
    }
}
