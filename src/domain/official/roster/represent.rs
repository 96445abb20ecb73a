use serde::Deserialize;

use super::{Form, MOST, Part, Record, Roster, Unreadable};

/// A page of Represent's list of representatives, as <https://represent.opennorth.ca/api/> gives it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Page { objects: Vec<Representative> },
    List(Vec<Representative>),
}

#[derive(Deserialize)]
struct Representative {
    name: String,
    #[serde(default)]
    first_name: Option<String>,
    #[serde(default)]
    last_name: Option<String>,
    #[serde(default)]
    elected_office: Option<String>,
    #[serde(default)]
    party_name: Option<String>,
    #[serde(default)]
    district_name: Option<String>,
    #[serde(default, rename = "representative_set_name")]
    set_name: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    offices: Vec<Office>,
    #[serde(default)]
    extra: Extra,
}

#[derive(Deserialize)]
struct Office {
    #[serde(default, rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    postal: Option<String>,
    #[serde(default)]
    tel: Option<String>,
}

#[derive(Default, Deserialize)]
struct Extra {
    #[serde(default)]
    honorific_prefix: Option<String>,
    #[serde(default)]
    preferred_languages: Vec<String>,
}

pub fn read(text: &str) -> Result<Roster, Unreadable> {
    // Whether it is JSON at all says where it ends; whether it is this JSON does not.
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| Unreadable::Misshapen(error.line()))?;
    let answer = serde_json::from_value(value).map_err(|_| Unreadable::Misshapen(1))?;
    let (Answer::Page { objects } | Answer::List(objects)) = answer;
    if objects.len() > MOST {
        return Err(Unreadable::TooMany);
    }
    let records = objects.into_iter().enumerate().map(|(at, one)| record(at + 1, one)).collect();
    Ok(Roster { form: Form::Represent, records, ..Roster::default() })
}

/// Given names and the family name, where the list has them as one.
fn split(name: &str) -> (String, String) {
    let (given, family) = name.trim().rsplit_once(' ').unwrap_or(("", name.trim()));
    (given.to_owned(), family.to_owned())
}

fn record(place: usize, one: Representative) -> Record {
    let (given, family) = match (one.first_name, one.last_name) {
        (Some(given), Some(family)) if !family.trim().is_empty() => (given, family),
        _ => split(&one.name),
    };
    let office = |kind: &str| one.offices.iter().find(|office| office.kind.as_deref() == Some(kind));
    let address = |kind| office(kind).and_then(|office| office.postal.clone()).unwrap_or_default();
    let phone = one.offices.iter().find_map(|office| office.tel.clone()).unwrap_or_default();
    // Who prefers several languages prefers none of them.
    let language = match &*one.extra.preferred_languages {
        [only] => only.clone(),
        _ => String::new(),
    };
    let (body_en, body_fr) = body(one.set_name.unwrap_or_default());
    let parts = [
        (Part::Honorific, one.extra.honorific_prefix.unwrap_or_default()),
        (Part::GivenName, given),
        (Part::FamilyName, family),
        (Part::OfficeEn, office_en(one.elected_office.as_deref())),
        (Part::OfficeFr, office_fr(one.elected_office.as_deref())),
        (Part::BodyEn, body_en),
        (Part::BodyFr, body_fr),
        (Part::Party, one.party_name.unwrap_or_default()),
        (Part::Riding, one.district_name.unwrap_or_default()),
        (Part::Email, one.email.unwrap_or_default()),
        (Part::Phone, phone),
        (Part::ParliamentAddress, address("legislature")),
        (Part::ConstituencyAddress, address("constituency")),
        (Part::Language, language),
    ];
    Record { place, parts: parts.into() }
}

/// The name of the body in both languages. Represent has it in English only.
fn body(name: String) -> (String, String) {
    let french = match &*name {
        "House of Commons" => "Chambre des communes",
        "Senate of Canada" => "Sénat du Canada",
        _ => "",
    };
    (name, french.to_owned())
}

/// Written out, as the House of Commons' own list is taken over.
fn office_en(office: Option<&str>) -> String {
    match office {
        Some("MP") => "Member of Parliament".to_owned(),
        other => other.unwrap_or_default().to_owned(),
    }
}

fn office_fr(office: Option<&str>) -> String {
    let french = match office {
        Some("MP") => "Député(e)",
        Some("Senator") => "Sénateur/Sénatrice",
        Some("Mayor") => "Maire/Mairesse",
        Some("Councillor") => "Conseiller/Conseillère",
        _ => "",
    };
    french.to_owned()
}
