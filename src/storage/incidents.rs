use entity::{incident, incident_entry};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::incident::{Entry, Incident};
use crate::domain::moment::Moment;

impl From<incident::Model> for Incident {
    fn from(model: incident::Model) -> Self {
        Self {
            id: model.id,
            organisation: model.organisation_id,
            number: model.number,
            created_at: Moment(model.created_at),
        }
    }
}

impl From<incident_entry::Model> for Entry {
    fn from(model: incident_entry::Model) -> Self {
        Self {
            incident: model.incident_id,
            number: model.number,
            account: model.account_id,
            sealed: model.sealed,
            at: Moment(model.at),
        }
    }
}

/// The number that the next incident of an organisation gets, whose row the caller holds.
pub async fn next_number(db: &impl Connection, organisation: i32) -> Result<i32, StorageError> {
    use incident::{Column, Entity};
    let last: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::OrganisationId.eq(organisation))
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.unwrap_or(0) + 1)
}

pub async fn insert(db: &impl Connection, new: &Incident) -> Result<(), StorageError> {
    let model = incident::ActiveModel {
        id: Set(new.id),
        organisation_id: Set(new.organisation),
        number: Set(new.number),
        created_at: Set(new.created_at.0),
    };
    incident::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// Adds an entry. The key keeps two who write at once from getting one number: the later of them is refused.
pub async fn append(db: &impl Connection, new: &Entry) -> Result<(), StorageError> {
    let model = incident_entry::ActiveModel {
        incident_id: Set(new.incident),
        number: Set(new.number),
        account_id: Set(new.account),
        sealed: Set(new.sealed.clone()),
        at: Set(new.at.0),
    };
    incident_entry::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Incident>, StorageError> {
    Ok(incident::Entity::find_by_id(id).one(db).await?.map(Incident::from))
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: Uuid) -> Result<Option<Incident>, StorageError> {
    let mut found = incident::Entity::find_by_id(id);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(Incident::from))
}

/// The register of an organisation, newest first, below `before` if that is given.
pub async fn list(
    db: &impl Connection,
    organisation: i32,
    before: Option<i32>,
    most: u64,
) -> Result<Vec<Incident>, StorageError> {
    use incident::{Column, Entity};
    let mut rows = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .order_by_desc(Column::Number)
        .limit(most);
    if let Some(before) = before {
        rows = rows.filter(Column::Number.lt(before));
    }
    Ok(rows.all(db).await?.into_iter().map(Incident::from).collect())
}

/// What was written of an incident, in the order in which it was.
pub async fn list_entries(db: &impl Connection, incident: Uuid) -> Result<Vec<Entry>, StorageError> {
    use incident_entry::{Column, Entity};
    let rows = Entity::find().filter(Column::IncidentId.eq(incident)).order_by_asc(Column::Number);
    Ok(rows.all(db).await?.into_iter().map(Entry::from).collect())
}

/// Every entry, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Entry>, StorageError> {
    use incident_entry::{Column, Entity};
    let mut rows = Entity::find().order_by_asc(Column::IncidentId).order_by_asc(Column::Number);
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    Ok(rows.all(db).await?.into_iter().map(Entry::from).collect())
}

/// The same words under another key. Nothing else of an entry ever changes.
pub async fn reseal(
    db: &impl Connection,
    (incident, number): (Uuid, i32),
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    use incident_entry::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .filter(Column::IncidentId.eq(incident).and(Column::Number.eq(number)))
        .exec(db)
        .await?;
    Ok(())
}
