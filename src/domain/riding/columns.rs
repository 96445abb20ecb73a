use csv::StringRecord;

use crate::domain::official::folded;

/// How tables head the column of the postal code, without case, spaces, punctuation and diacritics.
const POSTAL: [&str; 7] = ["postalcode", "codepostal", "postal", "postcode", "pc", "cp", "pcode"];

/// The code of the riding: Statistics Canada, Elections Canada, Represent, and what people write by themselves.
const CODE: [&str; 23] = [
    "riding",
    "ridingcode",
    "ridingid",
    "ridingnumber",
    "feduid",
    "fed",
    "fedcode",
    "fedid",
    "fednum",
    "fedno",
    "cefuid",
    "cef",
    "ced",
    "cedcode",
    "codecirconscription",
    "codedecirconscription",
    "codedelacirconscription",
    "numerodecirconscription",
    "districtcode",
    "districtnumber",
    "constituencycode",
    "edcode",
    "code",
];

/// Its name in English.
const ENGLISH: [&str; 14] = [
    "ridingname",
    "ridingnameen",
    "ridingen",
    "nameen",
    "enname",
    "name",
    "fedname",
    "fednameen",
    "fedename",
    "englishname",
    "districtname",
    "constituency",
    "constituencyname",
    "electoraldistrict",
];

/// And in French.
const FRENCH: [&str; 15] = [
    "ridingnamefr",
    "ridingfr",
    "namefr",
    "frname",
    "nom",
    "nomfr",
    "fednamefr",
    "fedfname",
    "fednom",
    "frenchname",
    "circonscription",
    "nomcirconscription",
    "nomdecirconscription",
    "nomdelacirconscription",
    "cefnom",
];

/// Where in a row what stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// How many cells a row has.
    pub width: usize,
    pub postal: usize,
    pub code: usize,
    pub en: Option<usize>,
    pub fr: Option<usize>,
}

impl Columns {
    /// By the headings; else what is missing, as it may be headed.
    pub fn of(headings: &StringRecord) -> Result<Self, Vec<&'static str>> {
        let headings: Vec<String> = headings.iter().map(folded).collect();
        let find = |known: &[&str]| {
            let named = |name: &&str| headings.iter().position(|heading| heading == name);
            known.iter().find_map(named)
        };
        let (postal, code, en, fr) = (find(&POSTAL), find(&CODE), find(&ENGLISH), find(&FRENCH));
        let missing = [
            postal.is_none().then_some("postal_code"),
            code.is_none().then_some("riding_code"),
            (en.is_none() && fr.is_none()).then_some("riding_name_en or riding_name_fr"),
        ];
        match (postal, code, en.or(fr)) {
            (Some(postal), Some(code), Some(_)) => Ok(Self { width: headings.len(), postal, code, en, fr }),
            _ => Err(missing.into_iter().flatten().collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use csv::StringRecord;

    use super::Columns;

    #[test]
    fn columns_are_found_by_what_tables_call_them() {
        let of = |headings: &[&str]| Columns::of(&StringRecord::from(headings.to_vec()));
        let found = of(&["Postal Code", "FEDUID", "FEDENAME", "FEDFNAME", "Province"]).unwrap();
        assert_eq!(found, Columns { width: 5, postal: 0, code: 1, en: Some(2), fr: Some(3) });
        let found = of(&["Code postal", "Numéro de circonscription", "Nom de la circonscription"]).unwrap();
        assert_eq!((found.postal, found.code, found.en, found.fr), (0, 1, None, Some(2)));
        assert_eq!(of(&["postal_code", "riding_name"]), Err(vec!["riding_code"]));
        assert_eq!(of(&["x"]).unwrap_err().len(), 3);
    }
}
