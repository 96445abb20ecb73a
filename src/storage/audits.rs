use entity::{audit, audit_head};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use super::vault::Vault;
use super::{accounts, audit_keys, campaigns};
use crate::domain::moment::Moment;
use crate::domain::record::{Broken, ChainKey, Head, Recorded, Walk};

/// An act of staff, as it will stand in the log for ever. It names no supporter.
pub struct Entry<'a> {
    pub actor: &'a str,
    pub act: &'a str,
    pub campaign: Option<i32>,
    pub subject: String,
    pub detail: String,
}

const HEAD: i32 = 1;

/// How many entries are walked along at once.
const STRETCH: u64 = 500;

/// Appends an entry to the chain. It is the last thing that a transaction does: everybody else who appends waits for its end.
pub async fn append(
    db: &impl Connection,
    vault: &Vault,
    (id, at): (Uuid, Moment),
    entry: Entry<'_>,
) -> Result<(), StorageError> {
    let organisation = organisation_of(db, &entry).await?;
    let (head, _) = find_head(db, locks_rows(db)).await?;
    let key = audit_keys::find_or_make(db, vault, head.number + 1).await?;
    let recorded = Recorded {
        number: head.number + 1,
        id,
        at,
        actor: entry.actor.to_owned(),
        act: entry.act.to_owned(),
        campaign: entry.campaign,
        organisation,
        subject: entry.subject,
        detail: entry.detail,
    };
    let hash = recorded.hash(&head.hash, Some(&key));
    move_head(db, &Head { number: recorded.number, hash: hash.clone() }, &key).await?;
    let model = audit::ActiveModel {
        id: Set(recorded.id),
        at: Set(recorded.at.0),
        actor: Set(recorded.actor),
        act: Set(recorded.act),
        campaign_id: Set(recorded.campaign),
        subject: Set(recorded.subject),
        detail: Set(recorded.detail),
        number: Set(recorded.number),
        hash: Set(hash),
        organisation_id: Set(recorded.organisation),
    };
    audit::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// Whose an entry is: its campaign's organisation, else that of the account which acted, else of the one acted on.
async fn organisation_of(db: &impl Connection, entry: &Entry<'_>) -> Result<Option<i32>, StorageError> {
    if let Some(campaign) = entry.campaign
        && let Some(organisation) = campaigns::find_organisation(db, campaign).await?
    {
        return Ok(Some(organisation));
    }
    for named in [entry.actor, &entry.subject] {
        if let Some(Ok(id)) = named.strip_prefix("account ").map(str::parse)
            && let Some(organisation) = accounts::find_organisation(db, id).await?
        {
            return Ok(Some(organisation));
        }
    }
    Ok(None)
}

async fn move_head(db: &impl Connection, head: &Head, key: &ChainKey) -> Result<(), StorageError> {
    audit_head::Entity::update_many()
        .col_expr(audit_head::Column::Number, Expr::value(head.number))
        .col_expr(audit_head::Column::Hash, Expr::value(head.hash.clone()))
        .col_expr(audit_head::Column::Seal, Expr::value(head.seal(key)))
        .filter(audit_head::Column::Id.eq(HEAD))
        .exec(db)
        .await?;
    Ok(())
}

/// The end of the chain, and its seal.
async fn find_head(db: &impl Connection, to_append: bool) -> Result<(Head, String), StorageError> {
    let mut head = audit_head::Entity::find_by_id(HEAD);
    if to_append {
        head = head.lock_exclusive();
    }
    let head = head.one(db).await?;
    let head = head.ok_or_else(|| DbErr::Custom("the audit log has no head".to_owned()))?;
    Ok((Head { number: head.number, hash: head.hash }, head.seal))
}

fn recorded(model: audit::Model) -> (Recorded, String) {
    let entry = Recorded {
        number: model.number,
        id: model.id,
        at: Moment(model.at),
        actor: model.actor,
        act: model.act,
        campaign: model.campaign_id,
        organisation: model.organisation_id,
        subject: model.subject,
        detail: model.detail,
    };
    (entry, model.hash)
}

/// Which entries of an organisation somebody looks for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    pub organisation: i32,
    pub act: Option<String>,
    pub actor: Option<String>,
    pub campaign: Option<i32>,
    pub from: Option<Moment>,
    /// Not this moment itself.
    pub until: Option<Moment>,
    /// Of a smaller number than this.
    pub before: Option<i64>,
}

impl Sought {
    fn condition(&self) -> Condition {
        let Self { organisation, act, actor, campaign, from, until, before } = self;
        Condition::all()
            .add(audit::Column::OrganisationId.eq(*organisation))
            .add_option(act.as_ref().map(|act| audit::Column::Act.eq(act.as_str())))
            .add_option(actor.as_ref().map(|actor| audit::Column::Actor.eq(actor.as_str())))
            .add_option(campaign.map(|campaign| audit::Column::CampaignId.eq(campaign)))
            .add_option(from.map(|from| audit::Column::At.gte(from.0)))
            .add_option(until.map(|until| audit::Column::At.lt(until.0)))
            .add_option(before.map(|before| audit::Column::Number.lt(before)))
    }
}

/// The entries that are sought, newest first.
pub async fn list(db: &impl Connection, sought: &Sought, most: u64) -> Result<Vec<Recorded>, StorageError> {
    let found =
        audit::Entity::find().filter(sought.condition()).order_by_desc(audit::Column::Number).limit(most);
    Ok(found.all(db).await?.into_iter().map(|model| recorded(model).0).collect())
}

/// The different acts, or actors, in an organisation's entries.
async fn list_different(
    db: &impl Connection,
    organisation: i32,
    column: audit::Column,
) -> Result<Vec<String>, StorageError> {
    let rows = audit::Entity::find()
        .select_only()
        .column(column)
        .distinct()
        .filter(audit::Column::OrganisationId.eq(organisation))
        .order_by_asc(column);
    Ok(rows.into_tuple().all(db).await?)
}

pub async fn list_acts(db: &impl Connection, organisation: i32) -> Result<Vec<String>, StorageError> {
    list_different(db, organisation, audit::Column::Act).await
}

pub async fn list_actors(db: &impl Connection, organisation: i32) -> Result<Vec<String>, StorageError> {
    list_different(db, organisation, audit::Column::Actor).await
}

/// A chain that is whole: where it ends, and from which entry on it has a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub head: Head,
    pub since: Option<i64>,
}

/// Walks along the whole chain. Wants a snapshot.
pub async fn walk(db: &impl Connection, vault: &Vault) -> Result<Result<Whole, Broken>, StorageError> {
    let (head, seal) = find_head(db, false).await?;
    let key = match audit_keys::find(db).await?.map(|sealed| audit_keys::open(vault, &sealed)) {
        Some(Ok(key)) => Some(key),
        None if seal.is_empty() => None,
        Some(Err(_)) | None => return Ok(Err(Broken::Key)),
    };
    let since = key.as_ref().map(|key| key.since);
    let mut walk = Walk::under(key);
    let mut after = i64::MIN;
    loop {
        let next = audit::Entity::find()
            .filter(audit::Column::Number.gt(after))
            .order_by_asc(audit::Column::Number)
            .limit(STRETCH);
        let stretch = next.all(db).await?;
        let Some(last) = stretch.last() else { break };
        after = last.number;
        for (entry, hash) in stretch.into_iter().map(recorded) {
            if let Err(broken) = walk.step(&entry, &hash) {
                return Ok(Err(broken));
            }
        }
    }
    Ok(walk.end(&head, &seal).map(|()| Whole { head, since }))
}
