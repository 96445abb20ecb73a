use std::borrow::Borrow;
use std::fmt;

use icu_locale::LocaleDirectionality;
use icu_locale_core::LanguageIdentifier;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::lang::Lang;

/// The language of a text, as browsers know it: a tag of BCP 47, such as `fr`, `ug-Arab` or `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(String);

/// What languages call themselves, for those that are asked for most. Others are shown by their tag.
pub const OWN_NAMES: [(&str, &str); 30] = [
    ("en", "English"),
    ("fr", "Français"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("bo", "བོད་ཡིག"),
    ("cr", "ᓀᐦᐃᔭᐍᐏᐣ"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("it", "Italiano"),
    ("iu", "ᐃᓄᒃᑎᑐᑦ"),
    ("ja", "日本語"),
    ("kk", "Қазақша"),
    ("ko", "한국어"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("ta", "தமிழ்"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("ug", "ئۇيغۇرچە"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

impl Tag {
    /// Language, script and region as they are written by rule; nothing for what is no tag, or names no language.
    pub fn parse(typed: &str) -> Option<Self> {
        let parsed = LanguageIdentifier::try_from_str(typed.trim()).ok()?;
        let is_plain = !parsed.language.is_unknown() && parsed.variants.is_empty();
        is_plain.then(|| Self(parsed.to_string()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the language calls itself, else its tag.
    pub fn own_name(&self) -> &str {
        let known = OWN_NAMES.iter().chain(&[("zh", "中文")]).find(|(tag, _)| *tag == self.0);
        known.map_or(&self.0, |(_, name)| name)
    }

    /// `ltr` or `rtl`, as its script is written.
    pub fn direction(&self) -> &'static str {
        let identifier = LanguageIdentifier::try_from_str(&self.0);
        let is_rtl = identifier.is_ok_and(|id| LocaleDirectionality::new_extended().is_right_to_left(&id));
        if is_rtl { "rtl" } else { "ltr" }
    }
}

impl From<Lang> for Tag {
    fn from(lang: Lang) -> Self {
        Self(lang.code().to_owned())
    }
}

/// The language of what says nothing of its language.
impl Default for Tag {
    fn default() -> Self {
        Lang::En.into()
    }
}

impl Borrow<str> for Tag {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("`{text}` is not a language: write en, fr or ug"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{OWN_NAMES, Tag};

    #[test]
    fn a_tag_names_a_language_and_is_written_by_rule() {
        assert_eq!(Tag::parse(" ZH-hant ").unwrap().as_str(), "zh-Hant");
        assert_eq!(Tag::parse("fr-ca").unwrap().as_str(), "fr-CA");
        for odd in ["", "und", "x", "english language", "en_", "<script>", "en-u-ca-buddhist", "de-1996"] {
            assert_eq!(Tag::parse(odd), None, "{odd}");
        }
        for (tag, _) in OWN_NAMES {
            assert_eq!(Tag::parse(tag).unwrap().as_str(), tag);
        }
    }

    #[test]
    fn a_language_is_written_in_the_direction_of_its_script() {
        for (tag, direction) in
            [("ug", "rtl"), ("ar", "rtl"), ("ug-Latn", "ltr"), ("en", "ltr"), ("bo", "ltr")]
        {
            assert_eq!(Tag::parse(tag).unwrap().direction(), direction, "{tag}");
        }
    }
}
