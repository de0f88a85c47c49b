//! An expected amount of money written in the style of a stated one, its sign or name included.

use super::{Expected, Money};
use crate::value::numeral::print::{self, may_stand};
use crate::value::{Comparator, Unprintable};

/// The expected amount in the style of `written`, which states `stated`.
///
/// # Errors
/// Why it cannot be written so; another currency is never put in the place of one.
pub fn restyled(
    written: &str,
    stated: &Money,
    expected: &Expected,
    comparator: Comparator,
) -> Result<String, Unprintable> {
    may_stand(comparator)?;
    if stated.currencies.iter().all(|currency| currency.code != expected.currency.code) {
        return Err(Unprintable::Incomparable);
    }
    if expected.last_place > stated.amount.granularity * 1.000_001 {
        return Err(Unprintable::Coarser);
    }
    // "one dollar" would have to become "two dollars".
    if (expected.amount.low == 1.0) != (stated.amount.low == 1.0) {
        return Err(Unprintable::Style);
    }
    print::restyled(written, &stated.amount, expected.amount.low)
}
