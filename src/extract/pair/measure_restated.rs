//! One amount in several units: "828 m (2,717 ft)", "36 knots (67 km/h; 41 mph)".
//!
//! It must not know whether they are the same.

use super::super::scene::{Located, Scene};
use crate::value::Value;

/// Past "(2,717 ft)", and past the bracket that a restatement stands in: "828 m (2,717 ft) high".
pub(super) fn restated_end(scene: &Scene<'_>, value: &Located) -> usize {
    const REACH: usize = 6;
    let end = value.words.end;
    let measured = is_measured(value);
    let close = (end..end + REACH).find(|&at| scene.lower(at) == ")");
    let again = scene.lower(end) == "("
        && scene
            .values
            .iter()
            .any(|other| other.words.start == end + 1 && super::rival::same_kind(other, value));
    // "(7.5–9.1 in)"
    let spelt = |close: usize| {
        let unit = matches!(scene.lower(close.wrapping_sub(1)), "in" | "ft" | "mi" | "lb" | "oz");
        let digits =
            |at: usize| scene.parse.words[at].raw.starts_with(|c: char| c.is_ascii_digit());
        let amount = |at: usize| digits(at) || matches!(scene.lower(at), "–" | "-" | "to");
        unit && scene.lower(end) == "(" && close > end + 2 && (end + 1..close - 1).all(amount)
    };
    match close {
        Some(close) if measured && (again || close == end || spelt(close)) => close + 1,
        _ => end,
    }
}

/// "828 m (2,717 ft)": the second is the first in another unit; so is the third of "36 knots (67 km/h; 41 mph)".
pub(super) fn same_amount_again(scene: &Scene<'_>, first: &Located, second: &Located) -> bool {
    let start = second.words.start;
    let follows = |end: usize, mark: &[&str]| start == end + 1 && mark.contains(&scene.lower(end));
    let third = || {
        let Some(middle) = scene.values.iter().find(|it| follows(it.words.end, &[";"])) else {
            return false;
        };
        let opened = middle.words.start.wrapping_sub(1);
        let whole = scene.lower(second.words.end) == ")" && scene.lower(opened) == "(";
        let first = first.words.end == opened || first.words == middle.words;
        whole && first && [middle, second].iter().all(|it| is_measured(it))
    };
    follows(first.words.end, &["(", "/", "or"]) || third()
}

fn is_measured(value: &Located) -> bool {
    matches!(&value.reading.value, Value::Number(number) if number.unit.is_some())
}
