use entity::sign_on::{ActiveModel, Model};
use sea_orm::{DbErr, Set};

use crate::domain::display::Display;
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::sign_on::{DeclineReason, Kind, Marks, SignOn, State};
use crate::storage::db::StorageError;

fn index(bytes: Option<Vec<u8>>) -> Option<Index> {
    bytes.and_then(|bytes| bytes.try_into().ok())
}

fn marks(model: &mut Model) -> Option<Marks> {
    Some(Marks {
        email: index(model.email_index.take())?,
        whole: index(model.mark_index.take())?,
        name: index(model.name_index.take())?,
        host: index(model.host_index.take()),
    })
}

pub(super) fn stored(mut model: Model) -> Result<SignOn, StorageError> {
    let damaged = || DbErr::Custom("a sign-on of an unknown kind or state".into());
    Ok(SignOn {
        campaign: model.campaign_id,
        id: model.id,
        kind: Kind::parse(&model.kind).ok_or_else(damaged)?,
        state: State::parse(&model.state).ok_or_else(damaged)?,
        lang: model.lang.parse().unwrap_or(Lang::En),
        text_version: model.text_version,
        marks: marks(&mut model),
        sealed: model.sealed,
        claim: index(model.claim_index),
        country: model.country,
        display: Display::parse(&model.display).unwrap_or_default(),
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
        decline_reason: model.decline_reason.as_deref().and_then(DeclineReason::parse),
        told: model.told.as_deref().and_then(State::parse),
        ended_at: model.ended_at.map(Moment),
        names: serde_json::from_str(&model.names).unwrap_or_default(),
        weight: model.weight,
    })
}

pub(super) fn active(one: &SignOn) -> ActiveModel {
    let bytes = |index: Option<Index>| index.map(|index| index.to_vec());
    ActiveModel {
        campaign_id: Set(one.campaign),
        id: Set(one.id),
        kind: Set(one.kind.as_str().to_owned()),
        state: Set(one.state.as_str().to_owned()),
        lang: Set(one.lang.code().to_owned()),
        text_version: Set(one.text_version),
        sealed: Set(one.sealed.clone()),
        email_index: Set(bytes(one.email())),
        mark_index: Set(bytes(one.marks.map(|marks| marks.whole))),
        name_index: Set(bytes(one.marks.map(|marks| marks.name))),
        host_index: Set(bytes(one.marks.and_then(|marks| marks.host))),
        claim_index: Set(bytes(one.claim)),
        country: Set(one.country.clone()),
        display: Set(one.display.as_str().to_owned()),
        updates_since: Set(one.updates_since.map(|at| at.0)),
        hold_reason: Set(one.hold_reason.clone()),
        mails: Set(one.mails),
        code_attempts: Set(one.code_attempts),
        code_only: Set(one.code_only),
        repeat_of: Set(one.repeat_of),
        own: Set(one.own),
        created_at: Set(one.created_at.0),
        expires_at: Set(one.expires_at.0),
        confirmed_at: Set(one.confirmed_at.map(|at| at.0)),
        decided_at: Set(one.decided_at.map(|at| at.0)),
        decline_reason: Set(one.decline_reason.map(|reason| reason.as_str().to_owned())),
        told: Set(one.told.map(|state| state.as_str().to_owned())),
        ended_at: Set(one.ended_at.map(|at| at.0)),
        names: Set(serde_json::to_string(&one.names).expect("names are plain strings")),
        weight: Set(one.weight),
    }
}
