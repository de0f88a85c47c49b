//! Printing intervals as EDTF (ISO 8601-2), with ISO weeks and quarters. Nothing is parsed here.

use jiff::civil::Date;

use super::Interval;
use super::calendar::{self, Unit};

/// The shortest EDTF form of an interval: `2016`, `2016-06`, `2016-08-29`, `198X`, `19XX`, `2013-W12`,
/// `2013-Q1`, and `a/b` for anything else, `..` at an end of the calendar.
///
/// ```
/// use factlint::value::date::{Interval, edtf};
/// use jiff::civil::date;
/// let may = Interval::new(date(2016, 5, 1), date(2016, 5, 31)).unwrap();
/// assert_eq!(edtf(&may), "2016-05");
/// ```
pub fn edtf(interval: &Interval) -> String {
    let first = interval.first;
    let year = year(first);
    if first == interval.last {
        return day(first);
    }
    let is = |unit| calendar::unit_of(first, unit, 0) == Some(*interval);
    if is(Unit::Year) {
        year
    } else if is(Unit::Month) {
        format!("{year}-{:02}", first.month())
    } else if is(Unit::Quarter) {
        format!("{year}-Q{}", (first.month() + 2) / 3)
    } else if is(Unit::Decade) && first.year() >= 0 {
        format!("{:03}X", first.year() / 10)
    } else if is(Unit::Century) && first.year() >= 0 {
        format!("{:02}XX", first.year() / 100)
    } else if is(Unit::Week) {
        let week = first.iso_week_date();
        format!("{:04}-W{:02}", week.year(), week.week())
    } else {
        stretch(interval)
    }
}

fn stretch(interval: &Interval) -> String {
    let (first, last) = (interval.first, interval.last);
    let (opens_month, ends_month) = (first.day() == 1, last.day() == last.days_in_month());
    let (opens_year, ends_year) =
        (opens_month && first.month() == 1, ends_month && last.month() == 12);
    let end = |date: Date| {
        if opens_year && ends_year {
            year(date)
        } else if opens_month && ends_month {
            format!("{}-{:02}", year(date), date.month())
        } else {
            day(date)
        }
    };
    let from = if first == Date::MIN { "..".to_owned() } else { end(first) };
    let to = if last == Date::MAX { "..".to_owned() } else { end(last) };
    format!("{from}/{to}")
}

fn day(date: Date) -> String {
    format!("{}-{:02}-{:02}", year(date), date.month(), date.day())
}

fn year(date: Date) -> String {
    let year = date.year();
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}
