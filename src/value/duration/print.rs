//! An expected length of time written in the style and the unit of a stated one: "fourteen-year"
//! for "ten-year".

use super::{Duration, Expected, Length};
use crate::value::number::{Dimension, Unit, unit_at};
use crate::value::numeral::print::{self, may_stand};
use crate::value::numeral::{self, Amount, Scan};
use crate::value::{Comparator, Unprintable};

/// The expected length in the style of `written`, which states `stated`.
///
/// # Errors
/// [`Unprintable::Coarser`] when it is no whole number of the unit written.
pub fn restyled(
    written: &str,
    stated: &Duration,
    expected: &Expected,
    comparator: Comparator,
) -> Result<String, Unprintable> {
    may_stand(comparator)?;
    let scan = numeral::scan(written);
    let [numeral] = scan.numerals.as_slice() else { return Err(Unprintable::Style) };
    let (unit, end) = unit_at(&scan, numeral.end).ok_or(Unprintable::Style)?;
    let is_simple = stated.low == stated.high && end == scan.n_tokens();
    if !is_simple || unit.dimension != Dimension::Time {
        return Err(Unprintable::Style);
    }
    let count = count(&expected.length, unit).ok_or(Unprintable::Coarser)?;
    let own = numeral.amount;
    let text = print::restyled(written, &Amount::new(own.low, own.granularity), count)?;
    if (count == 1.0) == (own.low == 1.0) || is_compound(&scan, numeral.end) {
        return Ok(text);
    }
    inflected(text, scan.text_of(end - 1), count == 1.0).ok_or(Unprintable::Style)
}

/// How many of a unit make a length: whole, and of the same side of the calendar.
fn count(length: &Length, unit: &Unit) -> Option<f64> {
    let months = length.years * 12.0 + length.months;
    let below = Length { years: 0.0, months: 0.0, ..*length }.in_seconds();
    let one = Length::of(1.0, unit.symbol)?;
    let months_of_one = one.years * 12.0 + one.months;
    let count = match (months > 0.0, below > 0.0, months_of_one > 0.0) {
        (true, false, true) => months / months_of_one,
        (false, true, false) => below / one.in_seconds(),
        _ => return None,
    };
    (count.fract() == 0.0).then_some(count)
}

/// "ten-year", where the unit has no plural.
fn is_compound(scan: &Scan<'_>, after: usize) -> bool {
    scan.is_dash(after)
}

/// The text with its last word in the other number.
fn inflected(text: String, unit: &str, singular: bool) -> Option<String> {
    let head = text.strip_suffix(unit)?;
    let word = match (singular, unit) {
        (true, "centuries") => "century".to_owned(),
        (false, "century") => "centuries".to_owned(),
        (true, plural) => plural.strip_suffix('s')?.to_owned(),
        (false, one) if one.len() > 2 && one.chars().all(|c| c.is_ascii_lowercase()) => {
            format!("{one}s")
        }
        _ => return None,
    };
    Some(format!("{head}{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Value;

    fn restyle(written: &str, expected: &str) -> Option<String> {
        let readings = crate::value::read(&format!("for {written}"));
        let expected = Expected::parse(expected).expect("a length");
        readings.iter().find_map(|reading| match &reading.value {
            Value::Duration(stated) if reading.span.len() == written.len() => {
                restyled(written, stated, &expected, reading.comparator).ok()
            }
            _ => None,
        })
    }

    #[test]
    fn a_length_keeps_its_style() {
        for (written, expected, wanted) in [
            ("10 years", "14 years", Some("14 years")),
            ("ten years", "P1Y", Some("one year")),
            ("one year", "P2Y", Some("two years")),
            ("ten-year", "14 years", Some("fourteen-year")),
            ("10-year", "P14Y", Some("14-year")),
            ("18 months", "P2Y", Some("24 months")),
            ("two weeks", "P10D", None),
            ("two years", "18 months", None),
            ("90 days", "P1Y", None),
            ("two and a half years", "3 years", None),
            ("2 years and 3 months", "3 years", None),
        ] {
            assert_eq!(restyle(written, expected).as_deref(), wanted, "{written}");
        }
    }
}
