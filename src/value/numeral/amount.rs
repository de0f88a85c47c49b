//! How much is stated, at which precision, and whether an expected amount can be meant by it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::value::{Comparator, Fit};

/// Slack after a conversion of units, as a share of the expected amount.
pub(crate) const CONVERSION_SLACK: f64 = 0.006;

/// An amount as written: one number, or both ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// The number, or the lower end of the range.
    pub low: f64,
    /// The number, or the upper end of the range.
    pub high: f64,
    /// The size of the last place written: 0.1 million in "1.4 million".
    pub granularity: f64,
}

impl Amount {
    /// One number.
    pub(crate) fn new(value: f64, granularity: f64) -> Self {
        Self { low: value, high: value, granularity }
    }

    /// Whether it is a range.
    pub fn is_range(&self) -> bool {
        self.low < self.high
    }

    /// The amount in another unit, `factor` of which make one of this.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        Self {
            low: tidy(self.low * factor),
            high: tidy(self.high * factor),
            granularity: self.granularity * factor,
        }
    }

    /// The amount moved by `offset`, for temperatures.
    pub(crate) fn plus(&self, offset: f64) -> Self {
        Self { low: tidy(self.low + offset), high: tidy(self.high + offset), ..*self }
    }

    /// Holds it against an expected amount that may be off by `slack` either way.
    pub(crate) fn compare(&self, expected: &Amount, slack: f64, comparator: Comparator) -> Fit {
        let noise = 1e-9 * expected.high.abs();
        let (low, high) = self.bounds(comparator);
        // "12" is written of anything from 11.5 up to, not including, 12.5.
        let rounds = matches!(comparator, Comparator::Exactly | Comparator::About);
        let half = if rounds { self.granularity / 2.0 } else { 0.0 };
        let least = expected.low - slack;
        let above = expected.high + slack + noise >= low - half;
        let below = least - noise <= high || least + noise < high + half;
        if above && below { Fit::Agrees } else { Fit::Conflicts }
    }

    /// The amounts that can be meant with these words around the number.
    fn bounds(&self, comparator: Comparator) -> (f64, f64) {
        let (low, high) = (self.low, self.high);
        match comparator {
            Comparator::About => (low - 0.05 * low.abs(), high + 0.05 * high.abs()),
            Comparator::Nearly => (low - 0.1 * low.abs(), high),
            Comparator::JustOver => (low, high + 0.1 * high.abs()),
            Comparator::MoreThan | Comparator::AtLeast => (low, f64::INFINITY),
            Comparator::LessThan | Comparator::AtMost => (f64::NEG_INFINITY, high),
            Comparator::Exactly | Comparator::Since | Comparator::Until => (low, high),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", tidy(self.low))?;
        if self.is_range() { write!(f, "..{}", tidy(self.high)) } else { Ok(()) }
    }
}

/// Without the noise that binary fractions leave in the last places.
pub(crate) fn tidy(value: f64) -> f64 {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return value;
    }
    format!("{value:.12e}").parse().unwrap_or(value)
}
