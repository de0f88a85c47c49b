//! Strict readers for the dates that stand in headers, metadata, datelines and file names.
//!
//! Only whole calendar days in the forms publishing systems write; prose dates are `value::date`'s
//! business. A time of day is read over and never moves the day: the day as written is the day
//! readers saw. (That is why jiff's RFC 2822 reader, which wants a zone, does not serve here.)

use jiff::civil::Date;

use crate::lexicon::{MONTHS, WEEKDAYS};
use crate::source::Span;

/// A calendar day, perhaps without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StatedDay {
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
}

/// Publication years we believe; anything else is another number.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

impl StatedDay {
    /// The date, where the year is known.
    pub(crate) fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The date in the year that brings it nearest to `anchor`, on or before it; a few days after
    /// it still count, since a dateline may be ahead of a file's name.
    pub(crate) fn borrow_year(self, anchor: Date) -> Option<Date> {
        const AHEAD: i32 = 3;
        // Eight years reach the last 29 February from anywhere.
        (-8..=1).rev().find_map(|step| {
            let date = Date::new(anchor.year().checked_add(step)?, self.month, self.day).ok()?;
            let days_ahead = date.since(anchor).ok()?.get_days();
            (days_ahead <= AHEAD).then_some(date)
        })
    }
}

/// The date `text` states, when it states a day with its year and, at most, a time beside it.
pub(crate) fn parse(text: &str) -> Option<(Date, Span)> {
    let start = text.len() - text.trim_start().len();
    let (stated, len) = parse_prefix(&text[start..])?;
    let rest = &text[start + len..];
    is_time_of_day(rest).then_some(())?;
    Some((stated.date()?, Span::new(start, start + len)))
}

/// The day at the very start of `text` and its length in bytes.
pub(crate) fn parse_prefix(text: &str) -> Option<(StatedDay, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    cursor.skip_weekday();
    let start = cursor.at;
    for form in [year_first, compact, day_month, numeric_day_first, month_day] {
        let mut cursor = Cursor { text, at: start };
        if let Some(stated) = form(&mut cursor)
            && cursor.at_boundary()
        {
            return Some((stated, cursor.at));
        }
    }
    None
}

/// Whether a word is a weekday's name or abbreviates one.
pub(crate) fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    WEEKDAYS
        .iter()
        .any(|weekday| abbreviates(word, weekday) || ["Tues", "Thurs", "Thur"].contains(&word))
}

/// `2021-01-27`, `2021/1/27`, `2021.01.27`.
fn year_first(cursor: &mut Cursor) -> Option<StatedDay> {
    let year = cursor.year()?;
    let separator = cursor.one_of(&['-', '/', '.'])?;
    let month = cursor.number(2)?;
    cursor.one_of(&[separator])?;
    checked(Some(year), month, cursor.number(2)?)
}

