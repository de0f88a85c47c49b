//! An expected number written in the style and the unit of a stated one.

use super::expected::convert;
use super::{Expected, ExpectedUnit, Number};
use crate::value::numeral::print::{self, may_stand};
use crate::value::{Comparator, Unprintable};

/// The expected number in the style of `written`, which states `stated`.
///
/// # Errors
/// Why it cannot be written so.
pub fn restyled(
    written: &str,
    stated: &Number,
    expected: &Expected,
    comparator: Comparator,
) -> Result<String, Unprintable> {
    may_stand(comparator)?;
    if stated.alternative.is_some() {
        return Err(Unprintable::Style);
    }
    let (mut amount, mut last_place) = (expected.amount, expected.last_place);
    match (&expected.unit, stated.unit) {
        (Some(ExpectedUnit::Measure(from)), Some(to)) => {
            amount = convert(amount, from, to);
            last_place *= from.factor / to.factor;
        }
        (Some(ExpectedUnit::Noun { .. }) | None, Some(_)) => return Err(Unprintable::Incomparable),
        (_, None) => {}
    }
    if last_place > stated.amount.granularity * 1.000_001 {
        return Err(Unprintable::Coarser);
    }
    // The noun after it would be of the wrong number: "1 parties".
    if (amount.low == 1.0) != (stated.amount.low == 1.0) {
        return Err(Unprintable::Style);
    }
    print::restyled(written, &stated.amount, amount.low)
}
