//! Typed values in English prose: how each kind is read, parsed from a rule, compared and printed.
//!
//! One folder a kind, each owning the four jobs, with an executed corpus (`cases.yaml`) beside it.
//! The one list of kinds is [`Value`] and [`read`]. This module sees plain text; it must not know
//! articles, rules, subjects or verdicts.

#[cfg(test)]
mod cases;
pub mod date;
pub mod duration;
pub mod money;
pub mod number;
pub mod numeral;
pub mod ordinal;
pub mod percent;
mod row;

use crate::source::Span;

/// A value as the text states it, before any date is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A day, month, year, season ... or a span between two of them, absolute or relative.
    Date(date::Stated),
    /// A length of time: "ten-year", "two and a half years".
    Duration(duration::Duration),
    /// A number, with its unit or the noun it counts.
    Number(number::Number),
    /// An amount in a currency.
    Money(money::Money),
    /// A percentage; percentage points are another unit.
    Percent(percent::Percent),
    /// A place in a row: "fifth", "5th".
    Ordinal(ordinal::Ordinal),
}

/// How the words around a value bound it. They stand outside its span but count in comparing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comparator {
    /// The value itself.
    #[default]
    Exactly,
    /// "about", "around", "circa", "some", "roughly".
    About,
    /// "nearly", "almost", "just under".
    Nearly,
    /// "just over", "slightly more than".
    JustOver,
    /// "more than", "over"; for dates "after".
    MoreThan,
    /// "at least"; for dates "from ... on", not used of "since".
    AtLeast,
    /// "less than", "under"; for dates "before".
    LessThan,
    /// "at most", "up to"; for dates "by", "no later than".
    AtMost,
    /// Dates only: "since X" says the start is X.
    Since,
    /// Dates only: "until X" says the end is X.
    Until,
}

/// A value found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The shortest phrase that carries the value, in bytes of the text read.
    pub span: Span,
    /// What it says.
    pub value: Value,
    /// How the words before it bound it.
    pub comparator: Comparator,
    /// The name of the pattern that read it, for `inspect` and `explain`.
    pub pattern: &'static str,
}

/// How a stated value stands to an expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Both can be true.
    Agrees,
    /// Both cannot be true.
    Conflicts,
    /// Nothing can be said, because.
    Unsettled(Unsettled),
}

/// Why two values could not be held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unsettled {
    /// A relative date, and the article's date is not known.
    NeedsArticleDate,
    /// "the same year", and the text gives nothing it could refer to.
    NeedsAnchor,
    /// 03/04/2020 with no known order, and the two readings differ in verdict.
    AmbiguousOrder,
    /// Units of different dimensions, or a vague expression.
    Incomparable,
}

/// Why an expected value cannot be written where a stated one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unprintable {
    /// The expected value is less precise than the stated one.
    Coarser,
    /// The stated one is written in a style that no printer knows.
    Style,
    /// Words around it bound it ("nearly"), and another value would not bear them.
    Bounded,
    /// It is in another unit, currency or kind.
    Incomparable,
}

/// A scalar of a rule that is no value of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong with it.
    pub message: String,
    /// How it should be written.
    pub help: Option<String>,
}

/// A noun in lower case and the singular, as counted nouns are compared.
pub fn fold_noun(word: &str) -> String {
    numeral::fold(word)
}

/// Whether a word is the name of a unit or of a currency, in singular or plural.
pub fn is_unit_name(word: &str) -> bool {
    number::Unit::named(word).is_some() || money::is_currency_name(word)
}

/// Every value in a part of a text, in order of place in the whole; nothing outside it is looked at.
pub fn read_part(text: &str, part: Span) -> Vec<Reading> {
    let mut readings = read(&text[part.range()]);
    for reading in &mut readings {
        reading.span = reading.span.shifted(part.start);
        if let Value::Number(number) = &mut reading.value {
            number.shift(part.start);
        }
    }
    readings
}

/// Every value in `text`, in order of place. Readings of different kinds may overlap where the
/// text alone does not settle which is meant ("2016" as a year or as a count).
pub fn read(text: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    date::read(text, &mut readings);
    let mut scan = numeral::scan(text);
    duration::read(&scan, &mut readings);
    money::read(&mut scan, &mut readings);
    percent::read(&mut scan, &mut readings);
    ordinal::read(&mut scan, &mut readings);
    number::read(&scan, &mut readings);
    drop_ends(&mut readings);
    readings.sort_by_key(|reading| (reading.span.start, reading.span.end));
    readings
}

/// Takes out the "35 minutes" of "an hour and 35 minutes".
fn drop_ends(readings: &mut Vec<Reading>) {
    let length = |it: &&Reading| matches!(it.value, Value::Duration(_));
    let lengths: Vec<Span> = readings.iter().filter(length).map(|it| it.span).collect();
    let is_end = |span: Span| lengths.iter().any(|it| it.end == span.end && it.start < span.start);
    if !lengths.is_empty() {
        readings.retain(|it| !(matches!(it.value, Value::Number(_)) && is_end(it.span)));
    }
}
