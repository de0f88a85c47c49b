//! A number written in the style of another: its separators, decimals, scale words or spelling.
//!
//! It knows no kinds: [`restyled`] replaces the one numeral of a written value and leaves every
//! other character, so that symbols, units and blanks stay as they are.

use super::spell::{self, Spelling};
use super::words::{Meaning, glued_scale, meaning};
use super::{Amount, scan, tidy};
use crate::value::{Comparator, Unprintable};

/// Whether the words around a number would still be said of another.
///
/// # Errors
/// [`Unprintable::Bounded`] for "nearly", "just over" and the strict bounds.
pub(crate) const fn may_stand(comparator: Comparator) -> Result<(), Unprintable> {
    match comparator {
        Comparator::Exactly | Comparator::About | Comparator::AtLeast | Comparator::AtMost => {
            Ok(())
        }
        _ => Err(Unprintable::Bounded),
    }
}

/// The written value with its numeral replaced, so that it states `expected` where it stated
/// `stated`; both in the unit of the value.
///
/// # Errors
/// [`Unprintable::Style`] when there is not exactly one numeral or its style is not known.
pub(crate) fn restyled(
    written: &str,
    stated: &Amount,
    expected: f64,
) -> Result<String, Unprintable> {
    let scan = scan(written);
    let [numeral] = scan.numerals.as_slice() else { return Err(Unprintable::Style) };
    let is_odd = numeral.amount.is_range() || stated.is_range() || numeral.negative;
    if is_odd || numeral.amount.low <= 0.0 || stated.low <= 0.0 || expected <= 0.0 {
        return Err(Unprintable::Style);
    }
    // What a symbol outside the numeral makes of it: the cents of a dollar, the "m" of millions.
    let factor = stated.low / numeral.amount.low;
    let span = scan.cover(numeral.start, numeral.end);
    let value = tidy(expected / factor);
    let text = in_style_of(&written[span.range()], numeral.amount.low, value);
    let text = text.ok_or(Unprintable::Style)?;
    Ok(format!("{}{text}{}", &written[..span.start], &written[span.end..]))
}

/// `value` in the style of `written`, which says `stated`.
fn in_style_of(written: &str, stated: f64, value: f64) -> Option<String> {
    if written.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        let style = Figures::of(written, stated)?;
        return style.write(value);
    }
    in_words(written, value)
}

/// Digits with what stands between and behind them.
#[derive(Debug)]
struct Figures<'w> {
    /// Between groups; nothing for "1950".
    group: Option<&'w str>,
    /// Groups of two above the thousands.
    indian: bool,
    /// The decimal sign with the number of digits after it.
    decimals: Option<(char, usize)>,
    /// The last decimal is a nought.
    padded: bool,
    /// The blank and scale word after the digits, or the glued letter.
    tail: &'w str,
    /// The power of ten of that word.
    power: i32,
}

impl<'w> Figures<'w> {
    fn of(written: &'w str, stated: f64) -> Option<Self> {
        let end = written.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (digits, tail) = written.split_at(end);
        let power = scale_of(tail)?;
        let signs: Vec<(usize, char)> =
            digits.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
        let decimal = signs.last().copied().filter(|&(at, sign)| match sign {
            '.' => true,
            ',' => signs.len() == 1 && digits.len() - at - 1 < 3,
            _ => false,
        });
        let whole = decimal.map_or(digits, |(at, _)| &digits[..at]);
        let (group, indian) = grouping(whole)?;
        let decimals = decimal.map(|(at, sign)| (sign, digits.len() - at - 1));
        let style = Self {
            group,
            indian,
            decimals,
            padded: decimals.is_some() && digits.ends_with('0'),
            tail,
            power,
        };
        // Digits that do not say what was read ("20.000" for twenty thousand) are of no known style.
        let plain: String = whole
            .chars()
            .filter(char::is_ascii_digit)
            .chain(decimal_digits(digits, decimal))
            .collect();
        let said: f64 = plain.parse().ok()?;
        let said = said * 10_f64.powi(power);
        ((said - stated).abs() <= 1e-9 * stated.abs()).then_some(style)
    }

