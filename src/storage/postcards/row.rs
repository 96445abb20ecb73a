use entity::postcard::{ActiveModel, Model};
use sea_orm::{DbErr, NotSet, Set};

use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::postcard::{Because, Doubt, Marks, Postcard, Sender, State};
use crate::storage::db::StorageError;

fn index(bytes: Option<Vec<u8>>) -> Option<Index> {
    bytes.and_then(|bytes| bytes.try_into().ok())
}

pub(super) fn stored(model: Model) -> Result<Postcard, StorageError> {
    let damaged = || DbErr::Custom("a postcard in an unknown state".into());
    let (email, name, postal) =
        (index(model.email_index), index(model.name_index), index(model.postal_index));
    let marks = match (email, name, postal) {
        (Some(email), Some(name), Some(postal)) => Some(Marks { email, name, postal }),
        _ => None,
    };
    Ok(Postcard {
        campaign: model.campaign_id,
        id: model.id,
        official: model.official_id,
        design: model.design_id,
        state: State::parse(&model.state).ok_or_else(damaged)?,
        lang: model.lang.parse().unwrap_or(Lang::En),
        sender: Sender::ALL
            .into_iter()
            .find(|sender| sender.as_str() == model.sender)
            .unwrap_or(Sender::Initials),
        sealed: model.sealed,
        marks,
        slot: model.slot,
        country: model.country,
        doubts: Doubt::read(&model.doubts),
        updates_since: model.updates_since.map(Moment),
        hold_reason: model.hold_reason,
        mails: model.mails,
        code_attempts: model.code_attempts,
        code_only: model.code_only,
        repeat_of: model.repeat_of,
        own: model.own,
        created_at: Moment(model.created_at),
        expires_at: Moment(model.expires_at),
        confirmed_at: model.confirmed_at.map(Moment),
        decided_at: model.decided_at.map(Moment),
        because: model.because.as_deref().and_then(Because::parse),
        told: model.told.as_deref().and_then(State::parse),
        batched_at: model.batched_at.map(Moment),
        printed_at: model.printed_at.map(Moment),
        sent_at: model.sent_at.map(Moment),
        acknowledged_at: model.acknowledged_at.map(Moment),
        ended_at: model.ended_at.map(Moment),
    })
}

pub(super) fn active(one: &Postcard) -> ActiveModel {
    let bytes = |index: Option<Index>| index.map(|index| index.to_vec());
    let at = |moment: Option<Moment>| moment.map(|at| at.0);
    ActiveModel {
        campaign_id: Set(one.campaign),
        id: Set(one.id),
        official_id: Set(one.official),
        design_id: Set(one.design),
        state: Set(one.state.as_str().to_owned()),
        lang: Set(one.lang.code().to_owned()),
        sender: Set(one.sender.as_str().to_owned()),
        sealed: Set(one.sealed.clone()),
        email_index: Set(bytes(one.marks.map(|marks| marks.email))),
        name_index: Set(bytes(one.marks.map(|marks| marks.name))),
        postal_index: Set(bytes(one.marks.map(|marks| marks.postal))),
        slot: Set(one.slot),
        country: Set(one.country.clone()),
        doubts: Set(Doubt::written(&one.doubts)),
        updates_since: Set(at(one.updates_since)),
        hold_reason: Set(one.hold_reason.clone()),
        mails: Set(one.mails),
        code_attempts: Set(one.code_attempts),
        code_only: Set(one.code_only),
        repeat_of: Set(one.repeat_of),
        own: Set(one.own),
        created_at: Set(one.created_at.0),
        expires_at: Set(one.expires_at.0),
        confirmed_at: Set(at(one.confirmed_at)),
        decided_at: Set(at(one.decided_at)),
        because: Set(one.because.map(|because| because.as_str().to_owned())),
        told: Set(one.told.map(|state| state.as_str().to_owned())),
        batched_at: Set(at(one.batched_at)),
        printed_at: Set(at(one.printed_at)),
        sent_at: Set(at(one.sent_at)),
        acknowledged_at: Set(at(one.acknowledged_at)),
        ended_at: Set(at(one.ended_at)),
        // A print run has them, whatever else happens to a card.
        run: NotSet,
        place: NotSet,
    }
}
