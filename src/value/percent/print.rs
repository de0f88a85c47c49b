//! An expected percentage written in the style of a stated one.

use super::{Expected, Percent};
use crate::value::numeral::print::{self, may_stand};
use crate::value::{Comparator, Unprintable};

/// The expected percentage in the style of `written`, which states `stated`.
///
/// # Errors
/// Why it cannot be written so.
pub fn restyled(
    written: &str,
    stated: &Percent,
    expected: &Expected,
    comparator: Comparator,
) -> Result<String, Unprintable> {
    may_stand(comparator)?;
    let (own, wanted) = (&stated.amount, &expected.percent.amount);
    if stated.points != expected.percent.points {
        return Err(Unprintable::Incomparable);
    }
    if wanted.granularity.min(1.0) > own.granularity * 1.000_001 {
        return Err(Unprintable::Coarser);
    }
    // "one percentage point" would have to become "two percentage points".
    if stated.points && (own.low == 1.0) != (wanted.low == 1.0) {
        return Err(Unprintable::Style);
    }
    print::restyled(written, own, wanted.low)
}