/// `20210127`.
fn compact(cursor: &mut Cursor) -> Option<StatedDay> {
    let digits = cursor.digits(8).filter(|digits| digits.len() == 8)?;
    let year = digits[..4].parse().ok().filter(|year| YEARS.contains(year))?;
    checked(Some(year), digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

/// `27 January 2021`, `27th of Jan. 2021`, `27-Jan-2021`, `27 January`.
fn day_month(cursor: &mut Cursor) -> Option<StatedDay> {
    let day = cursor.day()?;
    cursor.skip(" -");
    cursor.skip_word("of");
    let month = cursor.month()?;
    checked(cursor.year_after(" ,-"), month, day)
}

/// `January 27, 2021`, `Jan. 27`.
fn month_day(cursor: &mut Cursor) -> Option<StatedDay> {
    let month = cursor.month()?;
    cursor.skip(" ");
    let day = cursor.day()?;
    checked(cursor.year_after(" ,"), month, day)
}

/// `27.01.2021`, and `27/01/2021` or `01/27/2021` where only one order is a date.
fn numeric_day_first(cursor: &mut Cursor) -> Option<StatedDay> {
    let first = cursor.number(2)?;
    let separator = cursor.one_of(&['.', '/', '-'])?;
    let second = cursor.number(2)?;
    cursor.one_of(&[separator])?;
    let year = Some(cursor.year()?);
    match (separator, first > 12, second > 12) {
        ('.', _, false) | (_, true, false) => checked(year, second, first),
        (_, false, true) if separator != '.' => checked(year, first, second),
        _ if first == second => checked(year, second, first),
        _ => None,
    }
}

fn checked(year: Option<i16>, month: i8, day: i8) -> Option<StatedDay> {
    // 2000 is a leap year: 29 February passes until its year is known.
    Date::new(year.unwrap_or(2000), month, day).ok()?;
    Some(StatedDay { year, month, day })
}

/// Whether `text` is at most a time of day with its zone: `T10:15:00Z`, `, 10.15 pm IST`.
fn is_time_of_day(text: &str) -> bool {
    const WORDS: [&str; 8] = ["t", "z", "at", "am", "pm", "a.m.", "p.m.", "hrs"];
    let mut words =
        text.split(|c: char| !(c.is_alphabetic() || c == '.')).filter(|w| !w.is_empty());
    text.len() <= 48
        && text.chars().all(|c| c.is_alphanumeric() || " \t:.,+-()|/–—_".contains(c))
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && words.all(|word| {
            let zone = word.len() <= 5 && word.chars().all(|c| c.is_ascii_uppercase());
            zone || word == "." || WORDS.contains(&word.to_lowercase().as_str())
        })
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Neither a digit nor a letter follows, save the T before a time.
    fn at_boundary(&self) -> bool {
        let mut next = self.rest().chars();
        match next.next() {
            Some('T') => next.next().is_some_and(|c| c.is_ascii_digit()),
            Some(character) => !character.is_alphanumeric(),
            None => true,
        }
    }

    fn skip(&mut self, characters: &str) {
        self.at =
            self.text.len() - self.rest().trim_start_matches(|c| characters.contains(c)).len();
    }

    fn one_of(&mut self, characters: &[char]) -> Option<char> {
        let found = self.rest().chars().next().filter(|c| characters.contains(c))?;
        self.at += found.len_utf8();
        Some(found)
    }

    fn digits(&mut self, most: usize) -> Option<&'t str> {
        let n_digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let digits = (1..=most).contains(&n_digits).then(|| &self.rest()[..n_digits])?;
        self.at += n_digits;
        Some(digits)
    }

    fn number(&mut self, most: usize) -> Option<i8> {
        self.digits(most)?.parse().ok()
    }

    fn year(&mut self) -> Option<i16> {
        self.digits(4)
            .filter(|digits| digits.len() == 4)?
            .parse()
            .ok()
            .filter(|y| YEARS.contains(y))
    }

    /// A year after these separators; without one the cursor stays.
    fn year_after(&mut self, separators: &str) -> Option<i16> {
        let before = self.at;
        self.skip(separators);
        let year = self.year().filter(|_| self.at_boundary());
        if year.is_none() {
            self.at = before;
        }
        year
    }

    fn day(&mut self) -> Option<i8> {
        let day = self.number(2)?;
        let suffix = ["st", "nd", "rd", "th"].into_iter().find(|s| self.rest().starts_with(s));
        self.at += suffix.map_or(0, str::len);
        Some(day)
    }

    fn word(&self) -> &'t str {
        let rest = self.rest();
        &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())]
    }

    fn skip_word(&mut self, word: &str) {
        if self.word().eq_ignore_ascii_case(word) {
            self.at += word.len();
            self.skip(" ");
        }
    }

    fn month(&mut self) -> Option<i8> {
        let word = self.word();
        let index = MONTHS.iter().position(|month| abbreviates(word, month))?;
        self.at += word.len();
        self.skip(".");
        i8::try_from(index + 1).ok()
    }

    fn skip_weekday(&mut self) {
        let word = self.word();
        if WEEKDAYS.iter().any(|weekday| abbreviates(word, weekday)) {
            self.at += word.len();
            self.skip(".,");
            self.skip(" ");
        }
    }
}

/// Whether `word` is `name` or its first three or four letters.
fn abbreviates(word: &str, name: &str) -> bool {
    if word.len() < 3 {
        return false;
    }
    let fits = |part: &str| word.eq_ignore_ascii_case(part);
    fits(name) || name.get(..3).is_some_and(fits) || name.get(..4).is_some_and(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_dates() {
        let cases = [
            ("2021-01-27", "2021-01-27"),
            ("2021-01-27T23:30:00+05:30", "2021-01-27"),
            ("2021-01-27 10:15:00 UTC", "2021-01-27"),
            ("2021-01-27T10:15:00.000Z", "2021-01-27"),
            ("Wed, 27 Jan 2021 10:15:00 +0530", "2021-01-27"),
            ("27 January 2021", "2021-01-27"),
            ("27th of January, 2021", "2021-01-27"),
            ("January 27, 2021 | 10:15 pm IST", "2021-01-27"),
            ("Sept. 3, 2020", "2020-09-03"),
            ("2021/01/27", "2021-01-27"),
            ("27.01.2021", "2021-01-27"),
            ("3.4.2020", "2020-04-03"),
            ("27/10/2020", "2020-10-27"),
            ("10/27/2020", "2020-10-27"),
            ("20210127", "2021-01-27"),
            ("27-Jan-2021", "2021-01-27"),
            ("03/04/2020", "none"),
            ("2021-02-30", "none"),
            ("2021-01-27 was a day", "none"),
            ("Jan 27", "none"),
            ("mayhem 3, 2020", "none"),
            ("", "none"),
        ];
        for (text, expected) in cases {
            let read = parse(text).map_or("none".into(), |(date, _)| date.to_string());
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn a_year_is_borrowed_from_the_nearest_day_on_or_before() {
        let anchor = jiff::civil::date(2021, 1, 2);
        let cases = [
            (12, 30, "2020-12-30"),
            (1, 3, "2021-01-03"),
            (1, 9, "2020-01-09"),
            (2, 29, "2020-02-29"),
        ];
        for (month, day, expected) in cases {
            let stated = StatedDay { year: None, month, day };
            assert_eq!(stated.borrow_year(anchor).unwrap().to_string(), expected);
        }
    }
}
