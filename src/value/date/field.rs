//! The fields of a written date ("29", "Aug.", "2016", "early"), and each written anew.
//!
//! Only words whose style is plain are known here; one unknown word and there are no fields.

use jiff::civil::Weekday;

use super::Interval;
use crate::lexicon::{MONTHS, WEEKDAYS};
use crate::source::Span;
use crate::value::numeral::spell::{self, Letters, Spelling};
use crate::value::numeral::{Kind, Meaning, Scan, scan};

/// What a run of characters says of a date, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Field {
    /// "29", "09", "29th".
    Day { padded: bool, suffix: bool },
    /// "fourth", of July.
    DayWord,
    /// "August", "Aug", "Aug."
    Month { short: bool, dotted: bool },
    /// The month in a date of digits alone.
    MonthNumber { padded: bool },
    /// "2016", or the "16" of "'16" and "2015-16".
    Year { short: bool },
    /// The digits of "1970s".
    Decade,
    /// "Monday", "Mon".
    Weekday { short: bool },
    /// "early", "mid", "late".
    Part,
    /// "spring".
    Season,
}

/// Where a field stands, and the end (0 or 1) of the date that it speaks of.
pub(super) type Placed = (Span, Field, usize);

/// The days a field may speak of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target(pub(super) Interval);

impl Target {
    pub(super) fn year(self) -> Option<i16> {
        let (first, last) = (self.0.first.year(), self.0.last.year());
        (first == last && (1000..=9999).contains(&first)).then_some(first)
    }

    /// The month, 1 to 12.
    pub(super) fn month(self) -> Option<i8> {
        self.year()?;
        let month = self.0.first.month();
        (month == self.0.last.month()).then_some(month)
    }

    fn day(self) -> Option<i8> {
        (self.0.first == self.0.last).then(|| self.0.first.day())
    }

    fn weekday(self) -> Option<Weekday> {
        self.day().map(|_| self.0.first.weekday())
    }
}

/// Words that say nothing of the date by themselves.
const FILLERS: &[&str] =
    &["of", "the", "in", "on", "year", "day", "ad", "ce", "from", "between", "nbsp", "s"];

/// Words between two ends.
const JOINTS: &[&str] = &["to", "and", "until", "till", "through"];

impl Field {
    pub(super) const PADDED_DAY: Self = Self::Day { padded: true, suffix: false };

    /// The field as the target has it, in the style of `written`; nothing where the target does
    /// not settle it.
    pub(super) fn write(self, written: &str, target: Target, beside_month: bool) -> Option<String> {
        Some(match self {
            Self::Day { padded, suffix } => {
                let day = target.day()?;
                let number = two_digits(i16::from(day), padded);
                let letters =
                    if suffix { spell::suffix(u64::from(day.unsigned_abs())) } else { "" };
                let capitals = written.ends_with(|c: char| c.is_ascii_uppercase());
                number + &if capitals { letters.to_uppercase() } else { letters.to_owned() }
            }
            Self::DayWord => {
                let day = target.day()?.unsigned_abs();
                spell::ordinal(u32::from(day), Spelling::of(written))
            }
            Self::Month { short, dotted } => month_name(written, target.month()?, short, dotted),
            Self::MonthNumber { padded } => two_digits(i16::from(target.month()?), padded),
            Self::Year { short: false } => target.year()?.to_string(),
            Self::Year { short: true } => two_digits(target.year()? % 100, true),
            Self::Decade => {
                let (first, last) = (target.0.first.year() / 10, target.0.last.year() / 10);
                (first == last && first >= 100).then(|| (first * 10).to_string())?
            }
            Self::Weekday { short } => {
                let index = target.weekday()?.to_monday_zero_offset() as usize;
                let name = WEEKDAYS[index];
                Letters::of(written).write(if short { &name[..3] } else { name })
            }
            Self::Part => Letters::of(written).write(part(target, beside_month)?),
            Self::Season => Letters::of(written).write(season(written, target.month()?)?),
        })
    }
}

fn two_digits(number: i16, padded: bool) -> String {
    if padded { format!("{number:02}") } else { number.to_string() }
}

fn month_name(written: &str, month: i8, short: bool, dotted: bool) -> String {
    let name = MONTHS[(month.unsigned_abs() as usize).clamp(1, 12) - 1];
    let abbreviation = match (short, dotted, month) {
        // "May" has no shorter form, and its full stop would end the sentence.
        (false, ..) | (_, _, 5) => return Letters::of(written).write(name),
        (_, true, 9) => "sept",
        _ => &name[..3],
    };
    let dot = if dotted { "." } else { "" };
    format!("{}{dot}", Letters::of(written).write(abbreviation))
}

