//! The values of a block, named and normalised.

use crate::document::{ArticleDate, Block};
use crate::source::Span;
use crate::value::{self, Value};

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

/// The values of a block, in order of place.
pub(crate) fn values(block: &Block, _date: Option<ArticleDate>) -> Vec<SeenValue> {
    let readings = value::read(&block.text);
    let seen = readings.iter().map(|reading| SeenValue {
        kind: kind(&reading.value),
        span: block.source_span(reading.span),
        value: None,
        pattern: reading.pattern,
    });
    seen.collect()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Date(_) => "date",
        Value::Duration(_) => "duration",
        Value::Number(_) => "number",
        Value::Money(_) => "money",
        Value::Percent(_) => "percent",
        Value::Ordinal(_) => "ordinal",
    }
}
