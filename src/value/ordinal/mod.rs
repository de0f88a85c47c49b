//! Places in a row: "fifth", "5th", "twenty-first".

mod print;
mod read;

use std::fmt;

use super::{Comparator, Fit, ParseError, numeral};

pub use print::restyled;
pub(crate) use read::read;

/// An ordinal as the text states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ordinal {
    /// The place, from 1.
    pub rank: u64,
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.rank)
    }
}

/// Reads a rule's `ordinal:`, `5`, `5th` or `fifth`.
pub fn parse(ordinal: &str) -> Result<u32, ParseError> {
    let ordinal = ordinal.trim();
    let digits = ordinal.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let rank = digits.parse().ok().or_else(|| {
        let mut scan = numeral::scan(ordinal);
        let mut readings = Vec::new();
        read(&mut scan, &mut readings);
        let reading = readings.into_iter().find(|reading| reading.span.len() == ordinal.len())?;
        match reading.value {
            super::Value::Ordinal(ordinal) => u32::try_from(ordinal.rank).ok(),
            _ => None,
        }
    });
    rank.filter(|&rank| rank > 0).ok_or_else(|| ParseError {
        message: format!("`{ordinal}` is not an ordinal"),
        help: Some("write its number: `5`".into()),
    })
}

/// Holds a stated ordinal against an expected one.
pub fn compare(expected: u32, stated: &Ordinal, _: Comparator) -> Fit {
    if stated.rank == u64::from(expected) { Fit::Agrees } else { Fit::Conflicts }
}

#[cfg(test)]
mod tests {
    use super::{compare, parse};
    use crate::value::{Value, cases};

    #[test]
    fn cases() {
        cases::check("ordinal", include_str!("cases.yaml"), |fact, reading| {
            let expected = parse(&fact.fact).expect("a fact");
            match &reading.value {
                Value::Ordinal(stated) => Some(compare(expected, stated, reading.comparator)),
                _ => None,
            }
        });
    }
}
