//! Any text, read for values of all kinds; its first two lines are also a rule's value and tolerance.

#![no_main]

#[allow(dead_code, reason = "a target needs one law")]
#[path = "../../tests/laws/mod.rs"]
mod laws;

use factlint::value::{self, Value, duration, money, number, ordinal, percent};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    laws::read(text);
    let mut lines = text.lines();
    let (written, tolerance) = (lines.next().unwrap_or_default(), lines.next());
    let length = duration::Expected::parse(written).ok();
    let length = length.and_then(|it| it.with_tolerance(tolerance.unwrap_or("1 day")).ok());
    let amount = money::Expected::parse(written, tolerance).ok();
    let share = percent::Expected::parse(written, tolerance).ok();
    let count = number::Expected::parse(written, Some("m"), tolerance).ok();
    let place = ordinal::parse(written).ok();
    for reading in value::read(text) {
        let bound = reading.comparator;
        let words = &text[reading.span.range()];
        match &reading.value {
            Value::Duration(it) => {
                _ = length.as_ref().map(|length| duration::compare(length, it, bound))
            }
            Value::Money(it) => _ = amount.as_ref().map(|amount| money::compare(amount, it, bound)),
            Value::Percent(it) => {
                _ = share.as_ref().map(|share| percent::compare(share, it, bound))
            }
            Value::Number(it) => _ = count.as_ref().map(|count| number::compare(count, it, bound)),
            Value::Ordinal(it) => {
                if let Some(place) = place {
                    ordinal::compare(place, it, bound);
                    let _ = ordinal::restyled(words, it, place);
                }
            }
            Value::Date(_) => {}
        }
    }
});
