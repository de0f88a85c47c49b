//! The values of a block, named and normalised.

use crate::document::Block;
use crate::judge::ArticleFindings;
use crate::source::Span;
use crate::value::date::Walk;
use crate::value::{self, Reading, Value};

/// A value as `inspect` shows it.
#[derive(Debug)]
pub(crate) struct SeenValue {
    /// `date`, `duration`, `number` ...
    pub(crate) kind: &'static str,
    /// Where it stands in the source.
    pub(crate) span: Span,
    /// EDTF, ISO 8601 duration, number with unit; `None` when it cannot be resolved.
    pub(crate) value: Option<String>,
    /// The pattern that read it.
    pub(crate) pattern: &'static str,
}

/// The values of each block, in order of place. A date may lean on those of the blocks before.
pub(crate) fn values(blocks: &[Block], article: &ArticleFindings) -> Vec<Vec<SeenValue>> {
    let readings: Vec<_> = blocks.iter().map(|block| value::read(&block.text)).collect();
    let mut walk = Walk::new(readings.iter().flatten(), article.context);
    let seen = |(block, readings): (&Block, &Vec<Reading>)| {
        let dates = walk.resolve(&block.text, readings);
        // "the first in five years" tells how long, not when.
        let is_length = |reading: &Reading, date: &Option<String>| {
            date.is_none()
                && matches!(reading.value, Value::Date(_))
                && readings.iter().any(|other| {
                    matches!(other.value, Value::Duration(_)) && other.span.overlaps(reading.span)
                })
        };
        let seen = readings.iter().zip(dates).filter(|(reading, date)| !is_length(reading, date));
        let seen = seen.map(|(reading, date)| SeenValue {
            kind: kind(&reading.value),
            span: block.source_span(reading.span),
            value: normalised(&reading.value, date),
            pattern: reading.pattern,
        });
        seen.collect()
    };
    blocks.iter().zip(&readings).map(seen).collect()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Date(stated) if stated.is_period() => "period",
        Value::Date(_) => "date",
        Value::Duration(_) => "duration",
        Value::Number(_) => "number",
        Value::Money(_) => "money",
        Value::Percent(_) => "percent",
        Value::Ordinal(_) => "ordinal",
    }
}

fn normalised(value: &Value, date: Option<String>) -> Option<String> {
    match value {
        Value::Date(_) => date,
        Value::Duration(duration) => Some(duration.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Money(money) => Some(money.to_string()),
        Value::Percent(percent) => Some(percent.to_string()),
        Value::Ordinal(ordinal) => Some(ordinal.to_string()),
    }
}
