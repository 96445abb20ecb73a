use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use uuid::Uuid;

use super::super::member::Present;
use super::views::document::Document;
use super::{chosen, open, views};
use crate::actions::people::give::give;
use crate::app::App;
use crate::domain::holding::{Fact, Holding};
use crate::domain::inquiry::{Asker, Inquiry};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// Everything that is held about somebody, to be read by a program.
#[derive(Serialize)]
struct Data<'a> {
    organisation: &'a str,
    inquiry: i32,
    made_at: String,
    email: &'a str,
    held: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    campaign: Option<String>,
    #[serde(flatten)]
    facts: BTreeMap<&'static str, Value<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Text(&'a str),
    At(String),
    Number(i64),
    /// Several of one kind, such as answers.
    Several(Vec<Self>),
}

fn row<'a>(app: &App, holding: &'a Holding) -> Row<'a> {
    let value = |fact: &'a Fact| match fact {
        Fact::Text(text) | Fact::Word(text) => Value::Text(text),
        Fact::At(at) => Value::At(at.to_string()),
        Fact::Number(number) => Value::Number(*number),
    };
    let campaign = holding.campaign.and_then(|id| app.hub.campaign_by_id(id));
    let mut facts: BTreeMap<&'static str, Value<'a>> = BTreeMap::new();
    for (what, fact) in &holding.facts {
        let new = value(fact);
        match facts.entry(what.as_str()) {
            Entry::Vacant(entry) => {
                entry.insert(new);
            }
            Entry::Occupied(mut entry) => match entry.get_mut() {
                Value::Several(known) => known.push(new),
                known => {
                    let first = std::mem::replace(known, Value::Number(0));
                    *known = Value::Several(vec![first, new]);
                }
            },
        }
    }
    Row { kind: holding.kind.as_str(), campaign: campaign.map(|campaign| campaign.slug.clone()), facts }
}

fn json(
    app: &App,
    organisation: &str,
    inquiry: &Inquiry,
    asker: &Asker,
    held: &[Holding],
    now: Moment,
) -> String {
    let data = Data {
        organisation,
        inquiry: inquiry.number,
        made_at: now.to_string(),
        email: &asker.email,
        held: held.iter().map(|holding| row(app, holding)).collect(),
    };
    serde_json::to_string_pretty(&data).unwrap_or_default()
}

/// What staff chose of what is held, as a file: for a program, or to read in the language of whoever asks.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_inquiry(inquiry.id))?;
    let (form, lang) = (fields.take("form"), fields.take("lang"));
    let lang: Lang = lang.parse().unwrap_or(present.lang);
    let chosen = chosen(&app, &present, &mut fields).await?;
    let is_chosen = |of: Uuid| chosen.contains(&of);
    let (asker, held) = give(&app.desk(), &inquiry, present.member.account.id, is_chosen).await?;
    let held = views::with_words(held);
    let now = app.tools.clock.now();
    let organisation = views::organisation(&app, &present);
    let (kind, ending, body) = if form == "json" {
        ("application/json", "json", json(&app, organisation, &inquiry, &asker, &held, now))
    } else {
        let document = Document {
            app: &app,
            lang,
            organisation,
            number: inquiry.number,
            asker: &asker,
            held: &held,
            now,
        };
        ("text/html; charset=utf-8", "html", document.markup().into_string())
    };
    // Named by the number of the case: file names end up in logs and backups.
    let disposition = format!("attachment; filename=\"inquiry-{}.{ending}\"", inquiry.number);
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, body).into_response())
}
