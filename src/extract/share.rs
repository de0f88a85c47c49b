//! Shares in words: "two-thirds of the votes" is a percentage, roughly.
//!
//! It must not know what a fact expects.

use super::parse::Parse;
use super::scene::Located;
use crate::value::percent::Percent;
use crate::value::{Reading, Value};

/// A share in words is said of what is within so many points around it, half of them on either side.
const ROUNDED: f64 = 6.0;

/// The values, with the shares among them as percentages.
pub(super) fn as_percentages(parse: &Parse<'_>, values: &[Located]) -> Vec<Located> {
    let read = |value: &Located| match percent(parse, value) {
        Some(percent) => {
            let reading = Reading { value: Value::Percent(percent), ..value.reading.clone() };
            Located { reading, words: value.words.clone() }
        }
        None => value.clone(),
    };
    values.iter().map(read).collect()
}

/// "three-quarters of", "a third of", "half of its": in words, and not of a number or a time.
fn percent(parse: &Parse<'_>, value: &Located) -> Option<Percent> {
    let Value::Number(number) = &value.reading.value else { return None };
    let is_part = number.unit.is_none() && number.amount.low > 0.0 && number.amount.high < 1.0;
    if !is_part {
        return None;
    }
    let word = |at: usize| parse.words.get(at).map_or("", |word| word.lower.as_str());
    let in_words = parse.words[value.words.start].is_letters();
    let of = word(value.words.end) == "of";
    let counted = matches!(word(value.words.end + 1), "a" | "an" | "one");
    if !in_words || !of || counted {
        return None;
    }
    let mut amount = number.amount.times(100.0);
    let tenths = |points: f64| (points * 10.0).round() / 10.0;
    (amount.low, amount.high) = (tenths(amount.low), tenths(amount.high));
    amount.granularity = ROUNDED;
    Some(Percent { amount, points: false })
}