    fn write(&self, value: f64) -> Option<String> {
        let (tail, power) = self.tail_for(value);
        let scaled = tidy(value / 10_f64.powi(power));
        let written = self.decimals.map_or(0, |(_, n)| n);
        let exact = (0..=written + 1).find(|&n| is_whole(scaled * 10_f64.powi(n as i32)));
        let n_decimals = match exact {
            Some(n) if self.padded => n.max(written),
            Some(n) => n,
            None => written,
        };
        let text = format!("{scaled:.n_decimals$}");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut text = self.grouped(whole);
        if !fraction.is_empty() {
            text.push(self.decimals.map_or('.', |(sign, _)| sign));
            text.push_str(fraction);
        }
        text.push_str(&tail);
        Some(text)
    }

    /// The scale word for a value, another of its family when it would read oddly with this one.
    fn tail_for(&self, value: f64) -> (String, i32) {
        let own = (self.tail.to_owned(), self.power);
        let fits =
            |power: i32, ceiling: i32| value >= 10_f64.powi(power) && value < 10_f64.powi(ceiling);
        let word = self.tail.trim_start();
        let family = FAMILIES.iter().find(|family| family.iter().any(|row| row.0 == word));
        let Some(family) = family else { return own };
        let ceiling = |at: usize| family.get(at + 1).map_or(i32::MAX, |row| row.1);
        if family
            .iter()
            .position(|row| row.0 == word)
            .is_some_and(|at| fits(self.power, ceiling(at)))
        {
            return own;
        }
        let other = (0..family.len()).find(|&at| fits(family[at].1, ceiling(at)));
        other.map_or(own, |at| {
            let blank = &self.tail[..self.tail.len() - word.len()];
            (format!("{blank}{}", family[at].0), family[at].1)
        })
    }

    fn grouped(&self, whole: &str) -> String {
        let Some(sign) = self.group else { return whole.to_owned() };
        let mut text = String::new();
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            let opens = match (index, left, self.indian) {
                (0, ..) => false,
                (_, 3, _) => true,
                (_, left, true) => left > 3 && (left - 3) % 2 == 0,
                (_, left, false) => left % 3 == 0,
            };
            if opens {
                text.push_str(sign);
            }
            text.push(digit);
        }
        text
    }
}

