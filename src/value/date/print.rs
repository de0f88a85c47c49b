//! An expected date written in the words of a stated one: "Oct. 2020" gives "Aug. 2016", never
//! "29 August 2016". Every field the words have is replaced, every other character stays.
//!
//! A field that the expected date does not settle ends the attempt: it would be less precise.

use super::expected::Shape;
use super::field::{Field, Placed, Target, fields};
use super::form::Form;
use super::{DayMonthOrder, Expected, Interval, Stated};
use crate::source::Span;
use crate::value::{Comparator, Unprintable};

/// The expected date in the style of `written`, which states `stated`.
///
/// # Errors
/// Why it cannot be written so.
pub fn restyled(
    written: &str,
    stated: &Stated,
    expected: &Expected,
    comparator: Comparator,
    order: DayMonthOrder,
) -> Result<String, Unprintable> {
    let is_strict = matches!(
        comparator,
        Comparator::MoreThan | Comparator::LessThan | Comparator::Nearly | Comparator::JustOver
    );
    if is_strict {
        return Err(Unprintable::Bounded);
    }
    if expected.about && comparator != Comparator::About {
        return Err(Unprintable::Coarser);
    }
    if matches!(stated.form, Form::FiscalFrom(_) | Form::FiscalTo(_)) {
        return Err(Unprintable::Style);
    }
    let is_range = matches!(stated.form, Form::Range { .. });
    if is_range && expected.shape != Shape::Lasting {
        return Err(Unprintable::Style);
    }
    let ends = match is_range {
        true => [expected.from, expected.to],
        false => [point(expected, comparator); 2],
    };
    let ends = ends.map(Target);
    if let Some(fields) = iso(written).or_else(|| numeric(written, order)) {
        return filled(written, &fields, &ends);
    }
    let fields = fields(written, is_range).ok_or(Unprintable::Style)?;
    if is_range && !shares_what_stands_once(&fields, &ends) {
        return Err(Unprintable::Style);
    }
    filled(written, &fields, &ends)
}

/// What a single date is to say of an expected one.
fn point(expected: &Expected, comparator: Comparator) -> Interval {
    match comparator {
        Comparator::Since => expected.from,
        Comparator::Until => expected.to,
        _ => expected.from.hull(&expected.to),
    }
}

/// The text with each field replaced by what it says of its end.
fn filled(written: &str, fields: &[Placed], ends: &[Target; 2]) -> Result<String, Unprintable> {
    if fields.is_empty() {
        return Err(Unprintable::Style);
    }
    let (mut text, mut done) = (String::new(), 0);
    let has_month = fields.iter().any(|(_, field, _)| matches!(field, Field::Month { .. }));
    for (span, field, end) in fields {
        text.push_str(&written[done..span.start]);
        let value = field.write(&written[span.range()], ends[*end], has_month);
        text.push_str(&value.ok_or(Unprintable::Coarser)?);
        done = span.end;
    }
    text.push_str(&written[done..]);
    Ok(text)
}

/// In "26–27 October 2020" month and year stand once for both ends, which must agree in them.
fn shares_what_stands_once(fields: &[Placed], ends: &[Target; 2]) -> bool {
    let n = |is: fn(&Field) -> bool| fields.iter().filter(|(_, field, _)| is(field)).count();
    let months = n(|field| matches!(field, Field::Month { .. }));
    let years = n(|field| matches!(field, Field::Year { .. }));
    let [from, to] = ends;
    (months != 1 || from.month() == to.month()) && (years != 1 || from.year() == to.year())
}

/// `2016-08-29`, `2016-08`, `2016/08/29`.
fn iso(written: &str) -> Option<Vec<Placed>> {
    let sign = written.chars().find(|c| !c.is_ascii_digit())?;
    let parts = runs(written, sign)?;
    let lengths: Vec<usize> = parts.iter().map(|span| span.len()).collect();
    let fields: &[Field] = match (lengths.as_slice(), sign) {
        ([4, 2, 2], '-' | '/' | '.') => {
            &[Field::Year { short: false }, Field::MonthNumber { padded: true }, Field::PADDED_DAY]
        }
        ([4, 2], '-') => &[Field::Year { short: false }, Field::MonthNumber { padded: true }],
        _ => return None,
    };
    // "2016-17" is two years, not a month.
    let month: i8 = written[parts[1].range()].parse().ok()?;
    let is_month = (1..=12).contains(&month);
    is_month.then(|| parts.into_iter().zip(fields).map(|(span, field)| (span, *field, 0)).collect())
}

