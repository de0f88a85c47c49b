//! The number a rule expects, and a stated one held against it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::unit::Dimension;
use super::{Number, Unit};
use crate::value::numeral::{self, Amount, Tolerance, fold};
use crate::value::{Comparator, Fit, ParseError, Unsettled, row};

/// A number as a rule states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// How many, in `unit`.
    pub amount: Amount,
    /// What it is counted or measured in.
    pub unit: Option<ExpectedUnit>,
    /// How far a stated number may be off.
    pub tolerance: Option<Tolerance>,
    /// The size of the last place the rule vouches for: one in "1950", 0.1 million in "1.4 million".
    pub(super) last_place: f64,
}

/// The `unit:` of a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ExpectedUnit {
    /// A unit of measure.
    Measure(#[serde(with = "row")] &'static Unit),
    /// A counted noun, as written and folded.
    Noun {
        /// As the rule writes it.
        written: String,
        /// In lower case and the singular.
        folded: String,
        /// Other nouns that say the same of the fact, in the same form.
        also: Vec<String>,
    },
}

impl Expected {
    /// Reads a rule's `number:`, `unit:` and `tolerance:`.
    pub fn parse(
        number: &str,
        unit: Option<&str>,
        tolerance: Option<&str>,
    ) -> Result<Self, ParseError> {
        let (amount, own_unit) = split(number).ok_or_else(|| ParseError {
            message: format!("`{number}` is not a number"),
            help: Some("write digits, with a scale word if wanted: `1950`, `1.4 billion`".into()),
        })?;
        let unit = match (unit.map(str::trim).filter(|unit| !unit.is_empty()), own_unit) {
            (Some(unit), _) => Some(ExpectedUnit::parse(unit)),
            (None, own) => own.map(ExpectedUnit::Measure),
        };
        let tolerance = tolerance.map(|text| parse_tolerance(text, unit.as_ref())).transpose()?;
        let head = number.trim().split_once(' ').filter(|_| own_unit.is_some());
        let last_place = numeral::last_place(head.map_or(number, |(head, _)| head), &amount);
        Ok(Self { amount, unit, tolerance, last_place })
    }

    /// The noun that is counted, in lower case and the singular; none where a unit measures or none is given.
    pub fn counted_noun(&self) -> Option<&str> {
        match &self.unit {
            Some(ExpectedUnit::Noun { folded, .. }) => Some(folded),
            _ => None,
        }
    }
}

impl Expected {
    /// Lets a counted noun go by other nouns too, given in the plural: "sides" beside `unit: team`.
    pub fn count_also<'n>(&mut self, plurals: impl Iterator<Item = &'n str>) {
        if let Some(ExpectedUnit::Noun { folded, also, .. }) = &mut self.unit {
            also.extend(plurals.map(fold).filter(|noun| noun != folded));
        }
    }
}

/// `828`, and also `828 m`.
fn split(number: &str) -> Option<(Amount, Option<&'static Unit>)> {
    if let Some(amount) = numeral::parse_amount(number) {
        return Some((amount, None));
    }
    let (head, unit) = number.trim().split_once(' ')?;
    Some((numeral::parse_amount(head)?, Some(Unit::named(unit)?)))
}

/// A tolerance, perhaps in a unit of its own: `500 m` beside `unit: km`.
fn parse_tolerance(text: &str, unit: Option<&ExpectedUnit>) -> Result<Tolerance, ParseError> {
    if let (Some((slack, Some(own))), Some(ExpectedUnit::Measure(unit))) = (split(text), unit)
        && own.dimension == unit.dimension
    {
        return Ok(Tolerance::Absolute(slack.low * own.factor / unit.factor));
    }
    Tolerance::parse(text)
}

impl ExpectedUnit {
    fn parse(written: &str) -> Self {
        match Unit::named(written) {
            Some(unit) => Self::Measure(unit),
            None => {
                let folded: Vec<String> = written.split([' ', '-']).map(fold).collect();
                Self::Noun {
                    written: written.to_owned(),
                    folded: folded.join(" "),
                    also: Vec::new(),
                }
            }
        }
    }
}

/// Holds a stated number against an expected one.
pub fn compare(expected: &Expected, stated: &Number, comparator: Comparator) -> Fit {
    if let Some((amount, unit)) = stated.alternative {
        let first = Number { alternative: None, ..stated.clone() };
        let second = Number { amount, unit, ..first.clone() };
        return either(
            compare(expected, &first, comparator),
            compare(expected, &second, comparator),
        );
    }
    let tolerance =
        numeral::slack(expected.tolerance, &expected.amount, expected.last_place, &stated.amount);
    match &expected.unit {
        None => stated.amount.compare(&expected.amount, tolerance, comparator),
        Some(ExpectedUnit::Noun { folded, also, .. }) => {
            let people = counts_people(stated) || is_size(stated);
            if counts_any(stated, folded, also) || people || counts_times(stated) {
                stated.amount.compare(&expected.amount, tolerance, comparator)
            } else {
                Fit::Unsettled(Unsettled::Incomparable)
            }
        }
        Some(ExpectedUnit::Measure(unit)) => measure(expected, unit, stated, tolerance, comparator),
    }
}

