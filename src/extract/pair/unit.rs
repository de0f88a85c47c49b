//! Units that stand apart from their numbers: in a label or the head of a row, in the corner of a table.
//!
//! It must not know which label is whose.

use super::super::claim::Stated;
use super::super::scene::{Scene, wants};
use crate::rules::FactId;
use crate::source::Span;
use crate::value;

/// "EUR million", "in tonnes" in the corner of a table: what its bare numbers are of.
pub(super) fn corner_unit(scene: &Scene<'_>) -> Option<String> {
    const LONGEST: usize = 20;
    let corner = scene.context.corner.as_ref()?;
    let text = corner.text.0.trim();
    let last = text.rsplit(',').next().unwrap_or(text).trim();
    let last = last
        .rfind("in ")
        .filter(|&at| at == 0 || last[..at].ends_with(' '))
        .map_or(last, |at| &last[at..]);
    let unit = last.strip_prefix("in ").unwrap_or(last);
    let signed = unit.contains(['€', '$', '£', '¥', '₹', '%']) || unit.split(' ').any(is_code);
    let plain = unit.len() < LONGEST && (signed || unit.len() < last.len());
    corner.unit.clone().or_else(|| plain.then(|| unit.to_owned()))
}

/// "EUR".
fn is_code(part: &str) -> bool {
    part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A bare number takes the unit of its head: "Height (m)", "Revenue (€ million)".
pub(super) fn with_unit(scene: &Scene<'_>, fact: FactId, unit: &str) -> Option<(Span, Stated)> {
    let own = scene.parse.text.trim_end();
    let read = |text: String, before: usize| {
        let mut reading = value::read(&text)
            .into_iter()
            .find(|reading| wants(&scene.fact(fact).expected, &reading.value))?;
        let end = before + own.len();
        let signed = before > 0 && reading.span.start < before && reading.span.end >= end;
        // "€m" after a number is not "€".
        let whole = !text[reading.span.end..].contains(char::is_alphanumeric);
        let reaches = whole && (reading.span.start < end && reading.span.end > end || signed);
        let start = reading.span.start.saturating_sub(before);
        reading.span = Span::new(start, own.len());
        reaches.then_some((reading.span, Stated::Reading(reading)))
    };
    read(format!("{own} {unit}"), 0).or_else(|| {
        // What comes before a number: "€ million", "EUR bn", "US$m".
        let sign =
            unit.find(|c: char| c.is_alphabetic() && !c.is_uppercase()).unwrap_or(unit.len());
        let (sign, scale) = unit.split_at(sign);
        let sign = sign.trim();
        if sign.is_empty() || sign.chars().all(char::is_alphanumeric) && !is_code(sign) {
            return None;
        }
        let before = if is_code(sign) { format!("{sign} ") } else { sign.to_owned() };
        let after = if scale.len() == 1 { "" } else { " " };
        read(format!("{before}{own}{after}{scale}"), before.len())
    })
}
