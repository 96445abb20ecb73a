//! The open letter in the studio, and the inbox.

mod inbox;
mod settings;
mod vetting;

use entity::audit;
use sea_orm::EntityTrait;

use crate::support::TestApp;

/// How often this stands in the record.
async fn recorded(app: &TestApp, act: &str) -> usize {
    let all = audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    all.iter().filter(|entry| entry.act == act).count()
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.split(&start).nth(1).unwrap_or_else(|| panic!("no {name} in:\n{page}"));
    rest.split('"').next().unwrap().to_owned()
}