/// 03/04/2020 of known order.
fn numeric(written: &str, order: DayMonthOrder) -> Option<Vec<Placed>> {
    let sign = written.chars().find(|c| !c.is_ascii_digit())?;
    let parts = runs(written, sign)?;
    let [a, b, year] = parts.as_slice() else { return None };
    let above_months = |span: &Span| written[span.range()].parse::<i8>().map(|n| n > 12);
    let order = match (above_months(a).ok()?, above_months(b).ok()?) {
        (true, _) => DayMonthOrder::DayFirst,
        (_, true) => DayMonthOrder::MonthFirst,
        _ => order,
    };
    let padded = [a, b].iter().any(|span| written[span.range()].starts_with('0'));
    let (day, month) = (Field::Day { padded, suffix: false }, Field::MonthNumber { padded });
    let (one, two) = match order {
        DayMonthOrder::DayFirst => (day, month),
        DayMonthOrder::MonthFirst => (month, day),
        DayMonthOrder::Unknown => return None,
    };
    let short = match year.len() {
        4 => false,
        2 => true,
        _ => return None,
    };
    Some(vec![(*a, one, 0), (*b, two, 0), (*year, Field::Year { short }, 0)])
}

/// The runs of digits, where nothing but `sign` stands between them.
fn runs(written: &str, sign: char) -> Option<Vec<Span>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for part in written.split(sign) {
        if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        runs.push(Span::new(start, start + part.len()));
        start += part.len() + sign.len_utf8();
    }
    Some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Value;

    fn restyle(written: &str, expected: &str) -> Option<String> {
        let sentence = format!("It was signed in {written}");
        let readings = crate::value::read(&sentence);
        let start = sentence.len() - written.len();
        let reading = readings.iter().find(|reading| {
            matches!(reading.value, Value::Date(_)) && reading.span.start >= start
        })?;
        let Value::Date(stated) = &reading.value else { return None };
        let expected = Expected::parse(expected).expect("a date");
        let own = &sentence[reading.span.range()];
        let order = DayMonthOrder::Unknown;
        let text = restyled(own, stated, &expected, reading.comparator, order).ok()?;
        Some(format!("{}{text}", &sentence[start..reading.span.start]))
    }

    #[test]
    fn a_date_keeps_the_words_it_was_written_in() {
        for (written, expected, wanted) in [
            ("2017", "2016-08-29", "2016"),
            ("October 2020", "2016-08-29", "August 2016"),
            ("Oct. 2020", "2016-08-29", "Aug. 2016"),
            ("Oct. 2020", "2016-05-29", "May 2016"),
            ("Oct 2020", "2016-09", "Sep 2016"),
            ("Oct. 2020", "2016-09", "Sept. 2016"),
            ("OCTOBER 2020", "2016-08", "AUGUST 2016"),
            ("30 August 2016", "2016-08-29", "29 August 2016"),
            ("August 30, 2016", "2016-08-29", "August 29, 2016"),
            ("August 30th, 2016", "2016-08-22", "August 22nd, 2016"),
            ("the 30th of August 2016", "2016-08-01", "the 1st of August 2016"),
            ("05 June 2017", "2017-06-04", "04 June 2017"),
            ("2017-08-30", "2016-08-29", "2016-08-29"),
            ("2017-08", "2016-09-01", "2016-09"),
            ("30/09/2016", "2016-08-29", "29/08/2016"),
            ("9/30/2016", "2016-08-29", "8/29/2016"),
            ("Tuesday, 30 August 2016", "2016-08-29", "Monday, 29 August 2016"),
            ("Tues, Aug 30, 2016", "2016-08-29", "Mon, Aug 29, 2016"),
            ("early October 2020", "2016-08-29", "late August 2016"),
            ("mid-2017", "2016-02-03", "early-2016"),
            ("summer 2017", "2016-10", "autumn 2016"),
            ("the 1970s", "1983", "the 1980s"),
            ("October 2020", "2016-08-01/2016-08-09", "August 2016"),
        ] {
            assert_eq!(restyle(written, expected).as_deref(), Some(wanted), "{written}");
        }
    }

    #[test]
    fn a_period_keeps_how_its_ends_are_joined() {
        for (written, expected, wanted) in [
            ("2024–2030", "2025/2035", "2025–2035"),
            ("2024-30", "2025/2035", "2025-35"),
            ("26–27 October 2020", "2020-11-03/2020-11-04", "3–4 November 2020"),
            ("June to August 2019", "2019-07/2019-09", "July to September 2019"),
        ] {
            assert_eq!(restyle(written, expected).as_deref(), Some(wanted), "{written}");
        }
    }

    #[test]
    fn what_would_be_vaguer_or_has_no_style_is_left() {
        for (written, expected) in [
            ("August 2017", "2016"),
            ("30 August 2016", "2016-08"),
            ("2018", "[2016..2017]"),
            ("1765", "1760~"),
            ("03/04/2020", "2016-08-29"),
            ("last year", "2016"),
            ("two years ago", "2016"),
            ("26–27 October 2020", "2020-10-29"),
            ("26–27 October 2020", "2020-10-31/2020-11-01"),
            ("the third quarter of 2019", "2016-08-29"),
            ("FY2016-17", "2015"),
        ] {
            assert_eq!(restyle(written, expected), None, "{written}");
        }
    }
}
