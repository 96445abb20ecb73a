use super::{Official, Part};

/// Officials as a table: a column for each part, with its name as the heading.
pub fn table(officials: &[Official]) -> impl Iterator<Item = [String; Part::ALL.len()]> {
    let headings = Part::ALL.map(|part| part.name().to_owned());
    let rows = officials.iter().map(|official| Part::ALL.map(|part| official.details.get(part).to_owned()));
    std::iter::once(headings).chain(rows)
}