/// Whether the stated number names the very noun that the expected one counts.
pub fn counts_same(expected: &Expected, stated: &Number) -> bool {
    match &expected.unit {
        Some(ExpectedUnit::Noun { folded, also, .. }) => {
            stated.noun.is_some() && counts_any(stated, folded, also)
        }
        _ => false,
    }
}

/// Whether a noun is the one that the expected number counts: "goals" of `unit: goal`.
pub fn is_counted(expected: &Expected, noun: &str) -> bool {
    matches!(&expected.unit, Some(ExpectedUnit::Noun { folded, .. }) if *folded == fold(noun))
}

/// Of two readings of one text, the one that can be true.
fn either(first: Fit, second: Fit) -> Fit {
    match (first, second) {
        (Fit::Agrees, _) | (_, Fit::Agrees) => Fit::Agrees,
        (Fit::Conflicts, _) | (_, Fit::Conflicts) => Fit::Conflicts,
        (unsettled, _) => unsettled,
    }
}

impl ExpectedUnit {
    /// Whether it counts people: "person", "victim".
    pub fn is_people(&self) -> bool {
        matches!(self, Self::Noun { folded, .. } if is_people(folded))
    }
}

fn is_people(folded: &str) -> bool {
    matches!(folded, "people" | "person" | "victim" | "casualty" | "death" | "life" | "fatality")
}

fn counts_any(stated: &Number, folded: &str, also: &[String]) -> bool {
    counts(stated, folded) || also.iter().any(|noun| counts(stated, noun))
}

/// Whether the stated number counts the expected noun, or nothing that is named.
fn counts(stated: &Number, folded: &str) -> bool {
    if stated.unit.is_some() {
        return false;
    }
    // "claimed 17 lives", where the fact counts people.
    let lives = |noun: &str| noun == "life" && is_people(folded);
    if stated.noun.as_ref().is_some_and(|noun| lives(&noun.folded)) {
        return true;
    }
    // "enrolled 1,248 patients", where the fact counts participants.
    let enrolled = |noun: &str| matches!(noun, "participant" | "patient" | "volunteer");
    if enrolled(folded) && stated.noun.as_ref().is_some_and(|noun| enrolled(&noun.folded)) {
        return true;
    }
    stated.noun.as_ref().is_none_or(|noun| {
        let padded = format!(" {} ", noun.folded);
        padded.contains(&format!(" {folded} "))
    })
}

/// "24 million times": how often what the fact counts was done.
pub fn counts_times(stated: &Number) -> bool {
    stated.noun.as_ref().is_some_and(|noun| noun.folded == "time")
}

/// "640 people", whatever else the persons are called.
pub fn counts_people(stated: &Number) -> bool {
    let noun = stated.noun.as_ref().map(|noun| noun.folded.as_str());
    matches!(noun, Some("people" | "person" | "men and women" | "folk"))
}

/// "5,600-strong workforce", "5,600-member workforce": how many they are, whatever they are called.
fn is_size(stated: &Number) -> bool {
    let sized = |noun: &str| matches!(noun.split(' ').next(), Some("strong" | "member"));
    stated.noun.as_ref().is_some_and(|noun| sized(&noun.folded))
}

fn measure(
    expected: &Expected,
    unit: &Unit,
    stated: &Number,
    tolerance: f64,
    comparator: Comparator,
) -> Fit {
    let Some(own) = stated.unit else {
        if stated.noun.is_some() {
            return Fit::Unsettled(Unsettled::Incomparable);
        }
        return stated.amount.compare(&expected.amount, tolerance, comparator);
    };
    if own.dimension != unit.dimension {
        return Fit::Unsettled(Unsettled::Incomparable);
    }
    if own.is_same(unit) {
        return stated.amount.compare(&expected.amount, tolerance, comparator);
    }
    let converted = convert(stated.amount, own, unit);
    let slack = own.slack.max(unit.slack) * expected.amount.high.abs();
    converted.compare(&expected.amount, tolerance.max(slack), comparator)
}

/// An amount of one unit in another of its dimension.
pub(super) fn convert(amount: Amount, from: &Unit, to: &Unit) -> Amount {
    if from.dimension == Dimension::Temperature {
        return amount.times(from.factor).plus(from.offset - to.offset).times(1.0 / to.factor);
    }
    amount.times(from.factor / to.factor)
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.amount)?;
        match &self.unit {
            Some(ExpectedUnit::Measure(unit)) => write!(f, " {}", unit.symbol)?,
            Some(ExpectedUnit::Noun { written, .. }) => write!(f, " {written}")?,
            None => {}
        }
        Ok(())
    }
}
