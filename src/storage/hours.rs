//! Hours and what was counted in each, brought as one text: to hand over a row for each would take longer than to read them.

use sea_orm::sea_query::Expr;

use super::db::{Connection, locks_rows};

/// The text of all rows, such as `2026-11-22T10=3 2026-11-22T11=1`, from two columns by their names.
pub fn joined(db: &impl Connection, hour: &str, counted: &str) -> Expr {
    let join = if locks_rows(db) { "string_agg" } else { "group_concat" };
    Expr::cust(format!("{join}({hour} || '=' || {counted}, ' ')"))
}

/// What such a text says. No row is no text.
pub fn parted(text: Option<String>) -> Vec<(String, i64)> {
    let part = |pair: &str| {
        let (hour, counted) = pair.split_once('=')?;
        Some((hour.to_owned(), counted.parse().ok()?))
    };
    text.unwrap_or_default().split(' ').filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn a_text_says_what_was_counted_in_each_hour() {
        let hours = parted(Some("2026-11-22T10=3 2026-11-22T11=-1".to_owned()));
        assert_eq!(hours, [("2026-11-22T10".to_owned(), 3), ("2026-11-22T11".to_owned(), -1)]);
        assert!(parted(None).is_empty() && parted(Some(String::new())).is_empty());
    }
}
