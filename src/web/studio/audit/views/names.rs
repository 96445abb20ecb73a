use std::collections::HashMap;

use crate::actions::accounts::open_profile;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::storage::accounts;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// Who the accounts of an organisation are: the log knows them by their numbers.
pub struct Names(HashMap<String, String>);

impl Names {
    pub async fn of(app: &App, present: &Present) -> Result<Self, WebError> {
        let mut names = HashMap::new();
        for stored in accounts::list(app.tools.db.read(), Some(present.member.organisation.id)).await? {
            let profile = open_profile(&app.tools.vault, &stored).map_err(|_| WebError::Internal)?;
            let name = if profile.name.is_empty() { profile.email } else { profile.name };
            names.insert(format!("account {}", stored.account.id), name);
        }
        Ok(Self(names))
    }

    /// Whoever acted.
    pub fn actor(&self, lang: Lang, actor: &str) -> String {
        match self.0.get(actor) {
            Some(name) => name.clone(),
            None if actor.starts_with("account ") => t!(lang, "audit-somebody"),
            None => t!(lang, "audit-program", name = actor),
        }
    }

    /// What was acted on: somebody who works here by their name; else as the log has it, with numbers cut short.
    pub fn subject(&self, subject: &str) -> String {
        if let Some(name) = self.0.get(subject) {
            return name.clone();
        }
        match subject.split_once(' ') {
            Some((kind, id)) if id.len() == 36 => format!("{kind} {}…", &id[..8]),
            _ => subject.to_owned(),
        }
    }
}
