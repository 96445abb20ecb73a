use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::lang::Lang;

/// A text in every language of the product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<Lang, String>);

impl Words {
    /// The text in `lang`. Content is checked on loading, so every language is there.
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(&lang).map_or("", String::as_str)
    }

    /// The languages in which nothing is written.
    pub fn missing(&self) -> impl Iterator<Item = Lang> {
        Lang::ALL.into_iter().filter(|lang| self.get(*lang).trim().is_empty())
    }

    /// The length of the longest translation, in characters.
    pub fn longest(&self) -> usize {
        self.0.values().map(|text| text.chars().count()).max().unwrap_or(0)
    }
}
