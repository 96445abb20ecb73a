//! Many rows and many values in a handful of statements.

use sea_orm::sea_query::Expr;
use sea_orm::sea_query::extension::postgres::PgFunc;
use sea_orm::{ColumnTrait, ExprTrait, Value};

use super::{Connection, locks_rows};

/// How many rows one statement takes at the most.
pub(in crate::storage) const MOST_ROWS: usize = 256;

/// Splits rows into groups of a few sizes, so that a handful of statements serves every number of rows and stays prepared:
/// 256 and 128, multiples of 8 up to 64, and what is left. None is larger than `largest`.
pub(in crate::storage) fn in_fixed_sizes<T>(rows: Vec<T>, largest: usize) -> Vec<Vec<T>> {
    let mut groups = Vec::new();
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let size = match rows.len().min(largest) {
            256.. => 256,
            128.. => 128,
            64.. => 64,
            few @ 8.. => few / 8 * 8,
            few => few,
        };
        groups.push(rows.by_ref().take(size).collect());
    }
    groups
}

/// Whether a column has one of these values. On PostgreSQL they are one array, so that one statement serves all numbers.
pub(in crate::storage) fn among<C, T>(db: &impl Connection, column: C, values: Vec<T>) -> Expr
where
    C: ColumnTrait,
    T: Into<Value>,
    Vec<T>: Into<Value>,
{
    if locks_rows(db) {
        return Expr::col((column.entity_name(), column)).eq(PgFunc::any(Expr::value(values)));
    }
    column.is_in(values)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{MOST_ROWS, in_fixed_sizes};

    #[test]
    fn every_number_of_rows_is_split_into_a_few_sizes_and_none_is_lost() {
        let mut sizes = BTreeSet::new();
        for n in 0..1000 {
            let groups = in_fixed_sizes((0..n).collect(), MOST_ROWS);
            sizes.extend(groups.iter().map(Vec::len));
            assert_eq!(groups.concat(), (0..n).collect::<Vec<_>>());
        }
        assert_eq!(sizes.len(), 17);
    }
}
