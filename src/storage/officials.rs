use std::collections::{BTreeSet, HashMap};

use entity::official::{ActiveModel, Column, Entity, Model};
use entity::{campaign, text_version};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, Set,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::content::{Addressee, Text};
use crate::domain::moment::Moment;
use crate::domain::official::{Details, MergedOver, Official, Part, folded};

/// Which officials are sought. What is empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the name.
    pub name: String,
    pub party: String,
    pub province: String,
    /// A part of the riding's name.
    pub riding: String,
    /// Only those who are in office on this day.
    pub today: Option<String>,
}

fn official(model: &Model) -> Result<Official, StorageError> {
    let details: Details = serde_json::from_str(&model.details)
        .map_err(|error| DbErr::Custom(format!("official {}: {error}", model.id)))?;
    let over = model.merged_over.as_deref().map(serde_json::from_str::<MergedOver>).transpose();
    let merged_over = over.map_err(|error| DbErr::Custom(format!("official {}: {error}", model.id)))?;
    Ok(Official {
        id: model.id,
        organisation: model.organisation_id,
        revision: model.revision,
        details,
        merged_into: model.merged_into,
        merged_over,
        updated_at: Moment(model.updated_at),
    })
}

fn columns(official: &Official) -> ActiveModel {
    let details = &official.details;
    ActiveModel {
        id: Set(official.id),
        organisation_id: Set(official.organisation),
        revision: Set(official.revision),
        details: Set(serde_json::to_string(details).expect("details are plain strings")),
        sorting: Set(details.order()),
        name: Set(folded(&details.name())),
        party: Set(details.get(Part::Party).to_owned()),
        province: Set(details.get(Part::Province).to_owned()),
        riding: Set(folded(details.get(Part::Riding))),
        until: Set(details.get(Part::Until).to_owned()),
        merged_into: Set(official.merged_into),
        merged_over: Set(official
            .merged_over
            .as_ref()
            .map(|over| serde_json::to_string(over).expect("details are plain strings"))),
        updated_at: Set(official.updated_at.0),
    }
}

