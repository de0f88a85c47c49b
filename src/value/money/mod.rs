//! Amounts of money in a currency. Nothing is ever converted between currencies.

mod currency;
mod expected;
mod print;
mod read;

use std::fmt;

use crate::value::numeral::Amount;

pub use currency::Currency;
pub use expected::{Expected, compare};
pub use print::restyled;
pub(crate) use read::read;

/// Whether a word is the name of a currency, in singular or plural.
pub(crate) fn is_currency_name(word: &str) -> bool {
    currency::by_name(&super::fold_noun(word)).is_some()
}

/// An amount of money as the text states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// The currencies it can be in, the likeliest first: "$" is the dollar of many countries.
    pub currencies: &'static [&'static Currency],
}

impl Money {
    /// ISO 4217 code of the likeliest currency.
    pub fn code(&self) -> &'static str {
        self.currencies.first().map_or("XXX", |currency| currency.code)
    }

    /// The range from this to `high`.
    pub(crate) fn up_to(&self, high: &Self) -> Option<Self> {
        let amount = self.amount.up_to(&high.amount)?;
        (self.code() == high.code()).then_some(Self { amount, ..high.clone() })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code(), self.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, compare};
    use crate::value::{Value, cases};

    #[test]
    fn cases() {
        cases::check("money", include_str!("cases.yaml"), |fact, reading| {
            let expected = Expected::parse(&fact.fact, fact.tolerance.as_deref()).expect("a fact");
            match &reading.value {
                Value::Money(stated) => Some(compare(&expected, stated, reading.comparator)),
                _ => None,
            }
        });
    }
}