/// The part of the month or of the year that the target lies in.
fn part(target: Target, of_month: bool) -> Option<&'static str> {
    let (nth, bounds) = match of_month {
        true => (target.day()?, [10, 20]),
        false => (target.month()?, [4, 8]),
    };
    Some(match nth {
        n if n <= bounds[0] => "early",
        n if n <= bounds[1] => "mid",
        _ => "late",
    })
}

/// The season of a month; winters belong to two years.
fn season(written: &str, month: i8) -> Option<&'static str> {
    let american = written.eq_ignore_ascii_case("fall");
    match month {
        3..=5 => Some("spring"),
        6..=8 => Some("summer"),
        9..=11 => Some(if american { "fall" } else { "autumn" }),
        _ => None,
    }
}

/// The fields of a written date, each with the end (0 or 1) it speaks of; nothing when a word is
/// not known.
pub(super) fn fields(written: &str, is_range: bool) -> Option<Vec<Placed>> {
    let scan = scan(written);
    let (mut found, mut end, mut at) = (Vec::new(), 0, 0);
    while at < scan.n_tokens() {
        let (length, field) = match scan.kind(at)? {
            Kind::Blank => (1, None),
            Kind::Digits => digits(&scan, at, &found, end)?,
            Kind::Word => word(&scan, at, is_range, &mut end)?,
            Kind::Sign(sign) => {
                if is_range && matches!(sign, '-' | '–' | '—' | '\u{2010}' | '\u{2011}') {
                    end = 1;
                }
                is_harmless(sign).then_some((1, None))?
            }
        };
        if let Some(field) = field {
            found.push((scan.cover(at, at + length), field, end));
        }
        at += length;
    }
    Some(found)
}

fn is_harmless(sign: char) -> bool {
    matches!(sign, ',' | '.' | '-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '&' | ';')
}

type Taken = Option<(usize, Option<Field>)>;

fn digits(scan: &Scan<'_>, at: usize, found: &[Placed], end: usize) -> Taken {
    let text = scan.text_of(at);
    let next = match scan.kind(at + 1) {
        Some(Kind::Word) => scan.text_of(at + 1).to_ascii_lowercase(),
        _ => String::new(),
    };
    match (text.len(), next.as_str()) {
        // The "s" stays: only the digits are the field, and the letter is a filler after it.
        (4, "s") => Some((1, Some(Field::Decade))),
        (4, "") => Some((1, Some(Field::Year { short: false }))),
        (1 | 2, "st" | "nd" | "rd" | "th") => {
            Some((2, Some(Field::Day { padded: text.starts_with('0'), suffix: true })))
        }
        (1 | 2, "") => {
            let apostrophe = at.checked_sub(1).map(|before| scan.text_of(before));
            let abbreviated = matches!(apostrophe, Some("'" | "’"));
            let after_year = end == 1
                && found.iter().all(|(_, field, _)| matches!(field, Field::Year { .. }))
                && !found.is_empty();
            Some((
                1,
                Some(match text.len() == 2 && (abbreviated || after_year) {
                    true => Field::Year { short: true },
                    false => Field::Day { padded: text.starts_with('0'), suffix: false },
                }),
            ))
        }
        _ => None,
    }
}

fn word(scan: &Scan<'_>, at: usize, is_range: bool, end: &mut usize) -> Taken {
    let text = scan.text_of(at);
    let lower = text.to_lowercase();
    if FILLERS.contains(&lower.as_str()) {
        return Some((1, None));
    }
    if JOINTS.contains(&lower.as_str()) {
        *end = 1;
        return is_range.then_some((1, None));
    }
    if let Some(month) = named(&MONTHS, &lower) {
        let short = lower != month;
        let dotted = short && scan.is_sign(at + 1, '.');
        let length = if dotted { 2 } else { 1 };
        return Some((length, Some(Field::Month { short, dotted })));
    }
    if let Some(day) = named(&WEEKDAYS, &lower) {
        return Some((1, Some(Field::Weekday { short: lower != day })));
    }
    match (lower.as_str(), scan.meaning(at)) {
        ("early" | "mid" | "late", _) => Some((1, Some(Field::Part))),
        ("spring" | "summer" | "autumn" | "fall", _) => Some((1, Some(Field::Season))),
        (_, Some(Meaning::Ordinal(1..=31))) => Some((1, Some(Field::DayWord))),
        _ => None,
    }
}

/// The full name that a name or its abbreviation stands for.
fn named(names: &[&'static str], lower: &str) -> Option<&'static str> {
    let short = matches!(lower.len(), 3..=5);
    names.iter().copied().find(|name| *name == lower || short && name.starts_with(lower))
}
