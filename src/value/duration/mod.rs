//! Lengths of time: "10 years", "ten-year", "a decade", "two and a half years".

mod article;
mod expected;
mod print;
mod read;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::numeral;

pub use expected::{Expected, compare};
pub use print::restyled;
pub(crate) use read::read;

/// A length of time as the text states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Duration {
    /// The length, or the lower end of a range.
    pub low: Length,
    /// The length, or the upper end of a range.
    pub high: Length,
    /// The size of the last place written, in seconds.
    pub granularity: f64,
}

/// A length of time by calendar units, as written.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Length {
    /// Years.
    pub years: f64,
    /// Months.
    pub months: f64,
    /// Weeks.
    pub weeks: f64,
    /// Days.
    pub days: f64,
    /// Hours.
    pub hours: f64,
    /// Minutes.
    pub minutes: f64,
    /// Seconds.
    pub seconds: f64,
}

impl Length {
    /// `amount` of the unit with this symbol (see the units of time in `number`).
    pub(crate) fn of(amount: f64, symbol: &str) -> Option<Self> {
        let mut length = Self::default();
        let (field, factor) = match symbol {
            "century" => (&mut length.years, 100.0),
            "decade" => (&mut length.years, 10.0),
            "year" => (&mut length.years, 1.0),
            "month" => (&mut length.months, 1.0),
            "fortnight" => (&mut length.weeks, 2.0),
            "week" => (&mut length.weeks, 1.0),
            "day" => (&mut length.days, 1.0),
            "h" => (&mut length.hours, 1.0),
            "min" => (&mut length.minutes, 1.0),
            "s" => (&mut length.seconds, 1.0),
            _ => return None,
        };
        *field = numeral::tidy(amount * factor);
        Some(length.whole())
    }

    /// Half years as months, so that no unit above the last is broken.
    fn whole(mut self) -> Self {
        carry(&mut self.years, &mut self.months, 12.0);
        carry(&mut self.weeks, &mut self.days, 7.0);
        carry(&mut self.days, &mut self.hours, 24.0);
        carry(&mut self.hours, &mut self.minutes, 60.0);
        carry(&mut self.minutes, &mut self.seconds, 60.0);
        self
    }

    /// Both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            years: self.years + other.years,
            months: self.months + other.months,
            weeks: self.weeks + other.weeks,
            days: self.days + other.days,
            hours: self.hours + other.hours,
            minutes: self.minutes + other.minutes,
            seconds: self.seconds + other.seconds,
        }
    }

    /// Its length in seconds, with months and years of mean length.
    pub fn in_seconds(&self) -> f64 {
        let months = self.years * 12.0 + self.months;
        let days = self.weeks * 7.0 + self.days;
        months * 2_629_746.0
            + days * 86_400.0
            + self.hours * 3_600.0
            + self.minutes * 60.0
            + self.seconds
    }
}

/// Moves the broken part of `upper` to `lower`, if it comes out whole.
fn carry(upper: &mut f64, lower: &mut f64, factor: f64) {
    let broken = numeral::tidy(upper.fract() * factor);
    if broken != 0.0 && (broken.fract() == 0.0 || factor != 12.0) {
        *upper = upper.trunc();
        *lower += broken;
    }
}

impl Duration {
    /// One length.
    pub(crate) fn new(length: Length, granularity: f64) -> Self {
        Self { low: length, high: length, granularity }
    }

    /// The range from this to `high`.
    pub(crate) fn up_to(&self, high: &Self) -> Option<Self> {
        let rises = self.low == self.high && self.low.in_seconds() < high.low.in_seconds();
        rises.then_some(Self { low: self.low, ..*high })
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')];
        let time = [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')];
        write!(f, "P")?;
        for (amount, letter) in date.into_iter().filter(|part| part.0 != 0.0) {
            write!(f, "{amount}{letter}")?;
        }
        if time.iter().any(|part| part.0 != 0.0) {
            write!(f, "T")?;
        } else if date.iter().all(|part| part.0 == 0.0) {
            return write!(f, "0D");
        }
        for (amount, letter) in time.into_iter().filter(|part| part.0 != 0.0) {
            write!(f, "{amount}{letter}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.low.fmt(f)?;
        if self.low == self.high { Ok(()) } else { write!(f, "/{}", self.high) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, compare};
    use crate::value::{Value, cases};

    #[test]
    fn cases() {
        cases::check("duration", include_str!("cases.yaml"), |fact, reading| {
            let expected = Expected::parse(&fact.fact).expect("a fact");
            match &reading.value {
                Value::Duration(stated) => Some(compare(&expected, stated, reading.comparator)),
                _ => None,
            }
        });
    }
}
