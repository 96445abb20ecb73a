//! The directory of officials: kept one by one, filled from lists, rid of duplicates.

mod addressing;
mod importing;
mod keeping;
mod merging;

use postulo::domain::official::{Official, Part};
use postulo::storage::officials;
use sea_orm::EntityTrait;

use crate::support::{Member, Reply, TestApp};

pub const HOUSE: &str = include_str!("../../fixtures/officials/house.csv");

pub const IMPORTS: &str = "/studio/officials/imports";

/// Everybody in the directory of the first organisation who stands for themselves, in the order of the list.
pub async fn all(app: &TestApp) -> Vec<Official> {
    let mut all = officials::list_all(app.app.tools.db.read(), 1).await.unwrap();
    all.retain(|official| official.merged_into.is_none());
    all.sort_by_cached_key(|official| official.details.order());
    all
}

pub async fn names(app: &TestApp) -> Vec<String> {
    all(app).await.iter().map(|official| official.details.name()).collect()
}

pub async fn named(app: &TestApp, family: &str) -> Official {
    all(app).await.into_iter().find(|official| official.details.get(Part::FamilyName) == family).unwrap()
}

pub async fn add(member: &Member, fields: &[(&str, &str)]) -> String {
    let reply = member.post("/studio/officials", fields).await.expect(303);
    reply.header("location").to_owned()
}

pub async fn upload(member: &Member, list: &[u8]) -> Reply {
    member.upload(IMPORTS, &[], ("list", list)).await
}

/// What the preview would have applied.
pub fn plan(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"plan\" value=\"").expect(page);
    rest.split('"').next().unwrap().to_owned()
}

/// Uploads, looks and applies; returns the address of the import.
pub async fn import(member: &Member, list: &[u8], more: &[(&str, &str)]) -> String {
    let path = upload(member, list).await.expect(303).header("location").to_owned();
    let page = member.get(&path).await.expect(200).body;
    let plan = plan(&page);
    let fields = [&[("plan", &*plan)], more].concat();
    member.post(&format!("{path}/apply"), &fields).await.expect(303);
    path
}

/// How often something was put on record.
pub async fn recorded(app: &TestApp, act: &str) -> usize {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.iter().filter(|entry| entry.act == act).count()
}
