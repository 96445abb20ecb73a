use super::{Lang, folded};

/// Code, English name, French name, as in ISO 3166-2:CA.
const PROVINCES: [(&str, &str, &str); 13] = [
    ("AB", "Alberta", "Alberta"),
    ("BC", "British Columbia", "Colombie-Britannique"),
    ("MB", "Manitoba", "Manitoba"),
    ("NB", "New Brunswick", "Nouveau-Brunswick"),
    ("NL", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador"),
    ("NS", "Nova Scotia", "Nouvelle-Écosse"),
    ("NT", "Northwest Territories", "Territoires du Nord-Ouest"),
    ("NU", "Nunavut", "Nunavut"),
    ("ON", "Ontario", "Ontario"),
    ("PE", "Prince Edward Island", "Île-du-Prince-Édouard"),
    ("QC", "Quebec", "Québec"),
    ("SK", "Saskatchewan", "Saskatchewan"),
    ("YT", "Yukon", "Yukon"),
];

/// The code of a Canadian province or territory, by its code or its name in either language.
pub fn code_of(text: &str) -> Option<&'static str> {
    let sought = folded(text);
    let same = |name: &str| folded(name) == sought;
    PROVINCES.iter().find(|(code, en, fr)| same(code) || same(en) || same(fr)).map(|(code, ..)| *code)
}

/// The name of a province in a language; what is not one of ours as it was written.
pub fn province_words(lang: Lang, code: &str) -> &str {
    let known = PROVINCES.iter().find(|(known, ..)| *known == code);
    known.map_or(code, |(_, en, fr)| if lang == Lang::En { en } else { fr })
}
