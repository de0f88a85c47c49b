//! Numbers, with the unit they are measured in or the noun they count.

mod article;
mod expected;
mod print;
mod read;
mod sense;
mod unit;
mod units;

use std::fmt;

use crate::source::Span;
use crate::value::numeral::Amount;

pub use expected::{
    Expected, ExpectedUnit, compare, counts_people, counts_same, counts_times, is_counted,
};
pub use print::restyled;
pub(crate) use read::read;
pub(crate) use unit::unit_at;
pub use unit::{Dimension, Unit};

/// A number as the text states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// How many, in `unit`.
    pub amount: Amount,
    /// The digits or words alone, without the unit.
    pub number_span: Span,
    /// The unit it is measured in.
    pub unit: Option<&'static Unit>,
    /// What it counts.
    pub noun: Option<Noun>,
    /// What else it can mean: the "m" of "34.6m" stands for millions or for metres.
    pub alternative: Option<(Amount, Option<&'static Unit>)>,
}

/// The words a number counts: "foreign leaders" in "six foreign leaders".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Where they stand.
    pub span: Span,
    /// The words in lower case and the singular, with blanks between.
    pub folded: String,
}

impl Number {
    /// Moves its places, `by` bytes further on.
    pub(super) fn shift(&mut self, by: usize) {
        self.number_span = self.number_span.shifted(by);
        if let Some(noun) = &mut self.noun {
            noun.span = noun.span.shifted(by);
        }
    }

    /// The range from this to `high`.
    pub(crate) fn up_to(&self, high: &Self) -> Option<Self> {
        let same = match (self.unit, high.unit) {
            (Some(low), Some(high)) => low.is_same(high),
            _ => false,
        };
        let amount = self.amount.up_to(&high.amount).filter(|_| same)?;
        let number_span = self.number_span.join(high.number_span);
        Some(Self { amount, number_span, ..high.clone() })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.amount)?;
        match self.unit {
            Some(unit) => write!(f, " {}", unit.symbol),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, compare};
    use crate::value::{Value, cases};

    #[test]
    fn cases() {
        cases::check("number", include_str!("cases.yaml"), |fact, reading| {
            let (unit, tolerance) = (fact.unit.as_deref(), fact.tolerance.as_deref());
            let expected = Expected::parse(&fact.fact, unit, tolerance).expect("a fact");
            match &reading.value {
                Value::Number(stated) => Some(compare(&expected, stated, reading.comparator)),
                _ => None,
            }
        });
    }
}
