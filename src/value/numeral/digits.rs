//! A number in digits: separators of thousands (also Indian, thin-spaced), decimals, fractions.
//!
//! It reads what is written from one run of digits on; whether it is a number at all is the
//! business of [`super::guard`].

use std::borrow::Cow;

use super::Scan;
use super::token::Kind;

/// Digits as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Digits {
    /// One past its last token.
    pub(crate) end: usize,
    /// Its value.
    pub(crate) value: f64,
    /// The size of the last place that is written as significant.
    pub(crate) granularity: f64,
    /// A bare run of digits, which may be a year or a label.
    pub(crate) bare: bool,
}

/// Reads digits from token `start`, which is a run of digits or a decimal point before one.
pub(crate) fn digits(scan: &Scan<'_>, start: usize) -> Option<Digits> {
    if let Some(fraction) = fraction(scan, start) {
        return Some(fraction);
    }
    let mut end = start;
    let mut written = Cow::Borrowed("");
    let bare = scan.kind(start) == Some(Kind::Digits);
    if bare {
        written = Cow::Borrowed(scan.text_of(start));
        end = groups(scan, start, &mut written);
    }
    let grouped = end > start + 1;
    let (end, n_decimals) = decimals(scan, start, end, grouped, &mut written)?;
    let whole: f64 = written.parse().ok()?;
    let granularity = match n_decimals {
        0 => integer_granularity(whole),
        n => 0.1_f64.powi(i32::try_from(n).ok()?),
    };
    let bare = bare && !grouped && n_decimals == 0;
    let whole = Digits { end, value: whole, granularity, bare };
    if let Some((power, end)) = exponent(scan, end, n_decimals > 0) {
        let scale = 10_f64.powi(power);
        let value = format!("{written}e{power}").parse().ok()?;
        return Some(Digits { end, value, granularity: granularity * scale, bare: false });
    }
    Some(mixed(scan, whole).unwrap_or(whole))
}

/// The last place of an integer that is surely meant: trailing zeros of three digits and more may
/// be rounding, but the first two digits count.
pub(crate) fn integer_granularity(value: f64) -> f64 {
    let mut granularity = 1.0;
    while value / granularity >= 100.0 && value % (granularity * 10.0) == 0.0 {
        granularity *= 10.0;
    }
    granularity
}

/// Appends the groups after the first run of digits; gives the token after them.
fn groups(scan: &Scan<'_>, start: usize, written: &mut Cow<'_, str>) -> usize {
    if written.len() > 3 {
        return start + 1;
    }
    for separator in [',', ' ', '\u{a0}', '\u{2009}', '\u{202f}', '\''] {
        let end = groups_by(scan, start, separator);
        if end > start + 1 {
            for at in (start + 2..end).step_by(2) {
                written.to_mut().push_str(scan.text_of(at));
            }
            return end;
        }
    }
    start + 1
}

/// No number has more groups; a longer run is a list.
const MOST_GROUPS: usize = 8;

fn groups_by(scan: &Scan<'_>, start: usize, separator: char) -> usize {
    let mut lengths = Vec::new();
    let mut end = start + 1;
    while lengths.len() <= MOST_GROUPS
        && scan.is_char(end, separator)
        && scan.kind(end + 1) == Some(Kind::Digits)
    {
        lengths.push(scan.span(end + 1).len());
        end += 2;
    }
    let Some((&last, inner)) = lengths.split_last() else { return start + 1 };
    let western = inner.iter().all(|&n| n == 3);
    let indian = separator == ',' && inner.iter().all(|&n| n == 2) && scan.span(start).len() <= 2;
    let few = lengths.len() <= MOST_GROUPS;
    if last == 3 && few && (western || indian) { end } else { start + 1 }
}

/// A decimal point with its digits; `None` when what follows makes it a version or an address.
fn decimals(
    scan: &Scan<'_>,
    start: usize,
    end: usize,
    grouped: bool,
    written: &mut Cow<'_, str>,
) -> Option<(usize, usize)> {
    let comma = end > start && !grouped && scan.is_sign(end, ',');
    let continues = scan.kind(end + 1) == Some(Kind::Digits);
    if !continues || !(comma || scan.is_sign(end, '.')) {
        return Some((end, 0));
    }
    let n_decimals = scan.span(end + 1).len();
    let goes_on = [',', '.'].iter().any(|&sign| scan.is_sign(end + 2, sign))
        && scan.kind(end + 3) == Some(Kind::Digits);
    if comma {
        let decimal = n_decimals <= 2 && !goes_on;
        return decimal.then(|| append(scan, end, written));
    }
    if goes_on && scan.is_sign(end + 2, '.') {
        return None;
    }
    Some(append(scan, end, written))
}

fn append(scan: &Scan<'_>, end: usize, written: &mut Cow<'_, str>) -> (usize, usize) {
    written.to_mut().push('.');
    written.to_mut().push_str(scan.text_of(end + 1));
    (end + 2, scan.span(end + 1).len())
}