/// Scale words that stand for one another as a number grows, smallest first.
const FAMILIES: &[&[(&str, i32)]] = &[
    &[("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)],
    &[("mn", 6), ("bn", 9), ("tn", 12)],
    &[("mln", 6), ("bln", 9), ("tln", 12)],
    &[("K", 3), ("M", 6), ("B", 9), ("T", 12)],
    &[("lakh", 5), ("crore", 7)],
];

/// The power of ten of what follows the digits; nothing for words that are no scale.
fn scale_of(tail: &str) -> Option<i32> {
    let word = tail.trim_start_matches([' ', '\u{a0}', '-', '\n', '\u{202f}', '\u{2009}']);
    match (word, meaning(word)) {
        ("", _) => tail.is_empty().then_some(0),
        (_, Some(Meaning::Scale(power))) => Some(power),
        (_, Some(Meaning::Hundred)) => Some(2),
        (letters, None) if letters.len() == tail.len() => glued_scale(letters),
        _ => None,
    }
}

fn decimal_digits(digits: &str, decimal: Option<(usize, char)>) -> impl Iterator<Item = char> {
    let fraction = decimal.map_or("", |(at, _)| &digits[at + 1..]);
    let point = if fraction.is_empty() { "" } else { "." };
    point.chars().chain(fraction.chars())
}

/// The sign between the groups of a whole number, and whether they are Indian.
fn grouping(whole: &str) -> Option<(Option<&str>, bool)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let Some(at) = whole.find(|c| !is_digit(c)) else {
        // Short numbers do not show how long ones are written.
        let group = if whole.len() > 3 { None } else { Some(",") };
        return Some((group, false));
    };
    let sign = whole[at..].chars().next()?;
    let sign = &whole[at..at + sign.len_utf8()];
    let groups: Vec<&str> = whole.split(sign).collect();
    let (last, inner) = groups.split_last()?;
    let regular = last.len() == 3 && groups.iter().all(|group| group.chars().all(is_digit));
    let indian = inner.iter().skip(1).any(|group| group.len() == 2);
    regular.then_some((Some(sign), indian))
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() <= 1e-9 * value.abs().max(1.0)
}

/// "fourteen" for "ten", "three million" for "two million".
fn in_words(written: &str, value: f64) -> Option<String> {
    let words: Vec<&str> = written.split([' ', '-', '\n', '\u{a0}']).collect();
    let meanings: Option<Vec<Meaning>> = words.iter().map(|word| meaning(word)).collect();
    let meanings = meanings?;
    let plain = |it: &Meaning| {
        matches!(
            it,
            Meaning::Ones(_)
                | Meaning::Tens(_)
                | Meaning::Hundred
                | Meaning::Scale(_)
                | Meaning::And
        )
    };
    if !meanings.iter().all(plain) {
        return None;
    }
    let spelling = Spelling::of(written);
    if let (Some(Meaning::Scale(power)), Some(word)) = (meanings.last(), words.last())
        && meanings.len() > 1
        && *power > 3
    {
        let scaled = value / 10_f64.powi(*power);
        let head = written[..written.len() - word.len()].chars().next_back()?;
        return whole_below(scaled, 1000.0)
            .map(|n| format!("{}{head}{word}", spell::cardinal(n, spelling)));
    }
    whole_below(value, 1e5).map(|n| spell::cardinal(n, spelling))
}

fn whole_below(value: f64, limit: f64) -> Option<u32> {
    (is_whole(value) && value >= 1.0 && value < limit).then_some(value.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_style_it_was_written_in() {
        for (written, stated, value, wanted) in [
            ("900", 900.0, 828.0, "828"),
            ("1950", 1950.0, 12_345.0, "12345"),
            ("1,950", 1950.0, 12_345.0, "12,345"),
            ("12,34,567", 1_234_567.0, 76_543_210.0, "7,65,43,210"),
            ("1 950", 1950.0, 1_234_567.0, "1 234 567"),
            ("3.2 billion", 3.2e9, 4.5e9, "4.5 billion"),
            ("900 million", 9e8, 1.4e9, "1.4 billion"),
            ("3.2bn", 3.2e9, 6e8, "600mn"),
            ("45 crore", 45e7, 3e6, "30 lakh"),
            ("1.3 billion", 1.3e9, 1_417_492_000.0, "1.4 billion"),
            ("13", 13.0, 11.5, "11.5"),
            ("5.50", 5.5, 4.5, "4.50"),
            ("2,5", 2.5, 3.5, "3,5"),
            ("ten", 10.0, 14.0, "fourteen"),
            ("Ten", 10.0, 21.0, "Twenty-one"),
            ("TEN", 10.0, 21.0, "TWENTY-ONE"),
            ("two million", 2e6, 3e6, "three million"),
            ("two hundred and five", 205.0, 330.0, "three hundred and thirty"),
            ("two hundred five", 205.0, 1331.0, "one thousand three hundred thirty-one"),
        ] {
            assert_eq!(in_style_of(written, stated, value).as_deref(), Some(wanted), "{written}");
        }
    }

    #[test]
    fn a_style_that_is_not_known_is_left_alone() {
        for (written, stated, value) in [
            ("20.000", 20_000.0, 30_000.0),
            ("2½", 2.5, 3.5),
            ("half a dozen", 6.0, 8.0),
            ("a hundred", 100.0, 120.0),
            ("ten", 10.0, 10.5),
        ] {
            assert_eq!(in_style_of(written, stated, value), None, "{written}");
        }
    }

    #[test]
    fn what_stands_around_the_numeral_stays() {
        let restyled =
            |written, low: f64, expected| restyled(written, &Amount::new(low, 1.0), expected).ok();
        assert_eq!(restyled("$3.2m", 3.2e6, 4.1e6).as_deref(), Some("$4.1m"));
        assert_eq!(restyled("50 cents", 0.5, 0.75).as_deref(), Some("75 cents"));
        assert_eq!(restyled("12 per cent", 12.0, 11.5).as_deref(), Some("11.5 per cent"));
        assert_eq!(restyled("5 ft 2 in", 5.17, 6.0), None);
    }
}