/// Adds officials, some hundreds a statement.
pub async fn insert(db: &impl Connection, new: &[Official]) -> Result<(), StorageError> {
    for some in new.chunks(200) {
        Entity::insert_many(some.iter().map(columns)).exec_without_returning(db).await?;
    }
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Official>, StorageError> {
    Entity::find_by_id(id).one(db).await?.as_ref().map(official).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: Uuid) -> Result<Option<Official>, StorageError> {
    let mut found = Entity::find_by_id(id);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.as_ref().map(official).transpose()
}

/// Whom a reference means: the official themselves, or whom they were merged into.
pub async fn resolve(db: &impl Connection, id: Uuid) -> Result<Option<Official>, StorageError> {
    let found = find(db, id).await?;
    match found.as_ref().and_then(|official| official.merged_into) {
        Some(into) => find(db, into).await,
        None => Ok(found),
    }
}

/// Those whom a text asks, as the directory of its organisation has them now, by how the text refers to them.
pub async fn list_asked(
    db: &impl Connection,
    organisation: i32,
    text: &Text,
) -> Result<HashMap<Uuid, Addressee>, StorageError> {
    let mut asked = HashMap::new();
    for addressee in &text.addressees {
        let Some(id) = addressee.official else { continue };
        let found = resolve(db, id).await?.filter(|found| found.organisation == organisation);
        asked.extend(found.map(|found| (id, found.addressee(addressee.disclosure))));
    }
    Ok(asked)
}

/// Has every node read the campaigns anew that ask somebody of an organisation's directory.
pub async fn touch_campaigns(db: &impl Connection, organisation: i32) -> Result<(), StorageError> {
    let asking = Query::select()
        .column(text_version::Column::CampaignId)
        .from(text_version::Entity)
        .and_where(text_version::Column::Content.contains("\"official\":\""))
        .to_owned();
    campaign::Entity::update_many()
        .col_expr(campaign::Column::Revision, Expr::col(campaign::Column::Revision).add(1))
        .filter(campaign::Column::OrganisationId.eq(organisation))
        .filter(campaign::Column::Id.in_subquery(asking))
        .exec(db)
        .await?;
    Ok(())
}

/// Who was merged into one, by their names.
pub async fn list_merged(db: &impl Connection, into: Uuid) -> Result<Vec<Official>, StorageError> {
    let merged = Entity::find().filter(Column::MergedInto.eq(into)).order_by_asc(Column::Sorting);
    merged.order_by_asc(Column::Id).all(db).await?.iter().map(official).collect()
}

/// Stores an official anew, with the next revision. Whoever calls has locked them.
pub async fn update(db: &impl Connection, official: &Official) -> Result<(), StorageError> {
    let revision = official.revision + 1;
    columns(&Official { revision, ..official.clone() }).update(db).await?;
    Ok(())
}

/// Whoever was merged into one is merged into another from now on.
pub async fn move_merged(db: &impl Connection, from: Uuid, to: Uuid) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::MergedInto, Expr::value(to))
        .filter(Column::MergedInto.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Deletes officials, and what was merged into them.
pub async fn delete(db: &impl Connection, ids: &[Uuid]) -> Result<(), StorageError> {
    for some in ids.chunks(500) {
        let own = Column::Id.is_in(some.to_vec());
        let merged = Column::MergedInto.is_in(some.to_vec());
        Entity::delete_many().filter(Condition::any().add(own).add(merged)).exec(db).await?;
    }
    Ok(())
}

fn sought(organisation: i32, filter: &Filter) -> Select<Entity> {
    let mut found =
        Entity::find().filter(Column::OrganisationId.eq(organisation)).filter(Column::MergedInto.is_null());
    let name = folded(&filter.name);
    if !name.is_empty() {
        found = found.filter(Column::Name.contains(name));
    }
    let riding = folded(&filter.riding);
    if !riding.is_empty() {
        found = found.filter(Column::Riding.contains(riding));
    }
    for (column, text) in [(Column::Party, &filter.party), (Column::Province, &filter.province)] {
        if !text.is_empty() {
            found = found.filter(column.eq(text));
        }
    }
    if let Some(today) = &filter.today {
        found = found.filter(Condition::any().add(Column::Until.eq("")).add(Column::Until.gte(today)));
    }
    found
}

/// Those who are sought, in the order of their names, from behind one of them.
pub async fn list_page(
    db: &impl Connection,
    organisation: i32,
    filter: &Filter,
    (after, most): (Option<Uuid>, u64),
) -> Result<Vec<Official>, StorageError> {
    let mut found = sought(organisation, filter);
    let last = match after {
        Some(id) => Entity::find_by_id(id).one(db).await?.filter(|one| one.organisation_id == organisation),
        None => None,
    };
    if let Some(last) = last {
        let same = Column::Sorting.eq(&last.sorting).and(Column::Id.gt(last.id));
        found = found.filter(Condition::any().add(Column::Sorting.gt(&last.sorting)).add(same));
    }
    let page = found.order_by_asc(Column::Sorting).order_by_asc(Column::Id).limit(most);
    page.all(db).await?.iter().map(official).collect()
}

pub async fn count(db: &impl Connection, organisation: i32, filter: &Filter) -> Result<u64, StorageError> {
    Ok(sought(organisation, filter).count(db).await?)
}

/// Everybody, those included who were merged into others.
pub async fn list_all(db: &impl Connection, organisation: i32) -> Result<Vec<Official>, StorageError> {
    let all = Entity::find().filter(Column::OrganisationId.eq(organisation)).order_by_asc(Column::Id);
    all.all(db).await?.iter().map(official).collect()
}

/// The same, kept from others until the transaction ends.
pub async fn list_all_to_change(
    db: &impl Connection,
    organisation: i32,
) -> Result<Vec<Official>, StorageError> {
    let mut all = Entity::find().filter(Column::OrganisationId.eq(organisation)).order_by_asc(Column::Id);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    all.all(db).await?.iter().map(official).collect()
}

/// Those who share their name with another, by name.
pub async fn list_alike(
    db: &impl Connection,
    organisation: i32,
    most: u64,
) -> Result<Vec<Vec<Official>>, StorageError> {
    let names: Vec<String> = sought(organisation, &Filter::default())
        .select_only()
        .column(Column::Name)
        .group_by(Column::Name)
        .having(Expr::col(Column::Id).count().gt(1))
        .order_by_asc(Column::Name)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let mut groups = Vec::new();
    for name in names {
        let group = sought(organisation, &Filter::default()).filter(Column::Name.eq(name));
        let group = group.order_by_asc(Column::Id).limit(10).all(db).await?;
        groups.push(group.iter().map(official).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(groups)
}

/// What a column has, for choosing from.
async fn values(
    db: &impl Connection,
    organisation: i32,
    column: Column,
) -> Result<Vec<String>, StorageError> {
    let values = sought(organisation, &Filter::default()).filter(column.ne(""));
    let values = values.select_only().column(column).distinct().order_by_asc(column);
    Ok(values.into_tuple().all(db).await?)
}

pub async fn list_parties(db: &impl Connection, organisation: i32) -> Result<Vec<String>, StorageError> {
    values(db, organisation, Column::Party).await
}

pub async fn list_provinces(db: &impl Connection, organisation: i32) -> Result<Vec<String>, StorageError> {
    values(db, organisation, Column::Province).await
}

/// Whom the campaigns of an organisation address, in any version of their texts, with the campaigns' names in addresses.
pub async fn list_addressed(
    db: &impl Connection,
    organisation: i32,
) -> Result<HashMap<Uuid, BTreeSet<String>>, StorageError> {
    let campaigns = campaign::Entity::find()
        .select_only()
        .columns([campaign::Column::Id, campaign::Column::Slug])
        .filter(campaign::Column::OrganisationId.eq(organisation));
    let campaigns: Vec<(i32, String)> = campaigns.into_tuple().all(db).await?;
    let mut addressed: HashMap<Uuid, BTreeSet<String>> = HashMap::new();
    for (id, slug) in campaigns {
        let texts = text_version::Entity::find()
            .select_only()
            .column(text_version::Column::Content)
            .filter(text_version::Column::CampaignId.eq(id))
            .filter(text_version::Column::Content.contains("\"official\":\""));
        let texts: Vec<String> = texts.into_tuple().all(db).await?;
        for text in texts {
            let text: Text = serde_json::from_str(&text).map_err(|error| DbErr::Json(error.to_string()))?;
            for official in text.addressees.into_iter().filter_map(|addressee| addressee.official) {
                addressed.entry(official).or_default().insert(slug.clone());
            }
        }
    }
    Ok(addressed)
}