/// The power of ten written after a number ("6.02 × 10^23", "1.3e-6"), and the token after it.
fn exponent(scan: &Scan<'_>, at: usize, decimal: bool) -> Option<(i32, usize)> {
    // "6E204" is a flight; a decimal point, a sign or a small letter make it a power.
    let signed = scan.is_sign(at + 1, '+') || scan.is_dash(at + 1);
    if scan.is_char(at, 'e') || scan.is_char(at, 'E') && (decimal || signed) {
        return power(scan, at + 1);
    }
    let times = scan.after_blank(at);
    let ten = scan.after_blank(times + 1);
    let tenfold = (scan.is_char(times, 'x') || scan.is_sign(times, '×'))
        && scan.kind(ten) == Some(Kind::Digits)
        && scan.text_of(ten) == "10";
    if !tenfold {
        return None;
    }
    if scan.is_sign(ten + 1, '^') { power(scan, ten + 2) } else { raised(scan, ten + 1) }
}

/// Powers beyond these are no quantities of prose.
const POWERS: std::ops::RangeInclusive<i32> = -99..=99;

/// "+23", "-4", "6", with no word or digit glued to it.
fn power(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let negative = scan.is_dash(at);
    let digits = at + usize::from(negative || scan.is_sign(at, '+'));
    let ends = !matches!(scan.kind(digits + 1), Some(Kind::Word | Kind::Digits));
    if scan.kind(digits) != Some(Kind::Digits) || !ends {
        return None;
    }
    let power: i32 = scan.text_of(digits).parse().ok()?;
    let power = if negative { -power } else { power };
    POWERS.contains(&power).then_some((power, digits + 1))
}

/// "⁻²³".
fn raised(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let negative = scan.is_sign(at, '⁻');
    let mut end = at + usize::from(negative);
    let mut power = 0;
    while let Some(Kind::Sign(sign)) = scan.kind(end)
        && let Some(digit) = DIGITS.iter().position(|&raised| raised == sign)
        && POWERS.contains(&power)
    {
        power = power * 10 + i32::try_from(digit).ok()?;
        end += 1;
    }
    let power = if negative { -power } else { power };
    (power != 0 && POWERS.contains(&power)).then_some((power, end))
}

/// "3/4", "3 ⁄ 4" and "½" alone. Blanks stand only beside the sign that is a fraction's own.
fn fraction(scan: &Scan<'_>, start: usize) -> Option<Digits> {
    if let Some(Kind::Sign(sign)) = scan.kind(start) {
        let value = vulgar(sign)?;
        return Some(Digits { end: start + 1, value, granularity: 0.01, bare: false });
    }
    let blank = |at: usize| usize::from(scan.kind(at) == Some(Kind::Blank));
    let slash = start + 1 + blank(start + 1);
    let below = if scan.is_sign(slash, '\u{2044}') {
        slash + 1 + blank(slash + 1)
    } else if scan.is_sign(start + 1, '/') {
        start + 2
    } else {
        return None;
    };
    if scan.kind(below) != Some(Kind::Digits) || scan.is_sign(below + 1, '/') {
        return None;
    }
    let numerator: f64 = scan.text_of(start).parse().ok()?;
    let denominator: f64 = scan.text_of(below).parse().ok()?;
    let usual = [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 16.0, 32.0].contains(&denominator);
    let proper = usual && numerator >= 1.0 && numerator < denominator;
    let value = numerator / denominator;
    proper.then_some(Digits { end: below + 1, value, granularity: 0.01, bare: false })
}

/// "10 1/2", "2½", and "12+1⁄2" as typeset fractions come out of a page.
fn mixed(scan: &Scan<'_>, whole: Digits) -> Option<Digits> {
    let joined = scan.kind(whole.end) == Some(Kind::Blank) || scan.is_sign(whole.end, '+');
    let start = whole.end + usize::from(joined);
    let digits = scan.kind(start) == Some(Kind::Digits);
    if !whole.bare || (digits && !joined) {
        return None;
    }
    let part = fraction(scan, start)?;
    Some(Digits { end: part.end, value: whole.value + part.value, granularity: 0.1, bare: false })
}

/// The value of a fraction written as one character.
pub(crate) fn vulgar(sign: char) -> Option<f64> {
    const VULGAR: &[(char, f64, f64)] = &[
        ('½', 1.0, 2.0),
        ('⅓', 1.0, 3.0),
        ('⅔', 2.0, 3.0),
        ('¼', 1.0, 4.0),
        ('¾', 3.0, 4.0),
        ('⅕', 1.0, 5.0),
        ('⅖', 2.0, 5.0),
        ('⅗', 3.0, 5.0),
        ('⅘', 4.0, 5.0),
        ('⅙', 1.0, 6.0),
        ('⅚', 5.0, 6.0),
        ('⅛', 1.0, 8.0),
        ('⅜', 3.0, 8.0),
        ('⅝', 5.0, 8.0),
        ('⅞', 7.0, 8.0),
    ];
    VULGAR.iter().find(|row| row.0 == sign).map(|row| row.1 / row.2)
}
